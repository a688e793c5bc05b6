"""Keep what belongs into a ledger of states: what a state says, or what is said of one."""

from claims.model import Mode
from claims.stance.make import Draft

_CORE = frozenset({"accusation", "denial", "cooperation"})


def concerns_states(draft: Draft) -> bool:
    """Return whether a claim is one of diplomacy; companions always pass.

    Private persons' dealings with one another are left out. So is co-operation that no state
    offers, that is offered to nobody, or that is praise of one's own side.
    """
    claim = draft.claim
    if claim.stance not in _CORE:
        return True
    speaker, target = claim.speaker_country, claim.target_country
    if claim.stance != "cooperation":
        return speaker is not None or target is not None
    if speaker is None or speaker == target or not (target or claim.target):
        return False
    return not (claim.uncertain and claim.sub_stance == "consult") or _is_fact(draft)


def _is_fact(draft: Draft) -> bool:
    """Return whether a bare meeting of two states is told as a fact, not planned or talked of."""
    claim = draft.claim
    told = claim.mode is Mode.NARRATED and "future" not in draft.hit.contexts
    return told and claim.target_country is not None
