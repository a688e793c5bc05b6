"""Whom a phrase without a name denotes: "US officials", "the ministry", "the two leaders"."""

from dataclasses import replace

from claims.actors.gathering import is_of_a_party, stands_for
from claims.actors.history import Mentioned, words_of
from claims.actors.lexicon import Form, key
from claims.actors.names import fold
from claims.actors.people import holder_of, person_actor
from claims.actors.phrases import Phrase, Scope, read_phrase
from claims.actors.reader import Reader
from claims.actors.rolewords import in_group, is_for_private
from claims.actors.several import note_several, singular
from claims.model import Actor
from claims.tokens import Token, text_of

_BODIES = frozenset(
    "company firm corporation manufacturer bank union party group organization organisation "
    "movement coalition faction alliance front charity foundation ngo church university school "
    "institute hospital club team airline community newspaper daily broadcaster press magazine "
    "website outlet network station channel association federation publication opposition".split()
)
_PARTS = frozenset(
    "member majority minority number group half third quarter part most many some several one two "
    "dozen hundred thousand handful rest leadership faction wing bloc delegation coalition".split()
)
_SPEAKS = frozenset({"state", "body", "acting"})


def denoted_by_role(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> None:
    """Note whom a phrase denotes by its role word, if it does."""
    named = _beside(reader, scope, token)
    if named:
        reader.denote(scope, token, named)
        return
    if note_several(reader, scope, token, phrase):
        return
    if (part := _part_of(reader, scope, token)) is not None:
        reader.note(scope, token, part)
    elif phrase.sort == "country":
        _country(reader, scope, token, phrase)
    elif phrase.sort and phrase.role:
        _by_role(reader, scope, token, phrase)
    elif token.dep_ in {"nsubj", "nsubjpass"}:
        reader.history.add(reader.now(scope, token)._replace(sort="thing"))


def _part_of(reader: Reader, scope: Scope, token: Token) -> Mentioned | None:
    """Return the whole that a part stands for: "two-thirds of the senators", "members of …"."""
    if singular(token) not in _PARTS and token.lower_.removesuffix("s") not in _PARTS:
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
        codes, _ = _codes(reader, scope, inner)
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
    return reader.now(scope, token)._replace(
        actors=tuple(actors), sort="group", plural=True, unnamed=True
    )


def _beside(reader: Reader, scope: Scope, token: Token) -> tuple[Actor, ...]:
    """Return the person named in apposition: "the minister, Wang Yi" and the reverse."""
    for child in token.children:
        if child.dep_ == "appos":
            being = reader.company.at(scope.passage.start + child.idx)
            if being is not None:
                return (being.actor,)
    if token.dep_ == "appos" and token.head.i < token.i and token.head.tag_ in {"NNP", "NNPS"}:
        return reader.actors_at(scope, token.head)
    return ()


def _country(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> None:
    """Note the state last spoken of: "the country", "his country"."""
    now = reader.now(scope, token)
    owned = reader.actors_at(scope, phrase.owner) if phrase.owner is not None else ()
    if owned:
        actors = reader.voices.states(owned)
    elif phrase.definite and not phrase.plural and not phrase.countries:
        state = reader.history.country(now)
        actors = (state,) if state else ()
    else:
        return
    if actors:
        reader.note(scope, token, now._replace(actors=actors, sort="country"))


def _by_role(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> None:
    """Note an official, a body, a group: of the states named, else of whoever was spoken of."""
    now = reader.now(scope, token)
    if (taken := _taken_up(reader, scope, phrase, now)) is not None:
        word = key(phrase.role).rpartition(" ")[2]
        again = tuple(replace(a, via=f"the {word} spoken of") for a in taken.actors)
        told = now._replace(actors=again, sort=taken.sort, gender=taken.gender, words=taken.words)
        reader.note(scope, token, told)
        return
    if holder := _holder(reader, phrase, phrase.countries):
        told = now._replace(actors=(holder,), sort="person", words=words_of(phrase.role))
        reader.note(scope, token, told)
        return
    actors = _actors(reader, scope, phrase)
    if _is_thing(phrase, actors):
        if token.dep_ in {"nsubj", "nsubjpass"}:
            reader.history.add(now._replace(sort="thing"))
        return
    told = now._replace(
        actors=actors,
        sort=_kind(phrase),
        plural=phrase.plural or phrase.head.lower_ in {"police", "people"},
        gender=phrase.gender,
        words=words_of(phrase.role),
        unnamed=not phrase.name,
    )
    reader.note(scope, token, told)


def _is_thing(phrase: Phrase, actors: tuple[Actor, ...]) -> bool:
    """Return whether a word for a body means none: "the use of force", "at his side"."""
    nameless = all(actor.country is None for actor in actors) and phrase.institution is None
    return (
        nameless
        and phrase.sort == "body"
        and phrase.head.tag_ in {"NN", "NNS"}
        and (not phrase.definite)
    )


def _kind(phrase: Phrase) -> str:
    if phrase.sort == "body" or (not phrase.plural and fold(phrase.head.text) in _BODIES):
        return "body"
    return "group" if phrase.plural else "person"


def _taken_up(reader: Reader, scope: Scope, phrase: Phrase, now: Mentioned) -> Mentioned | None:
    """Return the earlier mention that "the minister" or "the ministry" takes up."""
    if not phrase.definite or phrase.plural or phrase.owner or phrase.sort == "press":
        return None
    kind, word = _kind(phrase), key(phrase.role).rpartition(" ")[2]
    if kind != "person" and (phrase.countries or _has_name(scope, phrase)):
        return None  # "the Green Party" is not the party before it
    host = reader.voices.host
    if host and not phrase.countries and kind == "person" and now.quote >= 0:
        at_home = reader.history.the(word, kind, (host,), now)
        if at_home is None and (holder := _holder(reader, phrase, (host,))):
            return now._replace(actors=(holder,), sort="person", words=words_of(phrase.role))
        if at_home is not None:
            return at_home
    return reader.history.the(word, kind, phrase.countries, now)


def _has_name(scope: Scope, phrase: Phrase) -> bool:
    """Return whether a name stands before or behind the head: "the Ministry of Commerce"."""
    doc = scope.passage.doc
    if any(doc[i].tag_ in {"NNP", "NNPS"} for i in range(phrase.first, phrase.last)):
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
    codes, via = _codes(reader, scope, phrase)
    actors = []
    for code in codes or (None,):
        actor = Actor(name=name, role=phrase.role, country=code if speaks else None, kind=kind,
                      via=via)  # fmt: skip
        if code:
            reader.homes[actor] = code
        actors.append(actor)
    return tuple(actors)


def _codes(reader: Reader, scope: Scope, phrase: Phrase) -> tuple[tuple[str, ...], str]:
    """Return the states a phrase belongs to, and how that is known."""
    if phrase.countries:
        return phrase.countries, "nationality"
    if reader.named_in_order and _is_ethnic(phrase):
        people = {f.country.code for i in range(phrase.first, phrase.last) for f in
                  scope.names.get(i, ()) if f.country}  # fmt: skip
        return tuple(c for c in reader.named_in_order if c not in people)[:1], "minority"
    if phrase.institution is None and reader.main and _elected(reader, phrase):
        return (reader.main,), "state of the document"  # "senators", in a text about Manila
    country, belongs = stands_for(phrase, reader.lexicon)
    if country or belongs:
        return (country or belongs or "",), "institution"
    if phrase.institution is not None:
        return (), "institution"
    owners = _owners(reader, scope, phrase)
    codes = [a.country or reader.homes.get(a) for a in owners]
    if owners:
        return tuple(dict.fromkeys(code for code in codes if code)), "owner"
    if reader.focus and _plain(reader, phrase):
        return (reader.focus,), "state of the sentence"
    return (), "words"


def _elected(reader: Reader, phrase: Phrase) -> bool:
    word = key(phrase.role).rpartition(" ")[2]
    return phrase.owner is None and in_group(reader.lexicon.roles.elected, word)


def _is_ethnic(phrase: Phrase) -> bool:
    doc = phrase.head.doc
    return any(doc[i].lower_ == "ethnic" for i in range(phrase.first, phrase.last))


def _plain(reader: Reader, phrase: Phrase) -> bool:
    """Return whether a role without a nationality is that of the state spoken of."""
    roles = reader.lexicon.roles
    word = key(phrase.role).rpartition(" ")[2]
    if in_group(roles.plain, word) or key(phrase.role).startswith(("state ", "official ")):
        return True
    if phrase.sort == "body" and phrase.head.tag_ == "NNP":
        return phrase.first < phrase.last  # "the National Telecommunications Commission"
    return any(
        in_group(roles.plain, fold(noun.text))
        for prep in phrase.head.rights
        if prep.dep_ == "prep" and prep.lower_ in {"of", "for"}
        for noun in prep.children
    )


def _owners(reader: Reader, scope: Scope, phrase: Phrase) -> tuple[Actor, ...]:
    """Return whose a body or an official is: "Iran's navy", "the Assad regime", "aide to Xi"."""
    if phrase.owner is not None:
        return reader.actors_at(scope, phrase.owner) or reader.person_at(scope, phrase.owner)
    for i in range(phrase.first, phrase.last):
        token = scope.passage.doc[i]
        if token.tag_ == "NNP" and (found := reader.person_at(scope, token)):
            return found
    return ()


def _name(phrase: Phrase) -> str:
    """Return the words of a phrase without article and owner, as they stand."""
    doc = phrase.head.doc
    kept = [doc[i] for i in range(phrase.first, phrase.last + 1)]
    while len(kept) > 1 and kept[0].dep_ in {"det", "poss", "predet", "case"}:
        kept = kept[1:]
    if kept[-1].tag_ in {"NNP", "NNPS"}:
        for prep in phrase.head.rights:
            if prep.dep_ == "prep" and prep.lower_ in {"of", "for"} and prep.i == kept[-1].i + 1:
                kept.extend(doc[prep.i : prep.right_edge.i + 1])  # "Ministry of Commerce"
    return " ".join("".join(token.text_with_ws for token in kept).split())
