"""``claims report``: the stance table, or the claims behind it."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.options import (
    Articles,
    Event,
    Map,
    Rules,
    Since,
    Stances,
    Until,
    Where,
    columns,
    wanted,
)
from claims.cli.output import send
from claims.cli.tracking import ledger_file, ledger_of
from claims.errors import Unread
from claims.ledger import Filter, select
from claims.ledger.asking import Count, asked, documents, stances
from claims.ledger.asking import count as number_of
from claims.ledger.select import CORE
from claims.model import Claim

if TYPE_CHECKING:
    from rich.console import Console


class By(StrEnum):
    """What a row of the table stands for."""

    COUNTRY = "country"
    SPEAKER = "speaker"
    DYAD = "dyad"
    TOPIC = "topic"


class Format(StrEnum):
    """How the report is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


_TEXTS = 300  # claims without a topic that key terms are taken from
_VIEWS = {By.COUNTRY: "stance", By.SPEAKER: "speaker", By.DYAD: "dyad", By.TOPIC: "topic"}


def report(
    articles: Articles,
    by: Annotated[By, typer.Option(help="What a row stands for.")] = By.COUNTRY,
    view: Annotated[str, typer.Option(help="A view from reports/, or a .yaml file.")] = "",
    format: Annotated[
        Format, typer.Option(help="csv, json and jsonl have a row a claim; md is the table.")
    ] = Format.TABLE,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file, whole or not at all.")
    ] = None,
    stance: Stances = None,
    where: Where = "",
    event: Event = None,
    since: Since = "",
    until: Until = "",
    count: Annotated[
        Count, typer.Option(help="Count claims once, or once a document that carries them.")
    ] = Count.CLAIMS,
    map: Map = None,
    rules: Rules = None,
) -> None:
    """Show who takes which stance towards whom."""
    keep = wanted(stance, where, event, since, until)
    chosen = view or _VIEWS[by]
    if format in {Format.TABLE, Format.MD}:
        with ledger_file(articles, rules or [], columns(map)) as (db, unread):
            if format is Format.TABLE:
                send([_shown(db, keep, chosen, count, unread, output)], output)
            else:
                send([_markdown(db, keep, chosen, count)], output)
    else:
        # A row for each document that carries a claim: programs count for themselves.
        ledger = ledger_of(articles, rules or [], columns(map))
        unread = ledger.unread
        send([_text(format, select(ledger.claims, keep))], output)
    if unread:
        raise typer.Exit(4)


def _markdown(db: sqlite3.Connection, keep: Filter, view: str, count: Count) -> str:
    from claims.tables import files, read_view
    from claims.tables.from_ledger import table

    return files.as_markdown(table(db, read_view(view), keep, count))


def _text(format: Format, claims: Sequence[Claim]) -> str:
    from claims.tables import files

    writers: dict[Format, Callable[[Sequence[Claim]], str]] = {
        Format.CSV: files.as_csv,
        Format.JSON: files.as_json,
        Format.JSONL: files.as_jsonl,
    }
    return writers[format](claims)


def _shown(
    db: sqlite3.Connection,
    keep: Filter,
    view: str,
    count: Count,
    unread: Sequence[Unread],
    output: Path | None,
) -> str:
    from rich.console import Console
    from rich.text import Text

    from claims.tables import read_view
    from claims.tables.from_ledger import table
    from claims.tables.terminal import show

    console = Console(width=120 if output else None, highlight=False)
    chosen = read_view(view)
    with console.capture() as capture:
        show(table(db, chosen, keep, count), console)
        if chosen.rows == "topic":
            without = asked(db, replace(keep, topics=("",)), most=_TEXTS)
            _print_key_terms([claim.words for claim in without], console)
        console.print(Text(_summary(db, keep, unread)))
    return capture.get()


def _print_key_terms(texts: list[str], console: "Console") -> None:
    """Say what the claims that fit no topic are about, so that new topics show themselves."""
    from rich.text import Text

    from claims.keyterms import key_terms

    if terms := key_terms(texts):
        console.print(Text(f"Key terms of the claims without a topic: {', '.join(terms)}"))


def _summary(db: sqlite3.Connection, keep: Filter, unread: Sequence[Unread]) -> str:
    shown = f"{_many(documents(db), 'document')}, {_many(number_of(db, keep), 'claim')}"
    others = {name: n for name, n in stances(db).items() if name not in CORE}
    hidden = [f"{number} {name.replace('_', ' ')}" for name, number in sorted(others.items())]
    if hidden and set(keep.stances) <= set(CORE) and keep.stances:
        shown += f"; also found: {', '.join(hidden)} (--stance all)"
    if unread:
        shown += f"; {_many(len(unread), 'input')} not read, see above"
    return f"{shown}.\n1?: uncertain. Net: co-operation less accusation. claims explain ID: why."


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
