"""What a text's statements say, in words instead of spans."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from claims.model import Block, BlockKind, Document, Span, Statement
from claims.parse import Parsed, parse
from claims.read import blocks
from claims.speech import Cues, read_cues, statements


@dataclass(frozen=True)
class Told:
    """One statement with the words of its spans."""

    source: str | None
    words: tuple[str, ...]
    cue: tuple[str, ...]
    mode: str
    kind: str
    addressee: str | None
    pattern: str
    parent: str | None


@pytest.fixture(scope="session")
def cues() -> Cues:
    return read_cues()


def parsed_text(text: str, kinds: tuple[Block, ...] | None = None) -> Parsed:
    """Parse one text, with its own blocks or those that read/ makes."""
    document = Document(id="test", text=text, blocks=kinds or blocks(text))
    return next(iter(parse([document])))


def in_words(found: tuple[Statement, ...], text: str) -> list[Told]:
    """Return statements with the words of their spans."""

    def of(span: Span | None) -> str | None:
        return None if span is None else span.of(text)

    return [
        Told(
            source=of(one.source),
            words=tuple(span.of(text) for span in one.speech),
            cue=tuple(span.of(text) for span in one.cue),
            mode=one.mode.value,
            kind=one.source_kind.value,
            addressee=of(one.addressee),
            pattern=one.pattern,
            parent=of(one.parent.source) if one.parent else None,
        )
        for one in found
    ]


Telling = Callable[[str], list[Told]]


@pytest.fixture(scope="session")
def told(cues: Cues) -> Telling:
    """Return a function from a text to what is told in it."""

    def find(text: str) -> list[Told]:
        lines = text.split("\n")
        starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
        own = tuple(
            Block(kind=BlockKind.BODY, span=Span(start, start + len(line)))
            for start, line in zip(starts, lines, strict=True)
            if line.strip()
        )
        return in_words(statements(parsed_text(text, own), cues), text)

    return find
