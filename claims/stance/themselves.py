"""Nobody accuses or answers themselves: what is left where speaker and target are of one state."""

from collections.abc import Sequence
from dataclasses import replace

from claims.model import Actor

_ANSWERS = frozenset({"accusation", "denial"})
_LENT = "state of the sentence"  # how an institution of no known state came by one


def beside_self(
    found: tuple[Actor, ...], speakers: Sequence[Actor], stance: str
) -> tuple[Actor, ...]:
    """Return the actors that are not the speakers again: of "Chad and its men" Chad.

    "Criticized his campaign", "denied by Chad" and Chad's ministry on "blame cast on Chad" leave
    open at whom they are aimed; a person or a body may be blamed at home.
    """
    names = {actor.name for actor in speakers}
    own = {actor.country for actor in speakers if actor.country and not _is_lent(actor)}
    answers = stance in _ANSWERS
    others = tuple(
        actor
        for actor in found
        if actor.name not in names
        and not (answers and actor.kind == "country" and actor.country in own)
    )
    if not others:
        return () if answers else found
    return tuple(a for a in others if a.via != "owner" or a.country not in own) or others


def without_lent(actors: Sequence[Actor], blamed: Sequence[Actor], stance: str) -> list[Actor]:
    """Return the speakers without a state that the sentence only lends them by blaming it.

    "Parliament condemned Chad": whose parliament it was is not told.
    """
    if stance not in _ANSWERS:
        return list(actors)
    states = {actor.country for actor in blamed if actor.kind == "country"}
    return [
        replace(actor, country=None) if _is_lent(actor) and actor.country in states else actor
        for actor in actors
    ]


def _is_lent(actor: Actor) -> bool:
    return actor.via == _LENT
