"""Tables for notebooks and programs: the same that the commands print."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path

from claims.errors import ClaimsError
from claims.ledger import Filter, reading
from claims.tables.known import known
from claims.tables.notebook import ShiftTable, shift_as_table
from claims.tables.periods import read_periods
from claims.tables.shifting import ROWS, shift
from claims.tables.table import Table

LedgerLike = str | PathLike[str] | sqlite3.Connection
"""The path of a ledger file, or one that is open (``claims.ledger.reading``, ``in_memory``)."""

_VIEWS = {"country": "stance", "speaker": "speaker", "dyad": "dyad", "topic": "topic"}


def stance_table(ledger: LedgerLike, *, by: str = "country", wanted: Filter | None = None) -> Table:
    """Return who takes which stance towards whom.

    Args:
        ledger: A path, or an open ledger.
        by: What a row stands for: country, speaker, dyad or topic; or a view of ``reports/``.
        wanted: Claims to keep, states by code or name; the three core stances where it is left out.

    Raises:
        ClaimsError: There is no such ledger or view, or what ``wanted`` names is not known.
    """
    from claims.tables import read_view, table

    with _open(ledger) as db:
        return table(db, read_view(_VIEWS.get(by, by)), known(db, wanted or Filter()))


def shift_table(
    ledger: LedgerLike, *periods: str, by: str = "country", wanted: Filter | None = None
) -> ShiftTable:
    """Return what shifted from one period to the next.

    ``shift_table("desk.db", "sunnylands-2013", "lima-2024").to_pandas()`` has a row for each row,
    stance and step, with counts, shares from 0.0 to 1.0, and 95 % intervals.

    Args:
        ledger: A path, or an open ledger.
        periods: Two or more: keys of events, or days (2013, 2013-06, 2013-01..2013-06).
        by: What a row stands for: country, speaker, dyad or topic.
        wanted: Claims to keep; its events and days give way to the periods.

    Raises:
        ClaimsError: There is no such ledger, a period is none, or there are fewer than two; or
            what ``wanted`` names is not known.
    """
    if len(periods) < 2:
        raise ClaimsError("a shift needs two periods\n  fix: name two events, or days")
    if by not in ROWS:
        raise ClaimsError(f"no rows '{by}'\n  fix: take one of {', '.join(ROWS)}")
    with _open(ledger) as db:
        keep = known(db, wanted or Filter())
        return shift_as_table(shift(db, read_periods(db, periods), by, keep))


@contextmanager
def _open(ledger: LedgerLike) -> Iterator[sqlite3.Connection]:
    if isinstance(ledger, sqlite3.Connection):
        yield ledger
        return
    with reading(Path(ledger)) as db:
        yield db
