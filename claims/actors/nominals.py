"""Whom a phrase without a name denotes: "US officials", "the ministry", "the two leaders"."""

from claims.actors.belonging import HOME_ALONE, states_of
from claims.actors.history import SUBJECTS, Mentioned, Place, words_of
from claims.actors.lexicon import Form, key
from claims.actors.names import fold
from claims.actors.offices import is_of_a_party
from claims.actors.others import beyond, is_beyond, note_companion
from claims.actors.people import holder_of, person_actor, with_via
from claims.actors.phrases import read_phrase
from claims.actors.reader import Reader
from claims.actors.rolewords import is_for_private
from claims.actors.scope import COMMON, Phrase, Scope
from claims.actors.several import note_several, singular
from claims.model import Actor
from claims.syntax import complements
from claims.tokens import Token, text_of

_BODIES = frozenset(
    "company firm corporation manufacturer bank union party group organization organisation "
    "movement coalition faction alliance front charity foundation ngo church university school "
    "institute hospital club team airline community newspaper daily broadcaster press magazine "
    "website outlet network station channel association federation publication opposition".split()
)
PARTS = frozenset(
    "member majority minority number group half halves third quarter part most many some several "
    "one two dozen hundred thousand handful rest leadership faction wing bloc delegation "
    "coalition".split()
)
_NOBODY = frozenset({"no", "any", "every", "neither"})
_SPEAKS = frozenset({"state", "body", "acting"})


