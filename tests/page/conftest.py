"""Small ledgers, and the pages that are made of them: no parser."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from claims.errors import Unread
from claims.ledger import Filter, in_memory
from claims.model import Claim, Document, Span
from claims.packs import read_packs
from claims.packs.compiled import Packs
from claims.page import made, rendered
from claims.tables import read_view
from tests.bench.synthetic import documents, found_in
from tests.ledger.conftest import article, claim_at, kept

REPORTS = Path(__file__).parent.parent.parent / "reports"
WIRE = article(
    "wire",
    "The minister said the charge of theft was false. He left at noon.",
    "Both sides agreed to reopen the harbour, the statement said.",
    title="A charge is denied",
    outlet="The Wire",
    url="https://wire.example/one?a=1&b=2",
    event="sunnylands-2013",
    published=date(2013, 6, 9),
)
LATER = article(
    "later",
    "Washington accused Beijing of taking the plans.",
    title="Accused again",
    outlet="Evening Post",
    event="lima-2024",
    published=date(2024, 11, 17),
)


def at(document: Document, words: str, **given: Any) -> Claim:
    """Return a claim of these words of a document; parts of a passage are named by their words."""
    spans = {
        field: Span(document.text.index(part), document.text.index(part) + len(part))
        for field in ("cue", "source", "seen")
        if (part := given.pop(field, ""))
    }
    start = document.text.index(words)
    known = {
        "cue_spans": (spans["cue"],) if "cue" in spans else (),
        "source": spans.get("source"),
        "evidence": (spans["seen"],) if "seen" in spans else (),
        **given,
    }
    return claim_at(document, Span(start, start + len(words)), **known)


CLAIMS = {
    "wire": [
        at(
            WIRE, "the charge of theft was false", id="d00000000001", cue="said", seen="false",
            source="The minister", rules=("denial.reject-charge",), trust=0.75, trust_n=20,
        ),
        at(
            WIRE, "Both sides agreed to reopen the harbour", id="c00000000001", speaker="China",
            stance="cooperation", rules=("cooperation.agree",), topic="trade", uncertain=True,
        ),
    ],
    "later": [
        at(
            LATER, "taking the plans", id="a00000000001", speaker="United States",
            speaker_country="USA", stance="accusation", target="China", target_country="CHN",
            rules=("accusation.unheard-of",), hedged=True, reporter="Ann Poe", topic="",
        ),
        at(
            LATER, "accused Beijing", id="d00000000002", stance="denial", topic="",
            rules=("denial.reject-charge",), historic=True,
        ),
    ],
}  # fmt: skip


def small(db: sqlite3.Connection) -> None:
    """Put two documents of two events into a ledger, with four claims, one of them past."""
    kept(db, [WIRE, LATER], extract=lambda given: ((one, CLAIMS[one.id]) for one in given))


@cache
def packs() -> Packs:
    """Return the shipped rules, read once."""
    return read_packs()


def page_of(
    db: sqlite3.Connection, wanted: Filter | None = None, unread: Sequence[Unread] = ()
) -> str:
    """Return the page of a ledger."""
    view = read_view("stance")
    return rendered(made(db, packs(), wanted=wanted or Filter(), view=view, unread=unread))


def tree(page: str) -> Any:
    """Return a page as a browser's parser would read it, near enough."""
    return html.document_fromstring(page)


@pytest.fixture(scope="session")
def small_page() -> str:
    with in_memory() as db:
        small(db)
        return page_of(db)


@pytest.fixture(scope="session")
def empty_page() -> str:
    with in_memory() as db:
        return page_of(db)


@pytest.fixture(scope="session")
def busy_page() -> str:
    """Return a page with many countries, events and shifts."""
    with in_memory() as db:
        given = [replace(one, event=f"summit-{n % 3}") for n, one in enumerate(documents(6))]
        kept(db, given, extract=found_in)
        return page_of(db)


@pytest.fixture(scope="session")
def thousand() -> Iterator[sqlite3.Connection]:
    """Return a ledger of 1,000 claims of the three stances, most in passages of their own."""
    with in_memory() as db:
        kept(db, list(documents(120)), extract=_thousand)
        yield db


def _thousand(given: Any) -> Iterator[tuple[Document, list[Claim]]]:
    left = 1000
    for document, claims in found_in(given):
        core = [claim for claim in claims if claim.stance != "demand"][:left]
        left -= len(core)
        yield document, [replace(c, rules=(_RULES[c.stance],)) for c in core]


_RULES = {
    "accusation": "accusation.wrong-of",
    "denial": "denial.reject-charge",
    "cooperation": "cooperation.agree",
}
