"""Which person a name means on a day, and for which state that person then speaks."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import itemgetter

from rapidfuzz import fuzz, process

from claims.actors.lexicon import Lexicon, Office, Person, Roles, initials, key
from claims.actors.names import bare_words, fold
from claims.model import Actor

LIKELY = 90
"""Ratio of rapidfuzz from which a misspelt name is read as a listed one ("Xi Jingping": 95)."""
MARGIN = 4
"""By how much the best must beat the second; a nearer second is a tie, and a tie abstains."""
_LONG_AGO = 30  # years; who still bears the title is told of, and says nothing today
_SHORTEST = 6  # letters; below, one wrong letter is another name

_ALLIANCES = frozenset({"NATO", "EUU", "UNO", "AFU"})  # their posts are filled by states
_HELD = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "foreign minister",
     "minister of foreign affairs", "secretary of state", "defence minister", "defense minister",
     "defense secretary", "supreme leader"}
)  # fmt: skip
_SAME = {
    "foreign minister": "minister of foreign affairs",
    "defence minister": "minister of defence",
    "defense minister": "minister of defense",
    "defense secretary": "secretary of defense",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A person that a name may mean, how near the name is (0 to 100), and why."""

    person: Person
    score: float
    why: str


def person_actor(
    person: Person,
    on: date | None,
    via: str,
    *,
    roles: Roles,
    role: str = "",
    countries: tuple[str, ...] = (),
    former: bool = False,
) -> Actor:
    """Return a listed person as an actor of a day: in office for the state, else for nobody.

    Args:
        person: The entry.
        on: The day; None means any day.
        via: How the person was found.
        roles: Words for roles, to know the highest of several offices.
        role: What the text calls the person; picks among several offices.
        countries: The states the text puts the person to; picks among several offices, and stands
            for an office that the lexicon does not know.
        former: The text says that the office is over.
    """
    held = () if former else person.held(on)
    office = best_office(held, role, countries, roles)
    if office is not None and countries and role and _told_otherwise(office, role, countries):
        office = None
    if office is None and on is not None and not former:
        office = _long_over(person, on, role)
    if office is None:
        told = countries[0] if countries and role and not former else None
        named = role if told else ""
        return Actor(name=person.name, role=named, country=told, kind="person", via=via)
    return Actor(name=person.name, role=office.role, country=office.country, kind="person", via=via)


def is_of_another_age(person: Person, on: date | None) -> bool:
    """Return whether somebody last held an office so long ago that a bare surname means others."""
    if on is None:
        return False
    return all(o.end is not None and on.year - o.end.year >= _LONG_AGO for o in person.offices)


def _long_over(person: Person, on: date, role: str) -> Office | None:
    """Return the office of another age that a text gives somebody: "President Truman" told it."""
    word = key(role).rpartition(" ")[2]
    over = (o for o in person.offices if o.end and on.year - o.end.year >= _LONG_AGO)
    return next((office for office in over if word and word in key(office.role).split()), None)


def _told_otherwise(office: Office, role: str, countries: tuple[str, ...]) -> bool:
    """Return whether the text puts a person to a state, the lexicon to none or to an alliance.

    A commander of a state's forces abroad may lead an alliance's mission as well, and speaks for
    whichever of the two the text names him.
    """
    if office.country is None:
        return True
    same = bool(set(key(office.role).split()) & set(key(role).split()))
    return office.country in _ALLIANCES and office.country not in countries and same


def best_office(
    held: tuple[Office, ...], role: str, countries: tuple[str, ...], roles: Roles
) -> Office | None:
    """Return the office that fits the text best, then the highest, then the latest."""
    if len(held) < 2:
        return held[0] if held else None

    def fit(office: Office) -> tuple[bool, int, bool]:
        shared = set(key(office.role).split()) & set(key(role).split())
        return office.country in countries, len(shared), is_head(office, roles)

    return max(held, key=fit)


def is_head(office: Office, roles: Roles) -> bool:
    """Return whether an office is that of a head of state or of government."""
    role = key(office.role)
    return role in roles.head


def home(person: Person) -> str | None:
    """Return the state of a person's latest office, held or not."""
    latest = person.held(None)
    return latest[0].country if latest else None


@lru_cache(maxsize=10_000)
def holder_of(role: str, country: str, on: date | None, lexicon: Lexicon) -> Person | None:
    """Return who holds one of the highest offices of a state on a day; None if nobody is listed."""
    asked = key(role)
    if asked not in _HELD or on is None:
        return None
    wanted = {asked, _SAME.get(asked, asked)}
    highest = _highest(lexicon).get(country, ())
    return next((p for p, office, role in highest if role in wanted and office.held(on)), None)


