"""Parsing keeps every offset, and every document its own passages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.bare.analysis import Analysis
from claims.errors import ClaimsError
from claims.model import Block, BlockKind, Document, Span
from claims.parse import _LONGEST, Parsed, _plain, parse
from claims.read import blocks


def parsed(*texts: str) -> list[Parsed]:
    documents = [Document(id=str(n), text=t, blocks=blocks(t)) for n, t in enumerate(texts)]
    return list(parse(documents))


def test_documents_come_back_in_order_with_their_own_passages() -> None:
    """A batch mixes the passages of documents, one of them without any."""
    found = parsed("One.\nTwo.", "Search", "Three.")
    assert [[p.doc.text for p in one.passages] for one in found] == [
        ["One.", "Two."],
        [],
        ["Three."],
    ]


@settings(max_examples=30, deadline=None)
@given(st.text(st.sampled_from("aB. \n\r\t\xa0\u2028“”'"), max_size=80))
def test_a_token_stands_where_its_span_says(text: str) -> None:
    """Blanks are made plain one for one, so that offsets stay those of the text."""
    for one in parsed(text):
        for passage in one.passages:
            for token in passage.doc:
                words = passage.span(token).of(text)
                assert words == token.text or words.isspace() or not token.text.strip()


@pytest.mark.parametrize(
    "blanks",
    [
        pytest.param("\r\n", id="CR LF"),
        pytest.param("  ", id="two"),
        pytest.param("\n\t ", id="more"),
    ],
)
def test_many_blanks_are_one_to_the_parser(blanks: str) -> None:
    """A parser knows no blank as a word; the words stand where they stood."""
    plain = "Wang said that the talks were useful. He did not say more."
    text = plain.replace(" ", blanks)
    document = Document(
        id="a", text=text, blocks=(Block(kind=BlockKind.BODY, span=Span(0, len(text))),)
    )
    [[one], [many]] = (found.passages for found in (*parsed(plain), *parse([document])))
    trees = [[(t.text, t.tag_, t.dep_, t.head.i) for t in passage.doc] for passage in (one, many)]
    assert trees[0] == trees[1]
    assert [many.span(token).of(text) for token in many.doc] == [token.text for token in one.doc]
    run = many.doc.touched(text.index("talks") - 1, text.index("useful") + 6)
    assert run is not None
    assert (run[0].text, run[-1].text) == ("talks", "useful")


def test_tokens_are_found_by_their_place() -> None:
    [one] = parsed("Wang said no.\n\nKerry said yes.")
    place = "Wang said no.\n\nKerry said yes.".index("Kerry")
    passage = one.passage_at(place)
    assert passage is not None
    found = one.tokens(passage.span(passage.doc[0]))
    assert found is not None
    assert found.text == "Kerry"
    assert one.passage_at(13) is None


def test_a_very_long_paragraph_is_cut_between_sentences() -> None:
    [one] = parsed("The talks went on. " * 2500)
    assert len(one.passages) > 1
    assert all(len(passage.doc.text) <= _LONGEST for passage in one.passages)
    assert all(passage.doc.text.strip().endswith("on.") for passage in one.passages)


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        pytest.param("He was accused.", "was", "be", id="auxiliary"),
        pytest.param("They haven't denied it.", "n't", "not", id="contracted not"),
        pytest.param("They denied it.", "denied", "deny", id="past"),
        pytest.param("The countries agreed.", "countries", "country", id="plural"),
        pytest.param("It won't do.", "wo", "will", id="contracted will"),
    ],
)
def test_lemmas_are_the_models_own(text: str, word: str, lemma: str) -> None:
    [one] = parsed(text)
    [token] = [token for token in one.passages[0].doc if token.text == word]
    assert token.lemma_ == lemma


def test_a_model_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_MODEL", "no_such_model")
    with pytest.raises(ClaimsError, match=r"'no_such_model' is not installed\n  fix: pip install"):
        parsed("Wang said no.")


@pytest.mark.parametrize(
    ("tag", "label"),
    [pytest.param("POS", "poss", id="an owner"), pytest.param("NNP", "nmod", id="a modifier")],
)
def test_a_noun_with_the_mark_of_an_owner_is_one(tag: str, label: str) -> None:
    """The model calls one owner in forty a mere modifier."""
    words, tags = ["Oman", "’s", "envoy"], ["NNP", tag, "NN"]
    said = Analysis(words, [0, 1, 0], tags, ["nmod", "case", "ROOT"], [2, -1, 0], [])
    assert _plain(said, "Oman’s envoy")[0].dep_ == label
