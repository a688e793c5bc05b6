"""The component for spaCy pipelines: found by its name, and true to the text."""

from importlib.metadata import entry_points

import pytest
import spacy
from spacy.language import Language

from claims.errors import ClaimsError

TEXT = (
    "Talks in  Geneva\n\n\n"
    "China accused the United States of breaking the truce.\n\n"
    "“The accusation is groundless,” said US Secretary of State John Kerry."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("claims")
    return nlp


def test_the_component_is_found_by_its_name() -> None:
    """``nlp.add_pipe("claims")`` needs no import of ours."""
    known = {point.name: point.value for point in entry_points(group="spacy_factories")}
    assert known["claims"] == "claims.component:make_component"


def test_a_document_has_its_claims(nlp: Language) -> None:
    """Spans are characters of ``doc.text``, blank lines and all."""
    doc = nlp(TEXT)
    accusation, denial = doc._.claims
    assert (accusation.speaker_country, accusation.stance) == ("CHN", "accusation")
    assert (denial.speaker_country, denial.stance, denial.target_country) == (
        "USA",
        "denial",
        "CHN",
    )
    for claim in doc._.claims:
        assert " … ".join(doc.text[s.start : s.end] for s in claim.spans) == claim.words
        assert doc.char_span(claim.spans[0].start, claim.spans[-1].end) is not None


def test_many_documents_keep_their_order(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT, "Nobody said a word.", TEXT], batch_size=2))
    assert [len(doc._.claims) for doc in docs] == [2, 0, 2]


def test_what_is_known_of_a_text_counts(nlp: Language) -> None:
    """Offices are those of the day, and the event is the one that was given."""
    doc = nlp.make_doc(TEXT)
    doc.user_data |= {"id": "geneva", "published": "2015-06-01", "event": "geneva-2015"}
    claim = nlp(doc)._.claims[0]
    assert (claim.document, claim.event) == ("geneva", "geneva-2015")
    assert claim.published is not None
    assert claim.published.isoformat() == "2015-06-01"


def test_a_day_that_is_none_is_told(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data["published"] = "yesterday"
    with pytest.raises(ClaimsError, match="'yesterday' is no day"):
        nlp(doc)
