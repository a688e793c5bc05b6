"""Rules as the program walks them: an index from trigger lemma to rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.pickled import by_fields

GAP = "*"
"""In a phrase: up to three tokens of any kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A text in which the rule must fire, and what it must find there.

    ``said_by`` makes the text somebody's own words, as in a transcript: a country's name.
    """

    text: str
    speaker: str | None = None
    target: str | None = None
    said_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A text in which the rule must not decide a claim, and why."""

    text: str
    because: str
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What must fill a slot of the frame: one of these lemmas, or what one of these marks asks.

    Marks begin with ``@``: ``@state`` (an actor with a country), ``@actor``, ``@first`` (I, we),
    ``@second`` (you), ``@speaker``, ``@other`` (a state other than the speaker's),
    ``@pair`` (two states or more), ``@collective`` ("certain countries"), ``@stateless`` (no
    state), ``@any``.
    """

    slot: str
    lemmas: frozenset[str]
    marks: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, ready to be tried. ``trust`` is filled from measurement, never by hand.

    Attributes:
        speaker: Slots that may name who takes the stance, the first that is filled wins.
        target: Slots that may name whom it is aimed at.
        requires: Conditions that must all hold.
        excludes: Conditions of which none may hold.
        wordings: Those of ``requires`` that name words and nothing else.
        unless: Contexts in which the rule is silent.
        specificity: How much the rule asks for, two a condition; of two rules on one trigger the
            greater wins.
        place: ``file:line:column`` of the rule.
    """

    id: str
    why: str
    pack: str
    stance: str
    sub_stance: str
    cameo: str
    layer: str
    speaker: tuple[str, ...]
    target: tuple[str, ...]
    requires: tuple[Condition, ...]
    excludes: tuple[Condition, ...]
    unless: frozenset[str]
    priority: int
    told: str
    uncertain: bool
    reciprocal: bool
    since: str
    specificity: int
    place: str
    entries: int
    matches: tuple[Match, ...] = field(repr=False)
    rejects: tuple[Reject, ...] = field(repr=False)
    wordings: tuple[Condition, ...] = ()


class Trigger(NamedTuple):
    """A word or run of words that makes a rule worth trying.

    Attributes:
        kind: verb, noun, adjective or phrase.
        rest: Of a verb with a particle ("lash out"): lemmas that must hang on it. Of a phrase:
            what must follow its first word, each a set of lemmas; an empty set is a gap.
        following: Of a phrase: what may stand right behind its first word; empty for anything.
            Most phrases are refused by it.
    """

    kind: str
    rest: tuple[frozenset[str], ...]
    rule: Rule
    following: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trust:
    """How often a rule's finds were right on labelled text."""

    right: int
    found: int

    @property
    def share(self) -> float | None:
        """Return the measured precision, None if the rule never fired there."""
        return self.right / self.found if self.found else None


@dataclass(frozen=True, slots=True)
class Packs:
    """All rules that were read, and the way from a lemma to those worth trying.

    Attributes:
        index: Lemma → what it triggers.
    """

    rules: tuple[Rule, ...]
    index: Mapping[str, tuple[Trigger, ...]]
    words: Mapping[str, frozenset[str]]
    trust: Mapping[str, Trust]
    pack_hash: str

    def __hash__(self) -> int:
        return hash(self.pack_hash)

    def rule(self, rule_id: str) -> Rule:
        """Return the rule of this id.

        Raises:
            KeyError: No rule bears it.
        """
        return next(rule for rule in self.rules if rule.id == rule_id)

    def entries(self) -> int:
        """Return the number of frame entries: pairs of a trigger and a frame."""
        return sum(rule.entries for rule in self.rules)


by_fields(Packs, Rule, Condition, Match, Reject, Trust)
