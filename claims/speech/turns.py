"""Transcripts: every turn is one statement of the person its label names.

An interpreter speaks for the interpreted: the person whose turn stands right before, or, behind a
question, the one that was interpreted last. Where neither is known, the label stays the source.
"""

import re

from claims.model import BlockKind, Mode, SourceKind, Span
from claims.parse import Parsed
from claims.speech.draft import Source
from claims.speech.finish import Told

_INTERPRETER = re.compile(r"(?:the )?(?:interpreter|translator)", re.IGNORECASE)
_ASKER = re.compile(r"q|questions?|reporter|journalist|press|moderator", re.IGNORECASE)


def turns(parsed: Parsed) -> list[Told]:
    """Return what is told in each turn, its paragraphs as pieces of speech."""
    found: dict[Span, list[Span]] = {}
    for block in parsed.document.blocks:
        if block.kind is BlockKind.TURN and block.label is not None:
            found.setdefault(block.label, []).append(block.span)
    speakers = _speakers(parsed.document.text, sorted(found))
    return [
        Told(tuple(sorted(speech)), (), _named(speakers[label]), Mode.TURN, "turn")
        for label, speech in sorted(found.items())
    ]


def _named(label: Span) -> Source:
    return Source(label, label, SourceKind.NAMED)


def _speakers(text: str, labels: list[Span]) -> dict[Span, Span]:
    """Return for each label, in reading order, the label of who speaks there."""
    speakers: dict[Span, Span] = {}
    before: Span | None = None
    interpreted: Span | None = None
    for label in labels:
        who = label
        if _INTERPRETER.fullmatch(label.of(text)):
            asked = before is None or _ASKER.fullmatch(before.of(text))
            interpreted = interpreted if asked else before
            who = interpreted or label
        speakers[label] = before = who
    return speakers
