"""What a lexicon says twice, says against itself, or says where nobody reads it."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from claims.actors.lexicon import Lexicon, Office, Person, key
from claims.actors.people import is_head
from claims.actors.reading import SECTIONS
from claims.errors import Problem
from claims.located import read_located, text_of


def check(lexicon: Lexicon) -> tuple[Problem, ...]:
    """Return the faults that reading alone does not show, in order of place.

    Dates and codes are faults of reading. Here: a person entered twice, one full name for two
    people of the same days, an office held twice by one person, and two heads of one state.
    """
    found = [
        *_twice(lexicon),
        *_same_name(lexicon),
        *_overlaps(lexicon),
        *_two_heads(lexicon),
        *_no_office(lexicon),
    ]
    return tuple(sorted(found, key=lambda fault: (fault.path, fault.line, fault.column)))


def _fault(place: str, what: str, fix: str) -> Problem:
    path, line, column = place.rsplit(":", 2)
    return Problem(path, int(line), int(column), what, fix)


def _twice(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield people who stand in two entries of the same name and state."""
    first: dict[tuple[str, str | None], Person] = {}
    for person in lexicon.people:
        for country in sorted({office.country or "" for office in person.offices}):
            known = first.setdefault((key(person.name), country), person)
            if known is not person:
                what = f"'{person.name}' stands twice"
                yield _fault(person.place, what, f"put the offices under {known.place}")


def _same_name(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield names that two people bear while both hold an office."""
    bearers: dict[str, list[Person]] = {}
    for person in lexicon.people:
        for name in {key(each) for each in (person.name, *person.aliases)}:
            bearers.setdefault(name, []).append(person)
    for name, people in sorted(bearers.items()):
        for one, other in combinations(people, 2):
            if key(one.name) != key(other.name) and _meet(one.offices, other.offices):
                what = f"'{name}' is {one.name} and {other.name}, both in office at one time"
                yield _fault(other.place, what, f"tell them apart; the other: {one.place}")


def _overlaps(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield offices that one person holds twice at a time."""
    for person in lexicon.people:
        for one, other in combinations(person.offices, 2):
            same = key(one.role) == key(other.role) and one.country == other.country
            if same and _days(one, other) > 1:
                what = f"{person.name} is '{other.role}' twice at one time"
                yield _fault(other.place, what, f"end one before the other: {one.place}")


def _two_heads(lexicon: Lexicon) -> Iterator[Problem]:
    """Yield heads of one state whose days overlap by more than the change of office."""
    heads: dict[tuple[str, str], list[tuple[Person, Office]]] = {}
    for person in lexicon.people:
        for office in person.offices:
            if office.country and is_head(office, lexicon.roles):
                heads.setdefault((key(office.role), office.country), []).append((person, office))
    for _, holders in sorted(heads.items()):
        for (one, first), (other, second) in combinations(holders, 2):
            if one is not other and _days(first, second) > _CHANGE:
                what = f"{other.name} and {one.name} are both '{second.role}' of {second.country}"
                yield _fault(second.place, what, f"mend the dates; the other: {first.place}")


_CHANGE = 31  # days; acting and elected heads overlap that long in sources


def _no_office(lexicon: Lexicon) -> Iterator[Problem]:
    for person in lexicon.people:
        if not person.offices:
            yield _fault(person.place, f"'{person.name}' holds no office", "add one, or delete it")


def _meet(ones: tuple[Office, ...], others: tuple[Office, ...]) -> bool:
    return any(_days(one, other) > 1 for one in ones for other in others)


def _days(one: Office, other: Office) -> int:
    """Return how many days two offices share."""
    start = max((o.start for o in (one, other) if o.start), default=None)
    ends = [o.end for o in (one, other) if o.end]
    if start is None or not ends:
        return 1_000_000 if start is None or not ends else 0
    return (min(ends) - start).days + 1


def passed_over(folder: Path) -> Iterator[Problem]:
    """Yield the files below ``lexicon`` in a user's folder that have nothing we read from there."""
    for place in sorted(folder.rglob("lexicon")):
        for file in sorted(path for path in place.rglob("*.yaml") if path.is_file()):
            value = read_located(text_of(file), str(file)).value
            if not (isinstance(value, dict) and set(value) & set(SECTIONS)):
                fix = f"write one of {', '.join(SECTIONS)}; cues, events and topics are ours alone"
                yield Problem(
                    str(file), 1, 1, "nothing here is read from a folder of your own", fix
                )
