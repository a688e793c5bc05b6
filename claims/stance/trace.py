"""Why the other rules are silent where a claim's rule fires: what ``claims explain`` tells."""

from collections.abc import Iterator

from claims.model import Considered
from claims.stance.conditions import Frame, holds
from claims.stance.match import Hit, asks_others, evidence, frame_of, rank
from claims.stance.scene import Scene
from claims.stance.speakers import taking
from claims.stance.targets import targets


def fired(hit: Hit) -> Iterator[Considered]:
    """Yield the rule that wins, then those that fire at the same word and lose to it."""
    yield Considered(rule=hit.rule.id, outcome="won", evidence=hit.evidence)
    less = f"less specific than {hit.rule.id}"
    for other in sorted(hit.place.fired, key=rank):
        if other.rule.id != hit.rule.id:
            yield Considered(rule=other.rule.id, outcome=less, evidence=other.evidence)


def silent(scene: Scene, hit: Hit) -> Iterator[Considered]:
    """Yield the rules whose trigger stands there too and that do not fire, with their reasons."""
    heard = {id(other.trigger) for other in hit.place.fired}
    for one in hit.place.candidates:
        frame = frame_of(scene, hit.passage, one.trigger, hit.place.token)
        if frame is not None and id(one.trigger) not in heard:
            why = _reason(frame)
            yield Considered(rule=one.trigger.rule.id, outcome=why, evidence=evidence(frame))


def _reason(frame: Frame) -> str:
    """Return why a rule is silent: first what the words around it make of it, then who and whom."""
    scene, passage, trigger, head = frame.scene, frame.passage, frame.trigger, frame.head
    if blocked := trigger.rule.unless & frame.contexts:
        return min(blocked)
    who = taking(scene, passage, trigger, head)
    if who is None:
        return "nobody takes the stance"
    frame.speakers = who[0]
    if asks_others(frame, reporting=who[1]):
        return "imposed"
    if why := _refusal(frame, aimed_at=False):
        return why
    frame.targets, _ = targets(scene, passage, trigger, head, frame.speakers)
    return _refusal(frame, aimed_at=True) or ""


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
