"""The cue lexicon: which words report, in which frame, and how often that was right."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from claims.errors import PackError, Problem
from claims.located import Located, Plain, read_located
from claims.pickled import by_fields
from claims.shipped import shipped_files
from claims.speech.contexts import KINDS, STEADY, odds
from claims.speech.counts import (
    RARE,
    Count,
    british,
    by_lemma,
    rate_of,
    rates_of,
    spelled_otherwise,
)
from claims.speech.ends import END_KINDS, END_STEADY
from claims.speech.factors import factors_of
from claims.speech.governed import ALWAYS, signs_of

FOLDER = "lexicon/cues"
_SECTIONS = ("class", "why", "cues", "frames", "contexts", "ends", "sayings", "spoken")
_STANDINGS = (("contexts", KINDS, STEADY), ("ends", END_KINDS, END_STEADY))
CLASSES = ("verb", "noun", "adjective", "phrase")
ENOUGH = 0.4  # trust from which words alone report (PolNeAR train, held out)
LIKELY = 0.36  # trust, context and all, from which a word of speech reports (there too)
SURE = 0.46  # trust from which any other does, as "want" and "be wary of" (there too)
WORTH = 0.3  # trust from which the contexts of a find are looked at (there too)
_DRAW = 6.0  # of a class's rate on a lemma's own
_SELDOM = 0.01  # the least share that odds are told of
_SLACK = 1e-9  # too many signs cost a look, one too few a find
_LAST = chr(0x10FFFF)  # behind every name of a frame
UNLISTED = ""  # the lemma of all words that are not in the lexicon
_SMOOTHING = 4.0  # of a frame's own rate: as if two more had been seen (best on PolNeAR train)
_NEVER, _ONCE = Count(0, 0), Count(0, 1)


class Frames(dict[str, float]):
    """How far one lemma is trusted in each frame, worked out when it is first asked for."""

    __slots__ = ("_trust",)

    def __init__(self, trust: Callable[[str], float]) -> None:
        self._trust = trust

    def __missing__(self, frame: str) -> float:
        self[frame] = trust = self._trust(frame)
        return trust


EVERY_FRAME = Frames(lambda _: 1.0)  # of a lemma where there is no lexicon: it may report in each

EVERY_SIGN = {word_class: {UNLISTED: ALWAYS} for word_class in CLASSES}
"""Without a lexicon no sign is asked for."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Counts by word class, lemma and frame, and each frame's rate over all lemmas.

    Attributes:
        counts: (word class, lemma, frame) → count on PolNeAR train; None for an entry by hand.
        frames: (word class, frame) → count of lemmas the lexicon does not list.
        sayings: Verbs that introduce quotations.
        spoken: (word class, lemma) of words that tell of speech, not of what somebody thinks.
        lemmas: (word class, lemma) → count over all its frames. ``bases``: each class's rate.
        listed: The words of the lexicon. All others report alike in a frame.
        contexts: Name of a context → what it multiplies the odds of a find by. ``ends``: those
            of a content's end, likewise.
        signs: Word class → lemma → by which signs it may report; "" stands for unlisted ones.
        asked: Word class → lemma → its frames, of the words that were asked for so far.
    """

    counts: Mapping[tuple[str, str, str], Count | None]
    frames: Mapping[tuple[str, str], Count] = field(default_factory=dict)
    sayings: frozenset[str] = frozenset()
    spoken: frozenset[tuple[str, str]] = frozenset()
    lemmas: Mapping[tuple[str, str], Count] = field(default_factory=dict)
    bases: Mapping[str, float] = field(default_factory=dict)
    listed: frozenset[tuple[str, str]] = frozenset()
    contexts: Mapping[str, float] = field(default_factory=dict)
    ends: Mapping[str, float] = field(default_factory=dict)
    signs: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    asked: dict[str, dict[str, Frames]] = field(
        default_factory=lambda: {name: {} for name in CLASSES},
        init=False,
        repr=False,
        compare=False,
    )

    def trust(self, word_class: str, lemma: str, frame: str) -> float:
        """Return the share of such finds that were right, 0.0 to 1.0.

        A pair seen seldom is drawn towards what its frame and its lemma are elsewhere.
        """
        return self.frames_of(word_class, lemma)[frame]

    def frames_of(self, word_class: str, lemma: str) -> Frames:
        """Return how far a lemma is trusted in each frame."""
        asked = self.asked[word_class]
        found = asked.get(lemma)
        if found is None:
            lemma = lemma if (word_class, lemma) in self.listed else UNLISTED
            found = asked.get(lemma)
        if found is None:
            pull = self._pull(word_class, lemma)
            found = asked[lemma] = Frames(partial(self._drawn, pull, word_class, lemma))
        return found

    def judged(self, word_class: str, lemma: str, frame: str) -> float:
        """Return the trust in a lemma in a frame, worked out anew."""
        return self._drawn(self._pull(word_class, lemma), word_class, lemma, frame)

    def _drawn(self, pull: float | None, word_class: str, lemma: str, frame: str) -> float:
        """Return the trust, drawn to the rate of the frame as the lemma moves it elsewhere."""
        count = self.counts.get((word_class, lemma, frame), _NEVER)
        if count is None:
            return 1.0
        expected = rate_of(self.frames.get((word_class, frame), _ONCE))
        if pull is not None:
            moved = odds(expected) * pull
            expected = moved / (1 + moved)
        return (count.right + _SMOOTHING * expected) / (count.found + _SMOOTHING)

    def reports(self, word_class: str, lemma: str, frame: str) -> bool:
        """Return whether a lemma is trusted enough to report in a frame, in some contexts."""
        return self.trust(word_class, lemma, frame) >= WORTH

    def least(self, word_class: str, lemma: str) -> float:
        """Return the rate from which a frame that a lemma was not seen in reports with it."""
        pull = self._pull(word_class, lemma)
        moved = odds(WORTH) / (pull or 1.0)
        least = WORTH if pull is None else moved / (1 + moved)
        return 0.0 if least <= _SELDOM else min(least, 1 - _SELDOM) - _SLACK

    def _pull(self, word_class: str, lemma: str) -> float | None:
        """Return how far a lemma moves the odds of its frames; None if it was never counted."""
        whole, base = self.lemmas.get((word_class, lemma)), self.bases.get(word_class, 0.0)
        if whole is None or not base:
            return None
        return odds((whole.right + _DRAW * base) / (whole.found + _DRAW)) / odds(base)


def read_cues(texts: Iterable[tuple[str, str]] | None = None) -> Cues:
    """Read cue lexicons, a later one over an earlier; without ``texts`` the shipped ones.

    Args:
        texts: (path, YAML text) of each file.

    Raises:
        PackError: A file is not a cue lexicon; every fault is told at once.
    """
    if texts is None:
        texts = ((str(f), f.read_text("utf-8")) for f in shipped_files("rules") if is_cue_file(f))
    counts: dict[tuple[str, str, str], Count | None] = {}
    frames: dict[tuple[str, str], Count] = {}
    factors: dict[str, dict[str, float]] = {section: {} for section, _, _ in _STANDINGS}
    sayings: set[str] = set()
    spoken: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    for path, text in texts:
        read = read_located(text, path)
        _Reader(read, counts, frames, factors, sayings, spoken, problems).run()
    if problems:
        raise PackError(problems)
    rates = rates_of(by_lemma(counts), CLASSES)
    counts |= spelled_otherwise(counts)
    lemmas = by_lemma(counts)
    listed = frozenset((word_class, lemma) for word_class, lemma, _ in counts)
    cues = Cues(
        counts,
        frames,
        frozenset(sayings | set(map(british, sayings))),
        frozenset(spoken | {(name, british(lemma)) for name, lemma in spoken}),
        lemmas,
        rates,
        listed,
        factors["contexts"],
        factors["ends"],
    )
    return replace(cues, signs=_signs(cues))


def _signs(cues: Cues) -> dict[str, dict[str, frozenset[str]]]:
    """Return by which signs each lemma may report, so that nobody looks for frames without them.

    Of the frames that a lemma was not seen in, the best elsewhere are the best for it too.
    """
    best: dict[str, list[tuple[float, str]]] = {name: [(-RARE, "unknown")] for name in CLASSES}
    for (word_class, frame), count in cues.frames.items():
        best[word_class].append((-rate_of(count), frame))
    for frames in best.values():
        frames.sort()
    spoken: dict[tuple[str, str], list[str]] = {word: [] for word in sorted(cues.listed)}
    spoken |= {(word_class, UNLISTED): [] for word_class in CLASSES}
    for word_class, lemma, frame in cues.counts:
        if cues.judged(word_class, lemma, frame) >= WORTH:
            spoken[word_class, lemma].append(frame)
    found: dict[str, dict[str, frozenset[str]]] = {name: {} for name in CLASSES}
    for (word_class, lemma), said in spoken.items():
        many = bisect_right(best[word_class], (-cues.least(word_class, lemma), _LAST))
        others = (frame for _, frame in best[word_class][:many])
        said += (f for f in others if (word_class, lemma, f) not in cues.counts)
        found[word_class][lemma] = signs_of(said)
    for lemma in sorted(found["verb"]):  # "point out" is looked for at "point"
        if found["verb"][lemma]:
            word = lemma.split(" ")[0]
            found["verb"][word] = found["verb"].get(word, found["verb"][UNLISTED]) | {"prt"}
    return found


def is_cue_file(file: object) -> bool:
    """Return whether a shipped file belongs to the cue lexicon."""
    return FOLDER in str(file).replace("\\", "/")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One lexicon file on its way into the counts."""

    read: Located
    counts: dict[tuple[str, str, str], Count | None]
    frames: dict[tuple[str, str], Count]
    factors: dict[str, dict[str, float]]
    sayings: set[str]
    spoken: set[tuple[str, str]]
    problems: list[Problem]

    def run(self) -> None:
        top = self.read.value
        if not isinstance(top, dict):
            self._fault((), "a cue lexicon is a mapping", "write 'class:' and 'cues:'")
            return
        for key in top:
            if key not in _SECTIONS:
                self._fault((key,), f"unknown key '{key}'", f"one of {', '.join(_SECTIONS)}")
        for section, kinds, steady in _STANDINGS:
            found = factors_of(section, kinds, steady, top.get(section, {}), self._fault)
            self.factors[section].update(found)
        if "class" not in top and any(section in top for section in self.factors):
            return
        word_class = top.get("class")
        if word_class not in CLASSES:
            self._fault(("class",), f"unknown class {word_class!r}", f"one of {', '.join(CLASSES)}")
            return
        self._frames(str(word_class), top.get("frames", {}))
        self._cues(str(word_class), top.get("cues", {}))
        self.sayings.update(self._words("sayings", top))
        named = {*self._words("sayings", top), *self._words("spoken", top)}
        self.spoken.update((str(word_class), word) for word in named)

    def _frames(self, word_class: str, frames: Plain) -> None:
        for frame, value in frames.items() if isinstance(frames, dict) else ():
            count = self._count(("frames", frame), value)
            if count is not None:
                self.frames[word_class, frame] = count

    def _cues(self, word_class: str, cues: Plain) -> None:
        if not isinstance(cues, dict):
            self._fault(("cues",), "'cues' is a mapping", "write 'say: {clause: 98/100}'")
            return
        for lemma, entries in cues.items():
            if not isinstance(entries, dict):
                self._fault(("cues", lemma), "no frames", "write '{clause: 98/100}' or '{to: yes}'")
                continue
            for frame, value in entries.items():
                key = (word_class, lemma, frame)
                if value in {"yes", "no"}:
                    self.counts[key] = None if value == "yes" else Count(0, 1000)
                elif count := self._count(("cues", lemma, frame), value):
                    self.counts[key] = count

    def _words(self, section: str, top: Mapping[str, Plain]) -> list[str]:
        words = top.get(section, [])
        if not isinstance(words, list):
            self._fault((section,), f"'{section}' is a list of words", f"write '{section}: [say]'")
            return []
        return [str(word) for word in words]

    def _count(self, steps: tuple[str, ...], value: Plain) -> Count | None:
        right, slash, found = str(value).partition("/")
        if slash and right.isdigit() and found.isdigit() and int(right) <= int(found):
            return Count(int(right), int(found))
        self._fault(
            steps, f"'{value}' is no count", "write right/found, such as 98/100, or yes, no"
        )
        return None

    def _fault(self, steps: tuple[str, ...], what: str, fix: str) -> None:
        line, column = self.read.place(steps)
        self.problems.append(Problem(self.read.path, line, column, what, fix))


by_fields(Cues)
