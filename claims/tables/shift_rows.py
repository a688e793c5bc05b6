"""A shift as rows: one a row, stance and step for other programs; and as a table for people."""

import functools
from collections.abc import Iterator
from typing import Any

from claims.tables.naming import many, said
from claims.tables.shift import Basis, Change, Effect, Fate, Line, Period, Point, Shift
from claims.tables.table import Cell, Column, Quote, Table
from claims.tables.views import read_view

MARKS = {Effect.RISE: "▲", Effect.FALL: "▼"}
_SIDE = (
    "count", "uncertain", "of", "documents", "share", "low", "high", "words", "speaker", "claim",
)  # fmt: skip
_EMPTY = 4  # periods of which each is told of, though there is nothing to tell
FIELDS = (
    "row", "country", "stance", "from", "to",
    *(f"{side}_{name}" for side in ("from", "to") for name in _SIDE),
    "difference", "low", "high", "basis", "effect", "fate",
)  # fmt: skip
"""Keys of ``records``, in order; README names their meaning."""


def records(shift: Shift) -> Iterator[dict[str, Any]]:
    """Yield a shift as plain values: for each row and stance, each step from period to period."""
    for row in shift.rows:
        for line in row.lines:
            for n, change in enumerate(line.changes):
                before, after = shift.periods[n], shift.periods[n + 1]
                head = {"row": row.name, "country": row.country, "stance": line.stance}
                yield {
                    **head,
                    "from": before.label,
                    "to": after.label,
                    **_side("from", line.points[n]),
                    **_side("to", line.points[n + 1]),
                    "difference": change.difference,
                    "low": change.low,
                    "high": change.high,
                    "basis": str(change.basis),
                    "effect": str(change.effect),
                    "fate": str(change.fate),
                }


def _side(side: str, point: Point) -> dict[str, Any]:
    quote = point.quote
    words = (quote.words, quote.speaker, quote.claim) if quote else (None, None, None)
    numbers = (point.count, point.uncertain, point.of, point.documents)
    values = (*numbers, point.share, point.low, point.high, *words)
    return {f"{side}_{name}": value for name, value in zip(_SIDE, values, strict=True)}


def as_table(shift: Shift) -> Table:
    """Return a shift as a table: a row for each row and stance of which a claim was found."""
    columns = tuple(_columns(shift))
    rows: list[tuple[Cell, ...]] = []
    for row in shift.rows:
        for line in row.lines:
            if line.taken:
                cells = _cells(row.name, line)
                rows.append(tuple(cell for key in headings() for cell in cells[key]))
    notes = (*covered(shift), *answered(shift), *shift.notes, *legend(shift))
    return Table(title=shift.title, columns=columns, rows=tuple(rows), notes=notes)


def _cells(name: str, line: Line) -> dict[str, list[Cell]]:
    """Return the cells of a line by the key of their columns."""
    quotes: tuple[Quote, ...] = tuple(point.quote for point in line.points if point.quote)
    return {
        "row": [name],
        "stance": [said(line.stance)],
        "point": [point_text(point) for point in line.points],
        "change": [change_text(change) for change in line.changes],
        "words": [quotes],
    }


def _columns(shift: Shift) -> Iterator[Column]:
    for key, heading in headings().items():
        if key == "point":
            yield from (Column(key=key, heading=period.label) for period in shift.periods)
        elif key == "change":
            yield from (Column(key=key, heading=told) for told in change_headings(shift))
        else:
            yield Column(key=key, heading=heading or shift.by.capitalize())


@functools.cache
def headings() -> dict[str, str]:
    """Return the headings of a shift's columns by key, from ``reports/shift.yaml``."""
    return {column.key: column.heading for column in read_view("shift").columns}


def change_headings(shift: Shift) -> list[str]:
    """Return what stands above each change: points of a hundred, and their interval."""
    if len(shift.periods) == 2:
        return [headings()["change"]]
    return [f"to {period.label}" for period in shift.periods[1:]]


def point_text(point: Point) -> str:
    """Return "89 %, 8 of 9"; a question mark follows what is uncertain and in no share."""
    unsure = f"{point.uncertain}?" if point.uncertain else ""
    if not point.of:
        return unsure or "–"
    count = f"{point.count}+{unsure}" if unsure else f"{point.count}"
    return f"{(point.share or 0) * 100:.0f}\N{NO-BREAK SPACE}%, {count} of {point.of}"


def change_text(change: Change) -> str:
    """Return "▲ +40 (+12 to +60)" in points of a hundred, or why it cannot be told."""
    fate = f"{change.fate}; " if change.fate in {Fate.APPEARED, Fate.VANISHED} else ""
    if change.low is None or change.high is None or change.difference is None:
        return f"{fate}too few to tell"
    mark = MARKS.get(change.effect, "")
    star = "*" if change.basis is Basis.CLAIMS else ""
    shown = f"{mark}{star} " if mark or star else ""
    interval = f"({signed(change.low)} to {signed(change.high)})"
    return f"{fate}{shown}{signed(change.difference)} {interval}"


def signed(share: float) -> str:
    """Return a difference of shares as "+12" or "−5" points of a hundred."""
    points = round(share * 100)
    return f"{'+' if points > 0 else '−' if points < 0 else ''}{abs(points)}"


def covered(shift: Shift) -> Iterator[str]:
    """Yield how much was found in each period, whatever its stance."""
    empty = [p.label for p, c in zip(shift.periods, shift.coverage, strict=True) if not c.claims]
    for period, coverage in zip(shift.periods, shift.coverage, strict=True):
        found = many(coverage.claims, "claim") + " in " + many(coverage.documents, "document")
        if coverage.claims:
            yield f"{named(period)}: {found}"
        elif len(empty) <= _EMPTY:
            yield f"{named(period)}: no claim"
    if len(empty) > _EMPTY:
        yield f"no claim in {len(empty)} of {len(shift.periods)} periods"


def named(period: Period) -> str:
    """Return a period's label, and its name where that says more."""
    return period.label if period.name == period.label else f"{period.label}, {period.name}"


def answered(shift: Shift, most: int = 12) -> Iterator[str]:
    """Yield who accuses whom, period by period, and whether the accused deny it."""
    for exchange in shift.exchanges[:most]:
        told = []
        for period, point in zip(shift.periods, exchange.points, strict=True):
            count = many(point.accusations, "accusation") if point.accusations else "no accusation"
            answer = many(point.denials, "denial") if point.denials else "no denial found"
            if point.accusations or len(shift.periods) <= _EMPTY:
                told.append(f"{period.label}: {count}" + f", {answer}" * bool(point.accusations))
        yield f"{exchange.accuser} accuses {exchange.accused}: {'; '.join(told)}"
    if len(shift.exchanges) > most:
        left = many(len(shift.exchanges) - most, "other pair")
        yield f"{left} of states accuse; --country narrows them"


def legend(shift: Shift) -> Iterator[str]:
    """Yield what the marks of the table mean, those that stand in it."""
    changes = [change for row in shift.rows for line in row.lines for change in line.changes]
    if any(change.effect in MARKS for change in changes):
        yield "▲ ▼: the 95 % interval of the change excludes none. Unmarked: it may be chance."
    if any(change.basis is Basis.CLAIMS for change in changes):
        yield "*: one document a side; the interval compares these texts, not the periods."
    if any(change.effect is Effect.TOO_FEW for change in changes):
        from claims.tables.intervals import MIN_CLAIMS

        yield f"Too few to tell: a side has under {MIN_CLAIMS} certain claims."
    yield "Shares are of the row's certain claims. 1?: uncertain, in no share."
