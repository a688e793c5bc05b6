"""Why the other rules are silent where a claim's rule fires: what ``claims explain`` tells."""

from collections.abc import Iterator
from dataclasses import replace

from claims.model import Claim, Considered
from claims.stance.conditions import Frame, holds
from claims.stance.make import Draft
from claims.stance.match import Hit, asks_others, frame_of, places
from claims.stance.scene import Scene
from claims.stance.speakers import taking
from claims.stance.targets import targets


def traced(scene: Scene, draft: Draft) -> Claim:
    """Return a draft's claim, the silent rules recorded behind those that fire at its place.

    Half of the drafts come to no claim: it is asked of the others alone.
    """
    fired, told = len(draft.hit.considered), draft.claim.considered
    silent = _silent(scene, draft.hit)
    return replace(draft.claim, considered=(*told[:fired], *silent, *told[fired:]))


def _silent(scene: Scene, hit: Hit) -> Iterator[Considered]:
    """Yield the rules whose trigger stands there too and that do not fire, with their reasons."""
    for trigger in hit.silent:
        frame = frame_of(scene, hit.passage, trigger, hit.tokens[0])
        if frame is not None:
            why = _reason(frame)
            yield Considered(rule=trigger.rule.id, outcome=why, evidence=places(frame))


def _reason(frame: Frame) -> str:
    """Return why a rule is silent: first what the words around it make of it, then who and whom."""
    scene, passage, trigger, head = frame[:4]
    if blocked := trigger.rule.unless & frame.contexts:
        return min(blocked)
    who = taking(scene, passage, trigger, head)
    if who is None:
        return "nobody takes the stance"
    frame = frame._replace(speakers=who[0])
    if asks_others(frame, reporting=who[1]):
        return "imposed"
    if why := _refusal(frame, aimed_at=False):
        return why
    aimed, _ = targets(scene, passage, trigger, head, frame.speakers)
    return _refusal(frame._replace(targets=aimed), aimed_at=True) or ""


def _refusal(frame: Frame, *, aimed_at: bool) -> str | None:
    """Return which condition fails, of those that ask for the target or of the others."""
    rule = frame.trigger.rule
    for condition in rule.requires:
        if (condition.slot == "target") is aimed_at and not holds(condition, frame):
            return f"{condition.slot} is not as required"
    for condition in rule.excludes:
        if (condition.slot == "target") is aimed_at and holds(condition, frame):
            return f"{condition.slot} excludes it"
    return None
