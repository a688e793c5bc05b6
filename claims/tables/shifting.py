"""From a ledger to a shift: what each row says in each period, and how the shares differ."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.ledger import asking
from claims.ledger.select import CORE, Filter
from claims.names import country_name
from claims.tables import intervals
from claims.tables.exchanges import exchanges
from claims.tables.naming import NO_STATE, NO_TOPIC, UNNAMED, many, row_name
from claims.tables.quoting import quote
from claims.tables.shift import (
    Change,
    Coverage,
    Effect,
    Fate,
    Line,
    Period,
    Point,
    Shift,
    ShiftRow,
)

if TYPE_CHECKING:
    import pandas as pd

_KEYS = {
    "country": "speaker_country, '', '', '', ''",
    "speaker": "speaker_country, speaker, '', '', ''",
    "dyad": "speaker_country, '', target_country, target, ''",
    "topic": "'', '', '', '', topic",
}
ROWS = tuple(_KEYS)
_COLUMNS = ("row", "country", "stance", "document", "sure", "unsure", "plainest")


def shift(db: sqlite3.Connection, periods: Sequence[Period], by: str, wanted: Filter) -> Shift:
    """Return what changes along the periods, in the claims that a filter keeps.

    Shares are shares of a row's certain claims of the three core stances and of those that the
    filter names; what is about the past is not counted. The filter's own events and days give
    way to the periods. ``by`` is what a row stands for: country, speaker, dyad or topic.
    """
    base = tuple(dict.fromkeys((*CORE, *wanted.stances))) if wanted.stances else ()
    kept = [within(period, replace(wanted, stances=base)) for period in periods]
    frames = [_counts(db, by, keep) for keep in kept]
    found = sorted({stance for frame in frames for stance in frame["stance"].unique()})
    base = base or (*CORE, *(stance for stance in found if stance not in CORE))
    shown = wanted.stances or base
    rows = _rows(db, frames, base, shown)
    covered = tuple(map(_covered, frames))
    return Shift(
        title=f"Shift per {by}: {' → '.join(period.label for period in periods)}",
        by=by,
        stances=shown,
        base=base,
        periods=tuple(periods),
        coverage=covered,
        rows=tuple(row for row in rows if not (by == "country" and row.name == NO_STATE)),
        exchanges=exchanges(db, periods, wanted),
        notes=tuple(_notes(db, periods, kept, frames, by)),
    )


def within(period: Period, wanted: Filter) -> Filter:
    """Return the filter that keeps no more than the period."""
    if period.event:
        return replace(wanted, events=(period.event,), since=None, until=None)
    return replace(wanted, events=(), since=period.since, until=period.until)


def _counts(db: sqlite3.Connection, by: str, wanted: Filter) -> "pd.DataFrame":
    """Return how often each row takes each stance in each document of a period."""
    import pandas as pd  # half a second that other commands need not wait

    where, values = asking.conditions(db, wanted)
    found = db.execute(
        f"SELECT {_KEYS[by]}, stance, document, sum(uncertain = 0), sum(uncertain), min(plainness) "
        f"FROM propositions p WHERE {where} AND historic = 0 GROUP BY 1, 2, 3, 4, 5, 6, 7",
        values,
    ).fetchall()
    names: dict[tuple[str, ...], str] = {}
    rows = []
    for *key, stance, document, sure, unsure, plainest in found:
        whole = tuple(key)
        name = names.get(whole) or names.setdefault(whole, _named(by, *whole))
        rows.append((name, key[0], stance, document, sure, unsure, plainest))
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def _named(by: str, country: str, speaker: str, state: str, target: str, topic: str) -> str:
    towards = country_name(state) if state else target
    return row_name(by, country=country, speaker=speaker or UNNAMED, target=towards, topic=topic)


def _covered(frame: "pd.DataFrame") -> Coverage:
    claims = int(frame["sure"].sum() + frame["unsure"].sum())
    return Coverage(claims=claims, documents=int(frame["document"].nunique()))


def _rows(
    db: sqlite3.Connection,
    frames: "Sequence[pd.DataFrame]",
    base: Sequence[str],
    shown: Sequence[str],
) -> list[ShiftRow]:
    groups = [dict(list(frame.groupby("row", sort=True))) for frame in frames]
    names = sorted({str(name) for known in groups for name in known})
    rows = []
    for name in names:
        parts = [
            known.get(name, frame.iloc[:0]) for known, frame in zip(groups, frames, strict=True)
        ]
        country = next(str(part["country"].iloc[0]) for part in parts if len(part))
        coverage = tuple(map(_covered, parts))
        lines = tuple(_line(db, stance, parts, base, coverage) for stance in shown)
        rows.append(ShiftRow(name=name, country=country, coverage=coverage, lines=lines))
    return sorted(rows, key=_weight)


def _weight(row: ShiftRow) -> tuple[bool, int, str]:
    return row.name in {NO_STATE, NO_TOPIC}, -sum(part.claims for part in row.coverage), row.name


def _line(
    db: sqlite3.Connection,
    stance: str,
    parts: "Sequence[pd.DataFrame]",
    base: Sequence[str],
    coverage: Sequence[Coverage],
) -> Line:
    sides = [_side(part, stance) for part in parts]
    points = tuple(_point(db, part, stance, side) for part, side in zip(parts, sides, strict=True))
    changes = tuple(
        change(sides[n], sides[n + 1], fate(points[n : n + 2], coverage[n : n + 2]))
        for n in range(len(points) - 1)
    )
    return Line(stance=stance, points=points, changes=changes)


def _side(part: "pd.DataFrame", stance: str) -> intervals.Side:
    """Return certain claims of a stance, and of all, document by document."""
    import pandas as pd

    table = pd.crosstab(part["document"], part["stance"], values=part["sure"], aggfunc="sum")
    whole = table.fillna(0).astype(int)
    of = whole.sum(axis=1)
    kept = of[of > 0].index
    taken = whole[stance] if stance in whole else of * 0
    return intervals.Side(tuple(map(int, taken[kept])), tuple(map(int, of[kept])))


def _point(
    db: sqlite3.Connection, part: "pd.DataFrame", stance: str, side: intervals.Side
) -> Point:
    own = part[part["stance"] == stance]
    known = intervals.of_share(side)
    return Point(
        count=sum(side.taken),
        uncertain=int(own["unsure"].sum()),
        of=sum(side.of),
        documents=len(side.of),
        share=side.share,
        low=known.low if known else None,
        high=known.high if known else None,
        quote=quote(db, stance, str(own["plainest"].min())) if len(own) else None,
    )


def change(before: intervals.Side, after: intervals.Side, become: Fate) -> Change:
    """Return how a share differs between two sides, and what may be said of it."""
    p, q = before.share, after.share
    difference = None if p is None or q is None else q - p
    known = intervals.of_difference(before, after)
    if known is None:
        return Change(difference=difference, fate=become)
    effect = Effect.RISE if known.low > 0 else Effect.FALL if known.high < 0 else Effect.NONE
    return Change(
        difference=difference,
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
    db: sqlite3.Connection,
    periods: Sequence[Period],
    kept: Sequence[Filter],
    frames: "Sequence[pd.DataFrame]",
    by: str,
) -> "list[str]":
    notes = [
        f"{period.label}: no claim of it here"
        for period, frame in zip(periods, frames, strict=True)
        if not len(frame)
    ]
    if by == "country":
        stateless = sum(
            int(frame.loc[frame["row"] == NO_STATE, ["sure", "unsure"]].sum().sum())
            for frame in frames
        )
        if stateless:
            notes.append(
                f"{many(stateless, 'claim')} by speakers of no known state not counted; "
                "--by speaker shows them"
            )
    return notes
