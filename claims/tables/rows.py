"""Rows that are no group of speakers: months, quarters and years; and single claims."""

import sqlite3
from collections.abc import Iterable

from claims.ledger import asking
from claims.ledger.select import Filter
from claims.model import Claim
from claims.names import country_name
from claims.tables.naming import speaker_name, target_name
from claims.tables.table import Cell, Table
from claims.tables.views import View

NO_DAY = "(day unknown)"
_GAPS = 4  # times as many empty times as others, at most: a timeline of gaps tells nothing
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def time_name(month: str, rows: str) -> str:
    """Return the month ("2013-06"), quarter ("2013-Q2") or year that a month belongs to."""
    if not month:
        return NO_DAY
    year, number = month.split("-")
    quarter = (int(number) + 2) // 3
    return {"month": month, "quarter": f"{year}-Q{quarter}", "year": year}[rows]


def timeline(known: Iterable[str], rows: str) -> list[str]:
    """Return the times that are known, and those between them if not too many; earliest first."""
    names = set(known)
    dated = sorted(names - {NO_DAY})
    if dated:
        first, last = (_number(name, rows) for name in (dated[0], dated[-1]))
        if last - first < (1 + _GAPS) * len(dated):
            dated = [_named(number, rows) for number in range(first, last + 1)]
    return [*dated, *(names & {NO_DAY})]


def _number(name: str, rows: str) -> int:
    year, _, part = name.partition("-")
    a_year = 12 // _MONTHS[rows]
    return int(year) * a_year + (int(part.lstrip("Q")) - 1 if part else 0)


def _named(number: int, rows: str) -> str:
    year, part = divmod(number, 12 // _MONTHS[rows])
    ending = {"month": f"-{part + 1:02}", "quarter": f"-Q{part + 1}", "year": ""}[rows]
    return f"{year:04}{ending}"


def claim_table(db: sqlite3.Connection, view: View, wanted: Filter, most: int | None) -> Table:
    """Return a table with a row a claim, as documents tell them; what is historic says so."""
    rows = tuple(
        tuple(_cell(claim, column.key) for column in view.columns)
        for claim in asking.asked(db, wanted, most=most)
    )
    more = asking.count(db, wanted) - len(rows) if most is not None else 0
    return Table(title=view.title, columns=view.columns, rows=rows, more=more)


def _cell(claim: Claim, key: str) -> Cell:
    if key == "published":
        return claim.published.isoformat() if claim.published else NO_DAY
    if key == "speaker":
        state = country_name(claim.speaker_country or "")
        name = speaker_name(claim)
        return f"{name} ({state})" if state and state != name else name
    if key == "stance":
        flags = [flag for flag in ("uncertain", "hedged", "historic") if getattr(claim, flag)]
        but = f" ({', '.join(flags)})" if flags else ""
        return claim.stance.replace("_", " ") + but
    if key == "target":
        return target_name(claim)
    return claim.words if key == "words" else claim.id[:7]
