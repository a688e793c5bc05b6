"""How each rule fares on labelled sentences: how often right, what it gets wrong, whom it meets."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claims.actors import Lexicon
from claims.actors.parties import Parties
from claims.evaluate.stance import (
    ClassFigures,
    Prediction,
    Row,
    class_of,
    label_of,
    own_words,
    prediction,
)
from claims.evaluate.stance import figures as class_figures
from claims.packs import Packs, Trust
from claims.packs.compiled import Rule
from claims.parse import parse
from claims.speech import Cues
from claims.stance.cases import document_of, found_in
from claims.stance.classify import primary
from claims.stance.make import Draft

_SHOWN = 5  # wrong sentences kept for each rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFigures:
    """What one rule did on labelled sentences.

    Attributes:
        fired: Sentences in which it decided a claim.
        decided: Those in which that claim was the primary one; ``right`` of them bore its label.
        asked: Sentences whose label is its class; its coverage is counted against them.
        wrong: The first sentences that it got wrong: id, label, text.
        overlaps: Rules of its class that fired in the same claims or lost against it, how often.
        conflicts: The same of rules of another class.
    """

    rule: str
    stance: str
    entries: int
    fired: int
    decided: int
    right: int
    asked: int
    wrong: tuple[tuple[str, str, str], ...]
    overlaps: tuple[tuple[str, int], ...]
    conflicts: tuple[tuple[str, int], ...]

    @property
    def precision(self) -> float | None:
        """Share of its decisions that were right; None where it decided nothing."""
        return self.right / self.decided if self.decided else None

    @property
    def coverage(self) -> float:
        """Share of its class's sentences that it got right by itself."""
        return self.right / self.asked if self.asked else 0.0


def found_in_rows(
    rows: Sequence[Row], cues: Cues, lexicon: Lexicon, packs: Packs
) -> dict[str, list[Draft]]:
    """Return what the rules find in each row, by its id."""
    documents = (document_of(row.text, row.said_by, row.id) for row in rows)
    return {
        row.id: found_in(parsed, own_words(row), packs, cues, lexicon)
        for row, parsed in zip(rows, parse(documents), strict=True)
    }


def figures_of(
    rows: Sequence[Row], found: Mapping[str, Sequence[Draft]], packs: Packs
) -> list[RuleFigures]:
    """Return the figures of every rule from what was found in each row."""
    counts = _counts(rows, found)
    labels = Counter(row.label for row in rows)
    stances = {rule.id: rule.stance for rule in packs.rules}
    return [
        _figures(rule, counts[rule.id], labels[class_of(rule.stance)], stances)
        for rule in packs.rules
    ]


@dataclass(slots=True)
class _Counted:
    """What is counted of one rule, sentence by sentence; names as in ``RuleFigures``."""

    fired: int = 0
    decided: int = 0
    right: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)


def _counts(rows: Sequence[Row], found: Mapping[str, Sequence[Draft]]) -> dict[str, _Counted]:
    counts: dict[str, _Counted] = defaultdict(_Counted)
    for row in rows:
        for draft in found[row.id]:
            one = counts[draft.claim.rules[0]]
            one.fired += 1
            one.met.update(_met(draft))
        first = primary(found[row.id])
        if first is None:
            continue
        one = counts[first.rules[0]]
        one.decided += 1
        if label_of(first) == row.label:
            one.right += 1
        else:
            one.wrong.append((row.id, row.label, row.text))
    return counts


def _figures(rule: Rule, one: _Counted, asked: int, stances: Mapping[str, str]) -> RuleFigures:
    return RuleFigures(
        rule=rule.id,
        stance=rule.stance,
        entries=rule.entries,
        fired=one.fired,
        decided=one.decided,
        right=one.right,
        asked=asked,
        wrong=tuple(one.wrong[:_SHOWN]),
        overlaps=_most(one.met, stances, rule.stance, alike=True),
        conflicts=_most(one.met, stances, rule.stance, alike=False),
    )


def _most(
    met: Counter[str], stances: Mapping[str, str], stance: str, *, alike: bool
) -> tuple[tuple[str, int], ...]:
    """Return the rules of the same class, or of others, that were met, the most often met first."""
    kept = [(r, n) for r, n in met.items() if (stances.get(r) == stance) is alike]
    return tuple(sorted(kept, key=lambda pair: (-pair[1], pair[0])))


def _met(draft: Draft) -> set[str]:
    others = {seen.rule for seen in draft.claim.considered if _close(seen.outcome)}
    return (others | set(draft.claim.rules)) - {draft.claim.rules[0]}


def _close(outcome: str) -> bool:
    return outcome.startswith(("less specific", "same proposition"))


def write_trust(figures: Iterable[RuleFigures], path: Path, measured_on: str) -> None:
    """Write each rule's measured precision to the file that claims take their trust from."""
    kept = {f.rule: [f.right, f.decided] for f in figures if f.decided}
    whole = {"measured_on": measured_on, "rules": dict(sorted(kept.items()))}
    path.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


def without_singletons(
    rows: Sequence[Row],
    found: Mapping[str, Sequence[Draft]],
    figures: Sequence[RuleFigures],
) -> tuple[list[ClassFigures], ClassFigures]:
    """Return the scores with every rule left out that was right on a single labelled sentence.

    It is the honesty check: a rule that was written for one sentence scores nothing here.
    """
    left_out = set(singletons(figures))
    told = {row.id: prediction(row, found[row.id], Parties((), ())) for row in rows}
    kept = {
        id: p if not left_out & set(p.rules[:1]) else Prediction(id, "other", None, None)
        for id, p in told.items()
    }
    return class_figures(rows, kept)


def singletons(figures: Iterable[RuleFigures]) -> tuple[str, ...]:
    """Return the rules that were right on a single labelled sentence."""
    return tuple(f.rule for f in figures if f.right == 1)


def trust_of(figures: Iterable[RuleFigures]) -> dict[str, Trust]:
    """Return measured trust by rule."""
    return {f.rule: Trust(f.right, f.decided) for f in figures if f.decided}
