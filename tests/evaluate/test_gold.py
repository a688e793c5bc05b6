"""The measure itself: what counts as right, and what counts neither way."""

from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.evaluate.gold import GoldClaim, compare, read_gold
from claims.evaluate.stance import read_rows
from claims.model import Span
from tests.tables.conftest import Make, make

__all__ = ["make"]


def gold(start: int, end: int, *, uncertain: bool = False, target: str | None = "USA") -> GoldClaim:
    return GoldClaim(
        document="a",
        speaker="Wang Yi",
        speaker_country="CHN",
        stance="denial",
        target_country=target,
        spans=(Span(start, end),),
        words="",
        uncertain=uncertain,
    )


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        pytest.param(gold(0, 45), 1, id="the same"),
        pytest.param(gold(0, 90), 1, id="half"),
        pytest.param(gold(0, 91), 0, id="less than half"),
        pytest.param(gold(0, 45, target="JPN"), 0, id="another target"),
        pytest.param(gold(0, 45, target=None), 0, id="no target"),
    ],
)
def test_right_means_who_what_whom_and_half_of_the_words(
    claim: GoldClaim, right: int, make: Make
) -> None:
    score = compare([claim], [make()]).scores["all"]
    assert (score.right, score.found, score.gold) == (right, 1, 1)


def test_matching_is_one_to_one(make: Make) -> None:
    """The same claim found twice is right once."""
    score = compare([gold(0, 45)], [make(), make()]).scores["denial"]
    assert (score.right, score.found, score.precision) == (1, 2, 0.5)


def test_what_the_reader_was_unsure_of_counts_neither_way(make: Make) -> None:
    found = compare([gold(0, 45, uncertain=True)], [make()])
    assert (found.scores["all"].found, found.scores["all"].gold) == (0, 0)
    missed = compare([gold(0, 45, uncertain=True)], [])
    assert (missed.scores["all"].recall, missed.missed) == (1.0, ())


def test_companion_stances_take_no_part(make: Make) -> None:
    assert compare([], [make(stance="threat")]).scores["all"].found == 0


def test_every_bad_line_of_a_gold_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"document": "a"}\n\nnot json\n')
    with pytest.raises(ClaimsError) as caught:
        read_gold(path)
    told = [line for line in str(caught.value).splitlines() if not line.startswith("  fix: ")]
    assert told == [
        f"{path}:1:1: not a gold claim: 'speaker' is missing",
        f"{path}:3:1: not a gold claim: Expecting value: line 1 column 1 (char 0)",
    ]


@pytest.mark.parametrize(
    "line", ['"a"', "[1]", "[" * 9_999, '{"id": 1, "text": 2}', '{"text": "No."}', "{"]
)
def test_every_line_that_is_no_labelled_sentence_is_told(line: str, tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl"
    good = '{"id": 1, "text": "Peru denied it.", "gold_class": "denial"}'
    path.write_text(f"{good}\n{line}\n{good}\n{line}\n")
    with pytest.raises(ClaimsError) as caught:
        read_rows(path)
    told = str(caught.value)
    assert f"{path}:2:1: no labelled sentence: " in told
    assert f"{path}:4:1: no labelled sentence: " in told
