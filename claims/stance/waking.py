"""Which words of a text may trigger anything, and what: three rules in four are passed by here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.packs import Packs, Rule, Trigger
from claims.stance.frames import MISTAKEN, OPERATING, lemma
from claims.stance.needs import Needs
from claims.stance.plan import Plan, plan
from claims.tokens import Run, Token

_OF_FORMS = frozenset({"adjective", "phrase"})  # "disappointed" is no form of "disappoint" there
# what the parser may say where a word is meant (``lemma`` tells)
_WRITTEN = {meant: word for word, meant in MISTAKEN.items()} | {"co" + w: w for w in OPERATING}


class Candidate(NamedTuple):
    """A trigger, and the words that the sentence must have for it to come to anything."""

    trigger: Trigger
    needs: Needs
    plan: Plan


@dataclass(frozen=True, slots=True)
class Woken:
    """What a word triggers.

    Attributes:
        triggers: All of it, in the order of the rules.
        free: Those that stand whatever word comes next.
        followed: Next word → places in ``triggers`` of the phrases that go on with it.
    """

    triggers: tuple[Candidate, ...]
    free: tuple[Candidate, ...]
    followed: Mapping[str, tuple[int, ...]]


class Waking:
    """The rules by the words that wake them.

    Attributes:
        starts: Lemmas and forms of which one must stand there, or nothing is triggered.
        known: What was woken, by lemma, form and tag.
    """

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self.known: dict[tuple[str, str, str], Woken] = {}
        self._plans: dict[str, Plan] = {}
        odd = {written for meant, written in _WRITTEN.items() if meant in packs.index}
        self.starts = frozenset({*packs.index, *odd})

    def wake(self, token: Token) -> Woken:
        """Return what a token triggers, and keep it for the next of its form."""
        every = tuple(map(self._candidate, self._triggers(token)))
        followed: dict[str, tuple[int, ...]] = {}
        for at, one in enumerate(every):
            for meant in one.trigger.following:
                for word in {meant, _WRITTEN.get(meant, meant)}:
                    followed[word] = (*followed.get(word, ()), at)
        found = Woken(every, tuple(one for one in every if not one.trigger.following), followed)
        if token.lemma_ not in OPERATING:  # what stands before it tells its lemma
            self.known[token.lemma_, token.lower_, token.tag_] = found
        return found

    def _candidate(self, trigger: Trigger) -> Candidate:
        found = self._plan(trigger.rule)
        return Candidate(trigger, (*filter(None, trigger.rest), *found.needs), found)

    def _plan(self, rule: Rule) -> Plan:
        """Return how a rule is tried, told once for all its triggers."""
        if rule.id not in self._plans:
            self._plans[rule.id] = plan(rule, self._packs.words)
        return self._plans[rule.id]

    def _triggers(self, token: Token) -> tuple[Trigger, ...]:
        """Return what a lemma triggers, and the adjectives and phrases that have its very form."""
        word = lemma(token)
        found = self._packs.index.get(word, ())
        if token.lower_ != word and (others := self._packs.index.get(token.lower_)):
            found += tuple(trigger for trigger in others if trigger.kind in _OF_FORMS)
        return tuple(trigger for trigger in found if _is_of_kind(token.tag_, trigger.kind))


@lru_cache(maxsize=2)
def waking(packs: Packs) -> Waking:
    """Return the rules by the words that wake them, told once."""
    return Waking(packs)


def triggered(packs: Packs, sentence: Run) -> Iterator[tuple[Token, Sequence[Candidate]]]:
    """Yield the tokens that may trigger anything, each with what it may trigger.

    Of phrases those that its next word goes on with: few do.
    """
    rules = waking(packs)
    starts, known = rules.starts, rules.known
    doc, end = sentence.doc, sentence.end
    for place, token in enumerate(sentence, sentence.start + 1):
        if token.lemma_ in starts or token.lower_ in starts:
            form = (token.lemma_, token.lower_, token.tag_)
            woken = known.get(form) or rules.wake(token)
            if woken.followed and place < end:
                after = doc[place]
                if after.lower_ in woken.followed or after.lemma_ in woken.followed:
                    yield token, _going_on(woken, after)
                    continue
            if woken.free:
                yield token, woken.free


def worth_trying(candidates: Sequence[Candidate], words: set[str]) -> list[Candidate]:
    """Return those whose needs a sentence meets; four in five come to nothing here."""
    lacks = words.isdisjoint
    return [one for one in candidates if not any(map(lacks, one.needs))]


def _going_on(woken: Woken, after: Token) -> list[Candidate]:
    """Return what a token triggers without the phrases that its next word does not go on with."""
    followed = woken.followed
    places = {*followed.get(after.lower_, ()), *followed.get(after.lemma_, ())}
    numbered = enumerate(woken.triggers)
    return [one for at, one in numbered if at in places or not one.trigger.following]


def _is_of_kind(tag: str, kind: str) -> bool:
    """Return whether a word of this tag can be a trigger of a kind."""
    if kind == "verb":
        return tag.startswith("VB")
    if kind == "noun":
        return tag in {"NN", "NNS"}  # a proper name tells no deed: "War Crimes Tribunal"
    return kind == "phrase" or tag.startswith("JJ") or tag in {"VBN", "VBG", "RB"}
