"""Read lexicon files: every fault at once, each with its line and column."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from claims.actors.lexicon import (
    Country,
    Institution,
    Lexicon,
    Office,
    Person,
    Roles,
    Trap,
    families,
    index,
    spellings,
)
from claims.errors import PackError, Problem
from claims.located import Located, Plain, Step, existing, read_located, text_of

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
SECTIONS = ("countries", "institutions", "people", "nobody", "traps", "roles")


@dataclass(slots=True)
class _Shelf:
    """What was read so far, and what was wrong with it."""

    countries: dict[str, Country] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    institutions: list[Institution] = field(default_factory=list)
    traps: dict[str, Trap] = field(default_factory=dict)
    nobody: list[str] = field(default_factory=list)
    roles: Roles = field(default_factory=Roles)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One mapping of a file, asked field by field; faults go to the shelf."""

    file: Located
    steps: tuple[Step, ...]
    value: Mapping[str, Plain]
    problems: list[Problem]

    def fault(self, what: str, fix: str, *steps: Step) -> None:
        """Note a fault at a field of this entry."""
        line, column = self.file.place((*self.steps, *steps))
        self.problems.append(Problem(self.file.path, line, column, what, fix))

    def place(self) -> str:
        """Return where the entry stands, for later checks."""
        line, column = self.file.place(self.steps)
        return f"{self.file.path}:{line}:{column}"

    def text(self, name: str, *, needed: bool = False) -> str:
        """Return a field that is one text."""
        value = self.value.get(name, "")
        if not isinstance(value, str):
            self.fault(f"'{name}' is not one text", "write one value", name)
            return ""
        if needed and not value:
            self.fault(f"'{name}' is missing", f"add '{name}:'")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a field that is a list of texts."""
        value = self.value.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fault(f"'{name}' is not a list of texts", f"write '{name}: [one, two]'", name)
            return ()
        return tuple(cast("list[str]", value))

    def only(self, *known: str) -> None:
        """Fault every field whose name is not known."""
        for name in self.value:
            if name not in known:
                self.fault(f"'{name}' is no field here", f"one of {', '.join(known)}", name)


def read_lexicon(folders: Sequence[Path | Traversable]) -> Lexicon:
    """Return the lexicon of all YAML files below these folders; a later folder adds to an earlier.

    Raises:
        PackError: Files that cannot be used as written; it holds every fault of all of them.
    """
    shelf = _Shelf()
    for folder in folders:
        for path, file in _files(existing(folder), str(folder)):
            _read_file(path, text_of(file), shelf)
    _check_codes(shelf)
    if shelf.problems:
        raise PackError(sorted(shelf.problems, key=lambda p: (p.path, p.line, p.column)))
    people = tuple(shelf.people)
    institutions = tuple(shelf.institutions)
    names = index(shelf.countries, people, institutions, tuple(shelf.nobody), shelf.roles)
    return Lexicon(
        countries=shelf.countries,
        people=people,
        institutions=institutions,
        traps=shelf.traps,
        roles=shelf.roles,
        names=names,
        families=families(people),
        spellings=spellings(people),
    )


def _files(folder: Path | Traversable, name: str) -> Iterator[tuple[str, Path | Traversable]]:
    """Yield YAML files below a folder, by path."""
    for child in sorted(folder.iterdir(), key=lambda child: child.name):
        below = f"{name}/{child.name}"
        if child.is_dir():
            yield from _files(child, below)
        elif child.name.endswith(".yaml"):
            yield below, child


def _read_file(path: str, text: str, shelf: _Shelf) -> None:
    try:
        file = read_located(text, path)
    except PackError as error:
        shelf.problems.extend(error.problems)
        return
    if not isinstance(file.value, dict) or not set(file.value) & set(SECTIONS):
        return  # word lists of other rooms stand in the same folder
    readers: dict[str, Callable[[_Entry], None]] = {
        "countries": lambda entry: _country(entry, shelf),
        "institutions": lambda entry: _institution(entry, shelf),
        "people": lambda entry: _person(entry, shelf),
        "traps": lambda entry: _trap(entry, shelf),
    }
    whole = _Entry(file, (), file.value, shelf.problems)
    whole.only(*SECTIONS)
    shelf.nobody.extend(whole.texts("nobody"))
    for section, reader in readers.items():
        for entry in _entries(file, section, shelf.problems):
            reader(entry)
    if isinstance(roles := file.value.get("roles"), dict):
        shelf.roles = _roles(_Entry(file, ("roles",), roles, shelf.problems))


def _entries(file: Located, section: str, problems: list[Problem]) -> Iterator[_Entry]:
    """Yield the mappings of a section, or note that they are none."""
    found = cast("dict[str, Plain]", file.value).get(section, [])
    whole = _Entry(file, (section,), {}, problems)
    if not isinstance(found, list):
        whole.fault(f"'{section}' is not a list", "begin each entry with '- '")
        return
    for i, value in enumerate(found):
        if isinstance(value, dict):
            yield _Entry(file, (section, i), value, problems)
        else:
            whole.fault("an entry without fields", "write '- name: …'", i)


def _country(entry: _Entry, shelf: _Shelf) -> None:
    entry.only("code", "name", "also", "adjectives", "capital", "seats", "regions", "kind")
    code = entry.text("code", needed=True)
    if code and (not code.isupper() or not code.isalnum() or not 2 <= len(code) <= 6):
        entry.fault(f"'{code}' is no code", "three capital letters of ISO 3166 alpha-3", "code")
    if code in shelf.countries:
        entry.fault(f"'{code}' stands twice", f"see {shelf.countries[code].place}", "code")
    shelf.countries[code] = Country(
        code=code,
        name=entry.text("name", needed=True),
        also=entry.texts("also"),
        adjectives=entry.texts("adjectives"),
        capital=entry.texts("capital"),
        seats=entry.texts("seats"),
        regions=entry.texts("regions"),
        kind=entry.text("kind") or "country",
        place=entry.place(),
    )


def _institution(entry: _Entry, shelf: _Shelf) -> None:
    entry.only("name", "names", "also", "country", "home", "kind", "common", "also_in")
    names = entry.texts("names") or (entry.text("name", needed=True),)
    for name in names:
        shelf.institutions.append(
            Institution(
                name=name,
                also=entry.texts("also"),
                country=entry.text("country") or None,
                home=entry.text("home") or None,
                kind=entry.text("kind") or "institution",
                common=entry.text("common") == "yes",
                also_in=entry.texts("also_in"),
                place=entry.place(),
            )
        )


def _person(entry: _Entry, shelf: _Shelf) -> None:
    entry.only("name", "family", "gender", "aliases", "offices")
    name = entry.text("name", needed=True)
    gender = entry.text("gender")
    if gender not in {"m", "f", ""}:
        entry.fault(f"gender '{gender}' is not known", "m or f, or leave it out", "gender")
    shelf.people.append(
        Person(
            name=name,
            family=entry.text("family") or name.rpartition(" ")[2],
            gender=gender,
            aliases=entry.texts("aliases"),
            offices=tuple(_offices(entry)),
            place=entry.place(),
        )
    )


def _offices(person: _Entry) -> Iterator[Office]:
    found = person.value.get("offices", [])
    if not isinstance(found, list):
        person.fault("'offices' is not a list", "begin each office with '- '", "offices")
        return
    for i, value in enumerate(found):
        if not isinstance(value, dict):
            person.fault("an office without fields", "write {role: …, country: …}", "offices", i)
            continue
        entry = _Entry(person.file, (*person.steps, "offices", i), value, person.problems)
        entry.only("role", "country", "from", "to")
        start, end = _day(entry, "from", last=False), _day(entry, "to", last=True)
        if start and end and end < start:
            entry.fault("the office ends before it begins", "swap 'from' and 'to'", "to")
        role, country = entry.text("role", needed=True), entry.text("country") or None
        yield Office(role=role, country=country, start=start, end=end, place=entry.place())


def _day(entry: _Entry, name: str, *, last: bool) -> date | None:
    """Return the day that YYYY, YYYY-MM or YYYY-MM-DD begins with, or ends with."""
    text = entry.text(name)
    match = _DATE.fullmatch(text)
    if match is None:
        if text:
            entry.fault(f"'{text}' is no date", "write YYYY, YYYY-MM or YYYY-MM-DD", name)
        return None
    year = int(match[1])
    month = int(match[2] or (12 if last else 1))
    try:
        return date(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1)))
    except ValueError:
        entry.fault(f"'{text}' is no day of the calendar", "mend month or day", name)
        return None


def _trap(entry: _Entry, shelf: _Shelf) -> None:
    sets = ("not_beside", "unless_beside", "not_before", "not_after")
    entry.only("name", "why", *sets)
    name = entry.text("name", needed=True)
    given = {key: frozenset(entry.texts(key)) for key in sets}
    shelf.traps[name] = Trap(name=name, why=entry.text("why", needed=True), **given)


def _roles(entry: _Entry) -> Roles:
    """Return the role words: four mappings, the rest lists."""
    mappings = ("state_of", "written_out", "also_in", "nicknames")
    names = {each.name for each in fields(Roles)} - {*mappings}
    entry.only(*names, *mappings)
    groups = {name: frozenset(entry.texts(name)) for name in names}
    state_of, written_out, also_in, short = (_below(entry, name) for name in mappings)
    return Roles(
        **groups,
        state_of={role: state_of.text(role) for role in state_of.value},
        written_out={title: written_out.text(title) for title in written_out.value},
        also_in={role: also_in.texts(role) for role in also_in.value},
        nicknames={given: short.texts(given) for given in short.value},
    )


def _below(entry: _Entry, name: str) -> _Entry:
    """Return a field that is a mapping."""
    if isinstance(value := entry.value.get(name, {}), dict):
        return _Entry(entry.file, (*entry.steps, name), value, entry.problems)
    entry.fault(f"'{name}' is no mapping", "write 'word: value'", name)
    return _Entry(entry.file, entry.steps, {}, entry.problems)


def _check_codes(shelf: _Shelf) -> None:
    """Fault every office and institution whose state is in no country list."""
    holders: list[tuple[str, str | None]] = [
        (office.place, office.country) for person in shelf.people for office in person.offices
    ]
    for each in shelf.institutions:
        holders += [(each.place, code) for code in (each.country, each.home, *each.also_in)]
    for place, code in holders:
        if code and code not in shelf.countries:
            path, line, column = place.rsplit(":", 2)
            what = f"no country has the code '{code}'"
            fix = "ISO 3166 alpha-3, as countries.yaml has it"
            shelf.problems.append(Problem(path, int(line), int(column), what, fix))
