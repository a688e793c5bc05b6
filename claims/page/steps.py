"""What shifted from one event to the next, as a page tells it."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.ledger.select import Filter
from claims.page.charts import NAMES, differences
from claims.page.nouns import Meeting, Step
from claims.page.wording import short
from claims.tables.periods import read_periods
from claims.tables.shift import Effect, Line, Shift, ShiftRow
from claims.tables.shifting import shift

_MOST = 4  # steps on one page, the latest
_CHIEF = 2  # states by which the event before is chosen
CLEAR = {Effect.RISE: "more often", Effect.FALL: "less often"}


def steps(db: sqlite3.Connection, wanted: Filter, meetings: Sequence[Meeting]) -> tuple[Step, ...]:
    """Return what shifted from event to event, for the countries that speak at both.

    Every event is held against the latest before it at which its chief speakers speak too.
    """
    if wanted.since or wanted.until:
        return ()  # days and events at once would compare parts of events
    pairs = list(_pairs(meetings))[-_MOST:]
    return tuple(
        _step(f"shift-{number}", _between(db, wanted, *pair))
        for number, pair in enumerate(pairs, 1)
    )


def _pairs(meetings: Sequence[Meeting]) -> Iterator[tuple[str, str]]:
    for place, later in enumerate(meetings):
        chief = set(later.states[:_CHIEF])
        before = (m for m in reversed(meetings[:place]) if chief and chief <= set(m.states))
        if earlier := next(before, None):
            yield earlier.key, later.key


def _between(db: sqlite3.Connection, wanted: Filter, one: str, other: str) -> Shift:
    """Return the shift between two events, without the countries that speak at one of them only."""
    made = shift(db, read_periods(db, [one, other]), "country", replace(wanted, events=()))
    both = tuple(row for row in made.rows if all(side.claims for side in row.coverage))
    return replace(made, rows=both)


def _step(name: str, made: Shift) -> Step:
    summary = _summary(made)
    return Step(name=name, shift=made, summary=summary, figure=differences(name, made, summary))


def _summary(made: Shift) -> str:
    """Return what is clear of chance, or that nothing is."""
    clear = [
        f"{short(row.name, 60)} {NAMES.get(line.stance, line.stance).lower()} {CLEAR[effect]}"
        for row, line in lines(made)
        if (effect := line.changes[0].effect) in CLEAR
    ]
    if clear:
        return f"Clear of chance: {'; '.join(clear)}."
    told = any(line.changes[0].effect is Effect.NONE for _, line in lines(made))
    return "No difference is clear of chance." if told else "Too few claims to tell any difference."


def lines(made: Shift) -> Iterator[tuple[ShiftRow, Line]]:
    """Yield every row with each of its stances that was taken at either event."""
    for row in made.rows:
        for line in row.lines:
            if line.taken:
                yield row, line
