"""An index over names of several words, and a walk that finds the longest of them in a text.

Words are folded (case, accents, hyphens, apostrophes and dots do not count), so that one entry
finds "Kim Jong Un", "Kim Jong-un" and "KIM JONG UN". A word that the entry writes in capitals or
with a capital must be written so in the text: "US" is not "us", "Turkey" is not "turkey".
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"([ \xa0.\-‐‑–'’]{1,2}| & )([^\W_]+)")  # a joint, and the word behind it
_MANY = 20_000  # pieces of text that are remembered
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae"})


@lru_cache(maxsize=10_000)
def fold(word: str) -> str:
    """Return a word without case and accents."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def words(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text with start and end; "U.S." is the two words U and S."""
    return [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def bare_words(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


@dataclass(slots=True)
class _Node(Generic[T]):
    below: "dict[str, _Node[T]]" = field(default_factory=dict)
    ends: list[tuple[tuple[str, ...], T]] = field(default_factory=list)  # written words, meaning


class Hit(NamedTuple, Generic[T]):
    """A name found at ``text[start:end]``, and all that it can mean."""

    start: int
    end: int
    senses: tuple[T, ...]


class _Begin(NamedTuple, Generic[T]):
    """Where in a piece of text names can begin, with which word, and those names."""

    start: int
    word: str
    names: _Node[T]


class Names(Generic[T]):
    """A tree of words: look up costs the length of the text, not the number of names."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        self._openings: dict[str, list[str]] = {}  # first words: folded, and as entries write them
        self._begins: dict[str, tuple[_Begin[T], ...]] = {}  # of pieces of text that were seen

    def add(self, name: str, sense: T) -> None:
        """Enter a name; the same name may mean several things."""
        written = tuple(bare_words(name))
        node = self._root
        for word in map(fold, written):
            below = node.below.get(word)
            if below is None:
                below = node.below[word] = _Node()
            node = below
        if written and (written, sense) not in node.ends:
            node.ends.append((written, sense))
            openings = self._openings.setdefault(fold(written[0]), [])
            if written[0] not in openings:
                openings.append(written[0])

    def find(self, text: str) -> Iterator[Hit[T]]:
        """Yield the names in a text from left to right, the longest at each place.

        Few pieces between blanks begin a name, and which do is remembered: a tenth of the cost of
        folding and looking up word by word.
        """
        start = after = 0
        pieces = text.split(" ")
        for piece, begins in zip(pieces, map(self._begins.get, pieces), strict=True):
            if begins is None:
                begins = self._look_at(piece)
            for begin in begins:
                if start + begin.start >= after:
                    hit, after = _longest(text, start + begin.start, begin.word, begin.names)
                    if hit is not None:
                        yield hit
            start += len(piece) + 1

    def _look_at(self, piece: str) -> tuple[_Begin[T], ...]:
        """Return where in a piece without blanks words stand that begin a name, and remember it."""
        if len(self._begins) >= _MANY:
            self._begins.clear()
        found = []
        for word, start, _ in [(piece, 0, 0)] if piece.isalnum() else words(piece):
            written = self._openings.get(fold(word))
            if written and any(_agrees((first,), [(word, "")]) for first in written):
                found.append(_Begin(start, word, self._root.below[fold(word)]))
        begins = self._begins[piece] = tuple(found)
        return begins

    def meanings(self, name: str) -> tuple[T, ...]:
        """Return what exactly this name can mean."""
        hit = next(self.find(name), None)
        whole = hit is not None and (hit.start, hit.end) == (0, len(name.rstrip()))
        return hit.senses if hit is not None and whole else ()


def _longest(text: str, start: int, word: str, node: _Node[T]) -> tuple[Hit[T] | None, int]:
    """Return the longest name that begins with the word at a place, and where that ends."""
    before, end = word, start + len(word)
    read = [(word, "")]  # words as written, and what stands before each
    best, after = _hit(text, start, end, node, read) if node.ends else None, end
    while node.below and (following := _NEXT.match(text, end)):
        joint, word = following.groups()
        if joint == ". " and len(before) > 3:
            break  # "St. Lucia", but no full stop
        before, end = word, following.end()
        below = node.below.get(fold(word))
        if below is None:
            if len(word) == 1 and word.isupper() and joint != "'":
                continue  # an initial: "Thomas E. Donilon"
            break
        node = below
        read.append((word, joint))
        if hit := _hit(text, start, end, node, read):
            best, after = hit, end
    return best, after


def _hit(
    text: str, start: int, end: int, node: _Node[T], read: list[tuple[str, str]]
) -> Hit[T] | None:
    """Return the name that was read up to a place, if one ends there that is written so."""
    senses = tuple([sense for written, sense in node.ends if _agrees(written, read)])
    if not senses:
        return None
    initial = text[end : end + 1] == "." and len(read) > 1 and len(read[-1][0]) == 1
    return Hit(start, end + initial, senses)


def _agrees(written: tuple[str, ...], read: list[tuple[str, str]]) -> bool:
    """Return whether the text writes capitals where the entry does, and dots between letters."""
    for entry, (word, joint) in zip(written, read, strict=True):
        if len(entry) == 1 and entry.isupper() and joint == " ":
            return False  # "a U.S. ship" holds no "A.U."
        if len(entry) > 1 and entry.isupper() and entry != word:
            return False
        if entry[0].isupper() and not word[0].isupper() and not {*joint} & {"-", "‑"}:
            return False
    return True
