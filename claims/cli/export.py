"""``claims export``: all that a ledger holds, for other programs."""

from typing import Annotated

import typer

from claims.cli.options import Event, Map, Rules, Since, Stances, Until, Where, columns, wanted
from claims.cli.output import Output, Raw, cells, deliver, require, tabled
from claims.cli.tracking import Sources, ledger_file
from claims.files.formats import Format, chosen
from claims.ledger.asking import Count

Kind = Annotated[
    Format | None,
    typer.Option("--format", help="A row a claim in each; else what -o ends in.  [default: jsonl]"),
]


def export(
    sources: Sources,
    format: Kind = None,
    output: Output = None,
    raw: Raw = False,
    stance: Stances = None,
    where: Where = "",
    event: Event = None,
    since: Since = "",
    until: Until = "",
    map: Map = None,
    rules: Rules = None,
) -> None:
    """Write every claim with its sources, provenance and decisions, the rejected ones too."""
    kind = Format(chosen(format, output, tuple(Format), Format.JSONL))
    require(kind, output, sources)
    keep = wanted(stance or ["all"], where, event, since, until)
    with ledger_file(sources, rules or [], columns(map)) as (db, unread):
        from claims.tables.known import require_known

        require_known(db, keep, rules or ())
        from claims.files.gathering import everything
        from claims.ledger.recorded import snapshot

        with snapshot(db):
            content = everything(db, keep, cells(raw))
            deliver(tabled(content, db, keep, kind, "stance", Count.CLAIMS), kind, output)
    if unread:
        raise typer.Exit(4)
