"""Who speaks a quotation, where no verb governs it."""

from collections.abc import Callable
from typing import Any

import pytest

Telling = Callable[[str], list[Any]]

LEAD = "The talks began on Monday.\n"  # so that no sentence is taken for a headline


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        pytest.param(
            "As the Harbour Times put it, “It is a deal that nobody wanted.”",
            [("the Harbour Times", ("It is a deal that nobody wanted",))],
            id="how X put it",
        ),
        pytest.param(
            "Ines Okoro agreed. “The tide will not wait for a new bridge.”",
            [("Ines Okoro", ("The tide will not wait for a new bridge",))],
            id="a sentence before that only says who spoke",
        ),
        pytest.param(
            "Okoro: “Our goal is not to wait but to win.” Sato: “The mission is to win it.”",
            [
                ("Okoro", ("Our goal is not to wait but to win",)),
                ("Sato", ("The mission is to win it",)),
            ],
            id="one name at the start of a paragraph",
        ),
        pytest.param(
            "From the report: “Wells that were dug deeper held water all summer.”",
            [
                (
                    "the report",
                    ("Wells that were dug deeper held water all summer",),
                )
            ],
            id="from a text",
        ),
        pytest.param(
            "Another reader wrote of Mr. Ito: “Your boss is still bringing them here.”",
            [("Another reader", ("Your boss is still bringing them here",))],
            id="a title within a clause starts no label",
        ),
        pytest.param(
            "On Saturday, Mr Ito said on the radio: “The works will go on for a year.”",
            [("Mr Ito", ("The works will go on for a year",))],
            id="a clause behind a time is no label",
        ),
    ],
)
def test_a_quotation_has_its_speaker(
    text: str, spoken: list[tuple[str, tuple[str, ...]]], told: Telling
) -> None:
    """The verb that leads to it may stand in a sentence of its own, or be left out for a colon."""
    assert [(one.source, one.words) for one in told(LEAD + text)] == spoken


def test_what_a_speaker_feels_is_not_spoken(told: Telling) -> None:
    """A participle behind the cue tells of the speaker, and is no rest of the quotation."""
    text = "“They hired us as extras for a parade,” said Paul Ito, angered that nobody had come."
    assert told(LEAD + text)[0].words == ("They hired us as extras for a parade",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "“It was a poor choice,” he said, that two boats left on one tide.",
            ("It was a poor choice", "that two boats left on one tide"),
            id="a clause behind the cue",
        ),
        pytest.param(
            "The mayor's remarks about the port were “the very picture of a mistake,” Ms Ito said.",
            ("The mayor's remarks about the port were “the very picture of a mistake,”",),
            id="words that lead to it, with a noun that reports",
        ),
    ],
)
def test_what_is_told_beside_a_quotation(text: str, words: tuple[str, ...], told: Telling) -> None:
    """The rest of its sentence is told with it, whichever nouns report within."""
    spoken = next(one for one in told(LEAD + text) if one.cue == ("said",))
    assert spoken.words == words
