"""Keep what belongs into a ledger of states: words between them, not within one."""

from claims.model import Actor
from claims.stance.make import Draft

_CORE = frozenset({"accusation", "denial", "cooperation"})
_PRIVATE = frozenset({"person", "organisation", "media", "company", "party"})


def is_between_states(draft: Draft) -> bool:
    """Return whether a claim is one of diplomacy; companions always pass.

    Quarrels and praise within one state are left out, and so are private persons' dealings
    with one another. A state's denial needs no target, nor a charge against an unnamed culprit.
    """
    claim = draft.claim
    if claim.stance not in _CORE:
        return True
    speaker, target = claim.speaker_country, claim.target_country
    if speaker is not None and speaker == target:
        return False
    if claim.stance == "cooperation":
        return _is_cooperation(draft)
    if speaker is None and target is None:
        return False
    return not (claim.stance == "accusation" and target is None and _is_private(draft.target))


def _is_cooperation(draft: Draft) -> bool:
    claim = draft.claim
    if claim.speaker_country is None:
        return False
    if claim.target_country is not None:
        return True
    if _is_private(draft.target):
        return False
    if draft.hit.voice is None or not claim.target:
        return False
    return claim.sub_stance not in {"consult", "accord", "diplomatic"} or not draft.hit.reporting


def _is_private(target: Actor | None) -> bool:
    return target is not None and target.country is None and target.kind in _PRIVATE
