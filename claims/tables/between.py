"""What changes between the chief events of a ledger, where nobody has named any."""

import sqlite3

from claims.eventbook import event_named
from claims.ledger.asking import conditions
from claims.ledger.select import Filter
from claims.tables.counts import ROWS
from claims.tables.periods import read_periods
from claims.tables.shift import Shift
from claims.tables.shifting import shift

MOST_EVENTS = 8  # that are compared unasked: those with most claims


def between_events(db: sqlite3.Connection, by: str, wanted: Filter) -> Shift | None:
    """Return what changes from event to event, the earliest first; None for less than two.

    Where rows are no country, speaker, dyad or topic, they are countries.
    """
    where, values = conditions(db, wanted)
    rows = db.execute(
        "SELECT event, min(nullif(published, '')) FROM propositions p "
        f"WHERE {where} AND event <> '' AND historic = 0 GROUP BY event "
        f"ORDER BY count(*) DESC, event LIMIT {MOST_EVENTS}",
        values,
    ).fetchall()
    if len(rows) < 2:
        return None
    events = [event for event, _ in sorted(rows, key=lambda row: when(*row))]
    return shift(db, read_periods(db, events), by if by in ROWS else "country", wanted)


def when(event: str, published: str | None) -> tuple[bool, str, str]:
    """Return what events are ordered by: their first day, else that of the first claim."""
    known = event_named(event)
    day = known.first.isoformat() if known else published or ""
    return not day, day, event
