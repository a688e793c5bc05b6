"""The nouns of the lexicon: states, people with dated offices, institutions, their names."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from rapidfuzz import fuzz

from claims.actors.names import Names, bare_words, fold
from claims.pickled import by_fields

_ALIKE = 75  # ratio of rapidfuzz: "Meshaal" and "Mashal" have 77, other words of names less


class Form(StrEnum):
    """How a name names its bearer."""

    NAME = "name"
    ADJECTIVE = "adjective"  # "Chinese", and the people: "Russians"
    CAPITAL = "capital"
    SEAT = "seat"  # "the White House" for the government
    REGION = "region"
    NOBODY = "nobody"  # "South China Sea"


class Office(NamedTuple):
    """An office that a person holds, both days included; no ``end`` means still held.

    Attributes:
        country: The state or body the office speaks for; None for one that speaks for no state.
        place: ``path:line:column`` of the entry.
    """

    role: str
    country: str | None
    start: date | None = None
    end: date | None = None
    place: str = ""

    def held(self, on: date) -> bool:
        """Return whether the office is held on a day."""
        return (self.start or date.min) <= on <= (self.end or date.max)


class Person(NamedTuple):
    """Somebody by name. ``name`` and ``family`` stand as English news writes them."""

    name: str
    family: str
    gender: str = ""
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    place: str = ""

    def held(self, on: date | None) -> tuple[Office, ...]:
        """Return the offices held on a day; all of them, latest first, where the day is unknown."""
        offices = self.offices
        latest = sorted(offices, key=_start, reverse=True) if len(offices) > 1 else offices
        return tuple([office for office in latest if on is None or office.held(on)])


def _start(office: Office) -> date:
    return office.start or date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state, or a body of states that speaks as one (``kind`` organisation)."""

    code: str
    name: str
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    kind: str = "country"
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A body by name. ``country`` is the state it speaks for, ``home`` where it merely belongs.

    ``common``: other states have one of that name too ("the Senate"). ``also_in``: these have.
    """

    name: str
    also: tuple[str, ...] = ()
    country: str | None = None
    home: str | None = None
    kind: str = "institution"
    common: bool = False
    also_in: tuple[str, ...] = ()
    place: str = ""

    def state_in(self, near: Collection[str], main: str | None) -> str | None:
        """Return whose it is in a text that names these states and is about one of them."""
        if self.common:
            return main or self.country
        if not self.also_in:
            return self.country
        if main in self.also_in:
            return main
        others = [code for code in self.also_in if code in near]
        return others[0] if len(others) == 1 and self.country not in near else self.country


Entry: TypeAlias = Country | Institution | Person


class Sense(NamedTuple):
    """One thing that a name can mean."""

    form: Form
    entry: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A name that is also something else, and the words beside it that decide."""

    name: str
    why: str
    not_beside: frozenset[str] = frozenset()
    unless_beside: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Roles:
    """Words for those who speak, folded, singular; ``roles.yaml`` says what each group is.

    Equal only to itself, like the lexicon, so that what a word means in it can be remembered.
    """

    head: frozenset[str] = frozenset()
    state: frozenset[str] = frozenset()
    body: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    press: frozenset[str] = frozenset()
    country: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    elected: frozenset[str] = frozenset()
    states_only: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    other_camp: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    culture: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    spoken_of: frozenset[str] = frozenset()
    state_of: Mapping[str, str] = field(default_factory=dict)
    written_out: Mapping[str, str] = field(default_factory=dict)
    also_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """Everybody the shipped and the user's files name, and the index over their names."""

    countries: Mapping[str, Country]
    people: tuple[Person, ...]
    institutions: tuple[Institution, ...]
    traps: Mapping[str, Trap]
    roles: Roles
    names: Names[Sense]
    families: Mapping[str, tuple[Person, ...]]
    spellings: Mapping[str, tuple[list[str], list[Person]]]  # full names by initials, and whose

    def country(self, code: str) -> Country | None:
        """Return the state with this code."""
        return self.countries.get(code)


def index(
    countries: Mapping[str, Country],
    people: tuple[Person, ...],
    institutions: tuple[Institution, ...],
    nobody: tuple[str, ...],
    roles: Roles,
) -> Names[Sense]:
    """Return the index from every name to what it can mean."""
    names: Names[Sense] = Names()
    for country in countries.values():
        for name, form in _country_names(country):
            names.add(name, Sense(form, country))
    for institution in institutions:
        for name in (institution.name, *institution.also):
            names.add(name, Sense(Form.NAME, institution))
    for person in people:
        for name in _person_names(person, roles):
            names.add(name, Sense(Form.NAME, person))
    for name in nobody:
        names.add(name, Sense(Form.NOBODY))
    return names


def families(people: tuple[Person, ...]) -> dict[str, tuple[Person, ...]]:
    """Return the people of each family name, folded, in every spelling that aliases have of it."""
    found: dict[str, list[Person]] = {}
    for person in people:
        family = key(person.family)
        last = (key(alias.rpartition(" ")[2]) for alias in person.aliases if " " in alias)
        for name in dict.fromkeys((family, *(each for each in last if _respelt(each, family)))):
            found.setdefault(name, []).append(person)
    return {family: tuple(members) for family, members in sorted(found.items())}


def _respelt(name: str, family: str) -> bool:
    """Return whether a name is a family name in another script's spelling: "Zelenskiy"."""
    return name[:1] == family[:1] and fuzz.ratio(name, family) >= _ALIKE


def spellings(people: tuple[Person, ...]) -> dict[str, tuple[list[str], list[Person]]]:
    """Return every full name, folded, by the initials of its words, and whose each is."""
    found: dict[str, tuple[list[str], list[Person]]] = {}
    for person in people:
        for name in dict.fromkeys(key(each) for each in (person.name, *person.aliases)):
            names, bearers = found.setdefault(initials(name), ([], []))
            names.append(name)
            bearers.append(person)
    return dict(sorted(found.items()))


def initials(folded: str) -> str:
    """Return the first letters of a folded name."""
    return "".join(word[0] for word in folded.split())


@lru_cache(maxsize=10_000)
def key(name: str) -> str:
    """Return a name folded for comparison: no case, accents, hyphens or dots."""
    return " ".join(map(fold, bare_words(name)))


def _country_names(country: Country) -> Iterator[tuple[str, Form]]:
    for name in (country.name, *country.also):
        yield name, Form.NAME
    for adjective in country.adjectives:
        yield adjective, Form.ADJECTIVE
        if not adjective.endswith(("s", "sh", "ch", "ese", "men", "x")):
            yield f"{adjective}s", Form.ADJECTIVE
    for names, form in (
        (country.capital, Form.CAPITAL),
        (country.seats, Form.SEAT),
        (country.regions, Form.REGION),
    ):
        yield from ((name, form) for name in names)


def _person_names(person: Person, roles: Roles) -> Iterator[str]:
    """Yield the names of a person, also with the short form of the given name."""
    for name in dict.fromkeys((person.name, *person.aliases)):
        if " " not in name and "-" not in name:
            continue  # one word alone is the family name's business, or a misprint
        yield name
        given, _, rest = name.partition(" ")
        yield from (f"{short} {rest}" for short in roles.nicknames.get(given, ()))


by_fields(Country, Institution, Trap, Roles, Lexicon)
