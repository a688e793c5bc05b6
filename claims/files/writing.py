"""Write the claims of a ledger in one format, to files that are whole or not at all."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from claims.files.as_csv import write_csv, write_spreadsheet_csv
from claims.files.as_json import write_json, write_jsonl
from claims.files.as_markdown import write_markdown
from claims.files.content import Content
from claims.files.formats import Format
from claims.files.package import Measured, as_package, package_beside
from claims.files.sheets import facts, of_rows
from claims.files.sink import Sink
from claims.files.whole import whole


def write_file(content: Content, format: Format, path: Path) -> None:
    """Write a file, whole or not at all; with CSV goes its ``datapackage.json``.

    Raises:
        OSError: It cannot be written; then all is as it was.
    """
    if format is not Format.CSV or not _is_place(path):
        with whole(path) as (file,):
            write(content, format, file)
        return
    with whole(path, package_beside(path)) as (file, package):
        measured = Measured(file)
        write_spreadsheet_csv(content.rows, content.columns, measured, content.cells)
        package.write(as_package(path, measured, content))


def _is_place(path: Path) -> bool:
    """Return whether a path is one that a file can lie at, and no pipe or terminal."""
    return path.is_file() or not path.exists()


def write(content: Content, format: Format, file: Sink) -> None:
    """Write to an open file or a pipe; CSV as programs want it, without a mark before it."""
    _WRITERS[format](content, file)


def _xlsx(content: Content, file: Sink) -> None:
    from claims.files.as_xlsx import write_xlsx  # a fifth of a second that others need not cost

    with tempfile.TemporaryFile() as draft:  # its index is written last, and a pipe cannot go back
        sheet = of_rows(content.name, content.rows, content.columns)
        notes = [*facts(content.about), *content.notes]
        write_xlsx([*content.sheets, sheet], notes, draft)
        _copy(draft, file)


def _parquet(content: Content, file: Sink) -> None:
    from claims.files.as_parquet import write_parquet

    with tempfile.TemporaryFile() as draft:
        write_parquet(content.rows, content.columns, content.about, draft)
        _copy(draft, file)


def _copy(draft: IO[bytes], file: Sink) -> None:
    draft.seek(0)
    while part := draft.read(1 << 20):
        file.write(part)


_WRITERS: dict[Format, Callable[[Content, Sink], None]] = {
    Format.CSV: lambda content, file: write_csv(content.rows, content.columns, file, content.cells),
    Format.XLSX: _xlsx,
    Format.JSON: lambda content, file: write_json(content.rows, file),
    Format.JSONL: lambda content, file: write_jsonl(content.rows, file),
    Format.PARQUET: _parquet,
    Format.MD: lambda content, file: write_markdown(content.rows, content.columns, file),
}
