"""What a reader means by a period: an event's key, or days, months, quarters, years and ranges."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from claims.errors import ClaimsError
from claims.eventbook import event_named, events
from claims.names import did_you_mean, nearest
from claims.tables.shift import Period

_DAYS = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|[Qq]([1-4])))?")
_STEPS = {"month": 1, "quarter": 3, "year": 12}
_MOST = 600  # periods along a trend: fifty years of months
_FORMS = "an event's key, or days as 2013, 2013-06, 2013-Q2, 2013-06-08, 2013-01..2013-12"


def read_periods(db: sqlite3.Connection, labels: Sequence[str]) -> tuple[Period, ...]:
    """Return the periods that a reader names.

    Raises:
        ClaimsError: One of them is neither a known event nor days, or two are the same, or two
            share days.
    """
    found = tuple(_period(db, label) for label in labels)
    for place, one in enumerate(found):
        for other in found[:place]:
            if _shared(one, other):
                what = f"'{other.label}' and '{one.label}' share days or are the same"
                raise ClaimsError(f"{what}\n  fix: name periods that do not overlap")
    return found


def every(db: sqlite3.Connection, step: str) -> tuple[Period, ...]:
    """Return each month, quarter or year from a ledger's first claim to its last.

    Raises:
        ClaimsError: No claim has a day, or there are more periods than anyone reads.
    """
    query = "SELECT min(published), max(published) FROM propositions WHERE published <> ''"
    first, last = db.execute(query).fetchone()
    if first is None:
        raise ClaimsError("no claim has a day\n  fix: give documents their 'published' days")
    found = tuple(_steps(date.fromisoformat(first), date.fromisoformat(last), _STEPS[step]))
    if len(found) > _MOST:
        what = f"{len(found)} periods from {first} to {last}"
        raise ClaimsError(f"{what}\n  fix: take --every year, or name the periods")
    return found


def _steps(first: date, last: date, months: int) -> Iterator[Period]:
    number = (first.year * 12 + first.month - 1) // months * months
    while (since := _month(number)) <= last:
        number += months
        label = {12: f"{since:%Y}", 3: f"{since:%Y}-Q{(since.month + 2) // 3}", 1: f"{since:%Y-%m}"}
        shown = label[months]
        yield Period(label=shown, name=shown, since=since, until=_month(number) - timedelta(days=1))


def _month(number: int) -> date:
    """Return the first day of a month counted from year 0."""
    return date(number // 12, number % 12 + 1, 1)


def _period(db: sqlite3.Connection, label: str) -> Period:
    known = event_named(label)
    query = "SELECT 1 FROM propositions WHERE event = ? LIMIT 1"
    if known is not None:
        return Period(
            label=label, name=f"{known.name} ({_told(known.first, known.last)})", event=label
        )
    if label and db.execute(query, (label,)).fetchone():
        return Period(label=label, name=label, event=label)
    since, until = _bounds(label)
    if since is None or until is None:
        raise _unknown(db, label)
    if until < since:
        raise ClaimsError(f"'{label}' ends before it begins\n  fix: write the earlier day first")
    return Period(label=label, name=label, since=since, until=until)


def _told(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first} to {last}"


def _bounds(label: str) -> tuple[date | None, date | None]:
    earlier, dots, later = label.partition("..")
    return _days(earlier)[0], _days(later if dots else earlier)[1]


def _days(text: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of a year, quarter, month or day."""
    match = _DAYS.fullmatch(text.strip())
    if match is None:
        return None, None
    year, month, day, quarter = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        first = date(year, month or quarter * 3 - 2 if month or quarter else 1, 1)
        months = 1 if month else 3 if quarter else 12
        return first, _month(first.year * 12 + first.month - 1 + months) - timedelta(days=1)
    except ValueError:
        return None, None


def _unknown(db: sqlite3.Connection, label: str) -> ClaimsError:
    """Return what to say of an event that nobody knows: names like it, else what there is."""
    rows = db.execute("SELECT DISTINCT event FROM propositions WHERE event <> ''")
    here = sorted(row[0] for row in rows)
    names = {key: key for key in here}
    names |= {text: event.key for event in events() for text in (event.key, *event.names)}
    is_day = label[:4].isdigit()
    meant = "" if is_day else did_you_mean(nearest(label, names))
    fix = meant or f"write {_FORMS}"
    if not meant and not is_day and here:
        fix += f"; this ledger has claims of {', '.join(here[:8])}{' …' if len(here) > 8 else ''}"
    return ClaimsError(f"no event or days '{label}'\n  fix: {fix}")


def _shared(one: Period, other: Period) -> bool:
    if one.event or other.event:
        return one.event == other.event
    assert one.since is not None
    assert one.until is not None
    assert other.since is not None
    assert other.until is not None
    return one.since <= other.until and other.since <= one.until
