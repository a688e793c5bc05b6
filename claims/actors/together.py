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
_BOTH = _PEOPLE | {"ministers", "leaders", "presidents", "premiers"}
_OFFICES = frozenset("foreign prime defence defense deputy vice interior".split())
_PLURAL = frozenset({"NNS", "NNPS"})
_NEAR = 2  # sentences
_LATELY = 6  # sentences


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
    elif token.lower_ in _BOTH and (count == 2 or is_bare(token)):
        found, sort = met(reader.history, now), "person"
        found = found or (() if count else _lately(reader.history, now))
    elif token.lower_ in _SIDES and (count == 2 or is_bare(token)):
        found, sort = reader.voices.states(met(reader.history, now)), "country"
    else:
        return None
    told = tuple([with_via(actor, f"{token.lower_} spoken of") for actor in found])
    return Mentioned(told, now, plural=True, sort=sort) if told else None


def is_bare(token: Token) -> bool:
    """Return whether nothing but an office stands before a noun: "the foreign ministers"."""
    words = {child.lower_ for child in token.lefts}
    return (
        "the" in words
        and words - {"the"} <= _OFFICES
        and not any(child.dep_ in {"prep", "relcl", "acl"} for child in token.rights)
    )


def _lately(history: History, now: Place) -> tuple[Actor, ...]:
    """Return the two persons of two states that a phrase stood for not long before."""
    for mention in reversed(history.within(_LATELY, now)):
        if mention.sort == "person" and len({actor.country for actor in mention.actors}) == 2:
            return mention.actors
    return ()


def _side_by_side(history: History, now: Place) -> tuple[Actor, ...]:
    """Return the states last joined in one phrase, not long before: "Rwanda and Uganda"."""
    near = [m for m in history.within(_NEAR, now) if m.sort == "country" and len(m.actors) == 1]
    for mention in reversed(near):
        others = mention.place.token.conjuncts
        beside = [m for m in near if m.place.token in others]
        if beside and mention.place.token.dep_ == "conj":
            return tuple([each.actors[0] for each in (*beside, mention)])
    return ()


def met(history: History, now: Place) -> tuple[Actor, ...]:
    """Return the two persons of two states that the sentence, or the one before, names alone."""
    for sentence in (now.sentence, now.sentence - 1):
        found = {
            actor.name: actor
            for mention in history.within(1, now)
            if mention.sort == "person" and mention.place.sentence == sentence
            if mention.place.token.tag_ not in _PLURAL
            if mention.place.token.lower_ not in _BOTH
            for actor in mention.actors
        }
        two = tuple(found.values())
        if len({actor.country for actor in two} - {None}) == len(two) == 2:
            return two
    return ()
