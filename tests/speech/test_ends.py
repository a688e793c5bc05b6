"""Where contents end: what stands behind their core is told with it, or only told of it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from claims.errors import PackError
from claims.speech import read_cues

Telling = Callable[[str], list[Any]]

LEAD = "The talks began on Monday.\n"  # so that no sentence is taken for a headline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Ms Okoro said the harbour would stay open, though few of the traders who work there"
            " believed it.",
            "the harbour would stay open",
            id="a clause set off, with a cue of its own",
        ),
        pytest.param(
            "The senator endorsed the treaty, a text of four hundred pages that nobody in the"
            " chamber had read.",
            "the treaty",
            id="an apposition to the object",
        ),
        pytest.param(
            "While some traders say the harbour will stay open - others say it has been closed"
            " for good.",
            "the harbour will stay open",
            id="another's words behind a dash",
        ),
        pytest.param(
            "The farmers praised the mayor in a letter to the council.",
            "the mayor in a letter to the council",
            id="what completes a short object",
        ),
        pytest.param(
            "The farmers called the mayor in May the most honest person in town.",
            "the mayor in May the most honest person in town",
            id="what is said of the object, behind a time",
        ),
        pytest.param(
            "The mayor is considered honest by the farmers.",
            "honest",
            id="not over the source",
        ),
        pytest.param(
            "The union believes the law is unfair.",
            "the law is unfair",
            id="nothing stands behind it",
        ),
    ],
)
def test_a_content_ends_where_people_end_it(text: str, words: str, told: Telling) -> None:
    """What a mark sets off is mostly the writer's; what completes an object is the speaker's."""
    assert told(LEAD + text)[0].words[-1] == words


def test_a_content_does_not_grow_over_another_cue(told: Telling) -> None:
    """Each of two cues keeps its own words."""
    text = "Ms Okoro said the harbour would stay open, and Mr Ito said it would close in a year."
    assert [(one.source, one.words) for one in told(LEAD + text)] == [
        ("Ms Okoro", ("the harbour would stay open",)),
        ("Mr Ito", ("it would close in a year",)),
    ]


@pytest.mark.parametrize(
    ("text", "told_beside"),
    [
        pytest.param(
            "The ferry line says its pumps were sound on the night of the storm, while the union"
            " says they leaked.",
            ("the union", ("they leaked",)),
            id="with a subject of its own",
        ),
        pytest.param(
            "The pilots promise that they will pay the new levy from May, while insisting that it"
            " is unfair.",
            ("The pilots", ("that it is unfair",)),
            id="with the speaker's",
        ),
    ],
)
def test_a_cue_that_a_content_might_hold_is_told_beside_it(
    text: str, told_beside: tuple[str, tuple[str, ...]], told: Telling
) -> None:
    """Two who speak have a statement each, and who speaks on is still who spoke."""
    outer = [one for one in told(LEAD + text) if one.parent is None]
    assert told_beside in [(one.source, one.words) for one in outer]


@pytest.fixture(scope="module")
def ends() -> Mapping[str, float]:
    return read_cues().ends


def test_the_shipped_ends_are_read(ends: Mapping[str, float]) -> None:
    """A clause that a comma sets off is oftener left out than one that none does."""
    assert ends["hold within head "] < 1.0 < ends["hold at head ,"]
    assert ends["word advcl although"] > ends["word advcl because"]


def test_every_fault_is_told() -> None:
    with pytest.raises(PackError) as caught:
        read_cues([("ends.yaml", "ends:\n  hold: {at cue: 3}\n  weather: {rain: 1/1/1}\n")])
    assert [(p.line, p.what) for p in caught.value.problems] == [
        (2, "'3' is no count"),
        (3, "no kind of context"),
    ]
