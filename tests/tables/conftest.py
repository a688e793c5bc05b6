"""Claims made by hand, in a ledger in memory: tables need no parser."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from claims.ledger import Filter, in_memory
from claims.model import Claim, Document, Mode, Span
from claims.tables import Table, read_view, table
from tests.ledger.conftest import kept

Make = Callable[..., Claim]
WORDS = (
    "the accusation is groundless and we reject it",
    "nobody of ours was anywhere near that harbour",
    "these figures come out of thin air",
    "our ships keep to every line drawn in spring",
    "whoever wrote this report never asked us",
    "there was no such letter, then or later",
    "we have nothing to hide from any inspector",
    "the cable was cut by a storm alone",
)
"""Unlike each other: alike claims count once."""


@contextmanager
def ledger(claims: Sequence[Claim]) -> Iterator[sqlite3.Connection]:
    """Open a ledger in memory that holds these claims; each document's text is its words."""
    whole: dict[str, list[Claim]] = {}
    for claim in claims:
        whole.setdefault(claim.document, []).append(claim)
    documents = []
    for id, known in whole.items():
        text = f"{id}\n\n" + "\n\n".join(claim.words for claim in known)
        day, event = known[0].published, known[0].event
        documents.append(
            Document(id=id, text=text, published=day, event=event, path=f"/a/{id}.txt")
        )

    def extract(read: Sequence[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        for document in read:
            yield document, [replace(c, document=document.id) for c in whole[document.id]]

    with in_memory() as db:
        kept(db, documents, extract=extract)
        yield db


def tabled(claims: Sequence[Claim], view: str, wanted: Filter | None = None) -> Table:
    """Return the table that a view makes of these claims."""
    with ledger(claims) as db:
        return table(db, read_view(view), wanted or Filter(stances=()))


@pytest.fixture
def make() -> Make:
    """Return a function that makes a claim of which only the named fields matter."""
    number = 0

    def claim(**given: Any) -> Claim:
        nonlocal number
        number += 1
        known: dict[str, Any] = {
            "id": f"c{number:03}",
            "document": "a",
            "published": date(2024, 12, 3),
            "event": "",
            "speaker": "Wang Yi",
            "speaker_role": "Foreign Minister",
            "speaker_country": "CHN",
            "reporter": "",
            "stance": "denial",
            "sub_stance": "deny_fact",
            "target": "United States",
            "target_country": "USA",
            "topic": "",
            "mode": Mode.DIRECT,
            "words": WORDS[number % len(WORDS) - 1] + (f", {number}" * (number > len(WORDS))),
            "spans": (Span(0, 45),),
            "cue": "said",
            "evidence": (Span(18, 28),),
            "rules": ("denial.groundless",),
        }
        return Claim(**{**known, **given})

    return claim
