"""Which words of a text may trigger anything, and what: three rules in four are passed by here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.packs import Packs, Trigger
from claims.stance.frames import MISTAKEN, OPERATING, lemma
from claims.stance.needs import Needs
from claims.stance.plan import Plan, plan
from claims.tokens import Run, Token

_OF_FORMS = frozenset({"adjective", "phrase"})  # "disappointed" is no form of "disappoint" there
# what the parser may say where a word is meant (``lemma`` tells)
_WRITTEN = {meant: word for word, meant in MISTAKEN.items()} | {"co" + w: w for w in OPERATING}


@dataclass(frozen=True, slots=True)
class Candidate:
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
        self._by_word: dict[str, tuple[Candidate, ...]] = {}
        odd = {written for meant, written in _WRITTEN.items() if meant in packs.index}
        self.starts = frozenset({*packs.index, *odd})

    def wake(self, token: Token) -> Woken:
        """Return what a token triggers, and keep it for the next of its form."""
        every = self._triggers(token)
        followed: dict[str, tuple[int, ...]] = {}
        for at, one in enumerate(every):
            for meant in one.trigger.following:
                for word in {meant, _WRITTEN.get(meant, meant)}:
                    followed[word] = (*followed.get(word, ()), at)
        free = tuple([one for one in every if not one.trigger.following]) if followed else every
        found = Woken(every, free, followed)
        if token.lemma_ not in OPERATING:  # what stands before it tells its lemma
            self.known[token.lemma_, token.lower_, token.tag_] = found
        return found

    def _triggers(self, token: Token) -> tuple[Candidate, ...]:
        """Return what a lemma triggers, and the adjectives and phrases that have its very form."""
        word, form, kinds = lemma(token), token.lower_, _kinds(token.tag_)
        found = [one for one in self._candidates(word) if one.trigger.kind in kinds]
        if form != word and form in self._packs.index:
            kinds &= _OF_FORMS
            found += [one for one in self._candidates(form) if one.trigger.kind in kinds]
        return tuple(found)

    def _candidates(self, word: str) -> tuple[Candidate, ...]:
        """Return all that a word triggers, told once for all its forms."""
        if word not in self._by_word:
            triggers = self._packs.index.get(word, ())
            self._by_word[word] = tuple([self._candidate(trigger) for trigger in triggers])
        return self._by_word[word]

    def _candidate(self, trigger: Trigger) -> Candidate:
        rule = trigger.rule
        if rule.id not in self._plans:
            self._plans[rule.id] = plan(rule, self._packs.words)
        found = self._plans[rule.id]
        return Candidate(trigger, (*filter(None, trigger.rest), *found.needs), found)


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
    for token in sentence:
        if token.lemma_ in starts or token.lower_ in starts:
            form = (token.lemma_, token.lower_, token.tag_)
            woken = known.get(form) or rules.wake(token)
            if woken.followed and token.i + 1 < end:
                after = doc[token.i + 1]
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
