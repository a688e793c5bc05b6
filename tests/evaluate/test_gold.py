"""The measure itself: what counts as right, and what counts neither way."""

from pathlib import Path

import pytest

from claims.errors import PackError
from claims.evaluate.gold import GoldClaim, compare, read_gold
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
    with pytest.raises(PackError) as caught:
        read_gold(path)
    assert [problem.line for problem in caught.value.problems] == [1, 3]
