"""Which stance is taken, by whom, towards whom: parsed text and attributions to claims."""

from claims.stance.classify import classify
from claims.stance.link import Answer, answers

__all__ = ["Answer", "answers", "classify"]
