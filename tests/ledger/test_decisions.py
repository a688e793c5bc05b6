"""Decisions lie on top of what was found, outlive another reading, and can be undone."""

import sqlite3
from typing import Any

import pytest

from claims.errors import ClaimsError
from claims.ledger import asking
from claims.ledger.asking import ALL
from claims.ledger.decisions import decide, decisions, undo
from claims.ledger.doctor import examine
from claims.ledger.provenance import Reading
from claims.model import Claim, Document
from tests.ledger.conftest import Keep, article, claim_at

LATER = Reading("1.0", "model 3", "b" * 64)
WORDS = "We did nothing of the kind that is said"
BY = {"note": "heard it myself", "by": "Ann", "at": "2026-01-02T03:04:05Z"}


def shown(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    return [
        (c.speaker, c.speaker_country, c.stance, c.target_country) for c in asking.asked(db, ALL)
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"stance": "threat"}, [("Wang Yi", "CHN", "threat", "USA")], id="stance"),
        pytest.param({"speaker": "Li"}, [("Li", "CHN", "denial", "USA")], id="speaker"),
        pytest.param({"speaker_country": None}, [("Wang Yi", None, "denial", "USA")], id="state"),
        pytest.param({"target_country": "JPN"}, [("Wang Yi", "CHN", "denial", "JPN")], id="target"),
        pytest.param({"reject": True}, [], id="reject"),
    ],
)
def test_a_decision_shows_and_its_undoing_too(
    changes: dict[str, Any], expected: list[object], keep: Keep, db: sqlite3.Connection
) -> None:
    keep([article("a", WORDS)])
    before = shown(db)
    made = decide(db, "a-0", changes, **BY)
    assert shown(db) == expected
    [found] = db.execute("SELECT stance, speaker FROM found").fetchall()
    assert tuple(found) == ("denial", "Wang Yi")  # what was found stays as it was found
    undone = undo(db, "a-0", by="Ben", at="2026-01-03T00:00:00Z")
    assert (undone.number, undone.state, undone.undone_by) == (made.number, "undone", "Ben")
    assert shown(db) == before


def test_a_decision_holds_for_the_same_words_in_other_outlets(
    keep: Keep, db: sqlite3.Connection
) -> None:
    keep([article("a", WORDS), article("b", WORDS)])
    decide(db, "b-0", {"stance": "threat"}, **BY)
    keep([article("c", WORDS)])
    assert shown(db) == [("Wang Yi", "CHN", "threat", "USA")]


def test_the_latest_decision_on_a_field_wins_and_others_stay(
    keep: Keep, db: sqlite3.Connection
) -> None:
    keep([article("a", WORDS)])
    decide(db, "a-0", {"stance": "threat", "speaker": "Li"}, **BY)
    decide(db, "a-0", {"stance": "accusation"}, **BY)
    assert shown(db) == [("Li", "CHN", "accusation", "USA")]
    undo(db, "a-0", by="Ann", at="2026-01-03T00:00:00Z")
    assert shown(db) == [("Li", "CHN", "threat", "USA")]


def test_decisions_outlive_another_reading_that_gives_other_ids(
    keep: Keep, db: sqlite3.Connection
) -> None:
    """A claim's id holds its rule, so a better rule gives the same words another id."""
    keep([article("a", WORDS, "It is not ours to say so")])
    decide(db, "a-0", {"reject": True}, **BY)
    keep([], extract=_renamed, reading=LATER, again=True)
    assert [claim.id for claim in asking.asked(db, ALL)] == ["new-41"]
    [made] = decisions(db)
    assert (made.claim, made.bound, made.state) == ("a-0", "new-0", "standing")


def test_a_decision_never_slips_to_a_neighbour(keep: Keep, db: sqlite3.Connection) -> None:
    """Its claim gone, it waits; the other claim of the same words keeps its own stance."""
    keep([article("a", WORDS)], extract=_two_stances)
    decide(db, "d-a", {"reject": True}, **BY)
    keep([], extract=_one_stance, reading=LATER, again=True)
    assert [claim.stance for claim in asking.asked(db, ALL)] == ["accusation"]
    [made] = decisions(db)
    assert made.state == "waiting"
    assert examine(db).faults == ()
    keep([], extract=_two_stances, again=True)
    assert [claim.stance for claim in asking.asked(db, ALL)] == ["accusation"]
    assert next(decisions(db)).state == "standing"


@pytest.mark.parametrize(
    ("id", "told"),
    [
        pytest.param("zz", "no claim's id begins with 'zz'\n  fix: take an id", id="none"),
        pytest.param("a-", "'a-' begins several\n  fix: write more of it: a-0, a-41", id="several"),
    ],
)
def test_an_unclear_id_is_a_mistake(id: str, told: str, keep: Keep, db: sqlite3.Connection) -> None:
    keep([article("a", WORDS, "It is not ours to say so")])
    with pytest.raises(ClaimsError) as caught:
        decide(db, id, {"reject": True}, **BY)
    assert str(caught.value).startswith(told)
    assert list(decisions(db)) == []


def test_nothing_to_undo_is_a_mistake(keep: Keep, db: sqlite3.Connection) -> None:
    keep([article("a", WORDS)])
    with pytest.raises(ClaimsError, match="nothing is decided about a-0"):
        undo(db, "a-0", by="Ann", at="2026-01-03T00:00:00Z")


def _renamed(documents: list[Document]) -> Any:
    for d in documents:
        yield d, [claim_at(d, b.span, id=f"new-{b.span.start}") for b in d.blocks]


def _two_stances(documents: list[Document]) -> Any:
    for d in documents:
        span = d.blocks[0].span
        other = claim_at(d, span, id=f"z-{d.id}", stance="accusation")
        yield d, [claim_at(d, span, id=f"d-{d.id}"), other]


def _one_stance(documents: list[Document]) -> Any:
    for d, found in _two_stances(documents):
        kept: list[Claim] = found[1:]
        yield d, kept
