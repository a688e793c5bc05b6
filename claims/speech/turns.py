"""Transcripts: every turn is one statement of the person its label names."""

from claims.model import BlockKind, Mode, SourceKind, Span, Statement
from claims.parse import Parsed


def turns(parsed: Parsed) -> list[Statement]:
    """Return one statement for each turn, its paragraphs as pieces of speech."""
    found: dict[Span, list[Span]] = {}
    for block in parsed.document.blocks:
        if block.kind is BlockKind.TURN and block.label is not None:
            found.setdefault(block.label, []).append(block.span)
    return [
        Statement(
            speech=tuple(sorted(speech)),
            cue=(),
            source=label,
            source_head=label,
            source_kind=SourceKind.NAMED,
            mode=Mode.TURN,
            pattern="turn",
        )
        for label, speech in sorted(found.items())
    ]
