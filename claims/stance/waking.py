"""Which words of a text may trigger anything, and what: three rules in four are passed by here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from claims.packs import Packs, Trigger
from claims.stance.frames import MISTAKEN, OPERATING, lemma
from claims.stance.needs import Needs, readings
from claims.stance.plan import Plan, plan
from claims.tokens import Run, Token

_OF_FORMS = frozenset({"adjective", "phrase"})  # "disappointed" is no form of "disappoint" there
# what the parser may say where a word is meant (``lemma`` tells)
_WRITTEN = {meant: word for word, meant in MISTAKEN.items()} | {"co" + w: w for w in OPERATING}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger, and what the sentence must have for it to come to anything."""

    trigger: Trigger
    needs: int
    plan: Plan


Candidates: TypeAlias = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Woken:
    """What a word triggers, and what it brings.

    Attributes:
        brings: What rules need of a sentence and find in this word.
        every: All that it triggers, in the order of the rules.
        free: What stands whatever word comes next.
        followed: The words that phrases go on with.
    """

    brings: int
    every: Candidates
    free: Candidates
    followed: frozenset[str]
    _before: dict[tuple[str, str], Candidates] = field(default_factory=dict, repr=False)

    def before(self, after: Token) -> Candidates:
        """Return what stands before a word that a phrase goes on with."""
        form = (after.lower_, after.lemma_)
        if form not in self._before:
            words = readings(after)
            self._before[form] = tuple(
                [c for c in self.every if not c.trigger.following or words & c.trigger.following]
            )
        return self._before[form]


class Waking:
    """The rules by the words that wake them.

    Attributes:
        words: Lemmas and forms that trigger a rule, or that a rule needs.
        known: What was woken, by lemma, form and tag.
    """

    def __init__(self, packs: Packs) -> None:
        self.needs = Needs(packs.words)
        self._plans = {rule.id: plan(rule, self.needs) for rule in packs.rules}
        self._index = {
            word: tuple([self._candidate(trigger) for trigger in found])
            for word, found in packs.index.items()
        }
        self.words = _as_written({*packs.index, *self.needs.met})
        self.known: dict[tuple[str, str, str], Woken] = {}

    def wake(self, token: Token) -> Woken:
        """Return what a token triggers, and keep it for the next of its form."""
        every = self._triggers(token)
        followed = _as_written(word for one in every for word in one.trigger.following)
        free = tuple([one for one in every if not one.trigger.following]) if followed else every
        found = Woken(self.needs.met_by(token), every, free, followed)
        if token.lemma_ not in OPERATING:  # what stands before it tells its lemma
            self.known[token.lemma_, token.lower_, token.tag_] = found
        return found

    def _triggers(self, token: Token) -> Candidates:
        """Return what a lemma triggers, and the adjectives and phrases that have its very form."""
        word, form, kinds = lemma(token), token.lower_, _kinds(token.tag_)
        found = [one for one in self._index.get(word, ()) if one.trigger.kind in kinds]
        if form != word and form in self._index:
            kinds &= _OF_FORMS
            found += [one for one in self._index[form] if one.trigger.kind in kinds]
        return tuple(found)

    def _candidate(self, trigger: Trigger) -> Candidate:
        """Return a trigger with its needs; what a phrase goes on with is asked of the next word."""
        found = self._plans[trigger.rule.id]
        rest = trigger.rest[1:2] if trigger.following else trigger.rest
        if not rest:
            return Candidate(trigger, found.needs, found)
        return Candidate(trigger, found.needs | self.needs.of_words(filter(None, rest)), found)


@lru_cache(maxsize=2)
def waking(packs: Packs) -> Waking:
    """Return the rules by the words that wake them, told once."""
    return Waking(packs)


def triggered(rules: Waking, sentence: Run) -> tuple[list[tuple[Token, Candidates]], int]:
    """Return the tokens that trigger anything, each with what it triggers, and what is lacking.

    Of phrases those that its next word goes on with: few do.
    """
    words, known = rules.words, rules.known
    found: list[tuple[Token, Candidates]] = []
    has, after = 0, sentence[-1]
    for token in sentence[::-1]:
        word, form = token.lemma_, token.lower_
        if word in words or form in words:
            try:
                woken = known[word, form, token.tag_]
            except KeyError:
                woken = rules.wake(token)
            has |= woken.brings
            candidates, followed = woken.free, woken.followed
            if followed and (after.lower_ in followed or after.lemma_ in followed):
                candidates = woken.before(after)
            if candidates:
                found.append((token, candidates))
        after = token
    found.reverse()
    return found, rules.needs.all ^ has


def _as_written(words: Iterable[str]) -> frozenset[str]:
    """Return words, and what the parser may say where they are meant."""
    meant = frozenset(words)
    return meant | {_WRITTEN[word] for word in meant if word in _WRITTEN}


def _kinds(tag: str) -> frozenset[str]:
    """Return which kinds of triggers a word of this tag can be."""
    kinds = {"phrase"}
    if tag.startswith("VB"):
        kinds.add("verb")
    if tag in {"NN", "NNS"}:
        kinds.add("noun")  # a proper name tells no deed: "War Crimes Tribunal"
    if tag.startswith("JJ") or tag in {"VBN", "VBG", "RB"}:
        kinds.add("adjective")
    return frozenset(kinds)
