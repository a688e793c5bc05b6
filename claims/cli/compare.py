"""``claims compare``: what shifted between two events, or days."""

import sqlite3
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.options import By, Map, Rows, Rules, Sources, Stances, Where, columns, wanted
from claims.cli.output import Output, Raw, cells, deliver, require, send
from claims.cli.tracking import opened
from claims.files.formats import chosen

if TYPE_CHECKING:
    from claims.ledger.select import Filter
    from claims.tables.shift import Period, Shift

_POINT = "An event (lima-2024), or days: 2013, 2013-06, 2013-Q2, 2013-06-07..2013-06-08."


class Format(StrEnum):
    """How a shift is written."""

    TABLE = "table"
    MD = "md"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"


Country = Annotated[list[str] | None, typer.Option(help="Only speakers of this state; repeatable.")]
Kind = Annotated[
    Format | None,
    typer.Option(
        help="csv, json and the like have a row a step of each stance. Else what -o ends in.  "
        "[default: table]"
    ),
]


def compare(
    before: Annotated[str, typer.Argument(metavar="A", help=_POINT, show_default=False)],
    after: Annotated[str, typer.Argument(metavar="B", help="Likewise.", show_default=False)],
    sources: Sources,
    by: Rows = By.COUNTRY,
    country: Country = None,
    stance: Stances = None,
    where: Where = "",
    format: Kind = None,
    output: Output = None,
    raw: Raw = False,
    map: Map = None,
    rules: Rules = None,
) -> None:
    """Show what shifted between two events, or days: how often, how sure, in which words."""
    keep = kept(country, stance, where)
    kind = chosen(format, output, tuple(Format), Format.TABLE)
    require(kind, output, sources)
    with opened(keep, sources, rules, columns(map)) as (db, _):
        from claims.tables.periods import read_periods

        answer(db, read_periods(db, [before, after]), by, keep, kind, output, raw)


def kept(country: list[str] | None, stance: list[str] | None, where: str) -> "Filter":
    """Return the filter of a comparison; its events and days are those of the periods.

    Raises:
        ClaimsError: A value means nothing.
    """
    return wanted(stance, where, None, "", "", country=country)


def answer(
    db: sqlite3.Connection,
    periods: "Sequence[Period]",
    by: By,
    keep: "Filter",
    kind: str,
    output: Path | None,
    raw: bool,
) -> None:
    """Print or write what shifted along periods.

    Raises:
        ClaimsError: The file cannot be written.
    """
    from claims.tables.shifting import shift

    found = shift(db, periods, by, keep)
    if kind == Format.TABLE:
        send([_shown(found, output)], output)
    elif kind == Format.MD:
        from claims.files.as_markdown import as_markdown
        from claims.tables.shift_rows import as_table

        send([as_markdown(as_table(found))], output)
    else:
        from claims.files.shifts import shifted

        deliver(shifted(db, found, keep, cells(raw)), kind, output)


def _shown(shift: "Shift", output: Path | None) -> str:
    from claims.tables.screen import screen
    from claims.tables.terminal_shift import show_shift

    console = screen(file=output is not None)
    with console.capture() as capture:
        show_shift(shift, console)
    return capture.get()
