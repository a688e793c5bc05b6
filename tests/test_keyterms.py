"""Key terms show what claims without a topic are about."""

from claims.keyterms import key_terms


def test_key_terms_name_what_texts_are_about() -> None:
    texts = ["The panda loan agreement pleased both zoos.", "A panda loan is a panda loan."]
    terms = key_terms(texts)
    assert any("panda" in term for term in terms)
    assert len(terms) <= 5


def test_no_text_has_no_terms() -> None:
    assert key_terms(["", " "]) == []
