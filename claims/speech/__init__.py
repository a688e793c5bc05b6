"""Who says what: quotations, reported speech, transcripts and nested reporting."""

from claims.speech.cues import Cues, read_cues
from claims.speech.statements import statements

__all__ = ["Cues", "read_cues", "statements"]
