"""Files on disk to documents: text kept as it was, cut into blocks."""

from claims.read.blocks import blocks

__all__ = ["blocks"]
