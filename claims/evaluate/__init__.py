"""Measure what is found against what people found."""
