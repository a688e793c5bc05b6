"""Keep what belongs into a ledger of states: what a state says, or what is said of one."""

from claims.model import Actor, Mode
from claims.stance.match import Hit
from claims.stance.parties import are_states
from claims.stance.scene import Scene, is_ours
from claims.stance.voices import is_own_words

_MEDIATES = "045"  # CAMEO: whoever mediates offers itself to all
_CORE = frozenset({"accusation", "denial", "cooperation"})


def concerns_states(scene: Scene, hit: Hit, speaker: Actor | None, target: Actor | None) -> bool:
    """Return whether a claim is one of diplomacy; companions always pass.

    Private persons' dealings with one another are left out. So is co-operation within one state,
    that no state offers, or that is offered to nobody: to a thing, a firm, a party; a person who
    praises, thanks or backs another person counts where one of the two stands for a state; a state
    that mediates counts, whoever they are.
    """
    rule = hit.rule
    if rule.stance not in _CORE:
        return True
    here = speaker.country if speaker is not None else None
    there = target.country if target is not None else None
    if rule.stance != "cooperation":
        return here is not None or there is not None
    if not (here or there):
        return False
    if here is None or here == there:
        return _between_persons(hit, speaker, target)
    if rule.cameo == _MEDIATES and target is None:
        return True
    name = target.name if target is not None else hit.target_words
    if there is None and not (_names_states(name) or _between_persons(hit, speaker, target)):
        return False
    bare = rule.uncertain and rule.sub_stance == "consult"
    return not bare or (there is not None and _is_fact(scene, hit))


def _names_states(words: str) -> bool:
    """Return whether a target without a country is of states: "all countries", several named."""
    return are_states(words) or words == "each other" or ("," in words and not words.islower())


def _is_fact(scene: Scene, hit: Hit) -> bool:
    """Return whether a bare meeting is told as a fact, not planned or talked of."""
    told = hit.mode is Mode.NARRATED or _of_oneself(scene, hit)
    return told and "future" not in hit.contexts


def _of_oneself(scene: Scene, hit: Hit) -> bool:
    """Return whether people tell in their own words whom they met: "we had talks with Chad"."""
    if hit.head.tag_ not in {"VBD", "VBN", "VBG"} or not is_own_words(hit.voice):
        return False
    return any(is_ours(token) for token in scene.fill("subject", hit.head, "verb"))


def _between_persons(hit: Hit, speaker: Actor | None, target: Actor | None) -> bool:
    """Return whether somebody without a state, or of the same one, openly backs another."""
    if hit.rule.sub_stance != "praise_support" or not hit.reporting or hit.rule.uncertain:
        return False
    if speaker is None or not speaker.name or target is None or speaker.name == target.name:
        return False
    backers = {actor.kind for actor in hit.speakers}
    return target.kind == "person" and bool(backers & {"person", "office"})
