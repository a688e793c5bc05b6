"""When claims were made: counts along time, and the events that claims are about."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from claims.eventbook import event_named
from claims.ledger import asking
from claims.ledger.select import Filter
from claims.page.calendar import labels, unit_for
from claims.page.gathering import event_name
from claims.page.nouns import Meeting
from claims.page.wording import days
from claims.tables.between import when


@dataclass(slots=True)
class Stretch:
    """What is counted in a stretch of time: stance → claims, and the documents they stand in."""

    label: str
    documents: int = 0
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))


@dataclass(frozen=True, slots=True)
class Course:
    """Counts along time; ``undated`` claims stand in documents of no known day."""

    unit: str
    stretches: tuple[Stretch, ...]
    undated: int


def course(db: sqlite3.Connection, wanted: Filter) -> Course:
    """Return how many claims of each stance were made when; those about the past are left out."""
    counts, documents = _by(db, wanted, "published")
    undated = sum(counts.pop("", {}).values())
    if not counts:
        return Course("", (), undated)
    first, last = date.fromisoformat(min(counts)), date.fromisoformat(max(counts))
    unit = unit_for(first, last)
    made = {label: Stretch(label) for label in labels(unit, first, last)}
    for day, known in counts.items():
        stretch = made[unit.label(unit.number(date.fromisoformat(day)))]
        stretch.documents += documents[day]
        for stance, number in known.items():
            stretch.counts[stance] += number
    return Course(unit.name, tuple(made.values()), undated)


def meetings(db: sqlite3.Connection, wanted: Filter) -> tuple[Meeting, ...]:
    """Return the events that claims are about, the earliest first."""
    counts, documents = _by(db, wanted, "event")
    states, begun = _states(db, wanted)
    made = [
        Meeting(
            key=key,
            name=event_name(key),
            days=_days(key),
            documents=documents[key],
            counts=known,
            states=tuple(state for state, _ in states[key].most_common() if state),
        )
        for key, known in counts.items()
        if key
    ]
    return tuple(sorted(made, key=lambda meeting: when(meeting.key, begun[meeting.key])))


def _days(key: str) -> str:
    known = event_named(key)
    return days(known.first, known.last) if known else ""


def _states(
    db: sqlite3.Connection, wanted: Filter
) -> tuple[dict[str, Counter[str]], dict[str, str]]:
    """Return how often each state speaks at each event, and the first day it is reported."""
    where, values = asking.conditions(db, wanted)
    rows = db.execute(
        "SELECT event, speaker_country, count(*), min(nullif(published, '')) "
        f"FROM propositions p WHERE {where} AND historic = 0 GROUP BY 1, 2",
        values,
    )
    states: dict[str, Counter[str]] = defaultdict(Counter)
    begun: dict[str, str] = defaultdict(str)
    for event, state, number, day in rows:
        states[event][state] += number
        begun[event] = min(filter(None, (begun[event], day)), default="")
    return states, begun


def _by(
    db: sqlite3.Connection, wanted: Filter, column: str
) -> tuple[dict[str, dict[str, int]], Mapping[str, int]]:
    """Return claims by day or event and stance, and the documents that they stand in."""
    where, values = asking.conditions(db, wanted)
    kept = f"FROM propositions p WHERE {where} AND historic = 0 GROUP BY"
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for key, stance, number in db.execute(f"SELECT {column}, stance, count(*) {kept} 1, 2", values):
        counts[key][stance] = number
    documents = dict(
        db.execute(f"SELECT {column}, count(DISTINCT document) {kept} 1", values).fetchall()
    )
    return counts, documents
