"""The topics that are known, and the words that tell them, from ``rules/lexicon/topics.yaml``."""

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.errors import PackError, Problem
from claims.located import Located, Plain, read_located
from claims.shipped import shipped

_WORD = re.compile(r"\w+")
_NEEDED = {"key", "name", "words"}


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject of diplomacy; a general one gives way to others that are told as near.

    Its ``weak`` words ("dialogue") tell it only where nothing else is told.
    """

    key: str
    name: str
    general: bool
    words: tuple[str, ...]
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All topics, in the order of the file, and the turns of phrase that tell none."""

    topics: tuple[Topic, ...]
    empty: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text has a word of a topic, which topic that is by number, and how it tells it."""

    start: int
    topic: int
    weak: bool


@functools.cache
def book() -> Book:
    """Return the shipped topics.

    Raises:
        PackError: With every fault in the file.
    """
    path = shipped("rules") / "lexicon" / "topics.yaml"
    return read_topics(path.read_text(encoding="utf-8"), str(path))


def read_topics(text: str, path: str) -> Book:
    """Return the topics that a file names.

    Raises:
        PackError: With every fault in the file.
    """
    located = read_located(text, path)
    root = located.value if isinstance(located.value, dict) else {}
    entries = root.get("topics")
    if not isinstance(entries, list) or not entries:
        raise PackError([Problem(path, 1, 1, "no topics", "write 'topics:' and a list")])
    problems = list(_faults(located, entries))
    if problems:
        raise PackError(problems)
    topics = tuple(_topic(entry) for entry in entries if isinstance(entry, dict))
    return Book(topics, tuple(_list(root.get("not"))))


def hits(text: str) -> tuple[Hit, ...]:
    """Return where the words of the topics stand in a text, in reading order.

    Of two terms that begin at one word the longer counts: "climate change" is one find, and
    "positive energy" is none of energy's.
    """
    return tuple(_found(text))


def _found(text: str) -> Iterator[Hit]:
    after = 0
    for word in _WORD.finditer(text):
        beginning = _beginning(word[0])
        if beginning is None or (start := word.start()) < after:
            continue
        alone, longer = beginning
        told = [found for term in longer if (found := term.at(text, start))]
        if alone is not None:
            told.append((word.end(), *alone))
        if told:
            after, number, weak = max(told)
            if number <= 0:
                yield Hit(start, -number, weak)


@dataclass(frozen=True, slots=True)
class _Term:
    """A term; ``topic`` is below zero for a turn of phrase that tells none."""

    term: str
    topic: int
    weak: bool = False

    def at(self, text: str, start: int) -> tuple[int, int, bool] | None:
        """Return where it ends, so that the longest, then the first in the file is the greatest."""
        match = _pattern(self.term).match(text, start)
        return (match.end(), -self.topic, self.weak) if match else None

    @property
    def is_one_word(self) -> bool:
        """Return whether it is a word, or the beginning of one, and nothing else."""
        return _WORD.fullmatch(self.term.removesuffix("*")) is not None

    def written_in(self, word: str) -> bool:
        """Return whether a word that begins with it in small letters is written as it is."""
        return not _in_capitals(self.term) or word.startswith(self.term.removesuffix("*"))


@functools.lru_cache(maxsize=10_000)
def _beginning(word: str) -> tuple[tuple[int, bool] | None, tuple[_Term, ...]] | None:
    """Return what a word tells by itself, and the terms of several words that begin with it.

    None for most words, of which neither is the case. Only terms of several words have patterns,
    which take long to compile.
    """
    lower, (wholes, openings) = word.lower(), _lookup()
    begun = (openings.get(lower[:end], ()) for end in range(1, len(lower) + 1))
    terms = [*wholes.get(lower, ()), *itertools.chain.from_iterable(begun)]
    told = [
        (-term.topic, term.weak) for term in terms if term.is_one_word and term.written_in(word)
    ]
    longer = tuple(term for term in terms if not term.is_one_word)
    return (max(told, default=None), longer) if told or longer else None


@functools.cache
def _lookup() -> tuple[dict[str, list[_Term]], dict[str, list[_Term]]]:
    """Return the terms by their first word, and those by its beginning that give no more of it."""
    known = book()
    wholes: dict[str, list[_Term]] = defaultdict(list)
    openings: dict[str, list[_Term]] = defaultdict(list)
    listed = [(term, -1, False) for term in known.empty]
    for number, topic in enumerate(known.topics):
        listed += [(term, number, False) for term in topic.words]
        listed += [(term, number, True) for term in topic.weak]
    for term, number, weak in listed:
        if found := _WORD.search(term):
            terms = openings if term[found.end() :].startswith("*") else wholes
            terms[found[0].lower()].append(_Term(term, number, weak))
    return dict(wholes), dict(openings)


@functools.cache
def _pattern(term: str) -> re.Pattern[str]:
    """Compile a term: most of the thousand begin as no word of a text does."""
    begins = _WORD.search(term)
    # "two-party" and "two party" are one, over the end of a line too; "Pope's" with either sign.
    words = re.escape(term[begins.start() if begins else 0 :])
    words = re.sub(r"\\[ -]", r"(?:\\s+|-)", words)
    words = words.replace(r"\*", r"\w*").replace("'", "[’']")
    return re.compile(rf"{words}(?!\w)", 0 if _in_capitals(term) else re.IGNORECASE)


def _in_capitals(term: str) -> bool:
    return term.rstrip("*").replace(".", "").replace("-", "").isupper()


def _faults(located: Located, entries: list[Plain]) -> Iterator[Problem]:
    for number, entry in enumerate(entries):
        fields = set(entry) if isinstance(entry, dict) else set()
        empty = isinstance(entry, dict) and not all(_terms(entry))
        if not _NEEDED <= fields <= {*_NEEDED, "general", "weak"} or empty:
            line, column = located.place(("topics", number))
            fix = "write {key: …, name: …, words: […]}, and 'general: yes' if it is one"
            yield Problem(located.path, line, column, "not a topic", fix)


def _terms(entry: Mapping[str, Plain]) -> list[bool]:
    words = _list(entry.get("words"))
    return [bool(words), *(_WORD.match(word) is not None for word in words)]


def _topic(entry: Mapping[str, Plain]) -> Topic:
    general = entry.get("general") == "yes"
    words, weak = (tuple(_list(entry.get(field))) for field in ("words", "weak"))
    return Topic(str(entry["key"]), str(entry["name"]), general, words, weak)


def _list(value: "Plain | None") -> list[str]:
    return [str(word) for word in value] if isinstance(value, list) else []
