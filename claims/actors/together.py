"""Who was just named together: "these countries", "both governments", "the diplomats"."""

from claims.actors.history import History, Mentioned, Place
from claims.actors.people import with_via
from claims.actors.reader import Reader
from claims.actors.scope import Scope
from claims.model import Actor
from claims.tokens import Token

_LANDS = frozenset("countries nations states governments capitals neighbours neighbors".split())
_PEOPLE = frozenset({"diplomats", "officials", "interlocutors", "envoys", "counterparts"})
_SIDES = frozenset({"sides", "parties", "delegations"})
_BOTH = _PEOPLE | {"ministers", "leaders", "presidents"}
_NEAR = 2  # sentences


def together(reader: Reader, scope: Scope, token: Token, count: int) -> Mentioned | None:
    """Return whom a phrase takes up: states side by side, or the two persons who meet.

    Args:
        reader: What was spoken of so far.
        scope: The passage.
        token: The head of the phrase.
        count: How many the phrase stands for, 0 where it does not tell.
    """
    words, now = [child.lower_ for child in token.lefts], reader.now(scope, token)
    if token.lower_ in _LANDS and (count or "these" in words) and "our" not in words:
        found, sort = _side_by_side(reader.history, now), "country"
        found = found if count in {0, len(found)} else ()
    elif (token.lower_ in _PEOPLE and words == ["the"]) or (token.lower_ in _BOTH and count == 2):
        found, sort = _met(reader.history, now), "person"
    elif token.lower_ in _SIDES and count == 2:
        found, sort = reader.voices.states(_met(reader.history, now)), "country"
    else:
        return None
    told = tuple([with_via(actor, f"{token.lower_} spoken of") for actor in found])
    return Mentioned(told, now, plural=True, sort=sort) if told else None


def _side_by_side(history: History, now: Place) -> tuple[Actor, ...]:
    """Return the states last joined in one phrase, not long before: "Rwanda and Uganda"."""
    near = [m for m in history.within(_NEAR, now) if m.sort == "country" and len(m.actors) == 1]
    for mention in reversed(near):
        others = mention.place.token.conjuncts
        beside = [m for m in near if m.place.token in others]
        if beside and mention.place.token.dep_ == "conj":
            return tuple([each.actors[0] for each in (*beside, mention)])
    return ()


def _met(history: History, now: Place) -> tuple[Actor, ...]:
    """Return the two persons of two states that the sentence, or the one before, names alone."""
    for sentence in (now.sentence, now.sentence - 1):
        found = {
            actor.name: actor
            for mention in history.within(1, now)
            if mention.sort == "person" and mention.place.sentence == sentence
            for actor in mention.actors
        }
        two = tuple(found.values())
        if len({actor.country for actor in two} - {None}) == len(two) == 2:
            return two
    return ()
