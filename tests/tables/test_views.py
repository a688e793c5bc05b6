"""Every view at every width: nothing wider than the terminal, nothing alive, nothing lost."""

import io
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from claims.errors import ClaimsError, PackError
from claims.ledger import Filter
from claims.tables import read_view, table
from claims.tables.periods import read_periods
from claims.tables.screen import _Plain, bar, is_plain, spark
from claims.tables.shifting import shift
from claims.tables.terminal import show
from claims.tables.terminal_shift import show_shift
from tests.tables.conftest import Make, ledger, tabled

HOSTILE = "[bold]a[/] [sic] \x1b[31m\x9b2J\x00 \u202e汉字 🙂 <img src=x> =1+1 " + "long" * 30
STANCES = ("accusation", "denial", "cooperation")
VIEWS = ("stance", "speaker", "dyad", "topic", "timeline", "ledger", "shift")


def printed(made: object, width: int, *, plain: bool = False) -> str:
    out = io.StringIO()
    console = (_Plain if plain else Console)(file=out, width=width, highlight=False)
    show(made, console)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("plain", [False, True], ids=["unicode", "ascii"])
@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("view", VIEWS)
def test_hostile_text_stays_text_in_every_view(
    view: str, width: int, plain: bool, make: Make
) -> None:
    known = {"words": HOSTILE, "speaker": HOSTILE, "target": HOSTILE, "target_country": None}
    claims = [
        make(event="lima-2024", **known),
        make(event="sunnylands-2013", document="b", published=date(2013, 6, 8), **known),
    ]
    out = printed(tabled(claims, view), width, plain=plain)
    assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(out)
    assert max(map(len, out.splitlines())) <= width
    assert out.isascii() or not plain
    assert whole(out)


def whole(out: str) -> bool:
    """Return whether every line of a table has its right edge: none is cut off."""
    return all(line[-1] in "│┤╮╯|+" for line in out.splitlines() if line[:1] in "│├╭╰|+")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("by", ["country", "speaker", "dyad", "topic"])
def test_hostile_text_stays_text_in_a_shift(by: str, width: int, make: Make) -> None:
    known = {"words": HOSTILE, "speaker": HOSTILE, "target": HOSTILE, "topic": HOSTILE}
    claims = [make(published=date(2013, 6, 8), document="b", **known), make(**known)]
    out = io.StringIO()
    with ledger(claims) as db:
        found = shift(db, read_periods(db, ["2013", "2024"]), by, Filter())
    show_shift(found, Console(file=out, width=width, highlight=False))
    assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(out.getvalue())
    assert "[sic]" in out.getvalue()
    assert max(map(len, out.getvalue().splitlines())) <= width
    assert whole(out.getvalue())


@pytest.mark.parametrize("width", [60, 80, 100])
def test_long_names_break_before_a_column_is_lost(width: int, make: Make) -> None:
    names = ("Cybersecurity and Infrastructure Security Agency", "Intellectual Property Office")
    claims = [make(speaker=name, topic="cyber", stance=s) for name in names for s in STANCES]
    out = printed(tabled(claims, "topic"), width)
    assert whole(out)
    assert "Speakers" in "".join(out.split()) or width < 80


def test_a_timeline_shows_its_gaps(make: Make) -> None:
    days = [date(2024, 1, 5), date(2024, 1, 9), date(2024, 3, 2)]
    made = tabled([make(published=day, document=f"d{day}") for day in days], "timeline")
    assert [row[:2] for row in made.rows] == [("2024-01", 2), ("2024-02", 0), ("2024-03", 1)]


def test_claims_without_a_day_come_last(make: Make) -> None:
    made = tabled([make(published=None), make(document="b")], "timeline")
    assert [row[0] for row in made.rows] == ["2024-12", "(day unknown)"]


def test_a_ledger_has_a_row_a_claim_and_says_what_it_leaves_out(make: Make) -> None:
    with ledger([make() for _ in range(5)]) as db:
        made = table(db, read_view("ledger"), Filter(), most=3)
    assert (len(made.rows), made.more) == (3, 2)
    assert "2 more rows; --format csv has them all" in printed(made, 120)


def test_bars_and_sparks_have_their_scale() -> None:
    """A share of none is no low share; a small number is still seen."""
    assert spark([0.0, 0.5, 1.0, None]) == "▁▅█·"
    assert [bar(n, 100, 4) for n in (0, 1, 50, 100)] == ["", "▏", "██", "████"]


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({"LANG": "C"}, True),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "C", "PYTHONIOENCODING": "utf-8"}, False),
        ({}, False),
    ],
)
def test_a_locale_without_utf8_is_plain(environment: dict[str, str], plain: bool) -> None:
    assert is_plain(environment) is plain


def test_a_view_that_is_no_text_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"view: mine\nrows: \xff\n")
    with pytest.raises(PackError, match=r"mine\.yaml:2:7: not UTF-8"):
        read_view(str(path))


@pytest.mark.parametrize("columns", ["words", "[]", "{key: words}"])
def test_a_view_without_columns_is_told(columns: str, tmp_path: Path) -> None:
    """It would be a table of nothing, and no page at all."""
    path = tmp_path / "mine.yaml"
    path.write_text(f"view: mine\ntitle: Mine\nrows: country\ncolumns: {columns}\n")
    with pytest.raises(PackError, match=r"mine\.yaml:4:1: no columns\n  fix: write a list of"):
        read_view(str(path))


def test_a_path_that_leads_nowhere_is_no_name_of_a_view(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"--view: no such file '.*gone\.yaml'"):
        read_view(str(tmp_path / "gone.yaml"))
