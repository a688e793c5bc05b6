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
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[ \xa0.\-‐‑–'’]{1,2}|\. | & ")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae"})


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return a word without case and accents."""
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


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name found at ``text[start:end]``, and all that it can mean."""

    start: int
    end: int
    senses: tuple[T, ...]


class Names(Generic[T]):
    """A tree of words: look up costs the length of the text, not the number of names."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

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

    def find(self, text: str) -> Iterator[Hit[T]]:
        """Yield the names in a text from left to right, the longest at each place."""
        found = words(text)
        place = 0
        while place < len(found):
            if fold(found[place][0]) not in self._root.below:
                place += 1
                continue
            hit, after = self._longest(text, found, place)
            if hit is not None:
                yield hit
            place = max(after, place + 1)

    def meanings(self, name: str) -> tuple[T, ...]:
        """Return what exactly this name can mean."""
        hit = next(self.find(name), None)
        whole = hit is not None and (hit.start, hit.end) == (0, len(name.rstrip()))
        return hit.senses if hit is not None and whole else ()

    def _longest(
        self, text: str, found: list[tuple[str, int, int]], first: int
    ) -> tuple[Hit[T] | None, int]:
        """Return the longest name that begins at a word, and the index of the word behind it."""
        node, best, after = self._root, None, first
        read: list[tuple[str, str]] = []  # words as written, and what stands before each
        for i in range(first, len(found)):
            word, start, end = found[i]
            joint = text[found[i - 1][2] : start] if i > first else ""
            if i > first and not _joined(joint, found[i - 1][0]):
                break
            below = node.below.get(fold(word))
            if below is None:
                if read and len(word) == 1 and word.isupper() and joint != "'":
                    continue  # an initial: "Thomas E. Donilon"
                break
            node = below
            read.append((word, joint))
            senses = tuple(sense for written, sense in node.ends if _agrees(written, read))
            if senses:
                stop = end + (text[end : end + 1] == "." and len(word) == 1 and len(read) > 1)
                best, after = Hit(found[first][1], stop, senses), i + 1
        return best, after


def _joined(joint: str, before: str) -> bool:
    """Return whether what stands between two words can stand inside a name."""
    if ". " in joint:
        return len(before) <= 3  # "St. Lucia", but no full stop
    return _JOINT.fullmatch(joint) is not None


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
