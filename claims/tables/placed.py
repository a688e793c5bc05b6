"""Read claims out of a ledger, each with the period that it belongs to, in one pass."""

import functools
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from claims.ledger import asking
from claims.ledger.rows import day
from claims.ledger.select import Filter
from claims.tables.shift import Period


def placed(
    db: sqlite3.Connection, periods: Sequence[Period], wanted: Filter, columns: str
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield columns of ``propositions`` that a filter keeps, and the number of their period.

    The whole table is read once for all events and once for all days, in the order of its key:
    to ask period by period, or to have SQLite group by document, takes many times as long.
    """
    events = {period.event: place for place, period in enumerate(periods) if period.event}
    if events:
        keep = replace(wanted, events=tuple(events), since=None, until=None)
        yield from _read(db, keep, f"p.event, {columns}", events.get)
    days = [(day(p.since), day(p.until), place) for place, p in enumerate(periods) if not p.event]
    if days:
        since = min((p.since for p in periods if p.since), default=None)
        until = max((p.until for p in periods if p.until), default=None)
        keep = replace(wanted, events=(), since=since, until=until)
        yield from _read(db, keep, f"p.published, {columns}", _by_day(sorted(days)))


def _read(
    db: sqlite3.Connection, keep: Filter, columns: str, place_of: Callable[[str], int | None]
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    where, values = asking.conditions(db, keep)
    cursor = db.cursor()
    cursor.row_factory = None  # plain tuples: half the time of named ones
    for mark, *rest in cursor.execute(
        f"SELECT {columns} FROM propositions p WHERE {where}", values
    ):
        place = place_of(mark)
        if place is not None:
            yield place, tuple(rest)


def _by_day(days: Sequence[tuple[str, str, int]]) -> Callable[[str], int | None]:
    """Return the function from a day to the number of the period that holds it."""
    firsts = [first for first, _, _ in days]

    @functools.cache
    def place_of(day: str) -> int | None:
        place = bisect_right(firsts, day) - 1
        held = place >= 0 and day <= days[place][1]
        return days[place][2] if held else None

    return place_of
