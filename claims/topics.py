"""What a claim is about, from the words lists of ``rules/lexicon/topics.yaml``."""

import functools
import re
from dataclasses import dataclass

from claims.errors import PackError, Problem
from claims.located import read_located
from claims.shipped import shipped

_BEGINNING = 4  # letters; enough to tell most topics apart without a search
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject of diplomacy and the words that tell it.

    ``beginnings`` holds how each of the words begins, in lower case.
    """

    key: str
    name: str
    beginnings: frozenset[str]
    either_case: re.Pattern[str]
    as_written: re.Pattern[str]

    def count(self, text: str) -> int:
        """Return how many words of the topic stand in a text."""
        return len(self.either_case.findall(text)) + len(self.as_written.findall(text))


@functools.cache
def topics() -> tuple[Topic, ...]:
    """Return the shipped topics, in the order of the file.

    Raises:
        PackError: With every fault in the file.
    """
    path = shipped("rules") / "lexicon" / "topics.yaml"
    located = read_located(path.read_text(encoding="utf-8"), str(path))
    found, problems = [], []
    root = located.value
    entries = root.get("topics") if isinstance(root, dict) else None
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        if isinstance(entry, dict) and {"key", "name", "words"} == set(entry):
            words = [str(word) for word in entry["words"]]
            found.append(_topic(str(entry["key"]), str(entry["name"]), words))
        else:
            line, column = located.place(("topics", number))
            fix = "write {key: …, name: …, words: […]}"
            problems.append(Problem(located.path, line, column, "not a topic", fix))
    if not found and not problems:
        problems.append(Problem(located.path, 1, 1, "no topics", "write 'topics:' and a list"))
    if problems:
        raise PackError(problems)
    return tuple(found)


def topic_of(words: str, passage: str) -> str:
    """Return the key of the topic that a claim's words are about, else its passage's; else "".

    A passage speaks of many things: it tells the topic only where two of its words do.
    """
    return _best(words) or _best(passage, least=2)


@functools.cache
def topic_name(key: str) -> str:
    """Return the name of a topic to show; the key itself where no topic has it."""
    return next((topic.name for topic in topics() if topic.key == key), key)


def _best(text: str, *, least: int = 1) -> str:
    # The relationship itself is what a claim is about only where nothing else is.
    last = topics()[-1]
    begun = _begun(text)
    likely = [topic for topic in topics()[:-1] if not topic.beginnings.isdisjoint(begun)]
    scored = [(topic.count(text), topic) for topic in likely]
    best, topic = max(scored, key=lambda pair: pair[0], default=(0, last))
    if best >= least:
        return topic.key
    return last.key if last.count(text) >= least else ""


def _begun(text: str) -> set[str]:
    """Return how the words of a text begin: a topic none of whose words begins so is not told."""
    words = set(_WORD.findall(text.lower()))
    return {word[:length] for word in words for length in range(_BEGINNING + 1)}


def _topic(key: str, name: str, words: list[str]) -> Topic:
    capitals = [word for word in words if word.rstrip("*").replace(".", "").isupper()]
    others = [word for word in words if word not in capitals]
    begun = [_WORD.match(word.lower()) for word in words]
    beginnings = frozenset(match[0][:_BEGINNING] if match else "" for match in begun)
    return Topic(key, name, beginnings, _pattern(others, re.IGNORECASE), _pattern(capitals, 0))


def _pattern(words: list[str], flags: int) -> re.Pattern[str]:
    # Longest first, so that "climate change" is one find and not two.
    parts = [re.escape(word).replace(r"\*", r"\w*") for word in sorted(words, key=len)[::-1]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if parts else r"(?!)", flags)
