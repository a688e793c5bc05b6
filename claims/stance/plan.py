"""A rule in the order in which it is tried: what refuses most for the least work comes first."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.packs import Condition, Rule
from claims.stance.needs import Needs, needs


@dataclass(frozen=True, slots=True)
class Plan:
    """What a rule asks for beside its words.

    Attributes:
        needs: Words that the sentence must have.
        asks: Conditions that do not ask for the target.
        bars: What excludes it without asking for the target, each with the words it needs.
        aims: Conditions that ask for the target.
        spares: What excludes it as its target.
    """

    needs: Needs
    asks: tuple[Condition, ...]
    bars: tuple[tuple[Needs, Condition], ...]
    aims: tuple[Condition, ...]
    spares: tuple[Condition, ...]


def plan(rule: Rule, lists: Mapping[str, frozenset[str]]) -> Plan:
    """Return how a rule is tried."""
    asks = tuple(c for c in rule.requires if c.slot != "target" and c not in rule.wordings)
    bars = tuple((needs([c], lists), c) for c in rule.excludes if c.slot != "target")
    aims = tuple(c for c in rule.requires if c.slot == "target")
    spares = tuple(c for c in rule.excludes if c.slot == "target")
    return Plan(needs(rule.requires, lists), asks, bars, aims, spares)
