"""From claims to a table: grouping, counting, and the words that say it best."""

from claims.ledger import Filter
from claims.model import Mode
from claims.tables.table import Quote, Tally
from tests.tables.conftest import Make, tabled


def test_a_country_has_a_row_with_its_targets(make: Make) -> None:
    """Counts stand by stance; targets by how often they are meant."""
    claims = [
        make(stance="accusation", target_country="USA"),
        make(stance="accusation", target_country="USA"),
        make(stance="accusation", target_country="JPN"),
        make(stance="cooperation", target_country="RUS", uncertain=True),
    ]
    [row] = tabled(claims, "stance").rows
    assert row[:5] == (
        "China",
        Tally(count=3, targets=(("United States", 2), ("Japan", 1))),
        Tally(),
        Tally(count=0, uncertain=1, targets=(("Russia", 1),)),
        -3,
    )


def test_rows_come_most_claims_first_and_equal_ones_by_name(make: Make) -> None:
    claims = [make(speaker_country=code) for code in ("USA", "FRA", "FRA", "CHN")]
    rows = tabled(claims, "stance").rows
    assert [row[0] for row in rows] == ["France", "China", "United States"]


def test_what_is_not_counted_is_told(make: Make) -> None:
    """A reader must see that something was left out, and why."""
    claims = [make(historic=True), make(speaker_country=None, speaker="Amnesty"), make()]
    table = tabled(claims, "stance")
    assert len(table.rows) == 1
    assert table.notes == (
        "1 claim about the past not counted",
        "1 claim by speakers of no known state not counted (Amnesty); --by speaker shows them",
    )


def test_dyads_are_directed(make: Make) -> None:
    claims = [make(), make(speaker_country="USA", target_country="CHN")]
    names = [row[0] for row in tabled(claims, "dyad").rows]
    assert names == ["China → United States", "United States → China"]


def test_the_best_words_are_certain_and_quoted(make: Make) -> None:
    """Quoted words of a length that fits come before reported or uncertain ones."""
    claims = [
        make(words="No.", id="short"),
        make(mode=Mode.INDIRECT, words="that it had never done any such thing", id="reported"),
        make(words="we have never done any such thing", uncertain=True, id="uncertain"),
        make(words="we have never done any such thing", id="best"),
    ]
    [row] = tabled(claims, "stance").rows
    words = "we have never done any such thing"
    assert row[-1] == (Quote(stance="denial", words=words, speaker="Wang Yi", claim="best"),)


def test_no_claims_give_an_empty_table() -> None:
    table = tabled([], "stance")
    assert (table.rows, table.notes) == ((), ())


def test_stances_kept_apart_have_a_column_where_they_are_asked_for(make: Make) -> None:
    """Else a row of nothing but demands would be a row of nothing."""
    claims = [make(stance=stance) for stance in ("demand", "threat", "demand", "denial")]
    apart, together = tabled(claims, "stance", Filter()), tabled(claims, "stance")
    assert "beside" not in [column.key for column in apart.columns]
    place = [column.key for column in together.columns].index("beside")
    assert [row[place] for row in together.rows] == ["demand 2, threat 1"]
