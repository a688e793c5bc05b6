"""The charts of a page, each with its title, what it says in words, and its figures."""

from collections.abc import Mapping, Sequence
from typing import Any

from claims.ledger.select import CORE
from claims.page import vega
from claims.page.drawing import cleaned, plain
from claims.page.meetings import Course
from claims.page.nouns import Figure
from claims.page.wording import listed, many, short
from claims.tables.naming import NO_STATE, NO_TOPIC
from claims.tables.rows import NO_DAY
from claims.tables.shift import Change, Effect, Shift
from claims.tables.shift_rows import signed
from claims.tables.table import Table, Tally

NAMES = {"accusation": "Accuses", "denial": "Denies", "cooperation": "Co-operates"}
_ROWS = 12  # of the longest table; the table itself shows all
_LABEL = 26  # characters of a name beside a bar
_NOTHING = Tally()
_UNKNOWN = {NO_DAY, NO_STATE, NO_TOPIC}  # rows of what is left, which lead in nothing
Row = tuple[str, Mapping[str, Tally]]


def stances(table: Table) -> Figure | None:
    """Return how often each row takes each stance, the chief rows; None where none takes any."""
    known: list[Row] = [(str(row[0]), _tallies(table, row)) for row in table.rows]
    if not any(tally.count or tally.uncertain for _, found in known for tally in found.values()):
        return None
    shown = known[:_ROWS]
    rest = f" The {_ROWS} with most claims of {len(known)}." if len(known) > _ROWS else ""
    summary = _leaders(known) + rest
    spec = vega.bars(_bars(shown), list(NAMES.values()), len(shown))
    return Figure(
        name="stances",
        title="How often each takes which stance",
        summary=summary,
        drawing=cleaned(vega.svg(spec), name="stances", title="Claims by stance", summary=summary),
        headings=(table.columns[0].heading, *(NAMES[stance] for stance in CORE)),
        rows=tuple((name, *(_said(f.get(s, _NOTHING)) for s in CORE)) for name, f in shown),
    )


def _tallies(table: Table, row: Sequence[object]) -> dict[str, Tally]:
    keys = [column.key for column in table.columns]
    return {k: cell for k, cell in zip(keys, row, strict=True) if isinstance(cell, Tally)}


def _said(tally: Tally) -> str:
    unsure = f"{'+' if tally.count else ''}{tally.uncertain}?" if tally.uncertain else ""
    return f"{tally.count or ''}{unsure}" or "–"


def _leaders(known: Sequence[Row]) -> str:
    """Return who takes each stance most often."""
    told = []
    for stance in CORE:
        named = ((name, found) for name, found in known if name not in _UNKNOWN)
        counts = {name: found[stance].count for name, found in named if stance in found}
        most = max(counts.values(), default=0)
        if most:
            first = [name for name, number in counts.items() if number == most]
            names = (
                listed(short(name, 60) for name in first)
                if len(first) <= 3
                else f"{len(first)} share the lead"
            )
            told.append(f"{NAMES[stance]} most often: {names} ({most}).")
    if any(tally.uncertain for _, found in known for tally in found.values()):
        told.append("The open end of a bar, and the number with a question mark, is uncertain.")
    return " ".join(told)


def _bars(shown: Sequence[Row]) -> list[dict[str, Any]]:
    return [
        {
            "row": _unique(name, _LABEL, place),
            "stance": NAMES[stance],
            "sure": tally.count,
            "whole": tally.count + tally.uncertain,
            "said": _said(tally),
        }
        for place, (name, found) in enumerate(shown)
        for stance in CORE
        for tally in [found.get(stance, _NOTHING)]
    ]


def _unique(name: str, most: int, place: int) -> str:
    """Return a label that no other row bears even if it is shown alike."""
    return f"{plain(name, most)}{vega.HIDDEN}{place}"


def timeline(course: Course) -> Figure | None:
    """Return how many claims of each stance were made when; None where no day is known."""
    if not course.stretches:
        return None
    summary, title = _course_in_words(course), f"Claims by {course.unit}"
    values = [
        {"when": s.label, "stance": NAMES[stance], "claims": s.counts.get(stance, 0)}
        for s in course.stretches
        for stance in CORE
    ]
    spec = vega.columns(values, [s.label for s in course.stretches], list(NAMES.values()))
    return Figure(
        name="timeline",
        title=title,
        summary=summary,
        drawing=cleaned(vega.svg(spec), name="timeline", title=title, summary=summary),
        headings=(course.unit.capitalize(), *(NAMES[stance] for stance in CORE), "Documents"),
        rows=tuple(
            (s.label, *(s.counts.get(stance, 0) for stance in CORE), s.documents)
            for s in course.stretches
        ),
    )


def _course_in_words(course: Course) -> str:
    whole = {s.label: sum(s.counts.get(stance, 0) for stance in CORE) for s in course.stretches}
    most = max(whole, key=lambda label: whole[label])
    held = sum(number > 0 for number in whole.values())
    told = f"From {course.stretches[0].label} to {course.stretches[-1].label}"
    if len(course.stretches) == 1:
        told = f"All in {course.stretches[0].label}"
    told += f"; {many(held, course.unit)} with claims, most in {most} ({whole[most]})."
    if course.undated:
        told += f" {many(course.undated, 'claim')} of unknown day not shown."
    return told


def differences(name: str, made: Shift, summary: str) -> Figure | None:
    """Return how shares differ, each with its interval; None where all is too few to tell."""
    told = [
        (f"{row.name} {NAMES.get(line.stance, line.stance).lower()}", line.stance, line.changes[0])
        for row in made.rows
        for line in row.lines
        if line.changes[0].effect is not Effect.TOO_FEW and any(p.count for p in line.points)
    ]
    if not told:
        return None
    one, other = (short(period.name, 120) for period in made.periods)
    spec = vega.intervals([_reach(*it, place) for place, it in enumerate(told[:_ROWS])])
    title = f"From {one} to {other}"
    return Figure(
        name=name,
        title="Difference of shares, in points, with 95 % intervals",
        summary=f"{summary} A filled dot is a difference clear of chance.",
        drawing=cleaned(vega.svg(spec), name=name, title=title, summary=summary),
        headings=("Who", "Difference", "Lower end", "Upper end"),
        rows=tuple((who, *map(points, (c.difference, c.low, c.high))) for who, _, c in told),
    )


def _reach(who: str, stance: str, change: Change, place: int) -> dict[str, Any]:
    known = zip(("at", "low", "high"), (change.difference, change.low, change.high), strict=True)
    return {
        "who": _unique(who, 30, place),
        "stance": NAMES.get(stance, vega.OTHER),
        "clear": change.effect is not Effect.NONE,
        **{name: round((share or 0) * 100, 1) for name, share in known},
    }


def points(share: float | None) -> str:
    """Return a difference of shares as "+12" or "−5" points; "" where it cannot be told."""
    return "" if share is None else signed(share)
