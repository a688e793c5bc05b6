"""Documents whose every line is a claim: a ledger needs no parser."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from claims.ledger import in_memory
from claims.ledger.adding import Added
from claims.ledger.provenance import Reading
from claims.ledger.running import run
from claims.model import Block, BlockKind, Claim, Document, Mode, Span

TODAY = Reading("1.0", "model 3", "a" * 64)
Keep = Callable[..., Added]


def article(id: str, *lines: str, **known: Any) -> Document:
    """Return a document with a paragraph a line."""
    text = "\n\n".join(lines)
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(kind=BlockKind.BODY, span=Span(start, start + len(line))))
        start += len(line) + 2
    given = {"published": date(2024, 12, 3), "path": f"/articles/{id}.txt", **known}
    return Document(id=id, text=text, blocks=tuple(blocks), **given)


def claim_at(document: Document, span: Span, **given: Any) -> Claim:
    """Return a claim of a paragraph; one that begins "Not" is an accusation."""
    words = span.of(document.text)
    known: dict[str, Any] = {
        "id": f"{document.id}-{span.start}",
        "document": document.id,
        "published": document.published,
        "event": document.event,
        "speaker": "Wang Yi",
        "speaker_role": "Foreign Minister",
        "speaker_country": "CHN",
        "reporter": "",
        "stance": "accusation" if words.startswith("Not") else "denial",
        "sub_stance": "",
        "target": "Washington",
        "target_country": "USA",
        "topic": "cyber",
        "mode": Mode.DIRECT,
        "words": words,
        "spans": (span,),
        "cue": "said",
        "evidence": (Span(span.start, span.start + 2),),
        "rules": ("denial.test",),
    }
    return Claim(**{**known, **given})


def each_line(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
    """Read documents without a parser."""
    for document in documents:
        yield document, [claim_at(document, block.span) for block in document.blocks]


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with in_memory() as db:
        yield db


@pytest.fixture
def keep(db: sqlite3.Connection) -> Keep:
    """Return a function that adds documents to the ledger ``db``."""

    def keep(documents: Sequence[Document], **how: Any) -> Added:
        return kept(db, documents, **how)

    return keep


def kept(
    db: sqlite3.Connection,
    documents: Sequence[Document],
    *,
    extract: Any = each_line,
    reading: Reading = TODAY,
    batch: int = 20,
    part: int = 1_000,
    again: bool = False,
) -> Added:
    """Add documents to a ledger; return what was added."""
    ran = run(db, documents, extract, reading, again=again, batch=batch, part=part)
    return ran.added
