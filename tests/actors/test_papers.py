"""What a statement or a letter says is said by whoever issued it."""

import pytest

from claims.actors import Lexicon, attributions, cast
from claims.model import Document
from claims.parse import parse
from claims.read import blocks
from claims.speech import read_cues, statements

ISSUED = [
    (
        "Malta's Foreign Ministry said in a statement that it was worried.\n\n"
        "“Libya has broken the treaty,” the statement continued.",
        "MLT",
    ),
    (
        "According to a statement issued by the Maltese Foreign Ministry, talks were held.\n\n"
        "The statement accused Libya of seeking a quarrel.",
        "MLT",
    ),
    (
        "Malta's Foreign Ministry has answered with a letter to the Libyan ambassador.\n\n"
        "The letter states: “The drilling is a breach of the treaty.”",
        "MLT",
    ),
]
NOT_ISSUED = [
    "Malta's Foreign Ministry was silent. A letter said that the drilling would go on.",
    "Malta's Foreign Ministry was silent. The company's statement said that it would go on.",
]


def _last_states(text: str, lexicon: Lexicon) -> list[str | None]:
    document = Document(id="paper", text=text, blocks=blocks(text))
    [parsed] = parse([document])
    said = statements(parsed, read_cues())
    found = attributions(parsed, said, cast(parsed, said, lexicon))
    of_papers = [a for a in found if a.statement.source is not None]
    return [actor.country for actor in of_papers[-1].speakers]


@pytest.mark.parametrize(("text", "state"), ISSUED)
def test_a_paper_speaks_for_its_issuer(text: str, state: str, lexicon: Lexicon) -> None:
    assert _last_states(text, lexicon) == [state]


@pytest.mark.parametrize("text", NOT_ISSUED)
def test_a_paper_of_somebody_else_does_not(text: str, lexicon: Lexicon) -> None:
    assert "MLT" not in _last_states(text, lexicon)
