"""How often words and frames reported in labelled text."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Count(NamedTuple):
    """How often a cue was found in labelled text, and how often it was right there."""

    right: int
    found: int


def rate_of(frame: Count) -> float:
    """Return how often a frame reports, one seen seldom a little less than it did."""
    return (frame.right + 0.05) / (frame.found + 0.5)


_BRITISH = {"ize": "ise", "yze": "yse", "or": "our", "ense": "ence"}
RARE = rate_of(Count(0, 1))
"""The rate of a frame that was never seen."""


def by_lemma(
    counts: Mapping[tuple[str, str, str], Count | None],
) -> dict[tuple[str, str], Count]:
    """Add up what each lemma did in all its frames; entries by hand count nothing."""
    found: dict[tuple[str, str], Count] = {}
    for (word_class, lemma, _), count in counts.items():
        if count is not None:
            whole = found.get((word_class, lemma), Count(0, 0))
            both = Count(whole.right + count.right, whole.found + count.found)
            found[word_class, lemma] = both
    return found


def rates_of(lemmas: Mapping[tuple[str, str], Count], classes: Iterable[str]) -> dict[str, float]:
    """Return the share of finds that were right in each word class."""
    found: dict[str, float] = {}
    for name in classes:
        own = [count for (word_class, _), count in lemmas.items() if word_class == name]
        seen = sum(count.found for count in own)
        found[name] = sum(count.right for count in own) / seen if seen else 0.0
    return found


def british(lemma: str) -> str:
    """Return a word as British texts spell it: "criticise", "favour", "defence"."""
    for ending, other in _BRITISH.items():
        if lemma.endswith(ending):
            return lemma.removesuffix(ending) + other
    return lemma


def spelled_otherwise(
    counts: Mapping[tuple[str, str, str], Count | None],
) -> dict[tuple[str, str, str], Count | None]:
    """Return the counts of words in British spelling, with those of the American in them."""
    found: dict[tuple[str, str, str], Count | None] = {}
    for (word_class, lemma, frame), count in counts.items():
        word = (word_class, british(lemma), frame)
        if word[1] != lemma:
            own = counts.get(word, Count(0, 0))
            if own is not None:
                both = count and Count(count.right + own.right, count.found + own.found)
                found[word] = both
    return found
