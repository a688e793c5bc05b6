"""Whom a document introduces: full names with their offices, remembered for the rest of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from claims.actors.adrift import may_be_of_state, principal_of
from claims.actors.glance import PARTICLES, may_be_full_name
from claims.actors.introduced import described, named_beside
from claims.actors.lexicon import Form, Lexicon, key
from claims.actors.offices import stands_for, with_title
from claims.actors.people import by_family, by_likeness, home, name_words, person_actor
from claims.actors.phrases import read_phrase
from claims.actors.scope import PROPER, Phrase, Scope
from claims.model import Actor, BlockKind
from claims.parse import is_stop
from claims.tokens import Token

_HUMAN = frozenset({"state", "private", "press"})
_PARTY_NAMES = frozenset({"party", "movement", "front", "alliance", "league", "coalition"})


@dataclass(slots=True, eq=False, kw_only=True)  # frozen, it would take twice as long to make
class Being:
    """Somebody the document names in full.

    Attributes:
        words: The folded words of the name.
        family: The folded family name; the last word where nothing is known.
        home: The state the person belongs to, also without speaking for it.
        start: Where in the document the name first stands.
        adrift: The text gives a state's office without saying of which state.
    """

    actor: Actor
    words: tuple[str, ...]
    family: str
    gender: str = ""
    home: str | None = None
    start: int = 0
    adrift: bool = False


@dataclass(frozen=True, slots=True)
class Company:
    """Everybody a document names in full, and where: document character of a name's last word.

    Attributes:
        beside: Who is named in apposition to the word at a place: "the minister, Wang Yi".
    """

    beings: Mapping[str, Being]
    places: Mapping[int, Being]
    beside: Mapping[int, Being]

    def at(self, place: int) -> Being | None:
        """Return who is named in full by the word at a place."""
        return self.places.get(place)

    def inside(self) -> tuple[Being, ...]:
        """Return everybody, in the order of first mention."""
        return tuple(sorted(self.beings.values(), key=lambda b: (b.start, b.actor.name)))


def gather(scopes: tuple[Scope, ...], on: date | None) -> Company:
    """Return everybody a document names in full, each once, with what any mention tells."""
    beings: dict[str, Being] = {}
    places: dict[int, str] = {}
    beside: dict[int, str] = {}
    for scope in scopes:
        for head in _proper_heads(scope):
            being = _being(scope, read_phrase(scope, head), on)
            if being is None or _is_family_name(being, beings, scope.lexicon):
                continue
            if being.adrift and _names_a_party(scopes, being.actor.role):
                being = replace(being, adrift=False)
            name = places[being.start] = being.actor.name
            if (told := named_beside(scope, head)) is not None:
                beside.setdefault(scope.passage.start + told.idx, name)
            known = beings.get(name)
            beings[name] = being if known is None else _joined(known, being)
    return Company(
        beings,
        {place: beings[name] for place, name in places.items()},
        {place: beings[name] for place, name in beside.items()},
    )


def _is_family_name(being: Being, known: Mapping[str, Being], lexicon: Lexicon) -> bool:
    """Return whether a name of two words is a family name: "Del Toro" behind "Ada del Toro"."""
    name = key(being.actor.name)
    if len(being.words) != 2 or being.words[0] not in PARTICLES or name == being.family:
        return False
    return name in lexicon.families or any(each.family == name for each in known.values())


def _names_a_party(scopes: tuple[Scope, ...], role: str) -> bool:
    """Return whether a role is one of a party by the short name that the text gives it.

    "The Free Trade Party (FTP)", and later "FTP chairman".
    """
    short = [word for word in role.split() if word.isupper() and len(word) > 1]
    return any(
        doc[i - 1].lower_ in _PARTY_NAMES and doc[i].text == "(" and doc[i + 1].text in short
        for doc in (scope.passage.doc for scope in scopes if short)
        for i in range(1, len(doc) - 1)
    )


def _proper_heads(scope: Scope) -> Iterator[Token]:
    """Yield the last words of full names: proper nouns that are not part of a longer name."""
    people = scope.people
    for token in [t for t in scope.words if t.tag_ in PROPER or t.i in people]:
        inner = token.dep_ in {"compound", "nmod"} and token.head.i == token.i + 1
        if not (inner and token.head.tag_ in PROPER) and may_be_full_name(scope, token):
            yield token


def _being(scope: Scope, phrase: Phrase, on: date | None) -> Being | None:
    start = scope.passage.start + phrase.head.idx
    if not phrase.people and " " not in phrase.name:
        return None
    if any(found.form is Form.NOBODY for found in scope.names.get(phrase.head.i, ())):
        return None
    told = described(scope, phrase)
    countries = (told.countries or phrase.countries) if told.sort != "private" else ()
    roles = scope.lexicon.roles
    people = phrase.people
    via = "alias"
    if not people and (phrase.title or told.role or not countries):
        near = by_likeness(phrase.name, scope.lexicon, countries)
        people, via = ((near.person,), near.why) if near else ((), "")
    if people:
        # One full name, several people: those in office on the day first.
        over = told.former and told.sort != "private"  # a former candidate may hold an office
        person = next((p for p in people if len(people) > 1 and p.held(on)), people[0])
        actor = person_actor(
            person, on, via, roles=roles, role=told.role, countries=countries, former=over
        )
        return Being(
            actor=actor,
            words=tuple(dict.fromkeys((*name_words(person.name), *name_words(phrase.name)))),
            family=key(person.family),
            gender=person.gender,
            home=home(person),
            start=start,
        )
    headline = scope.passage.block.kind is BlockKind.HEADLINE
    if told.sort == "body" or headline or _adverb(phrase):
        return None  # a headline may write every word with a capital
    return _stranger(scope, phrase, told, on)


def _adverb(phrase: Phrase) -> bool:
    """Return whether a sentence's first word was taken for a name: "Afterwards Trump"."""
    first = phrase.name.split()[0]
    return is_stop(first.lower()) or first.endswith(("ly", "wards"))


