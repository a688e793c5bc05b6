"""The model read without spaCy says what spaCy says, or is not used."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.bare import Analysis, BareModel, bare_model
from claims.bare.numbers import hash_of
from claims.parse import MODEL
from claims.shipped import shipped
from claims.with_spacy import SpacyModel

SHARED = Path(os.environ.get("CLAIMS_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="module")
def bare() -> BareModel:
    found = bare_model(MODEL)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def plain() -> SpacyModel:
    return SpacyModel(MODEL, otherwise=MODEL)


def paragraphs() -> list[str]:
    """Return the paragraphs of real articles: of all in the folder, or else of the seeds."""
    files = [
        *sorted(Path(str(shipped("seeds"))).glob("*.txt")),
        *sorted((SHARED / "dev" / "articles").rglob("*.txt")),
    ]
    texts = [file.read_text(encoding="utf-8") for file in files]
    return [line for text in texts for line in text.splitlines() if line.strip()]


def differing(bare: BareModel, plain: SpacyModel, texts: list[str]) -> list[Analysis]:
    """Return what the bare model says of the texts of which spaCy says something else."""
    both = zip(bare.read(texts), plain.read(texts), strict=True)
    return [ours for ours, theirs in both if ours != theirs]


def test_words_tags_heads_and_labels_of_real_articles_are_spacys(
    bare: BareModel, plain: SpacyModel
) -> None:
    texts = paragraphs()
    for start in range(0, len(texts), 64):
        assert differing(bare, plain, texts[start : start + 64]) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" ", id="a blank"),
        pytest.param(" He  said \t so.\n\n", id="blanks"),
        pytest.param("I'm sure they'd've gone, y'all can't; don't.", id="contractions"),
        pytest.param("Mr. Xi met the U.S. team at 10 a.m. in St. Louis, e.g. Dr. Li.", id="stops"),
        pytest.param("See https://example.org/a-b?c=d (or mail a.b@c.org).", id="addresses"),
        pytest.param("Sino-U.S. trade rose 5.5%—to $3bn/€2m... 10km away:)", id="inside"),
        pytest.param("“‘No,’ she said,” he said.", id="quotations"),
        pytest.param("What did he say that Wang had told them about?", id="brought down"),
        pytest.param("X det prep mark DATE xxxx XXXX norm", id="names of spaCy's symbols"),
        pytest.param("习近平说,北京 Пекин façade naïve 😀👍", id="other letters"),
        pytest.param("It fell.'' ''She lies,'' he said. ( :) he 's a .", id="exceptions"),
        pytest.param("a" * 300 + " " + "!" * 50, id="long"),
    ],
)
def test_odd_texts_are_read_as_spacy_reads_them(
    bare: BareModel, plain: SpacyModel, text: str
) -> None:
    assert differing(bare, plain, [text, "He said no.", text]) == []


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("aAsSteXx.'’\"“”-–/:,;!?()$%0 1\n\tnU中é"), max_size=60))
def test_any_text_is_cut_as_spacy_cuts_it(bare: BareModel, plain: SpacyModel, text: str) -> None:
    assert differing(bare, plain, [text]) == []


def test_base_forms_and_stop_words_are_spacys(bare: BareModel, plain: SpacyModel) -> None:
    words = {word.lower() for found in bare.read(paragraphs()[:400]) for word in found.words}
    words |= {"men", "geese", "worse", "fewer", "lay", "axes", "o'clock", "x-rays", "ing"}
    for word in sorted(words):
        for pos in ("NOUN", "VERB", "ADJ", "ADV"):
            assert bare.base_form(word, pos) == plain.base_form(word, pos)
        assert bare.is_stop(word) == plain.is_stop(word)


def test_a_text_reads_the_same_whatever_was_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where word forms were forgotten, or are more in one batch than are kept."""
    texts = paragraphs()[:12]
    whole = [
        list(found) for room in (50_000, 20, 300) for found in [_read(room, texts, monkeypatch)]
    ]
    assert whole[0] == whole[1] == whole[2]


def _read(room: int, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> list[Analysis]:
    monkeypatch.setattr("claims.bare.forms._KEPT", room)
    model = bare_model(MODEL)
    assert model is not None
    return [found for _ in range(2) for text in texts for found in model.read([text])]


def test_another_model_is_left_to_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bare_model("json") is None
    assert bare_model("no_such_model") is None
    assert bare_model("/some/folder") is None
    monkeypatch.setattr("claims.bare.model._CONFIG", "another")
    assert bare_model(MODEL) is None


def test_strings_have_spacys_numbers() -> None:
    assert hash_of("coffee") == 3197928453018144401  # from spaCy's documentation of StringStore
