"""The summits and meetings that are known, from ``rules/lexicon/events.yaml``."""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from claims.errors import PackError, Problem
from claims.located import Located, Plain, Step, read_located
from claims.names import country_code
from claims.shipped import shipped

_BEFORE = timedelta(days=7)  # how long before an event the news of it begins
_AFTER = timedelta(days=30)  # and how long after it the news goes on
_NEEDED = ("key", "name", "place", "from", "to", "participants")
_KNOWN = (*_NEEDED, "also", "series", "people")
_KEY = re.compile(r"[a-z][a-z0-9-]*-\d{4}(?:-[a-z]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A summit or high-level meeting.

    Attributes:
        names: What means this event and no other.
        series: Words that mean any meeting of its row ("G7"); none for a meeting of its own.
        places: The town first.
        first: Its first day, ``last`` its last, as at the place.
        participants: ISO 3166 alpha-3 codes, and our codes of organisations.
        people: Participant → family names of those who were there for it.
    """

    key: str
    name: str
    names: tuple[str, ...]
    series: tuple[str, ...]
    places: tuple[str, ...]
    first: date
    last: date
    participants: tuple[str, ...]
    people: Mapping[str, tuple[str, ...]]

    def in_the_news(self, day: date) -> bool:
        """Return whether news of a day may well be about it."""
        return self.first - _BEFORE <= day <= self.last + _AFTER

    def over_before(self, day: date) -> bool:
        """Return whether it lay back clearly on a day."""
        return self.last + _AFTER < day


@functools.cache
def events() -> tuple[Event, ...]:
    """Return the shipped events, in the order of the file.

    Raises:
        PackError: With every fault in the file.
    """
    path = shipped("rules") / "lexicon" / "events.yaml"
    return read_events(path.read_text(encoding="utf-8"), str(path))


@functools.cache
def event_named(key: str) -> Event | None:
    """Return the event of a key; None where the file has none, as for a user's own."""
    return next((event for event in events() if event.key == key), None)


def read_events(text: str, path: str) -> tuple[Event, ...]:
    """Return the events that a file names.

    Raises:
        PackError: With every fault in the file.
    """
    located = read_located(text, path)
    root = located.value if isinstance(located.value, dict) else {}
    entries, series = root.get("events"), root.get("series", {})
    if not isinstance(entries, list) or not isinstance(series, dict):
        fix = "write 'events:' and a list, and 'series:' and a mapping"
        raise PackError([Problem(path, 1, 1, "no events", fix)])
    problems = list(_repeated(located, entries))
    for number, entry in enumerate(entries):
        problems += _faults(located, number, entry, series)
    if problems:
        raise PackError(problems)
    return tuple(_event(entry, series) for entry in entries if isinstance(entry, dict))


def _repeated(located: Located, entries: list[Plain]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        key = str(entry.get("key")) if isinstance(entry, dict) else ""
        if key in seen:
            line, column = located.place(("events", number, "key"))
            yield Problem(located.path, line, column, f"'{key}' stands twice", "give one another")
        seen.add(key)


def _faults(
    located: Located, number: int, entry: Plain, series: Mapping[str, Plain]
) -> Iterator[Problem]:
    """Yield what is wrong with one entry."""

    def fault(what: str, fix: str, *steps: Step) -> Problem:
        line, column = located.place(("events", number, *steps))
        return Problem(located.path, line, column, what, fix)

    if not isinstance(entry, dict):
        yield fault("not an event", f"write {{{', '.join(_NEEDED)}}}")
        return
    for field in _NEEDED:
        if not entry.get(field):
            yield fault(f"no '{field}'", f"an event has {', '.join(_NEEDED)}")
    for field in entry:
        if field not in _KNOWN:
            yield fault(f"unknown field '{field}'", f"known: {', '.join(_KNOWN)}", field)
    if not _KEY.fullmatch(str(entry.get("key", "x-2000"))):
        yield fault("a key names place or row, and year", "write it as lima-2024", "key")
    for field in ("from", "to"):
        if field in entry and _day(entry[field]) is None:
            yield fault(f"'{entry[field]}' is no date", "write it as YYYY-MM-DD", field)
    first, last = _day(entry.get("from")), _day(entry.get("to"))
    if first and last and last < first:
        yield fault("it ends before it begins", "mend 'from' or 'to'", "to")
    if "series" in entry and entry["series"] not in series:
        fix = f"name one of {', '.join(series)}, or add it"
        yield fault(f"no series '{entry['series']}'", fix, "series")
    for place, code in enumerate(_list(entry.get("participants"))):
        if country_code(code) != code:
            fix = "write an ISO 3166 alpha-3 code, or one of countries.yaml"
            yield fault(f"no participant '{code}'", fix, "participants", place)
    people = entry.get("people", {})
    for code in people if isinstance(people, dict) else ["people"]:
        if code not in _list(entry.get("participants")):
            yield fault(f"'{code}' is no participant", "write {CODE: [names]}", "people", code)


def _event(entry: Mapping[str, Plain], series: Mapping[str, Plain]) -> Event:
    first, last = _day(entry["from"]), _day(entry["to"])
    people = entry.get("people", {})
    assert first is not None
    assert last is not None
    assert isinstance(people, dict)
    return Event(
        key=str(entry["key"]),
        name=str(entry["name"]),
        names=(str(entry["name"]), *_list(entry.get("also"))),
        series=_list(series.get(str(entry.get("series", "")))),
        places=_list(entry["place"]),
        first=first,
        last=last,
        participants=_list(entry["participants"]),
        people={code: _list(names) for code, names in people.items()},
    )


def _list(value: "Plain | None") -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _day(value: "Plain | None") -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


@functools.cache
def state_words(code: str) -> tuple[str, ...]:
    """Return the names and adjectives of a state, without those that two states share."""
    return _state_words().get(code, ())


@functools.cache
def _state_words() -> dict[str, tuple[str, ...]]:
    path = shipped("rules") / "lexicon" / "countries.yaml"
    root = read_located(path.read_text(encoding="utf-8"), str(path)).value
    entries = root["countries"] if isinstance(root, dict) else []
    words = {
        str(entry["code"]): (
            str(entry["name"]),
            *_list(entry.get("also")),
            *_list(entry.get("adjectives")),
        )
        for entry in entries
        if isinstance(entry, dict)
    }
    count = Counter(word for names in words.values() for word in set(names))
    return {
        code: tuple(word for word in names if count[word] == 1) for code, names in words.items()
    }
