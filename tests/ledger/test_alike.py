"""When two statements are one claim with two sources, and when never."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import permutations

import pytest

from claims.ledger import asking, propositions
from claims.ledger.alike import Wording, families, normalised, same
from claims.ledger.asking import ALL
from tests.ledger.conftest import Keep, article

LONG = "China firmly opposes all forms of cyber attacks and hacking"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(LONG, LONG, id="equal"),
        pytest.param(LONG, f"“{LONG},”", id="marks"),
        pytest.param(LONG, LONG.replace("cyber attacks", "cyberattacks"), id="spelling"),
        pytest.param(LONG, LONG.replace("firmly", "strongly"), id="one word of ten"),
        pytest.param("China did not hack", "China didn’t hack", id="contraction"),
        pytest.param("We cannot accept such talk now", "We can't accept such talk now", id="can't"),
    ],
)
def test_the_same_words_are_one_claim(
    one: str, other: str, keep: Keep, db: sqlite3.Connection
) -> None:
    keep([article("a", one, outlet="A"), article("b", other, outlet="B")])
    [claim] = asking.asked(db, ALL)
    assert [source.outlet for source in asking.sources(db, claim.id)] == ["A", "B"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("China did hack the firm", "China did not hack the firm", id="negation"),
        pytest.param(f"{LONG} never", LONG, id="never"),
        pytest.param(f"It is legal and {LONG}", f"It is illegal and {LONG}", id="contrary"),
        pytest.param(
            "They hold 50 sailors of our navy", "They hold 500 sailors of our navy", id="n"
        ),
        pytest.param("We oppose this", "We opposed this", id="too short for resemblance"),
        pytest.param(LONG, "China has always kept its word to its neighbours", id="other words"),
    ],
)
def test_other_words_stay_two(one: str, other: str, keep: Keep, db: sqlite3.Connection) -> None:
    keep([article("a", one), article("b", other)])
    assert asking.count(db, ALL) == 2


@pytest.mark.parametrize(
    ("day", "claims"),
    [
        pytest.param(date(2024, 12, 8), 1, id="the same week"),
        pytest.param(date(2025, 3, 1), 2, id="months later"),
        pytest.param(None, 1, id="no day known"),
    ],
)
def test_a_formula_said_again_months_later_is_another_claim(
    day: date | None, claims: int, keep: Keep, db: sqlite3.Connection
) -> None:
    keep([article("a", LONG), article("b", LONG, published=day)])
    assert asking.count(db, ALL) == claims


def test_five_outlets_are_one_claim_with_five_sources(keep: Keep, db: sqlite3.Connection) -> None:
    """Counting is by claim; coverage is by document."""
    keep([article(name, LONG, outlet=name.upper()) for name in "abcde"])
    [tally] = asking.tallies(db, ALL)
    assert (tally.claims, tally.sources) == (1, 5)


def test_a_formula_is_not_held_against_itself(
    keep: Keep, db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two thousand claims of one wording took ten seconds: each was compared with all."""
    compared = []

    def noted(one: Wording, days: Mapping[int | None, Sequence[Wording]]) -> list[str]:
        compared.append(one.words)
        return same(one, days)

    monkeypatch.setattr(propositions, "same", noted)
    said_again = [LONG] * 4 + [LONG.replace("firmly", "strongly")]
    keep([article(f"d{n}", *said_again) for n in range(6)], batch=3)
    assert asking.count(db, ALL) == 1
    assert len(compared) == 2 * 2  # two wordings in each of two batches


def test_a_copied_article_is_recognised(keep: Keep, db: sqlite3.Connection) -> None:
    """A reprint may be cut and get a line of its own; the first published is the original."""
    lines = [f"{LONG}, said the minister on day {n} of the talks." for n in range(6)]
    own = "Our correspondent saw the delegations leave by the back door."
    reprint = article("a", own, *lines[:4], published=date(2024, 12, 4))
    first = article("b", *lines)
    other = article("c", lines[0], *(f"{own} It was {word}." for word in ("late", "cold", "wet")))
    keep([reprint, first, other])
    rows = db.execute("SELECT id, original FROM documents ORDER BY id").fetchall()
    assert [tuple(row) for row in rows] == [("a", "b"), ("b", "b"), ("c", "c")]


@pytest.mark.parametrize("pairs", [*permutations([("a", "b"), ("c", "d"), ("b", "c"), ("x", "y")])])
def test_what_joins_is_joined_whatever_the_order(pairs: Sequence[tuple[str, str]]) -> None:
    assert sorted(map(sorted, families(pairs))) == [["a", "b", "c", "d"], ["x", "y"]]


def test_normalised_words_have_no_marks() -> None:
    assert normalised("“We won’t — ever — pay 1,000!”") == "we will not ever pay 1,000"
