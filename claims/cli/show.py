"""``claims show``: the claims behind a cell."""

import sqlite3
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.options import Event, Rules, Since, Sources, Stances, Until, Where, wanted
from claims.cli.output import Output, Raw, deliver_claims, require, send
from claims.cli.tracking import opened
from claims.files.formats import chosen
from claims.ledger.asking import Count

if TYPE_CHECKING:
    from rich.text import Text

    from claims.ledger.asking import Source
    from claims.ledger.select import Filter
    from claims.model import Claim

_SHORT = 7  # characters of an id, as in the report


class Format(StrEnum):
    """How claims are shown."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"
    MD = "md"


Kind = Annotated[
    Format | None,
    typer.Option(help="All but table have every claim. Else what -o ends in.  [default: table]"),
]
Values = list[str] | None


def show(
    sources: Sources,
    country: Annotated[Values, typer.Option(help="Only speakers of this state.")] = None,
    target: Annotated[Values, typer.Option(help="Only towards this state.")] = None,
    speaker: Annotated[Values, typer.Option(help="Only speakers with this in the name.")] = None,
    topic: Annotated[Values, typer.Option(help="Only this topic.")] = None,
    stance: Stances = None,
    event: Event = None,
    since: Since = "",
    until: Until = "",
    where: Where = "",
    count: Annotated[
        Count, typer.Option(help="A row a claim, or a row a document that carries it.")
    ] = Count.CLAIMS,
    most: Annotated[int, typer.Option(min=1, help="Rows of the table, at most.")] = 50,
    format: Kind = None,
    output: Output = None,
    raw: Raw = False,
    rules: Rules = None,
) -> None:
    """Show the claims that some words of a table stand for."""
    own = {"country": country, "target": target, "speaker": speaker, "topic": topic}
    keep = wanted(stance, where, event, since, until, **own)
    kind = chosen(format, output, tuple(Format), Format.TABLE)
    require(kind, output, sources)
    with opened(keep, sources, rules) as (db, _):
        if kind == Format.TABLE:
            send([_table(db, keep, count, most, output)], output)
        else:
            from claims.files.gathering import counted

            deliver_claims(counted, db, keep, kind, output, raw, count=count)


def _table(
    db: sqlite3.Connection, keep: "Filter", count: Count, most: int, output: Path | None
) -> str:
    from rich import box
    from rich.table import Column, Table

    from claims.ledger import asking
    from claims.tables.naming import many
    from claims.tables.screen import fitting, say, screen

    console = screen(file=output is not None)
    grid = Table("claim", Column("stance and words", ratio=1), box=box.ROUNDED, expand=True)
    grid.add_column("sources" if count is Count.CLAIMS else "source", justify="right")
    for claim in asking.asked(db, keep, most=most):
        sources = asking.sources(db, claim.id)
        cells = (_name(claim), _said(claim), _carriers(sources, count))
        grid.add_row(*(fitting(cell, console) for cell in cells), end_section=True)
    whole = asking.count(db, keep)
    told = many(whole, "claim")
    if whole > most:
        told += f", the first {most} shown; --most N or --format csv shows more"
    with console.capture() as capture:
        console.print(grid)
        say(console, f"{told}. claims explain ID: why.")
    return capture.get()


def _name(claim: "Claim") -> "Text":
    from rich.text import Text

    return Text(f"{claim.id[:_SHORT]}\n{claim.published or 'day unknown'}", style="dim")


def _said(claim: "Claim") -> "Text":
    """Return "China: denial → United States" and below it the words."""
    from rich.text import Text

    from claims.tables.naming import speaker_name, target_name
    from claims.tables.visible import visible

    country = f" ({claim.speaker_country})" if claim.speaker_country else ""
    towards = f" → {target_name(claim)}" if target_name(claim) else ""
    flags = [flag for flag in ("uncertain", "hedged", "historic") if getattr(claim, flag)]
    but = f" ({', '.join(flags)})" if flags else ""
    stance = claim.stance.replace("_", " ")
    head = Text(visible(f"{speaker_name(claim)}{country}: {stance}{towards}{but}"), style="bold")
    return head.append(Text(f"\n“{visible(claim.words)}”", style="not bold"))


def _carriers(sources: "Sequence[Source]", count: Count) -> "Text":
    """Return how many documents carry a claim, or with ``--count sources`` which, and when."""
    from rich.text import Text

    from claims.tables.visible import visible

    if count is Count.CLAIMS:
        return Text(str(len(sources)))
    return Text("\n".join(visible(f"{_carrier(source)} {source.published}") for source in sources))


def _carrier(source: "Source") -> str:
    copy = f" (copy of {source.original})" if source.original != source.document else ""
    return (source.outlet or source.document) + copy
