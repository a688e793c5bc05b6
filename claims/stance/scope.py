"""Keep what belongs into a ledger of states: what a state says, or what is said of one."""

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
    return speaker is not None and speaker != target and bool(target or claim.target)
