"""``claims report``: the stance table, or the claims behind it."""

import sqlite3
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims.cli.options import (
    Articles,
    By,
    Event,
    Map,
    Rows,
    Rules,
    Since,
    Stances,
    Until,
    Where,
    columns,
    wanted,
)
from claims.cli.output import Output, Raw, deliver_claims, require, send
from claims.cli.topics import of_no_topic
from claims.cli.tracking import opened, rulebook_of
from claims.errors import Unread
from claims.files.formats import chosen
from claims.ledger import Filter
from claims.ledger.asking import Count, beside, documents
from claims.ledger.asking import count as number_of


class Format(StrEnum):
    """How the report is written."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"
    MD = "md"
    HTML = "html"


Kind = Annotated[
    Format | None,
    typer.Option(
        help="csv, json, jsonl and parquet have a row a claim; xlsx has the table too, md it "
        "alone; html is a page to share. Else what -o ends in.  [default: table]"
    ),
]
_VIEWS = {By.COUNTRY: "stance", By.SPEAKER: "speaker", By.DYAD: "dyad", By.TOPIC: "topic"}


def report(
    articles: Articles,
    by: Rows = By.COUNTRY,
    view: Annotated[str, typer.Option(help="A view from reports/, or a .yaml file.")] = "",
    format: Kind = None,
    output: Output = None,
    raw: Raw = False,
    stance: Stances = None,
    where: Where = "",
    event: Event = None,
    since: Since = "",
    until: Until = "",
    count: Annotated[
        Count, typer.Option(help="Tables count claims once, or once a document that carries them.")
    ] = Count.CLAIMS,
    map: Map = None,
    rules: Rules = None,
) -> None:
    """Show who takes which stance towards whom."""
    keep = wanted(stance, where, event, since, until)
    rows = view or _VIEWS[by]
    kind = chosen(format, output, tuple(Format), Format.TABLE)
    require(kind, output, articles)
    with opened(keep, articles, rules, columns(map)) as (db, unread):
        if kind == Format.TABLE:
            send([_shown(db, keep, rows, count, unread, output)], output)
        elif kind == Format.MD:
            send([_markdown(db, keep, rows, count)], output)
        elif kind == Format.HTML:
            send([_page(db, keep, rows, count, unread, rules or [])], output)
        else:
            from claims.files.gathering import counted

            deliver_claims(counted, db, keep, kind, output, raw, view=rows, count=count)


def _markdown(db: sqlite3.Connection, keep: Filter, view: str, count: Count) -> str:
    from claims.files.as_markdown import as_markdown
    from claims.tables import read_view
    from claims.tables.from_ledger import table

    return as_markdown(table(db, read_view(view), keep, count))


def _page(
    db: sqlite3.Connection,
    keep: Filter,
    view: str,
    count: Count,
    unread: Sequence[Unread],
    rules: Sequence[Path],
) -> str:
    from claims.page import made, rendered
    from claims.tables import read_view

    packs, rows = rulebook_of(rules).packs, read_view(view)
    return rendered(made(db, packs, wanted=keep, view=rows, count=count, unread=unread))


def _shown(
    db: sqlite3.Connection,
    keep: Filter,
    view: str,
    count: Count,
    unread: Sequence[Unread],
    output: Path | None,
) -> str:
    from claims.tables import read_view
    from claims.tables.between import between_events
    from claims.tables.from_ledger import table
    from claims.tables.screen import say, screen
    from claims.tables.terminal import CAP, show
    from claims.tables.terminal_shift import show_shift

    console = screen(file=output is not None)
    chosen = read_view(view)
    with console.capture() as capture:
        if chosen.rows == "event" and (found := between_events(db, "country", keep)):
            show_shift(found, console)
        else:
            show(table(db, chosen, keep, count, most=CAP), console)
        if chosen.rows == "topic" and (told := of_no_topic(db, keep)):
            say(console, told)
        say(console, _summary(db, keep, unread))
    return capture.get()


def _summary(db: sqlite3.Connection, keep: Filter, unread: Sequence[Unread]) -> str:
    from claims.tables.naming import many

    shown = f"{many(documents(db), 'document')}, {many(number_of(db, keep), 'claim')}"
    hidden = [f"{n} {name.replace('_', ' ')}" for name, n in beside(db, keep).items()]
    if hidden:
        shown += f"; also found: {', '.join(hidden)} (--stance all)"
    if unread:
        shown += f"; {many(len(unread), 'input')} not read, see above"
    return f"{shown}.\n1?: uncertain. Net: co-operation less accusation. claims explain ID: why."
