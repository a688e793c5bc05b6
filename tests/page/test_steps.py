"""What a page tells of the shift from event to event."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from claims.ledger import Filter, in_memory
from claims.model import Claim, Document
from claims.page.meetings import meetings
from claims.page.steps import steps
from tests.ledger.conftest import article, claim_at, kept
from tests.page.conftest import page_of, tree

EVENTS = {"sunnylands-2013": "accusation", "lima-2024": "cooperation"}


def _claims(given: Any) -> Iterator[tuple[Document, list[Claim]]]:
    """Yield documents whose lines all take the stance of their event, but one denial each."""
    for document in given:
        stances = [EVENTS[document.event]] * 3 + ["denial"]
        pairs = zip(stances, document.blocks, strict=True)
        yield document, [claim_at(document, b.span, stance=stance) for stance, b in pairs]


@pytest.fixture(scope="module")
def turned() -> Iterator[sqlite3.Connection]:
    """Return a ledger in which China turns from accusing to co-operating."""
    lines = ("one said of the first", "two said of the second", "three said of the third", "no")
    given = [
        article(f"{event}-{n}", *(f"{line} thing, {event} {n}" for line in lines), event=event)
        for event in EVENTS
        for n in range(8)
    ]
    with in_memory() as db:
        kept(db, given, extract=_claims)
        yield db


def test_a_difference_clear_of_chance_is_marked(turned: sqlite3.Connection) -> None:
    [step] = steps(turned, Filter(), meetings(turned, Filter()))
    assert (
        step.summary == "Clear of chance: China accuses less often; China co-operates more often."
    )
    assert step.figure is not None
    assert [row[:2] for row in step.figure.rows] == [
        ("China accuses", "−75"),
        ("China denies", "0"),
        ("China co-operates", "+75"),
    ]


def test_a_shift_is_shown_with_its_numbers(turned: sqlite3.Connection) -> None:
    """Counts, shares, difference with interval, a mark only where it excludes zero."""
    root = tree(page_of(turned))
    rows = root.xpath("//table[@class='shift']/tbody")
    told = [" ".join(" ".join(row.xpath("./tr[1]//text()")).split()) for row in rows]
    assert told[0].startswith("China accusation 24 of 32 (75 %) 0 of 32 (0 %) −75")
    assert told[0].endswith("▼ fall; vanished")
    assert told[1].endswith("no clear change")
    assert told[2].endswith("▲ rise; appeared")
    assert len(root.xpath("//section[@id='shift']//svg")) == 1


def test_few_claims_tell_nothing() -> None:
    with in_memory() as db:
        given = [article(e, "one", "two", "three", "four", event=e) for e in EVENTS]
        kept(db, given, extract=_claims)
        page = tree(page_of(db))
    [shift] = page.xpath("//section[@id='shift']")
    assert "Too few claims to tell any difference." in shift.text_content()
    assert "too few to tell; vanished" in shift.text_content()
    assert not shift.xpath(".//svg")


def test_an_event_is_held_against_the_last_with_the_same_speakers() -> None:
    """What others said in between is no part of the comparison."""
    with in_memory() as db:
        given = [
            article("a", "a first line", "b", "c", "d", event="sunnylands-2013"),
            article("x", "another first line", "e", "f", "g", event="osaka-2019"),
            article("b", "the last first line", "h", "i", "j", event="lima-2024"),
        ]

        def extract(given: Any) -> Iterator[tuple[Document, list[Claim]]]:
            for document in given:
                state = "USA" if document.id == "x" else "CHN"
                yield document, [claim_at(document, b.span, speaker_country=state)
                                 for b in document.blocks]  # fmt: skip

        kept(db, given, extract=extract)
        [step] = steps(db, Filter(), meetings(db, Filter()))
    assert [period.event for period in step.shift.periods] == ["sunnylands-2013", "lima-2024"]
