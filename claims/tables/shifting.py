"""From a ledger to a shift: what each row says in each period, and how the shares differ."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claims.ledger.select import CORE, Filter
from claims.tables import intervals
from claims.tables.counts import ROWS, Counts, counts
from claims.tables.exchanges import exchanges
from claims.tables.naming import NO_STATE, NO_TOPIC, many
from claims.tables.quoting import quote
from claims.tables.shift import Change, Coverage, Effect, Fate, Line, Period, Point, Shift, ShiftRow

__all__ = ["ROWS", "shift"]

_NAMED = 6  # periods that a title names each


def shift(db: sqlite3.Connection, periods: Sequence[Period], by: str, wanted: Filter) -> Shift:
    """Return what changes along the periods, in the claims that a filter keeps.

    Shares are shares of a row's certain claims of the three core stances and of those that the
    filter names; what is about the past is not counted. The filter's own events and days give
    way to the periods. ``by`` is what a row stands for: country, speaker, dyad or topic.
    """
    base = tuple(dict.fromkeys((*CORE, *wanted.stances))) if wanted.stances else ()
    found = counts(db, periods, by, replace(wanted, stances=base))
    base = base or _stances(found)
    shown = wanted.stances or base
    rows = list(_rows(db, found, shown))
    return Shift(
        title=f"Shift per {by}: {_along(periods)}",
        by=by,
        stances=shown,
        base=base,
        periods=tuple(periods),
        coverage=tuple(map(_whole, found)),
        rows=tuple(sorted((row for row in rows if _stands(row, by)), key=_weight)),
        exchanges=exchanges(db, periods, wanted),
        notes=tuple(_notes(periods, found, rows, by)),
    )


def _along(periods: Sequence[Period]) -> str:
    labels = [period.label for period in periods]
    if len(labels) > _NAMED:
        labels = [labels[0], "…", f"{labels[-1]}, {len(periods)} periods"]
    return " → ".join(labels)


def _stances(found: Sequence[Mapping[str, Counts]]) -> tuple[str, ...]:
    """Return every stance that was found, the core stances first."""
    others = {stance for rows in found for known in rows.values() for stance in known.plainest}
    return (*CORE, *sorted(others - set(CORE)))


def _whole(rows: Mapping[str, Counts]) -> Coverage:
    documents = {name for known in rows.values() for name in known.documents}
    claims = sum(known.coverage.claims for known in rows.values())
    return Coverage(claims=claims, documents=len(documents))


def _stands(row: ShiftRow, by: str) -> bool:
    """Return whether a row is shown: no country is no row among countries."""
    return not (by == "country" and row.name == NO_STATE)


def _rows(
    db: sqlite3.Connection, found: Sequence[Mapping[str, Counts]], shown: Sequence[str]
) -> Iterator[ShiftRow]:
    names = {name for rows in found for name, part in rows.items() if part.documents}
    for name in sorted(names):
        parts = [rows.get(name) or Counts() for rows in found]
        sides = [part.sides(shown) for part in parts]
        coverage = tuple(part.coverage for part in parts)
        lines = tuple(
            _line(db, stance, parts, [known[stance] for known in sides], coverage)
            for stance in shown
        )
        country = next((part.country for part in parts if part.country), "")
        yield ShiftRow(name=name, country=country, coverage=coverage, lines=lines)


def _weight(row: ShiftRow) -> tuple[bool, int, str]:
    return row.name in {NO_STATE, NO_TOPIC}, -sum(part.claims for part in row.coverage), row.name


def _line(
    db: sqlite3.Connection,
    stance: str,
    parts: Sequence[Counts],
    sides: Sequence[intervals.Side],
    coverage: Sequence[Coverage],
) -> Line:
    sure = intervals.of_shares(sides)
    points = tuple(_point(db, stance, *found) for found in zip(parts, sides, sure, strict=True))
    changes = tuple(
        change(points[n : n + 2], sure[n : n + 2], coverage[n : n + 2])
        for n in range(len(points) - 1)
    )
    return Line(stance=stance, points=points, changes=changes)


def _point(
    db: sqlite3.Connection,
    stance: str,
    part: Counts,
    side: intervals.Side,
    sure: intervals.Interval | None,
) -> Point:
    plainest = part.plainest.get(stance)
    return Point(
        count=sum(side.taken),
        uncertain=part.unsure[stance],
        of=sum(side.of),
        documents=len(side.of),
        share=side.share,
        low=sure.low if sure else None,
        high=sure.high if sure else None,
        quote=quote(db, stance, plainest) if plainest else None,
    )


def change(
    points: Sequence[Point],
    sure: Sequence[intervals.Interval | None],
    coverage: Sequence[Coverage],
) -> Change:
    """Return how a share differs between two periods, and what may be said of it."""
    become = fate(points, coverage)
    p, q = (point.share for point in points)
    if p is None or q is None:
        return Change(fate=become)
    known = intervals.of_difference(p, sure[0], q, sure[1])
    if known is None:
        return Change(difference=q - p, fate=become)
    effect = Effect.RISE if known.low > 0 else Effect.FALL if known.high < 0 else Effect.NONE
    return Change(
        difference=q - p,
        low=known.low,
        high=known.high,
        basis=known.basis,
        effect=effect,
        fate=become,
    )


def fate(points: Sequence[Point], coverage: Sequence[Coverage]) -> Fate:
    """Return what became of a stance between two periods."""
    was, comes = (bool(point.count or point.uncertain) for point in points)
    if not all(part.claims for part in coverage):
        return Fate.UNSEEN
    if was and comes:
        return Fate.STAYED
    return Fate.VANISHED if was else Fate.APPEARED if comes else Fate.ABSENT


def _notes(
    periods: Sequence[Period],
    found: Sequence[Mapping[str, Counts]],
    rows: Sequence[ShiftRow],
    by: str,
) -> Iterator[str]:
    hidden = [row for row in rows if not _stands(row, by)]
    if stateless := sum(part.claims for row in hidden for part in row.coverage):
        told = f"{many(stateless, 'claim')} by speakers of no known state not counted"
        yield f"{told}; --by speaker shows them"
    if historic := sum(part.historic for rows in found for part in rows.values()):
        yield f"{many(historic, 'claim')} about the past not counted"
    if any(period.event for period in periods) and any(not p.event for p in periods):
        yield "an event and days may share documents; the intervals take them for different ones"
