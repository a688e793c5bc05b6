"""``claims export``: all that a ledger holds, for other programs."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from claims.cli.options import Rules
from claims.cli.output import send
from claims.cli.tracking import Sources, ledger_file


class Format(StrEnum):
    """How claims are written, a row a claim."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file, whole or not at all.")
]


def export(
    sources: Sources,
    format: Annotated[Format, typer.Option(help="A row a claim in each.")] = Format.JSONL,
    output: Output = None,
    rules: Rules = None,
) -> None:
    """Write every claim with its sources, provenance and decisions, the rejected ones too."""
    from claims.ledger.asking import everything
    from claims.tables.from_ledger import records

    with ledger_file(sources, rules or []) as (db, unread):
        write(records(db, everything(db)), format, output)
    if unread:
        raise typer.Exit(4)


def write(rows: Iterable[dict[str, Any]], format: Format, output: Path | None) -> None:
    """Write rows to a file, whole or not at all, or to standard output.

    Raises:
        ClaimsError: The file cannot be written.
    """
    send({Format.CSV: _csv, Format.JSON: _json, Format.JSONL: _jsonl}[format](rows), output)


def write_text(text: str, output: Path | None) -> None:
    """Write a text to a file, whole or not at all, or to standard output.

    Raises:
        ClaimsError: The file cannot be written.
    """
    send([text], output)


def _jsonl(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _json(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    between = "[\n"
    for row in rows:
        yield between + json.dumps(row, ensure_ascii=False, indent=2)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def _csv(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield a heading and a line a row; lists stand as JSON in their cell."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(row)
        writer.writerow([_cell(value) for value in row.values()])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _cell(value: object) -> object:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else value
