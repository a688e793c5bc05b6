"""What is remembered of words is bounded by the lexicon, however many words there are."""

from claims.extract.here import read_here
from claims.extract.rulebook import rulebook
from claims.model import Document
from claims.read import blocks
from claims.speech.cues import CLASSES, UNLISTED

TEXT = (
    "China accused Japan of spying on Monday. “That is groundless,” Japanese Prime Minister "
    "Kishida told reporters. He denied that Tokyo had broken any promise, and urged Beijing to "
    "release two sailors. Both sides agreed to build a hotline, and blorped in the glimmering hall."
)


def test_words_outside_the_lexicon_share_what_is_remembered() -> None:
    cues = rulebook((), True).cues
    documents = [Document(id="d", text=TEXT, blocks=blocks(TEXT))]
    assert next(iter(read_here(documents, ())))[1]
    asked = {(name, lemma) for name, known in cues.asked.items() for lemma in known}
    assert asked & cues.listed
    assert asked - cues.listed <= {(name, UNLISTED) for name in CLASSES}
