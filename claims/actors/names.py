"""An index over names of several words, and a walk that finds the longest of them in a text.

Words are folded (case, accents, hyphens, apostrophes and dots do not count), so that one entry
finds "Kim Jong Un", "Kim Jong-un" and "KIM JONG UN". A word that the entry writes in capitals or
with a capital must be written so in the text: "US" is not "us", "Turkey" is not "turkey".
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_lowercase
from typing import Generic, NamedTuple, TypeVar

from claims.tokens import Token

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"([ \xa0.\-‐‑–'’]{1,2}| & )([^\W_]+)")  # a joint, and the word behind it
_MANY = 20_000  # words that are remembered
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


class ByWord(dict[str, T]):
    """What words tell as they are written, each found at the first question."""

    def __init__(self, tell: Callable[[str], T]) -> None:
        self._tell = tell

    def __missing__(self, word: str) -> T:
        if len(self) >= _MANY:
            self.clear()
        told = self[word] = self._tell(word)
        return told


class Hit(NamedTuple, Generic[T]):
    """A name found at ``text[start:end]``, and all that it can mean."""

    start: int
    end: int
    senses: tuple[T, ...]


class _Opening(NamedTuple, Generic[T]):
    """A word that begins names: what it means alone, and the names that it opens.

    Attributes:
        at: Where it begins, in characters of the text or of the token it was looked for in.
        large: All names that it opens go on with a capital.
    """

    at: int
    word: str
    senses: tuple[T, ...]
    names: _Node[T]
    large: bool


class Names(Generic[T]):
    """A tree of words: look up costs the length of the text, not the number of names."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        self._first: dict[str, list[str]] = {}  # first words: folded, and as entries write them
        self._small: frozenset[str] = frozenset()  # those that an entry writes without a capital
        self._small_second: set[str] = set()  # those behind which an entry goes on without one
        self._opened: ByWord[list[_Opening[T]]] = ByWord(self._opened_in)

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
            first = self._first.setdefault(fold(written[0]), [])
            if written[0] not in first:
                first.append(written[0])
                if written[0][0] in ascii_lowercase:
                    self._small |= {written[0]}
            if len(written) > 1 and written[1][0].islower():
                self._small_second.add(fold(written[0]))

    def find(self, text: str) -> Iterator[Hit[T]]:
        """Yield the names in a text from left to right, the longest at each place."""
        return _longest_each(text, ((opening.at, opening) for opening in self._opened_in(text)))

    def find_in(self, text: str, tokens: Iterable[Token]) -> Iterator[Hit[T]]:
        """Yield the names in a text whose words are known, as ``find`` does.

        What a word opens is remembered: a third of the cost of going through the letters again.

        Args:
            text: The words of a passage as they stand.
            tokens: Those that may open a name, and any others.
        """
        opened = self._opened
        opening = [token for token in tokens if opened[token.text]]
        return _longest_each(text, [(t.idx + w.at, w) for t in opening for w in opened[t.text]])

    def opens(self, word: str) -> bool:
        """Return whether a token may begin a name."""
        return bool(self._opened[word])

    def _opened_in(self, text: str) -> list[_Opening[T]]:
        """Return the words of a text or token that open names.

        Only words that can begin a name are looked at: a quarter of the cost of all of them.
        """
        found = []
        for match in _beginnings(self._small).finditer(text):
            read = [(match[0], "")]
            word = fold(match[0])
            if any(_agrees((first,), read) for first in self._first.get(word, ())):
                node, large = self._root.below[word], word not in self._small_second
                found.append(_Opening(match.start(), match[0], _meant(node, read), node, large))
        return found

    def meanings(self, name: str) -> tuple[T, ...]:
        """Return what exactly this name can mean."""
        hit = next(self.find(name), None)
        whole = hit is not None and (hit.start, hit.end) == (0, len(name.rstrip()))
        return hit.senses if hit is not None and whole else ()


@lru_cache(maxsize=10)
def _beginnings(small: frozenset[str]) -> re.Pattern[str]:
    """Return what finds the words that may begin a name: all but small ones that are not these."""
    either = [r"[^\W_a-z][^\W_]*", *(rf"{word}(?![^\W_])" for word in sorted(small))]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(either)})")


def _longest_each(text: str, openings: Iterable[tuple[int, _Opening[T]]]) -> Iterator[Hit[T]]:
    """Yield the longest name that begins at each of the places given, none within another."""
    after = 0
    for start, opening in openings:
        if start >= after:
            hit, after = _longest(text, start, opening)
            if hit is not None:
                yield hit


def _longest(text: str, start: int, opening: _Opening[T]) -> tuple[Hit[T] | None, int]:
    """Return the longest name that begins with the word at a place, and where that ends."""
    word = before = opening.word
    node = opening.names
    end = after = start + len(word)
    best = Hit(start, end, opening.senses) if opening.senses else None
    if opening.large and text[end : end + 1] == " " and text[end + 1 : end + 2].islower():
        return best, after  # two of three go on so: "the mayor", "Clinton said"
    read = [(word, "")]  # words as written, and what stands before each
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
        if senses := _meant(node, read):
            initial = len(word) == 1 and text[end : end + 1] == "."
            best, after = Hit(start, end + initial, senses), end
    return best, after


def _meant(node: _Node[T], read: list[tuple[str, str]]) -> tuple[T, ...]:
    """Return what the words read up to here mean, if a name that is written so ends here."""
    return tuple([sense for written, sense in node.ends if _agrees(written, read)])


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
