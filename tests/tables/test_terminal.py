"""What a user sees: nothing swallowed, nothing obeyed, readable at any width."""

import io
from itertools import product

import pytest
from rich.console import Console

from claims.model import Claim
from claims.tables.screen import screen
from claims.tables.terminal import show
from claims.tables.visible import visible
from tests.tables.conftest import Make, tabled

HOSTILE = [
    pytest.param("[bold]no[/bold] [sic] [/]", "[bold]no[/bold] [sic] [/]", id="markup"),
    pytest.param("a\x1b[31mred", "a␛[31mred", id="escape"),
    pytest.param("a\x9b31mred", "a\\x9b31mred", id="C1"),
    pytest.param("a\x00b\x7f", "a␀b␡", id="NUL and DEL"),
    pytest.param("a\u202eb", "a\\u202eb", id="bidi"),
    pytest.param("a\r\nb\tc", "a  b c", id="line ends"),
    pytest.param("a\ud800b", "a\\ud800b", id="lone surrogate"),
    pytest.param(":smile: 汉字 🙂", ":smile: 汉字 🙂", id="emoji and CJK"),
]


def printed(table_width: int, *claims: Claim) -> str:
    out = io.StringIO()
    console = Console(file=out, width=table_width, highlight=False)
    show(tabled(list(claims), "stance"), console)
    return out.getvalue()


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_hostile_text_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(("text", "shown"), HOSTILE[:-2] + HOSTILE[-1:])  # no ledger has surrogates
@pytest.mark.parametrize("field", ["words", "speaker"])
def test_data_is_never_markup(text: str, shown: str, field: str, make: Make) -> None:
    """Whatever an article holds stands in the table as it is."""
    out = printed(200, make(**{field: text}))
    assert "\x1b" not in out
    assert shown.split()[0] in out


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int, make: Make) -> None:
    claims = [
        make(speaker_country=code, words="we agreed on much " * 12) for code in ("CHN", "BIH")
    ]
    assert max(map(len, printed(width, *claims).splitlines())) <= width


def test_the_words_leave_a_narrow_table_first(make: Make) -> None:
    """At 80 columns the words stand below the table, a country a line."""
    out = printed(80, make())
    assert "In their words:" in out
    assert "China denies “the accusation is groundless and we reject it”" in out


@pytest.mark.parametrize("width", [110, 120, 140, 160, 200])
def test_the_words_stand_in_the_table_only_where_they_have_room(width: int, make: Make) -> None:
    """Long names left them a column of one letter, and a table of a thousand lines."""
    claims = [
        make(
            speaker=f"Permanent Representative {number}",
            stance=stance,
            speaker_country="BIH",
            target_country=target,
            words=f"{number} " + "we agreed on much " * 8,
        )
        for number, (stance, target) in enumerate(
            product(("accusation", "denial", "cooperation"), ("MKD", "USA", "DOM"))
        )
    ]
    out = printed(width, *claims)
    assert ("In their words:" in out) == (width < 160)
    assert len(out.splitlines()) < 40


def test_the_narrowest_table_keeps_its_figures_whole(make: Make) -> None:
    out = printed(40, *(make(speaker=f"Speaker {n}", stance="denial") for n in range(12)))
    assert "Speakers" not in out
    assert {"Country", "Accuses", "Denies", "Net"} <= set(out.replace("│", " ").split())
    assert "│12 " in out


@pytest.mark.parametrize(("columns", "width"), [("0", 80), ("1", 40), ("39", 40), ("70", 70)])
def test_a_terminal_is_as_wide_as_a_table_can_be(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some say that they have no columns at all; a table in none would show no figure."""
    monkeypatch.setenv("COLUMNS", columns)
    assert screen().width == width


def test_uncertain_claims_carry_a_question_mark(make: Make) -> None:
    assert "│ 1+1? " in printed(200, make(), make(uncertain=True))


def test_more_rows_than_fit_are_told(make: Make) -> None:
    out = io.StringIO()
    claims = [make(speaker=f"Speaker {n}") for n in range(12)]
    table = tabled(claims, "speaker")
    show(table, Console(file=out, width=120), cap=10)
    assert "2 more rows; --format csv has them all" in out.getvalue()
