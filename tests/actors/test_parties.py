"""Who acts on whom in one sentence, and how fast names are found."""

import time

import pytest

from claims.actors import Lexicon, parties
from tests.actors.test_states import Build


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        pytest.param("Peru thanked Chile.", ["PER"], ["CHL"], id="subject and object"),
        pytest.param(
            "Peru has agreed to host Chile's team, Kenya said.", ["PER"], ["CHL"], id="told of"
        ),
        pytest.param("Peru said Chile must pay.", ["PER"], ["CHL"], id="a demand is the speaker's"),
        pytest.param("Peru was accused by Chile.", ["CHL"], ["PER"], id="passive"),
        pytest.param("Peru is ready to help Chile.", ["PER"], ["CHL"], id="ready to"),
        pytest.param(
            "Peru complained to the United Nations about Chile.", ["PER"], ["CHL"], id="a forum"
        ),
        pytest.param("Peru and Chile signed a pact.", ["PER", "CHL"], [], id="together"),
        pytest.param("Peruvian students cheered Chilean players.", ["PER"], ["CHL"], id="people"),
    ],
)
def test_parties(stage: Build, text: str, source: list[str], target: list[str]) -> None:
    """The subject's states act; the object's, else the first foreign ones behind, are reached."""
    staged = stage(text)
    passage = staged.parsed.passages[0]
    found = parties(passage, next(iter(passage.doc.sents)), staged.cast)
    assert (list(found.source), list(found.target)) == (source, target)


def test_ten_thousand_names_in_a_second(lexicon: Lexicon) -> None:
    """10,000 mentions against the whole lexicon take less than a second on one core."""
    text = "Xi Jinping, the Kremlin, Guinea-Bissau, the U.S. and Chinese envoys met. " * 2_000
    start = time.process_time()
    count = sum(1 for _ in lexicon.names.find(text))
    assert count == 10_000
    assert time.process_time() - start < 1.0
