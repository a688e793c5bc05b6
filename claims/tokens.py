"""Parsed words as plain objects: what every room after ``parse`` reads.

Names and meaning are those of spaCy's ``Token`` and ``Span``, whose objects are made anew whenever
they are asked for. Labels are those of spaCy's English models (ClearNLP, Penn tags).
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mypy_extensions import mypyc_attr

from claims.edges import edges

_QUOTES = frozenset("'\"`«»‘’‚‛“”„‟‹›❮❯''``")
_BRACKETS = frozenset("()[]{}<>")


class Word(NamedTuple):
    """What is the same wherever a word stands in a text: its forms, its tag, its label."""

    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str


class Token:
    """One word, in its tree; identical only to itself.

    No ``__getattr__``: it would make each look-up of each attribute a third slower.

    Attributes:
        i: Its place among the tokens of its passage.
        idx: Where it begins, in characters of its passage.
        head: Its governor; a root is its own.
        lefts, rights: What hangs on it before it and behind it, in text order; children: both.
        sent: The sentence it stands in.
    """

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "lefts", "lemma_", "lower_", "pos_",
        "rights", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    doc: "Doc"
    sent: "Run"

    def __init__(self, i: int, idx: int, word: Word, whitespace: str) -> None:
        self.i, self.idx = i, idx
        self.text, self.lower_, self.lemma_, self.tag_, self.pos_, self.dep_ = word
        self.whitespace_ = whitespace
        self.head = self
        self.lefts: tuple[Token, ...] = ()
        self.rights: tuple[Token, ...] = ()
        self.children: tuple[Token, ...] = ()

    @property
    def left_edge(self) -> "Token":
        """Return the first token of what hangs on it, itself included."""
        return self.doc[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> "Token":
        """Return the last token of what hangs on it, itself included."""
        return self.doc[self.doc.edges[1][self.i]]

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def text_with_ws(self) -> str:
        """Return the word with the blanks behind it, if there are any."""
        return self.text + self.whitespace_

    @property
    def ancestors(self) -> "Iterator[Token]":
        """Yield its governors, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> "Iterator[Token]":
        """Yield what hangs on it and itself, in the order of the tree's words."""
        waiting = [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                yield token
                continue
            waiting += [(child, False) for child in reversed(token.rights)]
            waiting.append((token, True))
            waiting += [(child, False) for child in reversed(token.lefts)]

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """Return the others that it is joined to by "and", "or" or a comma."""
        first = self
        while first.head is not first and first.dep_ == "conj":
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple([token for token in found if token is not self]) if len(found) > 1 else ()

    def nbor(self, by: int = 1) -> "Token":
        """Return the token so many places behind it, or before it.

        Raises:
            IndexError: The passage ends before.
        """
        place = self.i + by
        if place < 0:
            raise IndexError(place)
        return self.doc[place]

    @property
    def is_sent_start(self) -> bool:
        """Return whether a sentence begins with it."""
        return self.sent.start == self.i

    @property
    def is_punct(self) -> bool:
        """Return whether it is all punctuation."""
        return is_punct(self.text)

    @property
    def is_space(self) -> bool:
        """Return whether it is all blanks."""
        return self.text.isspace()

    @property
    def is_digit(self) -> bool:
        """Return whether it is all digits."""
        return self.text.isdigit()

    @property
    def is_quote(self) -> bool:
        """Return whether it is a quotation mark."""
        return self.text in _QUOTES

    @property
    def is_bracket(self) -> bool:
        """Return whether it is a bracket."""
        return self.text in _BRACKETS


@lru_cache(maxsize=10_000)
def is_punct(word: str) -> bool:
    """Return whether a word is all punctuation, as Unicode has it."""
    return all(unicodedata.category(char).startswith("P") for char in word)


@mypyc_attr(native_class=False)  # none is made of a tuple
class Run(tuple[Token, ...]):
    """Consecutive tokens of one passage, from place ``start`` to ``end``; a slice is a tuple."""

    start: int
    end: int
    doc: "Doc"

    @classmethod
    def of(cls, doc: "Doc", start: int, end: int) -> "Run":
        """Return the tokens of a passage from one place to another."""
        run = cls(doc[start:end])
        run.doc, run.start, run.end = doc, start, end
        return run

    @property
    def text(self) -> str:
        """Return its words as they stand, without the blank behind the last one."""
        return text_of(self)

    @property
    def root(self) -> Token:
        """Return the token nearest to its sentence's root, rather a word than a mark."""
        for token in self:
            if token.head is token:
                return token
        tops = [token for token in self if not self.start <= token.head.i < self.end]
        return min(tops, key=_depth) if tops else self.doc[self.start]


def text_of(tokens: Sequence[Token]) -> str:
    """Return the words of consecutive tokens, without the blank behind the last one."""
    if not tokens:
        return ""
    first, last = tokens[0], tokens[-1]
    return first.doc.text[first.idx : last.idx + len(last.text)]


@mypyc_attr(native_class=False)
class Doc(tuple[Token, ...]):
    """The tokens of one passage, its words as they stand, and its sentences.

    A slice of it is a plain tuple.
    """

    text: str
    sents: tuple[Run, ...]
    edges: tuple[list[int], list[int]]
    """Places of the first and of the last word below each, itself included."""
    _begin: list[int]

    @classmethod
    def of(
        cls,
        words: Sequence[Word],
        spaces: Sequence[int],
        heads: Sequence[int],
        opening: Sequence[int],
        text: str | None = None,
    ) -> "Doc":
        """Return the passage that a parser's columns describe.

        Args:
            words: The words in text order.
            spaces: How many blanks stand behind each.
            heads: How far each one's governor stands behind it, in tokens; 0 for a root.
            opening: The places where sentences begin, without the first.
            text: The words as they stand, where they need not be put together.
        """
        doc = cls(_tokens(words, spaces))
        doc.text = "".join([t.text + t.whitespace_ for t in doc]) if text is None else text
        for token, head in zip(doc, heads, strict=True):
            token.doc = doc
            if head:
                token.head = governor = doc[token.i + head]
                governor.children += (token,)
                if head > 0:
                    governor.lefts += (token,)
                else:
                    governor.rights += (token,)
        doc.edges = edges([i + head for i, head in enumerate(heads)])
        ends = (*opening, len(doc))
        doc._begin = [token.idx for token in doc]
        doc.sents = tuple(Run.of(doc, first, end) for first, end in pairwise((0, *ends)))
        for sentence in doc.sents:
            for token in sentence:
                token.sent = sentence
        return doc

    def touched(self, start: int, end: int) -> Run | None:
        """Return the tokens that characters of the passage touch; None outside of it.

        A blank belongs to no word: a run of nothing but blanks is empty.
        """
        places = self.places(start, end)
        return None if places is None else Run.of(self, *places)

    def places(self, start: int, end: int) -> tuple[int, int] | None:
        """Return from which place to which the tokens stand that characters touch, if any."""
        if not 0 <= start < end <= len(self.text):
            return None
        first = bisect_right(self._begin, start) - 1
        token = self[first]
        if start >= token.idx + len(token.text):
            first += 1
        return first, bisect_right(self._begin, end - 1)


def _tokens(words: Sequence[Word], spaces: Sequence[int]) -> Iterator[Token]:
    """Yield the tokens of a passage, which hang on nothing yet."""
    idx = 0
    for i, (word, space) in enumerate(zip(words, spaces, strict=True)):
        yield Token(i, idx, word, " " * space)
        idx += len(word.text) + space


def _depth(token: Token) -> int:
    """Return how many words stand above a token; a mark or blank alone counts as the deepest."""
    if not token.children and (token.is_punct or token.is_space):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)
