"""Names of the lexicon in a text: states, institutions, people in full."""

from functools import lru_cache

from claims.actors.finding import Found
from claims.actors.history import Mentioned, words_of
from claims.actors.lexicon import Form, key
from claims.actors.named import note_being
from claims.actors.phrases import read_phrase
from claims.actors.reader import Reader
from claims.actors.scope import MODIFIER, Scope
from claims.model import Actor
from claims.tokens import Token

_PRESS = frozenset({"media", "agency"})
_DASHES = frozenset({"-", "--", "–", "—", ")"})
_DATELINE = 12  # tokens that a paragraph may begin with: place, day, agency


def read_listed(reader: Reader, scope: Scope, token: Token, found: list[Found]) -> None:
    """Read a name of the lexicon."""
    if found[0].form is Form.NOBODY:
        return
    if found[0].first == token.i:
        word = key(token.text)
        namesake = reader.by_word.get(word, ())
        if namesake and namesake[0].family == word:
            note_being(reader, scope, token, namesake[0], f"name of {namesake[0].actor.name}")
            return
    if any(each.people for each in found):
        being = reader.company.at(scope.passage.start + token.idx)
        if being is not None:
            note_being(reader, scope, token, being)
            _cover(reader, scope, found, being.actor)
        return
    actors = tuple([a for each in found if (a := _collective(reader, scope, token, each))])
    if _at_home_elsewhere(scope, found[0]):
        actors = (_minority(reader, scope, token, found[0]),)
    if not actors:
        if len(found[0].countries) > 1:
            names = " or ".join(c.name for c in found[0].countries)
            reader.open[scope.passage.start, token.i] = f"{found[0].form}: {names}"
        return
    body = found[0].institution is not None
    now = reader.now(scope, token)
    if found[0].form is Form.ADJECTIVE and token.dep_ in MODIFIER:
        now.weight /= 2
    told = Mentioned(
        actors,
        now,
        sort="body" if body else "country",
        words=words_of(*[actor.name for actor in actors]),
        plural=token.tag_ in {"NNS", "NNPS"} and found[0].form is Form.ADJECTIVE,
    )
    if body and _writes(scope, found[0]):
        reader.denote(scope, token, actors)
    else:
        reader.note(scope, token, told)
    _cover(reader, scope, found, *actors)


def _writes(scope: Scope, found: Found) -> bool:
    """Return whether a press agency stands in the dateline: "Oslo, NTB -"; no "it" means it."""
    institution, doc = found.institution, scope.passage.doc
    if found.last >= _DATELINE or institution is None or institution.kind not in _PRESS:
        return False
    return any(token.text in _DASHES for token in doc[found.last + 1 : found.last + 4])


def _minority(reader: Reader, scope: Scope, token: Token, found: Found) -> Actor:
    """Return "ethnic Albanians", "the Albanians of Serbia": a people, at home elsewhere."""
    own = found.country.code if found.country else ""
    there = [c for c in read_phrase(scope, token).countries if c != own]
    others = there or [code for code in reader.named_in_order if code != own]
    actor = Actor(name=f"ethnic {token.text}", kind="group", via="people of another state")
    reader.homes[actor] = others[0] if others else own
    return actor


def _collective(reader: Reader, scope: Scope, token: Token, found: Found) -> Actor | None:
    """Return the state or institution that a name means."""
    country, institution = found.country, found.institution
    if country is not None:
        return _state(country.name, country.code, country.kind, str(found.form))
    if institution is None:
        return None
    code = institution.state_in(reader.near, reader.main)
    if institution.country and token.head is not token:
        code = next(iter(read_phrase(scope, token).countries), code)  # "the Peruvian Congress"
    kind = "institution" if institution.country else "organisation"
    own = code == institution.country or institution.also_in
    name = institution.name if own else token.text
    actor = Actor(name=name, country=code, kind=kind, via="alias")
    if institution.home:
        reader.homes[actor] = institution.home
    return actor


@lru_cache(maxsize=1_000)
def _state(name: str, code: str, kind: str, form: str) -> Actor:
    return Actor(name=name, country=code, kind=kind, via=form)


def _cover(reader: Reader, scope: Scope, found: list[Found], *actors: Actor) -> None:
    """Let the earlier words of a name denote the same, as no mentions of their own."""
    start = scope.passage.start
    for each in found:
        for i in range(each.first, each.last):
            reader.readings[start][i] = actors
            reader.inside.add((start, i))


def _at_home_elsewhere(scope: Scope, found: Found) -> bool:
    """Return whether a people's name stands for a minority of another state."""
    token = scope.passage.doc[found.last]
    if found.form is not Form.ADJECTIVE or token.dep_ in MODIFIER:
        return False
    if found.first > 0 and scope.passage.doc[found.first - 1].lower_ == "ethnic":
        return True
    return token.tag_ in {"NNS", "NNPS"} and any(
        child.dep_ == "prep" and child.lower_ in {"of", "in"} for child in token.rights
    )
