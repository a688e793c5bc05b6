"""What is remembered of words is bounded, and what is forgotten changes nothing."""

import pytest

from claims.extract.here import read_here
from claims.extract.rulebook import rulebook
from claims.model import Document
from claims.read import blocks
from claims.speech import cues

TEXT = (
    "China accused Japan of spying on Monday. “That is groundless,” Japanese Prime Minister "
    "Kishida told reporters. He denied that Tokyo had broken any promise, and urged Beijing to "
    "release two sailors. Both sides agreed to build a hotline."
)


def test_words_are_forgotten_and_the_claims_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = rulebook((), True)
    documents = [Document(id="d", text=TEXT, blocks=blocks(TEXT))]
    before = list(read_here(documents, ()))
    monkeypatch.setattr(cues, "_MOST", 5)
    rules.cues.asked.clear()
    assert list(read_here(documents, ())) == before
    assert before[0][1]
    assert 0 < len(rules.cues.asked) <= 5