@lru_cache(maxsize=2)
def _highest(lexicon: Lexicon) -> dict[str | None, list[tuple[Person, Office, str]]]:
    """Return who holds or held the highest offices of each state, with the office's folded name."""
    found: dict[str | None, list[tuple[Person, Office, str]]] = {}
    for person in lexicon.people:
        for office in person.offices:
            if (role := key(office.role)) in _HELD or role in _SAME.values():
                found.setdefault(office.country, []).append((person, office, role))
    return found


@lru_cache(maxsize=1_000)
def by_family(
    name: str,
    on: date | None,
    lexicon: Lexicon,
    *,
    gender: str = "",
    role: str = "",
    countries: tuple[str, ...] = (),
    near: frozenset[str] = frozenset(),
) -> tuple[Candidate, ...]:
    """Return the people whom a bare family name can mean on a day, those in office before others.

    One candidate means that the name is settled; several are a tie. ``near`` holds the states
    that the document names: their people go before others, their heads first.
    """
    family = lexicon.families.get(key(name))
    if family is None:
        return ()
    people = [p for p in family if not (gender and p.gender and p.gender != gender)]
    if countries:
        people = [p for p in people if any(o.country in countries for o in p.offices)]
    posts = [(p, held) for p in people if (held := p.held(on))]
    in_office = [p for p, _ in posts]
    at_hand = [p for p, held in posts if any(o.country in near for o in held)]
    if len({o.country for _, held in posts for o in held}) == 1:
        at_hand = in_office  # all of one state: its head goes before the head's kin
    for kept, why in (
        ([p for p in in_office if role and _bears(p, role, on)], "family name and office"),
        ([p for p in at_hand if any(is_head(o, lexicon.roles) for o in p.held(on))], "head"),
        (at_hand, "family name, in office"),
        (in_office, "family name, in office"),
        ([p for p in people if any(is_head(o, lexicon.roles) for o in p.offices)], "once head"),
        (people, "family name, out of office"),
    ):
        if kept:
            return tuple(Candidate(person=p, score=100.0, why=why) for p in kept)
    return ()


def _bears(person: Person, role: str, on: date | None) -> bool:
    """Return whether one of a person's offices of the day holds the last word of a role."""
    word = key(role).rpartition(" ")[2]
    return any(word in key(office.role).split() for office in person.held(on))


def by_likeness(name: str, lexicon: Lexicon, countries: tuple[str, ...] = ()) -> Candidate | None:
    """Return the listed person whose full name a misspelt one clearly means.

    The names share a word's beginning each, the best beats the second by ``MARGIN``.
    """
    found = likenesses(name, lexicon, countries, least=LIKELY - MARGIN)
    if not found or found[0].score < LIKELY:
        return None
    if len(found) > 1 and found[0].score - found[1].score < MARGIN:
        return None
    return found[0]


@lru_cache(maxsize=1_000)
def likenesses(
    name: str, lexicon: Lexicon, countries: tuple[str, ...] = (), *, least: float = 0.0
) -> tuple[Candidate, ...]:
    """Return the people whose names are at least so much like this one, the likest first."""
    asked = key(name)
    if len(asked) < _SHORTEST or " " not in asked:
        return ()
    scores: dict[str, Candidate] = {}
    names, bearers = lexicon.spellings.get(initials(asked), ([], []))
    alike = process.extract(asked, names, scorer=fuzz.ratio, score_cutoff=least, limit=None)
    for _, score, place in sorted(alike, key=itemgetter(2)):
        person = bearers[place]
        if countries and not any(o.country in countries for o in person.offices):
            continue
        known = scores.get(person.name)
        if known is None or score > known.score:
            scores[person.name] = Candidate(person=person, score=score, why=f"fuzzy {score:.0f}")
    ranked = sorted(scores.values(), key=lambda c: (-c.score, c.person.name))
    return tuple(ranked[:5])


@lru_cache(maxsize=10_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name that are no initials."""
    return tuple([fold(word) for word in bare_words(name) if len(word) > 1])


@lru_cache(maxsize=10_000)
def with_via(actor: Actor, via: str) -> Actor:
    """Return the same actor, found another way."""
    return Actor(
        name=actor.name, role=actor.role, country=actor.country, kind=actor.kind, via=via
    )  # half the cost of replace()
