"""Names of persons in a text: in full, by family name, or of nobody known."""

from collections.abc import Iterable

from claims.actors.gathering import Being
from claims.actors.history import Mentioned, words_of
from claims.actors.lexicon import key
from claims.actors.names import fold
from claims.actors.nominals import denoted_by_role
from claims.actors.people import (
    Candidate,
    by_family,
    home,
    is_of_another_age,
    name_words,
    person_actor,
    with_via,
)
from claims.actors.reader import Reader
from claims.actors.scope import MODIFIER, PROPER, Phrase, Scope
from claims.actors.spelling import likely_country
from claims.model import Actor
from claims.tokens import Token

_MONTHS = frozenset({"May", "March", "April", "June", "August"})
_NO_NAMES = frozenset({"North", "South", "East", "West"})
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "into", "across", "around"})
_WHEN = frozenset({"in", "since", "until", "till", "during", "by", "through", "throughout"})


def note_being(reader: Reader, scope: Scope, token: Token, being: Being, via: str = "") -> None:
    """Note a person, with the state the text implies where it names none."""
    actor = reader.settle(being)
    if via:
        actor = with_via(actor, via)
    if being.home:
        reader.homes[actor] = being.home
    now, words = reader.now(scope, token), words_of(actor.role)
    sort = "thing" if actor.kind == "unknown" and _is_nobody(scope, token) else "person"
    told = Mentioned((actor,), now, gender=being.gender, sort=sort, words=words)
    reader.note(scope, token, told)


def _is_nobody(scope: Scope, token: Token) -> bool:
    """Return whether a name of nobody known is a place's or a thing's: "in Grey Rock"."""
    if token.dep_ == "pobj" and token.head.lower_ in _WHERE:
        return True
    return token.i not in scope.names and any(child.lower_ == "the" for child in token.lefts)


def read_surname(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> None:
    """Read a name of one word: somebody introduced, else somebody in office, else unknown."""
    if token.text in _MONTHS and _is_month(token):
        return
    known = [
        being
        for being in _of_name(reader, phrase.name)
        if not (phrase.gender and being.gender and being.gender != phrase.gender)
    ]
    if known:
        note_being(reader, scope, token, _latest(reader, known), f"name of {known[0].actor.name}")
        return
    if token.text in _NO_NAMES and not (phrase.title or phrase.role):
        return
    if token.text in _DAYS and phrase.countries:
        reader.denote(scope, token, reader.actors_at(scope, token.doc[token.i - 1]))
        return
    if _has_given_name(scope, token):
        _unknown(reader, scope, token, phrase)
        return
    candidate = _in_office(reader, scope, token, phrase)
    if candidate is None:
        _unknown(reader, scope, token, phrase)
        return
    person = candidate.person
    actor = person_actor(
        person, reader.on, candidate.why, roles=reader.lexicon.roles,
        role=phrase.role, countries=phrase.countries, former=phrase.former,
    )  # fmt: skip
    being = Being(
        actor=actor, words=(), family="", gender=person.gender or phrase.gender,
        home=home(person),
    )  # fmt: skip
    note_being(reader, scope, token, being)


def _of_name(reader: Reader, name: str) -> Iterable[Being]:
    """Return whom the document names so; by the last word of a name of two, "Mello-Rojas"."""
    if (known := reader.by_word.get(key(name))) is not None:
        return known
    words = name_words(name)
    found = reader.by_word.get(words[-1], ()) if len(words) > 1 else ()
    return [being for being in found if set(words) <= set(being.words)]


def _in_office(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> Candidate | None:
    """Return the one person in office whom a bare family name means; of several, none."""
    candidates = by_family(
        phrase.name, reader.on, reader.lexicon,
        gender=phrase.gender, role=phrase.role, countries=phrase.countries,
        near=reader.near,
    )  # fmt: skip
    if len(candidates) > 1:
        names = " or ".join(c.person.name for c in candidates)
        reader.open[scope.passage.start, token.i] = names
    if len(candidates) != 1:
        return None
    bare = not (phrase.title or phrase.role)
    if bare and is_of_another_age(candidates[0].person, reader.on):
        return None
    if "out of office" in candidates[0].why and _told_in_office(phrase):
        return None  # a namesake, new in office
    return candidates[0]


def _is_month(token: Token) -> bool:
    """Return whether a name that is a month's tells a time: "in May", "of May 2017"."""
    tells_when = token.head.dep_ == "prep" and token.head.lower_ in _WHEN
    return (token.dep_ == "pobj" and tells_when) or any(c.tag_ == "CD" for c in token.children)


def _told_in_office(phrase: Phrase) -> bool:
    """Return whether a text gives an office of today: "Minister Suzuki", not "former minister"."""
    return phrase.sort == "state" and bool(phrase.role) and not phrase.former


def _latest(reader: Reader, known: list[Being]) -> Being:
    """Return of several people of one name the one most spoken of; a listed one goes before."""
    if len(known) == 1:
        return known[0]
    scores = {b.actor.name: float(bool(b.actor.role and b.actor.country)) for b in known}
    for name in scores:
        for sentence in reader.history.of(name):
            scores[name] += 1.0 / (1 + reader.sentence - sentence)
    return max(known, key=lambda being: scores[being.actor.name])


def _unknown(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> None:
    """Read a capitalised word that nothing explains: a misspelt state, or its own words."""
    country = likely_country(phrase.name, reader.lexicon)
    if country is not None:
        actor = Actor(name=country.name, country=country.code, kind="country", via="fuzzy")
        now = reader.now(scope, token)
        reader.note(scope, token, Mentioned((actor,), now, sort="country"))
        return
    if phrase.title or phrase.role:
        denoted_by_role(reader, scope, token, phrase)


def _has_given_name(scope: Scope, token: Token) -> bool:
    """Return whether the word before belongs to the name: "Man-kei Tam"."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    roles = scope.lexicon.roles
    word = fold(before.text)
    if token.i > 1 and token.nbor(-2).text in {"-", "‑"}:
        return word not in roles.former
    if before.tag_ not in PROPER or before.i in scope.names or word in roles.titles:
        return False
    return word not in roles.state and before.dep_ in MODIFIER
