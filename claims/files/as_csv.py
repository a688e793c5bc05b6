"""A row a claim as CSV, for spreadsheets and for programs.

Lists stand as JSON in their cell; what is not known is empty; truth values are ``true`` and
``false``. ``pandas.read_csv(path, dtype=str, keep_default_na=False)`` keeps every code as it is
(``NO`` is Norway, ``NA`` Namibia, ``010`` not ten); ``from_csv`` also undoes what ``Cells.GUARDED``
did and gives every value its type.
"""

import csv
import io
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from enum import StrEnum

from claims.files.columns import Column
from claims.files.guard import guarded
from claims.files.row import Row
from claims.files.sink import Sink
from claims.files.texts import storable


class Cells(StrEnum):
    """What stands in cells that a spreadsheet would take for a formula."""

    GUARDED = "guarded"  # the text behind an apostrophe
    RAW = "raw"  # the text as it is


def write_csv(rows: Iterable[Row], columns: Sequence[Column], file: Sink, cells: Cells) -> None:
    """Write a heading and the rows, in UTF-8."""
    names = [column.name for column in columns]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name], cells) for name in names])
        file.write(text.getvalue().encode())
        text.seek(0)
        text.truncate()
    file.write(text.getvalue().encode())


def write_spreadsheet_csv(
    rows: Iterable[Row], columns: Sequence[Column], file: Sink, cells: Cells
) -> None:
    """Write CSV behind the mark that tells spreadsheets it is UTF-8 (``utf-8-sig``)."""
    file.write(BOM_UTF8)
    write_csv(rows, columns, file, cells)


def _cell(value: object, cells: Cells) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        return value  # the writer leaves the cell of None empty
    text = storable(value)
    return guarded(text) if cells is Cells.GUARDED else text
