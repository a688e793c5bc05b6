"""``claims export``: all that a ledger holds, for other programs."""

from typing import Annotated

import typer

from claims.cli.options import (
    Event,
    Map,
    Rules,
    Since,
    Sources,
    Stances,
    Until,
    Where,
    columns,
    wanted,
)
from claims.cli.output import Output, Raw, deliver_claims, require
from claims.cli.tracking import opened
from claims.files.formats import Format, chosen

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
    kind = chosen(format, output, tuple(Format), Format.JSONL)
    require(kind, output, sources)
    keep = wanted(stance or ["all"], where, event, since, until)
    with opened(keep, sources, rules, columns(map)) as (db, _):
        from claims.files.gathering import everything

        deliver_claims(everything, db, keep, kind, output, raw)
