"""Whom a document introduces: full names with their offices, remembered for the rest of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from claims.actors.glance import may_be_full_name
from claims.actors.introduced import described
from claims.actors.lexicon import Form, Lexicon, Roles, key
from claims.actors.people import by_family, by_likeness, home, name_words, person_actor
from claims.actors.phrases import read_phrase
from claims.actors.rolewords import in_group, kinds_of
from claims.actors.scope import PROPER, Phrase, Scope
from claims.model import Actor, BlockKind
from claims.parse import is_stop
from claims.tokens import Token

_HUMAN = frozenset({"state", "private", "press"})
_PARTY_NAMES = frozenset({"party", "movement", "front", "alliance", "league", "coalition"})
_PARTY_POSTS = frozenset(
    "leader leadership chairman chairwoman chairperson chair chief head official spokesman "
    "spokeswoman spokesperson delegate director adviser aide".split()
)
_SHARED = ("foreign secretary", "home secretary", "defence secretary")


@dataclass(frozen=True, slots=True, kw_only=True)
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
            if being is None:
                continue
            if being.adrift and _names_a_party(scopes, being.actor.role):
                being = replace(being, adrift=False)
            name = places[being.start] = being.actor.name
            if head.dep_ == "appos":
                beside.setdefault(scope.passage.start + head.head.idx, name)
            known = beings.get(name)
            beings[name] = being if known is None else _joined(known, being)
    return Company(
        beings,
        {place: beings[name] for place, name in places.items()},
        {place: beings[name] for place, name in beside.items()},
    )


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
    for token in [t for words in scope.words for t in words if t.tag_ in PROPER or t.i in people]:
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
    countries = told.countries or phrase.countries
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
            words=name_words(person.name),
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
    country, belongs = stands_for(told, lexicon, scope.near)
    if country is None and belongs is None and told.owner is not None:
        belongs = owner_state(scope, told.owner, on)
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
        family=named[-1],
        gender=phrase.gender or told.gender,
        home=belongs,
        start=start,
        adrift=told.sort == "state" and belongs is None and not _is_elsewhere(told, lexicon),
    )


def _is_elsewhere(told: Phrase, lexicon: Lexicon) -> bool:
    """Return whether an office is over, or no state's: "the union's president"."""
    group = kinds_of(lexicon.roles)[told.owner.text].group if told.owner is not None else ""
    return told.former or told.private or group in {"private", "press"}


def stands_for(
    told: Phrase, lexicon: Lexicon, near: frozenset[str]
) -> tuple[str | None, str | None]:
    """Return the state that a role speaks for, and the state it belongs to.

    An office that several states have is none of Britain's where the text names others only.
    """
    country = told.countries[0] if told.countries else None
    institution = told.institution
    if institution is not None and country is None:
        country = institution.country
        if institution.country is None:
            sits = institution.kind == "party" and _elected(told, lexicon)
            return (institution.home if sits else None), institution.home
    if country is None and told.role:
        country = _only_state(told.role, lexicon.roles)
        if near and country not in near and key(told.role).endswith(_SHARED):
            country = None
    speaks = told.sort in {"state", "body"} and not told.former and not told.private
    if institution is not None and institution.country is None:
        speaks = institution.kind == "party" and _elected(told, lexicon)
    return (country if speaks else None), country


@lru_cache(maxsize=10_000)
def _only_state(role: str, roles: Roles) -> str | None:
    """Return the only state that has such an office: "senators" are those of the USA."""
    said, (any_end, offices) = key(role), _offices(roles)
    if not said.endswith(any_end):
        return None
    return next(code for ends, code in offices if said.endswith(ends))


@lru_cache(maxsize=2)
def _offices(roles: Roles) -> tuple[tuple[str, ...], list[tuple[tuple[str, str], str]]]:
    """Return how a role of each office of one state only may end, one of them or several.

    Before them stand all ends together: one look tells that most roles have none of them.
    """
    found = [((key(name), f"{key(name)}s"), code) for name, code in roles.state_of.items()]
    return tuple([end for ends, _ in found for end in ends]), found


def _elected(told: Phrase, lexicon: Lexicon) -> bool:
    """Return whether a party's man or woman holds an office of the state: "Republican senators"."""
    last = key(told.role).rpartition(" ")[2]
    return in_group(lexicon.roles.elected, last) and not told.former


def is_of_a_party(told: Phrase, lexicon: Lexicon) -> bool:
    """Return whether a post is held in a party alone: "Democratic leaders", not "senators"."""
    if told.institution is None or told.institution.kind != "party" or _elected(told, lexicon):
        return False
    return in_group(_PARTY_POSTS, key(told.role).rpartition(" ")[2])


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
        words=known.words,
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
