"""Claims as CSV, JSON, JSON lines; a table as Markdown. What is written is written whole."""

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from claims.model import Claim, Considered, Span
from claims.tables.table import Cell, Table, Tally
from claims.tables.visible import visible

FIELDS = tuple(field.name for field in fields(Claim))
"""Columns of CSV and keys of JSON, in order: the fields of a Claim."""


def record(claim: Claim) -> dict[str, Any]:
    """Return a claim as plain values: spans as ``[start, end]``, dates as ``YYYY-MM-DD``."""
    return {name: _plain(getattr(claim, name)) for name in FIELDS}


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Considered):
        evidence = [_plain(span) for span in value.evidence]
        return {"rule": value.rule, "outcome": value.outcome, "evidence": evidence}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def as_jsonl(claims: Iterable[Claim]) -> str:
    """Return one JSON object a line, UTF-8 text kept readable."""
    return "".join(json.dumps(record(claim), ensure_ascii=False) + "\n" for claim in claims)


def as_json(claims: Iterable[Claim]) -> str:
    """Return a JSON array, indented."""
    records = [record(claim) for claim in claims]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def as_csv(claims: Iterable[Claim]) -> str:
    """Return one row a claim; lists stand as JSON in their cell, unknown values are empty."""
    import pandas as pd  # half a second that a ledger file need not cost

    rows = [[_csv_cell(value) for value in record(claim).values()] for claim in claims]
    return str(pd.DataFrame(rows, columns=list(FIELDS), dtype=object).to_csv(index=False))


def _csv_cell(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else value


def as_markdown(table: Table) -> str:
    """Return a table in GitHub's Markdown, with its title and notes."""
    head = [f"## {_escape(table.title)}", ""]
    head.append("| " + " | ".join(_escape(column.heading) for column in table.columns) + " |")
    head.append("|" + " --- |" * len(table.columns))
    body = ["| " + " | ".join(_escape(_words(cell)) for cell in row) + " |" for row in table.rows]
    notes = [f"\n{_escape(note)}" for note in table.notes]
    return "\n".join([*head, *body, *notes]) + "\n"


def _words(cell: Cell) -> str:
    if isinstance(cell, Tally):
        number = f"{cell.count}" + (f" +{cell.uncertain}?" if cell.uncertain else "")
        names = ", ".join(f"{name} {count}" for name, count in cell.targets)
        return f"{number} ({names})" if names else number
    if isinstance(cell, tuple):
        return " ".join(f"{q.stance}: “{q.words}” {q.speaker} [{q.claim}]" for q in cell)
    return "" if cell is None else str(cell)


def _escape(text: str) -> str:
    shown = visible(text)
    for mark in "\\`*_{}[]<>#|~":
        shown = shown.replace(mark, f"\\{mark}")
    return shown


def write_whole(parts: Iterable[str], path: Path) -> None:
    """Write a file so that a reader finds either the old one or the new one, never a part.

    Raises:
        OSError: The folder is missing, full or not writable; then nothing is left behind.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(parts)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
