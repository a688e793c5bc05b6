"""Transcripts: every turn is one statement of the person its label names.

An interpreter speaks for the interpreted: the person whose turn stands right before, or, behind a
question, the one that was interpreted last. Where neither is known, the label stays the source.
"""

import re

from claims.model import BlockKind, Mode, SourceKind, Span, Statement
from claims.parse import Parsed

_INTERPRETER = re.compile(r"(?:the )?(?:interpreter|translator)", re.IGNORECASE)
_ASKER = re.compile(r"q|questions?|reporter|journalist|press|moderator", re.IGNORECASE)


def turns(parsed: Parsed) -> list[Statement]:
    """Return one statement for each turn, its paragraphs as pieces of speech."""
    found: dict[Span, list[Span]] = {}
    for block in parsed.document.blocks:
        if block.kind is BlockKind.TURN and block.label is not None:
            found.setdefault(block.label, []).append(block.span)
    speakers = _speakers(parsed.document.text, sorted(found))
    return [
        Statement(
            speech=tuple(sorted(speech)),
            cue=(),
            source=speakers[label],
            source_head=speakers[label],
            source_kind=SourceKind.NAMED,
            mode=Mode.TURN,
            pattern="turn",
        )
        for label, speech in sorted(found.items())
    ]


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
