"""A rule in the order in which it is tried: what refuses most for the least work comes first."""

from dataclasses import dataclass

from claims.packs import Condition, Rule
from claims.stance.needs import SPOKEN, Needs


@dataclass(frozen=True, slots=True)
class Plan:
    """What a rule asks for beside its words.

    Attributes:
        needs: What the sentence must have.
        asks: Conditions that do not ask for the target.
        bars: What excludes it without asking for the target, each with what it needs.
        aims: Conditions that ask for the target.
        spares: What excludes it as its target.
    """

    needs: int
    asks: tuple[Condition, ...]
    bars: tuple[tuple[int, Condition], ...]
    aims: tuple[Condition, ...]
    spares: tuple[Condition, ...]


def plan(rule: Rule, needs: Needs) -> Plan:
    """Return how a rule is tried."""
    asks = tuple(c for c in rule.requires if c.slot != "target" and c not in rule.wordings)
    bars = tuple((needs.of([c]), c) for c in rule.excludes if c.slot != "target")
    aims = tuple(c for c in rule.requires if c.slot == "target")
    spares = tuple(c for c in rule.excludes if c.slot == "target")
    voice = SPOKEN if rule.layer == "content" else 0
    return Plan(voice | needs.of(rule.requires), asks, bars, aims, spares)