def _stranger(scope: Scope, phrase: Phrase, told: Phrase, on: date | None) -> Being:
    """Return somebody in no list, as the text introduces them."""
    lexicon, start = scope.lexicon, scope.passage.start + phrase.head.idx
    named = name_words(phrase.name) or (key(phrase.name),)
    told = with_title(told, phrase, lexicon.roles)
    country, belongs = stands_for(told, scope)
    if country is None and belongs is None and (owner := principal_of(scope, told)) is not None:
        belongs = owner_state(scope, owner, on)
        country = belongs if told.sort in {"state", "body"} and not told.former else None
    human = bool(told.sort in _HUMAN or phrase.title or phrase.gender)
    actor = Actor(
        name=phrase.name,
        role=told.role,
        country=country,
        kind="person" if human else "unknown",
        via="apposition" if told.role else "name",
    )
    return Being(
        actor=actor,
        words=named,
        family=_family(named),
        gender=phrase.gender or told.gender,
        home=belongs,
        start=start,
        adrift=belongs is None and may_be_of_state(scope, told),
    )


def _family(named: tuple[str, ...]) -> str:
    """Return the family name of a full name, with its particle: "del toro"."""
    return " ".join(named[-2:]) if len(named) > 2 and named[-2] in PARTICLES else named[-1]


def owner_state(scope: Scope, owner: Token, on: date | None) -> str | None:
    """Return the state of a possessor: "Mr Obama's adviser" is his state's."""
    for found in scope.names.get(owner.i, ()):
        if found.country is not None:
            return found.country.code
        offices = [office for person in found.people for office in person.held(on)]
        if offices:
            return offices[0].country
    candidates = by_family(owner.text, on, scope.lexicon)
    if len(candidates) == 1 and (held := candidates[0].person.held(on)):
        return held[0].country
    return None


def _joined(known: Being, again: Being) -> Being:
    """Return a person with what two mentions tell; an earlier office is not overwritten."""
    if known.actor.country is None and again.actor.country is not None:
        told = again.actor
    elif known.actor.role or not again.actor.role:
        told = known.actor
    else:
        told = again.actor
    return Being(
        actor=told,
        words=tuple(dict.fromkeys((*known.words, *again.words))),
        family=known.family,
        gender=known.gender or again.gender,
        home=known.home or again.home,
        start=known.start,
        adrift=again.adrift if told is again.actor else known.adrift and again.adrift,
    )


def by_word(beings: tuple[Being, ...]) -> Mapping[str, tuple[Being, ...]]:
    """Return the document's people by each word of their names; by family name first."""
    found: dict[str, list[Being]] = {}
    for being in beings:
        found.setdefault(being.family, []).append(being)
    for being in beings:
        if being.actor.kind == "unknown":
            continue
        for word in being.words:
            if being not in found.setdefault(word, []):
                found[word].append(being)
    return {word: tuple(members) for word, members in found.items()}
