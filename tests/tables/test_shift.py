"""What changed between two periods: counts, shares, what may be said of them, and the words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from claims.errors import ClaimsError
from claims.ledger import Filter
from claims.model import Claim
from claims.tables.periods import every, read_periods
from claims.tables.shift import Basis, Effect, Fate, Line, Shift
from claims.tables.shift_rows import FIELDS, as_table, records
from claims.tables.shifting import shift
from tests.tables.conftest import Make, ledger

ONE, OTHER = date(2013, 6, 8), date(2024, 12, 3)
LABELS = ("2013", "2024")


def shifted(claims: Sequence[Claim], by: str = "country", **wanted: Any) -> Shift:
    with ledger(claims) as db:
        return shift(db, read_periods(db, LABELS), by, Filter(**wanted))


def some(
    make: Make, stance: str, day: date, documents: int, each: int = 1, **given: Any
) -> list[Claim]:
    """Return claims of one stance, so many in each of so many documents."""
    return [
        make(stance=stance, published=day, document=f"{day.year}-{stance[0]}{n}", **given)
        for n in range(documents)
        for _ in range(each)
    ]


def line(found: Shift, stance: str, row: int = 0) -> Line:
    return next(line for line in found.rows[row].lines if line.stance == stance)


def test_shares_are_of_certain_claims(make: Make) -> None:
    """An uncertain claim is shown, and is in no share."""
    claims = [
        make(published=ONE, stance="accusation"),
        make(published=ONE, stance="cooperation"),
        make(published=ONE, stance="cooperation", uncertain=True),
        make(published=OTHER, stance="cooperation"),
    ]
    found = line(shifted(claims), "cooperation")
    before, after = found.points
    assert (before.count, before.uncertain, before.of, before.share) == (1, 1, 2, 0.5)
    assert (after.count, after.of, after.share) == (1, 1, 1.0)
    assert found.changes[0].difference == 0.5


def test_few_claims_tell_nothing(make: Make) -> None:
    """Below the least number there is no interval and no mark, whatever the shares."""
    claims = some(make, "accusation", ONE, 4) + some(make, "cooperation", OTHER, 4)
    [change] = line(shifted(claims), "accusation").changes
    assert (change.effect, change.low, change.basis) == (Effect.TOO_FEW, None, Basis.NOTHING)
    assert change.fate == Fate.VANISHED


def test_a_mark_stands_only_where_the_interval_excludes_zero(make: Make) -> None:
    claims = some(make, "accusation", ONE, 12) + some(make, "cooperation", ONE, 3)
    claims += some(make, "accusation", OTHER, 3) + some(make, "cooperation", OTHER, 12)
    [change] = line(shifted(claims), "accusation").changes
    assert change.effect == Effect.FALL
    assert change.basis == Basis.DOCUMENTS
    assert change.high is not None
    assert change.high < 0


def test_alike_documents_count_as_few(make: Make) -> None:
    """Sixty claims in four documents that each say one thing tell less than sixty documents."""
    few = some(make, "accusation", ONE, 2, each=15) + some(make, "cooperation", ONE, 2, each=15)
    few += some(make, "cooperation", OTHER, 4, each=15)
    many = some(make, "accusation", ONE, 30) + some(make, "cooperation", ONE, 30)
    many += some(make, "cooperation", OTHER, 60)
    assert line(shifted(few), "accusation").changes[0].effect == Effect.NONE
    assert line(shifted(many), "accusation").changes[0].effect == Effect.FALL


def test_one_document_a_side_speaks_of_itself_alone(make: Make) -> None:
    claims = some(make, "accusation", ONE, 1, each=9) + some(make, "cooperation", OTHER, 1, each=9)
    [change] = line(shifted(claims), "accusation").changes
    assert (change.effect, change.basis) == (Effect.FALL, Basis.CLAIMS)
    table = as_table(shifted(claims))
    assert any("▼* −100" in str(cell) for row in table.rows for cell in row)
    assert (
        "*: one document a side; the interval compares these texts, not the periods." in table.notes
    )


def test_silence_is_no_stance(make: Make) -> None:
    """A row of which one period has no claim at all has neither gained nor lost a stance."""
    found = shifted([make(published=ONE), make(published=OTHER, speaker_country="USA")])
    assert {line.changes[0].fate for row in found.rows for line in row.lines} == {Fate.UNSEEN}


def test_coverage_stands_apart(make: Make) -> None:
    found = shifted(some(make, "denial", ONE, 2, each=2) + some(make, "denial", OTHER, 1))
    assert [(c.claims, c.documents) for c in found.coverage] == [(4, 2), (1, 1)]
    assert line(found, "denial").changes[0].difference == 0.0


def test_an_accusation_is_answered_by_the_accused(make: Make) -> None:
    """Accuser and accused swapped, in the same period; a denial of others answers nothing."""
    charge = {"speaker_country": "USA", "target_country": "CHN", "stance": "accusation"}
    claims = [
        make(published=ONE, **charge),
        make(published=ONE),
        make(published=OTHER, **charge),
        make(published=OTHER, target_country="JPN"),
    ]
    [exchange] = shifted(claims).exchanges
    assert (exchange.accuser, exchange.accused) == ("United States", "China")
    assert [(p.accusations, p.denials, p.answered) for p in exchange.points] == [
        (1, 1, True),
        (1, 0, False),
    ]


def test_the_words_behind_a_change_are_the_plainest(make: Make) -> None:
    claims = [
        make(published=ONE, words="we may at times have thought otherwise", hedged=True),
        make(published=ONE, words="we never did it and never will"),
        make(published=OTHER, stance="cooperation", words="we shall build the bridge together"),
    ]
    found = shifted(claims)
    before, after = line(found, "denial").points
    assert before.quote is not None
    assert (before.quote.words, after.quote) == ("we never did it and never will", None)


def test_the_past_is_told_apart(make: Make) -> None:
    found = shifted(
        [make(published=ONE), make(published=OTHER), make(published=ONE, historic=True)]
    )
    assert found.notes == ("1 claim about the past not counted",)
    assert found.coverage[0].claims == 1


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("country", ["China"]),
        ("dyad", ["China → United States"]),
        ("speaker", ["Wang Yi (China)"]),
        ("topic", ["(no topic)"]),
    ],
)
def test_rows(by: str, names: list[str], make: Make) -> None:
    found = shifted([make(published=ONE), make(published=OTHER)], by)
    assert [row.name for row in found.rows] == names


def test_a_stance_of_its_own_is_a_share_of_all(make: Make) -> None:
    """One stance alone would always be all of itself."""
    claims = [make(published=ONE), make(published=ONE, stance="accusation"), make(published=OTHER)]
    found = shifted(claims, stances=("denial",))
    assert found.stances == ("denial",)
    assert line(found, "denial").points[0].share == 0.5


def test_records_are_tidy(make: Make) -> None:
    rows = list(records(shifted([make(published=ONE), make(published=OTHER)])))
    assert len(rows) == 3
    assert all(tuple(row) == FIELDS for row in rows)


@pytest.mark.parametrize(
    ("label", "since", "until"),
    [
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-Q4", date(2013, 10, 1), date(2013, 12, 31)),
        ("2013-06-08", date(2013, 6, 8), date(2013, 6, 8)),
        ("2013-01..2013-06", date(2013, 1, 1), date(2013, 6, 30)),
        ("2013-06-07..2014", date(2013, 6, 7), date(2014, 12, 31)),
    ],
)
def test_days_are_read(label: str, since: date, until: date, make: Make) -> None:
    with ledger([make()]) as db:
        [period] = read_periods(db, [label])
    assert (period.since, period.until) == (since, until)


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        pytest.param(["sunylands-2013"], "did you mean sunnylands-2013", id="near"),
        pytest.param(["xyzzy"], "write an event's key, or days as 2013", id="nothing near"),
        pytest.param(["2013-13"], "no event or days '2013-13'", id="no month"),
        pytest.param(["2014..2013"], "ends before it begins", id="backwards"),
        pytest.param(["2013", "2013-06"], "share days", id="overlap"),
        pytest.param(["lima-2024", "lima-2024"], "are the same", id="twice"),
    ],
)
def test_what_is_no_period_is_told(labels: list[str], told: str, make: Make) -> None:
    with ledger([make(event="lima-2024")]) as db, pytest.raises(ClaimsError, match=told):
        read_periods(db, labels)


def test_an_event_of_ones_own_is_a_period(make: Make) -> None:
    """Events need not be in our list: a desk names its own."""
    with ledger([make(event="board-meeting")]) as db:
        [period] = read_periods(db, ["board-meeting"])
    assert period.event == "board-meeting"


def test_every_quarter_from_first_to_last(make: Make) -> None:
    with ledger([make(published=date(2013, 11, 2)), make(published=date(2014, 5, 1))]) as db:
        assert [p.label for p in every(db, "quarter")] == ["2013-Q4", "2014-Q1", "2014-Q2"]
