"""What ``claims rules stats`` prints: each rule's figures on labelled sentences, its errors."""

import textwrap
from collections.abc import Iterator, Sequence

from claims.evaluate.stance import ClassFigures
from claims.evaluate.stance_rules import RuleFigures, singletons

_MET = 3  # rules named of those that a rule met
_HEADS = ("entries", "fired", "decided", "right", "precision", "coverage")


def lines(found: Sequence[RuleFigures], honest: ClassFigures) -> Iterator[str]:
    """Yield the lines for all rules, those that never fired named at the end."""
    yield f"{'rule':38} " + " ".join(f"{head:>9}" for head in _HEADS)
    for one in found:
        if one.fired:
            yield from _of_rule(one)
    yield from _named("never fired", [one.rule for one in found if not one.fired], len(found))
    single = singletons(found)
    yield from _named("right on one sentence only", single, len(found))
    yield f"macro-F1 without those {len(single)}: {honest.f1:.3f}"


def _of_rule(one: RuleFigures) -> Iterator[str]:
    share = "" if one.precision is None else f"{one.precision:.2f}"
    counts = " ".join(f"{n:9}" for n in (one.entries, one.fired, one.decided, one.right))
    yield f"{one.rule:38} {counts} {share:>9} {one.coverage:9.3f}"
    for name, met in (("overlaps with", one.overlaps), ("conflicts with", one.conflicts)):
        if met:
            yield f"    {name} " + ", ".join(f"{rule} {times}" for rule, times in met[:_MET])
    for id, label, text in one.wrong:
        yield f"    wrong {id}, labelled {label}: {text}"


def _named(what: str, rules: Sequence[str], whole: int) -> Iterator[str]:
    yield f"{what}: {len(rules)} of {whole} rules"
    yield from textwrap.wrap(
        ", ".join(rules),
        96,
        initial_indent="    ",
        subsequent_indent="    ",
        break_on_hyphens=False,
    )
