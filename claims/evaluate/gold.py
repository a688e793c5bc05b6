"""Score claims of whole documents against what a careful reader took out of them.

A find is right where speaker's country, stance and target's country are those of a gold claim of
the same document, and the two share at least half of the text that either covers (Jaccard >= .5,
as in the attribution scores of PolNeAR). Matching is one to one, the best overlap first.
What the reader marked uncertain may be found or not: it counts neither way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.evaluate.lines import read_lines
from claims.evaluate.score import Score
from claims.ledger.select import CORE
from claims.model import Claim, Span

_OVERLAP = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """One claim as a reader wrote it down."""

    document: str
    speaker: str
    speaker_country: str | None
    stance: str
    target_country: str | None
    spans: tuple[Span, ...]
    words: str
    uncertain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Scores by stance and for all, and what was missed or is wrong."""

    scores: dict[str, Score]
    missed: tuple[GoldClaim, ...]
    wrong: tuple[Claim, ...]


def read_gold(path: Path) -> tuple[GoldClaim, ...]:
    """Read gold claims, one JSON object a line.

    Raises:
        ClaimsError: With every line that is no gold claim.
    """
    return tuple(read_lines(path, _gold_claim, "not a gold claim", "see seeds/gold.jsonl"))


def _gold_claim(row: Any) -> GoldClaim:
    return GoldClaim(
        document=row["document"],
        speaker=row["speaker"] or "",
        speaker_country=row["speaker_country"],
        stance=row["stance"],
        target_country=row["target_country"],
        spans=tuple(Span(start, end) for start, end in row["spans"]),
        words=row["words"],
        uncertain=row.get("uncertain", False),
    )


def compare(gold: Sequence[GoldClaim], claims: Iterable[Claim]) -> Comparison:
    """Match finds to gold and count; only the core stances take part."""
    finds = [claim for claim in claims if claim.stance in CORE]
    pairs = _pairs(gold, finds)
    forgiven = {find for find, place in pairs.items() if gold[place].uncertain}
    right = {find: place for find, place in pairs.items() if find not in forgiven}
    scores = {}
    for stance in (*CORE, "all"):
        scores[stance] = Score(
            right=sum(stance in {finds[find].stance, "all"} for find in right),
            found=sum(
                stance in {claim.stance, "all"} and place not in forgiven
                for place, claim in enumerate(finds)
            ),
            gold=sum(stance in {claim.stance, "all"} and not claim.uncertain for claim in gold),
        )
    met = set(pairs.values())
    return Comparison(
        scores=scores,
        missed=tuple(c for n, c in enumerate(gold) if n not in met and not c.uncertain),
        wrong=tuple(claim for n, claim in enumerate(finds) if n not in pairs),
    )


def _pairs(gold: Sequence[GoldClaim], finds: Sequence[Claim]) -> dict[int, int]:
    """Return which find is which gold claim, certain ones and the best overlap first."""
    scored = [
        (claim.uncertain, -overlap, find, place)
        for find, found in enumerate(finds)
        for place, claim in enumerate(gold)
        if _same(found, claim) and (overlap := _overlap(found.spans, claim.spans)) >= _OVERLAP
    ]
    pairs: dict[int, int] = {}
    for _, _, find, place in sorted(scored):
        if find not in pairs and place not in pairs.values():
            pairs[find] = place
    return pairs


def _same(found: Claim, gold: GoldClaim) -> bool:
    return (
        found.document == gold.document
        and found.stance == gold.stance
        and found.speaker_country == gold.speaker_country
        and found.target_country == gold.target_country
    )


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the Jaccard overlap of two sets of spans, in characters."""
    first = {place for span in one for place in range(span.start, span.end)}
    second = {place for span in other for place in range(span.start, span.end)}
    union = first | second
    return len(first & second) / len(union) if union else 0.0
