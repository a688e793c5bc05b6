"""A rule in the order in which it is tried: what refuses most for the least work comes first."""

from dataclasses import dataclass

from claims.packs import Condition, Rule
from claims.stance.needs import SPOKEN, Needs

_OF_SPEAKERS = frozenset({"@speaker", "@other"})


@dataclass(frozen=True, slots=True)
class Plan:
    """What a rule asks for beside its words.

    Attributes:
        needs: What the sentence must have.
        facts: Conditions that hold or not whoever takes the stance; they are the cheapest.
        asks: The other conditions that do not ask for the target.
        bars: What excludes it without asking for the target, each with what it needs.
        aims: Conditions that ask for the target.
        spares: What excludes it as its target.
    """

    needs: int
    facts: tuple[Condition, ...]
    asks: tuple[Condition, ...]
    bars: tuple[tuple[int, Condition], ...]
    aims: tuple[Condition, ...]
    spares: tuple[Condition, ...]


def plan(rule: Rule, needs: Needs) -> Plan:
    """Return how a rule is tried."""
    required = [c for c in rule.requires if c.slot != "target" and c not in rule.wordings]
    facts = tuple(c for c in required if _is_fact(c))
    asks = tuple(c for c in required if not _is_fact(c))
    bars = tuple((needs.of([c]), c) for c in rule.excludes if c.slot != "target")
    aims = tuple(c for c in rule.requires if c.slot == "target")
    spares = tuple(c for c in rule.excludes if c.slot == "target")
    voice = SPOKEN if rule.layer == "content" else 0
    return Plan(voice | needs.of(rule.requires), facts, asks, bars, aims, spares)


def _is_fact(condition: Condition) -> bool:
    """Return whether a condition asks for what stands there, and not for who takes the stance."""
    return condition.slot not in {"speaker", "context"} and not condition.marks & _OF_SPEAKERS
