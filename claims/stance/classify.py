"""Attributed words to claims: one claim per speaker, stance, target and proposition."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.model import Attribution, BlockKind, Claim
from claims.packs import Packs
from claims.parse import Parsed
from claims.stance.charges import Telling
from claims.stance.directed import directed
from claims.stance.link import aimed_at_accusers, unasked
from claims.stance.make import Draft, make
from claims.stance.match import Hit, Tally, hits, is_aside, is_subordinate
from claims.stance.merge import one_per_proposition
from claims.stance.scene import Scene, scene
from claims.stance.words import Elsewhere

if TYPE_CHECKING:
    from claims.actors import Cast

_MILD = frozenset({"empathy", "optimism", "concern", "claim_responsibility", "decline_comment"})
_ANSWERING = frozenset({"antecedent", "accuser"})  # slots for whom a denial answers
_SILENT = frozenset({BlockKind.CAPTION, BlockKind.BOILERPLATE})


def classify(
    parsed: Parsed,
    attributions: Sequence[Attribution],
    cast: "Cast",
    packs: Packs,
    tally: Tally | None = None,
) -> list[Claim]:
    """Return the document's claims in reading order.

    Captions and boilerplate give none; a headline that the body repeats counts once, in the body.

    Args:
        parsed: The document and its parsed passages.
        attributions: Who says what in it.
        cast: Whom its noun phrases denote.
        packs: The rules.
        tally: Counts the rules that are tried, where somebody wants to know.
    """
    stage = scene(parsed, attributions, cast, packs)
    telling = Telling.of(parsed.document, attributions, cast)
    kept = [draft for draft in _drafts(stage, telling, tally) if draft.diplomatic]
    seeking = {d.claim.id for d in kept if _ANSWERING & set(d.hit.rule.target)}
    return aimed_at_accusers([draft.claim for draft in kept], seeking, telling)


def drafts(
    parsed: Parsed, attributions: Sequence[Attribution], cast: "Cast", packs: Packs
) -> list[Draft]:
    """Return all that the rules find with the hits it comes from, in reading order.

    This holds what is said within one state too, which ``classify`` leaves out.
    """
    stage = scene(parsed, attributions, cast, packs)
    return _drafts(stage, Telling.of(parsed.document, attributions, cast), None)


def _drafts(stage: Scene, telling: Telling, tally: Tally | None) -> list[Draft]:
    found: list[Draft] = []
    for here in _found(stage, tally):
        firm = frozenset(hit.head.i for hit in here if "accuser" not in hit.rule.target)
        for hit in here:
            others = Elsewhere(stage, hit, firm)
            found += [make(stage, hit, *pair, others) for pair in directed(stage, hit)]
    return one_per_proposition(_asked_for(found, telling))


def primary(found: Sequence[Draft]) -> Claim | None:
    """Return the claim that the highest predicate governs, the earlier of two equals."""
    heard = [d for d in found if d.claim.stance != "grievance"]
    shown = [d for d in heard if d.claim.stance == "cooperation" or not is_aside(d.hit.head)]
    if not shown:
        return None
    return min(shown, key=_height).claim


def _height(draft: Draft) -> tuple[object, ...]:
    """Order by the predicate's height; of two joined by "and" the graver counts first."""
    return (draft.depth, draft.claim.stance in _MILD, draft.hit.evidence[0], draft.claim.id)


def _asked_for(found: list[Draft], telling: Telling) -> list[Draft]:
    """Return the drafts without the plain negations that answer no charge."""
    answers = {d.claim.id: d for d in found if "accuser" in d.hit.rule.target}
    if not answers:
        return found
    said = [draft.claim for draft in sorted(found, key=lambda draft: draft.claim.spans)]
    idle = set(unasked(said, set(answers), telling))
    return [d for d in found if d.claim.id not in idle and not _goes_with_another(d)]


def _goes_with_another(draft: Draft) -> bool:
    """Return whether a denial that needs a charge stands in a clause that is not what is said."""
    return "accuser" in draft.hit.rule.target and is_subordinate(draft.hit.head)


def _found(stage: Scene, tally: Tally | None) -> Iterator[list[Hit]]:
    """Yield the hits of each passage that can hold a claim."""
    for passage in stage.parsed.passages:
        if passage.block.kind not in _SILENT:
            yield list(hits(stage, passage, tally))
