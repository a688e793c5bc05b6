"""Read a CSV of claims back: the values that were written, each of its type."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import ClaimsError
from claims.files.as_csv import Cells
from claims.files.columns import COLUMNS, LISTS, Column, Kind
from claims.files.guard import unguarded
from claims.files.package import cells_of

if TYPE_CHECKING:
    from pandas import DataFrame

_LONGEST = 2**31 - 1  # characters of a cell; the module's own 131,072 are too few for our lists
_TRUTHS = {"true": True, "false": False}  # spreadsheets write them in capitals
_COLUMN = {column.name: column for column in COLUMNS}


def read_csv(path: str | Path, cells: Cells | None = None) -> "DataFrame":
    """Return a CSV of claims as a data frame: texts as they were, days, numbers and lists typed.

    Args:
        path: The file; columns that are not ours stay text.
        cells: How it was written, RAW for ``--raw``; None asks the ``datapackage.json`` beside it,
            and without one takes them for GUARDED.

    Raises:
        ClaimsError: It is no CSV of claims.
    """
    import pandas as pd  # half a second that the command line need not cost

    rows = list(read_rows(Path(path), cells))
    frame = pd.DataFrame(rows, columns=None if rows else _header(Path(path)))
    for column in COLUMNS:
        if column.name in frame and column.kind is Kind.DATE:
            frame[column.name] = pd.to_datetime(frame[column.name], format="%Y-%m-%d")
        elif column.name in frame and column.kind is Kind.BOOLEAN:
            frame[column.name] = frame[column.name].astype("boolean")
        elif column.name in frame and column.kind is Kind.INTEGER:
            frame[column.name] = frame[column.name].astype("Int64")
    return frame


def read_rows(path: Path, cells: Cells | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a CSV of claims as they were written, days as ``YYYY-MM-DD``.

    Raises:
        ClaimsError: It is no CSV of claims.
    """
    known = cells or cells_of(path) or Cells.GUARDED
    before = csv.field_size_limit(_LONGEST)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if "id" not in (reader.fieldnames or ()):
                raise ClaimsError(f"{path}: no CSV of claims\n  fix: name one that claims wrote")
            for row in reader:
                if None in row:
                    raise ValueError(f"line {reader.line_num} has more cells than the first")
                yield {name: _value(name, cell or "", known) for name, cell in row.items()}
    except OSError as error:
        raise ClaimsError(f"{path}: cannot be read\n  fix: name a CSV of claims") from error
    except (csv.Error, ValueError, KeyError) as error:
        fix = "write it again with claims export"
        raise ClaimsError(f"{path}: not as it was written: {error}\n  fix: {fix}") from error
    finally:
        csv.field_size_limit(before)


def _header(path: Path) -> list[str]:
    """Return the columns of a CSV that may hold no claim at all."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))


def _value(name: str, cell: str, cells: Cells) -> object:
    text = unguarded(cell) if cells is Cells.GUARDED else cell
    column = _COLUMN.get(name, Column(name, Kind.TEXT, ""))
    if not text and (column.optional or column.kind is not Kind.TEXT):
        return None
    if column.kind in LISTS:
        return json.loads(text)
    if column.kind is Kind.BOOLEAN:
        return _TRUTHS[text.lower()]
    if column.kind is Kind.DATE:
        return date.fromisoformat(text).isoformat()
    if column.kind is Kind.INTEGER:
        return int(text)
    return float(text) if column.kind is Kind.NUMBER else text
