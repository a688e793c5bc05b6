"""Keep what belongs into a ledger of states: what a state says, or what is said of one."""

from claims.model import Mode
from claims.stance.frames import fill
from claims.stance.make import Draft
from claims.stance.parties import are_states
from claims.stance.scene import FIRST
from claims.stance.voices import is_own_words

_CORE = frozenset({"accusation", "denial", "cooperation"})


def concerns_states(draft: Draft) -> bool:
    """Return whether a claim is one of diplomacy; companions always pass.

    Private persons' dealings with one another are left out. So is co-operation within one state,
    that no state offers, or that is offered to nobody: to a thing, a firm, a party; a person who
    praises, thanks or backs another person counts where one of the two stands for a state.
    """
    claim = draft.claim
    if claim.stance not in _CORE:
        return True
    speaker, target = claim.speaker_country, claim.target_country
    if claim.stance != "cooperation":
        return speaker is not None or target is not None
    if not (speaker or target):
        return False
    if speaker is None or speaker == target:
        return _between_persons(draft)
    if target is None and not (_names_states(claim.target) or _between_persons(draft)):
        return False
    return not (claim.uncertain and claim.sub_stance == "consult") or _is_fact(draft)


def _names_states(words: str) -> bool:
    """Return whether a target without a country is of states: "all countries", several named."""
    return are_states(words) or words == "each other" or ("," in words and not words.islower())


def _is_fact(draft: Draft) -> bool:
    """Return whether a bare meeting of two states is told as a fact, not planned or talked of."""
    claim = draft.claim
    told = claim.mode is Mode.NARRATED or _of_oneself(draft)
    return told and "future" not in draft.hit.contexts and claim.target_country is not None


def _of_oneself(draft: Draft) -> bool:
    """Return whether people tell in their own words whom they met: "we had talks with Chad"."""
    subjects = fill("subject", draft.hit.head, "verb")
    past = draft.hit.head.tag_ in {"VBD", "VBN", "VBG"}
    return past and is_own_words(draft.hit.voice) and any(t.lower_ in FIRST for t in subjects)


def _between_persons(draft: Draft) -> bool:
    """Return whether somebody without a state, or of the same one, openly backs another."""
    hit, claim = draft.hit, draft.claim
    if claim.sub_stance != "praise_support" or not hit.reporting or hit.rule.uncertain:
        return False
    if not claim.speaker or draft.target is None or claim.speaker == claim.target:
        return False
    backers = {actor.kind for actor in hit.speakers}
    return draft.target.kind == "person" and bool(backers & {"person", "office"})
