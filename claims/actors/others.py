"""Who the other one is: "its neighbour", "his counterpart", "my friend", "our Turkish partners"."""

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.actors.history import Mentioned
from claims.actors.lexicon import key
from claims.actors.names import fold
from claims.actors.reader import Reader
from claims.actors.scope import Phrase, Scope
from claims.model import Actor
from claims.tokens import Token

_OFTENER = 2  # times that the second state of a pair is named, against the third
_OWN = frozenset({"our", "my"})
_OWNERS = _OWN | {"its", "their", "his", "her"}
_BEYOND = frozenset({"neighbour", "neighbor", "counterpart", "homologue"})
COMPANIONS = frozenset(
    "friend partner colleague counterpart brother sister comrade neighbour neighbor guest host "
    "interlocutor".split()
)


def pair_of(title: Sequence[str], named: Counter[str]) -> tuple[str, ...]:
    """Return the two states that a document is about: those of its title, else the most named."""
    told = tuple(dict.fromkeys(title))
    if len(told) == 2:
        return told
    best = sorted(named, key=lambda code: (-named[code], code))[:3]
    if len(best) < 2 or named[best[1]] < 2:
        return ()
    if len(best) == 3 and named[best[1]] < _OFTENER * named[best[2]]:
        return ()
    return tuple(best[:2])


def is_beyond(phrase: Phrase) -> bool:
    """Return whether a phrase names by its owner another: "its neighbour", "his counterpart"."""
    return key(phrase.role).rpartition(" ")[2] in _BEYOND or _singular(phrase.head) in _BEYOND


def other_than(reader: Reader, scope: Scope, token: Token, codes: Iterable[str]) -> str | None:
    """Return the other of the two parties: to the talks, else of the document."""
    own = set(codes)
    if len(own) != 1:
        return None
    partner = reader.voices.partner(next(iter(own)))
    if partner is not None and reader.voices.at(scope.passage.start + token.idx) >= 0:
        return partner.country
    others = [code for code in reader.pair if code not in own]
    return others[0] if len(others) == 1 else None


def beyond(
    reader: Reader, scope: Scope, token: Token, phrase: Phrase, owned: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Return the other state: "its neighbour", never the owner's own."""
    codes = [code for actor in owned if (code := actor.country or reader.homes.get(actor))]
    other = None if phrase.plural else other_than(reader, scope, token, codes)
    return reader.voices.states((Actor(name="", country=other),)) if other else ()


def note_companion(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> bool:
    """Note "our Turkish friends" as their state, "my friend" of one party as the other party."""
    if _singular(token) not in COMPANIONS:
        return False
    owners = {child.lower_ for child in token.lefts if child.dep_ == "poss"}
    if not owners & _OWNERS:
        return False
    codes = phrase.countries or tuple(_nationalities(scope, token))
    actors: tuple[Actor, ...] = ()
    if codes:
        name = scope.passage.doc[token.left_edge.i : token.i + 1]
        words = " ".join(word.text for word in name if word.dep_ != "poss")
        actors = tuple(
            Actor(name=words, role=token.lower_, country=code, kind="group", via="nationality")
            for code in codes
        )
    elif owners & _OWN:
        speaker = reader.voices.label_at(scope.passage.start + token.idx)
        partner = reader.voices.partner(speaker.country) if speaker and speaker.country else None
        actors = (partner,) if partner is not None else ()
    if not actors:
        return False
    now = reader.now(scope, token)
    plural = token.tag_ in {"NNS", "NNPS"}
    sort = "group" if plural else "person"
    reader.note(scope, token, Mentioned(actors, now, sort=sort, plural=plural))
    return True


def _nationalities(scope: Scope, token: Token) -> Iterable[str]:
    """Yield the states of the adjectives before a noun."""
    for child in token.lefts:
        for found in scope.names.get(child.i, ()):
            if found.country is not None and found.last == child.i and child.dep_ != "poss":
                yield found.country.code


def _singular(token: Token) -> str:
    return fold(token.lemma_)