def denoted_by_role(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> None:
    """Note whom a phrase denotes by its role word, if it does."""
    named = _beside(reader, scope, token)
    if named:
        reader.denote(scope, token, named)
        return
    if note_several(reader, scope, token, phrase) or note_companion(reader, scope, token, phrase):
        return
    if (part := _part_of(reader, scope, token)) is not None:
        reader.note(scope, token, part)
    elif phrase.sort == "country":
        _country(reader, scope, token, phrase)
    elif phrase.sort and phrase.role:
        _by_role(reader, scope, token, phrase)
    elif token.dep_ in SUBJECTS:
        reader.history.mentions.append(Mentioned((), reader.now(scope, token), sort="thing"))


def _is_part(word: str, lower: str) -> bool:
    return word in PARTS or lower.removesuffix("s") in PARTS


def note_thing(reader: Reader, scope: Scope, token: Token) -> None:
    """Note a common noun that denotes nobody, unless a person is named beside it."""
    if named := _beside(reader, scope, token):
        reader.denote(scope, token, named)
    elif token.dep_ in SUBJECTS:
        reader.history.mentions.append(Mentioned((), reader.now(scope, token), sort="thing"))


def _part_of(reader: Reader, scope: Scope, token: Token) -> Mentioned | None:
    """Return the whole that a part stands for: "two-thirds of the senators", "members of …"."""
    if not _is_part(singular(token), token.lower_):
        return None
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            for noun in prep.children:
                if noun.dep_ == "pobj":
                    return _whole(reader, scope, token, noun)
    return None


def _whole(reader: Reader, scope: Scope, token: Token, noun: Token) -> Mentioned | None:
    """Return a part as a group of its whole's state, where the whole has one."""
    inner = read_phrase(scope, noun)
    states: list[tuple[str, bool]] = []
    for found in (f for t in (noun, *noun.conjuncts) for f in scope.names.get(t.i, ())):
        if found.country is not None:
            states.append((found.country.code, found.form is not Form.REGION))
        elif found.institution is not None:
            code = found.institution.country or found.institution.home
            states.extend([(code, found.institution.country is not None)] if code else [])
    if not states and inner.sort:
        codes, _ = states_of(reader, scope, inner)
        states = [(code, inner.sort in _SPEAKS) for code in codes]
    if not states:
        return None
    doc = scope.passage.doc
    name = text_of(doc[token.left_edge.i : noun.i + 1])
    actors = []
    for code, speaks in states:
        actor = Actor(name=name, country=code if speaks else None, kind="group", via="part of")
        reader.homes[actor] = code
        actors.append(actor)
    now = reader.now(scope, token)
    return Mentioned(tuple(actors), now, sort="group", plural=True, unnamed=True)


def _beside(reader: Reader, scope: Scope, token: Token) -> tuple[Actor, ...]:
    """Return the person named in apposition: "the minister, Wang Yi" and the reverse."""
    being = reader.company.beside.get(scope.passage.start + token.idx)
    if being is not None:
        return (reader.settle(being),)
    if token.dep_ == "appos" and token.head.i < token.i and token.head.tag_ in {"NNP", "NNPS"}:
        return reader.actors_at(scope, token.head)
    return ()


def _country(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> None:
    """Note the state last spoken of: "the country", "his country"."""
    now = reader.now(scope, token)
    owned = reader.actors_at(scope, phrase.owner) if phrase.owner is not None else ()
    if is_beyond(phrase):
        actors = beyond(reader, scope, token, phrase, owned)
    elif owned:
        actors = reader.voices.states(owned)
    elif phrase.definite and not phrase.plural and not phrase.countries:
        state = reader.history.country(now)
        actors = (state,) if state else ()
    else:
        return
    if actors:
        reader.note(scope, token, Mentioned(actors, now, sort="country"))


def _by_role(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> None:
    """Note an official, a body, a group: of the states named, else of whoever was spoken of."""
    now = reader.now(scope, token)
    if (taken := _taken_up(reader, scope, phrase, now)) is not None:
        word = key(phrase.role).rpartition(" ")[2]
        again = tuple([with_via(a, f"the {word} spoken of") for a in taken.actors])
        words = taken.words | words_of(phrase.role)
        told = Mentioned(again, now, taken.gender, sort=taken.sort, words=words)
        reader.note(scope, token, told)
        return
    if holder := _holder(reader, phrase, phrase.countries):
        told = Mentioned((holder,), now, sort="person", words=words_of(phrase.role))
        reader.note(scope, token, told)
        return
    actors = _actors(reader, scope, phrase)
    if _is_thing(phrase, actors):
        if token.dep_ in SUBJECTS:
            reader.history.mentions.append(Mentioned((), now, sort="thing"))
        return
    told = Mentioned(
        actors,
        now,
        sort=_kind(phrase),
        plural=phrase.plural or phrase.head.lower_ in {"police", "people"},
        gender=phrase.gender,
        words=words_of(phrase.role),
        unnamed=not phrase.name,
    )
    if any(child.lower_ in _NOBODY for child in token.lefts):
        reader.denote(scope, token, actors)  # "no officer" is whom no "he" takes up
        return
    reader.note(scope, token, told)


def _is_thing(phrase: Phrase, actors: tuple[Actor, ...]) -> bool:
    """Return whether a word for a body means none: "the use of force", "at his side"."""
    if phrase.sort != "body" or phrase.definite or phrase.head.tag_ not in COMMON:
        return False
    return phrase.institution is None and all(actor.country is None for actor in actors)


def _kind(phrase: Phrase) -> str:
    if phrase.sort == "body" or (not phrase.plural and fold(phrase.head.text) in _BODIES):
        return "body"
    return "group" if phrase.plural else "person"


def _taken_up(reader: Reader, scope: Scope, phrase: Phrase, now: Place) -> Mentioned | None:
    """Return the earlier mention that "the minister" or "the ministry" takes up."""
    if not phrase.definite or phrase.plural or phrase.owner or phrase.sort == "press":
        return None
    kind, word = _kind(phrase), key(phrase.role).rpartition(" ")[2]
    word = f"former {word}" if phrase.former else _in_full(phrase, word)
    if kind != "person" and (phrase.countries or _has_name(scope, phrase)):
        return None  # "the Green Party" is not the party before it
    if kind != "person" and word != key(phrase.role):  # "the Foreign Ministry": no other one
        again = reader.history.the(word, kind, (), now)
        return again if again is not None and words_of(phrase.role) <= again.words else None
    host = reader.voices.host
    if host and not phrase.countries and kind == "person" and now.quote >= 0:
        at_home = reader.history.the(word, kind, (host,), now)
        if at_home is None and (holder := _holder(reader, phrase, (host,))):
            return Mentioned((holder,), now, sort="person", words=words_of(phrase.role))
        if at_home is not None:
            return at_home
    return reader.history.the(word, kind, phrase.countries, now, words_of(phrase.role))


def _in_full(phrase: Phrase, word: str) -> str:
    """Return the word of an office, or "head of state" where "head" says of what."""
    if word == "head":
        for noun in complements(phrase.head, "of"):
            if noun.lower_ in {"state", "government"} and not noun.lefts:
                return f"head of {noun.lower_}"
    return word


def _has_name(scope: Scope, phrase: Phrase) -> bool:
    """Return whether a name stands before or behind the head: "the Ministry of Commerce"."""
    doc = scope.passage.doc
    told = key(phrase.role).split()
    names = (doc[i] for i in range(phrase.first, phrase.last) if doc[i].tag_ in {"NNP", "NNPS"})
    if any(fold(name.text) not in told for name in names):
        return True
    return any(c.dep_ == "prep" and c.lower_ in {"of", "for"} for c in phrase.head.rights)


def _indefinite(phrase: Phrase) -> bool:
    return phrase.head.doc[phrase.first].lower_ in {"a", "an", "another", "one", "some"}


def _holder(reader: Reader, phrase: Phrase, countries: tuple[str, ...]) -> Actor | None:
    """Return who holds an office on the day: "the US president"."""
    if phrase.sort != "state" or phrase.plural or _indefinite(phrase) or phrase.former:
        return None
    if len(countries) != 1:
        return None
    person = holder_of(phrase.role, countries[0], reader.on, reader.lexicon)
    if person is None:
        return None
    return person_actor(
        person, reader.on, "holder of the office", roles=reader.lexicon.roles,
        role=phrase.role, countries=countries,
    )  # fmt: skip


def _actors(reader: Reader, scope: Scope, phrase: Phrase) -> tuple[Actor, ...]:
    """Return one actor for each state that a phrase belongs to; one without a state at least."""
    name = _name(phrase)
    kind = "institution" if phrase.sort == "body" else "group" if phrase.plural else "office"
    if phrase.sort in {"private", "press", "acting"}:
        kind = "group"
    speaks = phrase.sort in _SPEAKS and not phrase.former
    speaks = speaks and not is_for_private(phrase.head, reader.lexicon.roles)
    speaks = speaks and not is_of_a_party(phrase, reader.lexicon)
    codes, via = states_of(reader, scope, phrase)
    speaks = speaks and via != HOME_ALONE
    actors = []
    for code in codes or (None,):
        actor = Actor(name=name, role=phrase.role, country=code if speaks else None, kind=kind,
                      via=via)  # fmt: skip
        if code:
            reader.homes[actor] = code
        actors.append(actor)
    return tuple(actors)


def _name(phrase: Phrase) -> str:
    """Return the words of a phrase without article and owner, as they stand."""
    doc = phrase.head.doc
    kept = list(doc[phrase.first : phrase.last + 1])
    while len(kept) > 1 and kept[0].dep_ in {"det", "poss", "predet", "case"}:
        kept = kept[1:]
    if kept[-1].tag_ in {"NNP", "NNPS"}:
        for prep in phrase.head.rights:
            if prep.dep_ == "prep" and prep.lower_ in {"of", "for"} and prep.i == kept[-1].i + 1:
                kept.extend(doc[prep.i : prep.right_edge.i + 1])  # "Ministry of Commerce"
    return " ".join(text_of(kept).split())
