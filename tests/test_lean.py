"""The lean network says what the plain one says, or is not used."""

import os
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from claims import lean
from claims.parse import MODEL
from claims.shipped import shipped

EXCLUDE = ["ner", "attribute_ruler", "senter", "lemmatizer"]
SHARED = Path(os.environ.get("CLAIMS_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(MODEL, exclude=EXCLUDE)


@pytest.fixture
def other() -> Language:
    """A pipeline of its own, for tests that change it."""
    return spacy.load(MODEL, exclude=EXCLUDE)


def paragraphs() -> list[str]:
    """Return the paragraphs of real articles: of all in the folder, or else of the seeds."""
    files = [
        *sorted(Path(str(shipped("seeds"))).glob("*.txt")),
        *sorted((SHARED / "dev" / "articles").rglob("*.txt")),
    ]
    texts = [file.read_text(encoding="utf-8") for file in files]
    return [line for text in texts for line in text.splitlines() if line.strip()]


def told(model: Language, texts: list[str]) -> list[tuple[str, str, str, int]]:
    docs = model.pipe(texts, batch_size=64)
    return [(t.text, t.tag_, t.dep_, t.head.i) for doc in docs for t in doc]


def test_words_tags_labels_and_heads_are_those_of_the_plain_way(
    plain: Language, other: Language
) -> None:
    texts = paragraphs()
    assert lean.lighten(other)
    assert told(other, texts) == told(plain, texts)


def test_vectors_do_not_depend_on_what_was_read_before(
    other: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the store of word forms is full and begins anew, or is too small for a batch."""
    assert lean.lighten(other)
    component: Any = other.get_pipe("tok2vec")
    docs = [other.make_doc(text) for text in paragraphs()[:12]]
    first = component.predict(docs)
    for room in (20, 300, 400):
        monkeypatch.setattr(lean, "_FORMS", room)
        for one, again in zip(first, component.predict(docs), strict=True):
            assert abs(one - again).max() < 1e-5


def test_a_pipeline_of_another_kind_is_left_alone(other: Language) -> None:
    assert not lean.lighten(spacy.blank("en"))
    component: Any = other.get_pipe("tok2vec")
    for window in component.model.walk():
        if window.name == "expand_window":
            window.attrs["window_size"] = 2
    network = component.model
    assert not lean.lighten(other)
    assert component.model is network


def test_the_plain_way_stays_where_the_lean_one_says_anything_else(
    other: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    component: Any = other.get_pipe("tok2vec")
    network = component.model
    monkeypatch.setattr(lean._Layer, "convolved", lambda layer, rows: rows)
    assert not lean.lighten(other)
    assert component.model is network
