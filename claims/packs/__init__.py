"""The rule language: packs of rules in YAML, read, checked and compiled."""

from claims.packs.compiled import Condition, Packs, Rule, Trigger, Trust
from claims.packs.reading import read_packs
from claims.packs.written import schema

__all__ = ["Condition", "Packs", "Rule", "Trigger", "Trust", "read_packs", "schema"]
