"""``claims export``: all that a ledger holds, for other programs."""

import csv
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from claims.cli.options import Rules
from claims.cli.tracking import Sources, ledger_file
from claims.errors import ClaimsError


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
    _write({Format.CSV: _csv, Format.JSON: _json, Format.JSONL: _jsonl}[format](rows), output)


def write_text(text: str, output: Path | None) -> None:
    """Write a text to a file, whole or not at all, or to standard output.

    Raises:
        ClaimsError: The file cannot be written.
    """
    _write([text], output)


def _write(parts: Iterable[str], output: Path | None) -> None:
    if output is None:
        for part in parts:
            sys.stdout.write(part)
        sys.stdout.flush()
        return
    try:
        _write_whole(parts, output)
    except OSError as error:
        what = f"--output: cannot write '{output}': {(error.strerror or '').lower()}"
        raise ClaimsError(f"{what}\n  fix: name a file in a folder you may write to") from error


def _write_whole(parts: Iterable[str], path: Path) -> None:
    """Write a file part by part, so that a reader finds the old one or the whole new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(parts)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


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
