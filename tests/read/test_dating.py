"""A text is dated by its own head where that is beyond doubt, else by its file's name."""

from datetime import date

import pytest

from claims.read import blocks
from claims.read.dating import day_of_head, day_of_name

BODY = (
    "The minister said that the harvest was poor, and that bread would be dear before long. "
    "He had been asked about it on March 3, 2001, and again on May 9, 2002."
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("Bread is dear\n\nFriday, June 7, 2024", "2024-06-07", id="own line"),
        pytest.param("Bread is dear\n\nPublished: 7 June 2024, 10:15", "2024-06-07", id="says so"),
        pytest.param("For immediate release – June 7, 2024", "2024-06-07", id="press release"),
        pytest.param(
            "Spokesperson Weber’s Regular Press Conference on June 7, 2024", "2024-06-07",
            id="occasion on",
        ),
        pytest.param(
            "Press Briefing by Press Secretary Jane Weber, 6/17/24", "2024-06-17",
            id="occasion, short date",
        ),
        pytest.param(
            "Press Briefing by Press Secretary Jane Weber, 6/7/24", None,
            id="day and month in doubt",
        ),
        pytest.param("Remarks by the Minister (June 7, 2024)", "2024-06-07", id="in brackets"),
        pytest.param(
            "Bread is dear\n\nOSLO, June 7, 2024 (Example) -- The price rose again on Friday.",
            "2024-06-07", id="dateline",
        ),
        pytest.param("Bread is dear", None, id="none: days in the text are of other things"),
        pytest.param("What the fire of June 7, 1984 taught us", None, id="old things"),
        pytest.param("How a speech of old, held on June 7, 1984", None, id="an old speech"),
        pytest.param(
            "Press Conference on the treaty of June 7, 1984", None, id="what it was about",
        ),
    ],
)  # fmt: skip
def test_a_text_is_dated_by_its_head(head: str, expected: str | None) -> None:
    text = f"{head}\n\n{BODY}\n"
    known = day_of_head(text, blocks(text))
    assert known == (date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        pytest.param("briefing_friday-april-17-2026", "2026-04-17", id="written out"),
        pytest.param("briefing_may-4-2023", "2023-05-04", id="behind a mark"),
        pytest.param("2019-08-24-leaders-meet", "2019-08-24", id="ISO"),
        pytest.param("press-briefing-9-22-15", "2015-09-22", id="American, short"),
        pytest.param("press-briefing-9-12-15", None, id="in doubt"),
        pytest.param("dismay-4-2023", None, id="no month"),
    ],
)
def test_a_file_is_dated_by_its_name(stem: str, expected: str | None) -> None:
    assert day_of_name(stem) == (date.fromisoformat(expected) if expected else None)
