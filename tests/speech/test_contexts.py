"""Where a find stands moves how far its words are trusted, by as much as the lexicon counted."""

import pytest

from claims.errors import PackError
from claims.speech import read_cues
from claims.speech.contexts import STEADY, Standing, placed

LEXICON = """
contexts:
  behind: {object end: 60/40/100, object preposition: 10/20/50}
  governor: {relcl: 40/40/100}
"""


@pytest.fixture(scope="module")
def factors() -> dict[str, float]:
    return dict(read_cues([("contexts.yaml", LEXICON)]).contexts)


@pytest.mark.parametrize(
    ("contexts", "more"),
    [
        pytest.param(["behind object end"], True, id="right oftener than promised"),
        pytest.param(["behind object preposition"], False, id="right less often"),
        pytest.param(["governor relcl", "behind object adverb"], None, id="as often, or unseen"),
        pytest.param([], None, id="nowhere"),
    ],
)
def test_contexts_move_trust(
    contexts: list[str], more: bool | None, factors: dict[str, float]
) -> None:
    moved = placed(0.4, contexts, factors)
    assert moved == pytest.approx(0.4) if more is None else (moved > 0.4) is more


def test_trust_stays_a_share() -> None:
    """However many contexts speak for a find, or against it."""
    assert 0.0 < placed(0.99, ["a"] * 20, {"a": 0.1}) < placed(0.01, ["a"] * 20, {"a": 9.0}) <= 1.0


def test_few_finds_move_little() -> None:
    """Three right where one was promised say less than 300 where 100 were."""
    assert 1.0 < Standing(3, 1, 4).drawn(STEADY) < Standing(300, 100, 400).drawn(STEADY)


def test_every_fault_is_told() -> None:
    text = "contexts:\n  weather: {object rain: 1/1/1}\n  behind: {object end: 3/5}\n"
    with pytest.raises(PackError) as caught:
        read_cues([("contexts.yaml", text)])
    assert [(p.line, p.what) for p in caught.value.problems] == [
        (2, "no kind of context"),
        (3, "'3/5' is no count"),
    ]


def test_the_shipped_contexts_are_read() -> None:
    """An object that ends its sentence is a stance oftener than one in mid-sentence."""
    factors = read_cues().contexts
    assert factors["behind object end"] > 1.0 > factors["behind object preposition"]
