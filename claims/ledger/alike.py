"""When two claims say the same: the same words, but for spelling, in the same days.

Ratios that leave words out (``token_set_ratio``, ``WRatio``) give "did hack" and "did not hack"
100 of 100. So the plain ratio decides, and only between claims that agree in speaker, stance,
target, negations and numbers.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from claims.model import Claim

ALIKE = 90.0  # rapidfuzz's ratio of the normalised words, 0 to 100
DAYS = 7  # the same formula a month later is said again, not reported again
_SHORT = 5  # words; shorter ones must be equal: "we oppose this" resembles too much

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NOT = re.compile(r"n['’]t\b")
_WONT = {"wo not": "will not", "ca not": "can not", "sha not": "shall not"}
_NEGATIONS = frozenset(
    "no not never none nothing nobody nowhere neither nor cannot without hardly barely".split()
)
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "anti")


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a claim.

    Attributes:
        words: Normalised words, one blank between two.
        day: Of publication, counted from the year 1; None where it is unknown.
    """

    id: str
    words: str
    day: int | None


def normalised(words: str) -> str:
    """Return words in small letters, contractions written out, without marks."""
    text = _NOT.sub(" not", words.casefold()).replace("cannot", "can not")
    for short, whole in _WONT.items():
        text = text.replace(short, whole)
    return " ".join(_WORD.findall(text.replace("'", "").replace("’", "")))


# One batch after another compares with the same claims; sentences come once, and are not kept.
_remembered = lru_cache(maxsize=10_000)(normalised)


def bucket(claim: Claim) -> int:
    """Return a number that two claims must share to be one: 64 bits, signed.

    It is of the speaker and state, stance, target, the number of negations, and every number.
    """
    words = _remembered(claim.words).split()
    negations = sum(word in _NEGATIONS for word in words)
    numbers = sorted(word for word in words if word[0].isdigit())
    key = (
        claim.speaker.casefold(),
        claim.speaker_country or "",
        claim.stance,
        claim.target_country or claim.target.casefold(),
        str(negations),
        *numbers,
    )
    return number("\0".join(key))


def number(text: str) -> int:
    """Return the hash of a text as SQLite keeps whole numbers: 64 bits, signed."""
    whole = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(whole, signed=True)


def wording(id: str, words: str, published: str) -> Wording:
    """Return what is compared of a claim that was published on a day, or on an unknown one."""
    day = date.fromisoformat(published).toordinal() if published else None
    return Wording(id, _remembered(words), day)


def by_day(wordings: Iterable[Wording]) -> dict[int | None, list[Wording]]:
    """Return wordings by their day of publication."""
    days: dict[int | None, list[Wording]] = {}
    for one in wordings:
        days.setdefault(one.day, []).append(one)
    return days


def of_one_wording(wordings: Iterable[Wording]) -> list[list[Wording]]:
    """Return wordings by their words and day: those of one list say the same, unasked."""
    found: dict[tuple[str, int | None], list[Wording]] = {}
    for one in wordings:
        found.setdefault((one.words, one.day), []).append(one)
    return list(found.values())


def same(one: Wording, days: Mapping[int | None, Sequence[Wording]]) -> list[str]:
    """Return the ids of those of the same bucket that say the same, in the same days."""
    from rapidfuzz import fuzz, process

    near = [other for other in _around(one, days) if other.id != one.id]
    if one.words.count(" ") + 1 < _SHORT:
        return [other.id for other in near if other.words == one.words]
    choices = [other.words for other in near]
    found = process.extract(
        one.words, choices, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None, processor=None
    )
    return [near[place].id for words, _, place in found if not _opposed(one.words, words)]


def families(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Return the names that pairs tie together, directly or by others, each in one set."""
    sets: dict[str, set[str]] = {}
    for one, other in pairs:
        ours, theirs = sets.setdefault(one, {one}), sets.setdefault(other, {other})
        if ours is not theirs:
            if len(ours) < len(theirs):
                ours, theirs = theirs, ours
            ours |= theirs
            for name in theirs:
                sets[name] = ours
    return list({id(names): names for names in sets.values()}.values())


def _around(one: Wording, days: Mapping[int | None, Sequence[Wording]]) -> Iterator[Wording]:
    """Yield the wordings of the days around one's, and those of no known day."""
    if one.day is None:
        yield from chain.from_iterable(days.values())
        return
    for day in (None, *range(one.day - DAYS, one.day + DAYS + 1)):
        yield from days.get(day, ())


def _opposed(one: str, other: str) -> bool:
    """Return whether a word and its contrary make the difference: legal, illegal."""
    ours, theirs = set(one.split()), set(other.split())
    less, more = ours - theirs, theirs - ours
    return any(
        f"{prefix}{word}" in those
        for these, those in ((less, more), (more, less))
        for word in these
        for prefix in _PREFIXES
    )
