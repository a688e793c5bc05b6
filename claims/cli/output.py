"""Where a command's answer goes: standard output, or a file that is written whole or not at all."""

import errno
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from claims.cli.repeat import note
from claims.errors import ClaimsError
from claims.ledger.asking import Count

if TYPE_CHECKING:
    import sqlite3

    from claims.files.as_csv import Cells
    from claims.files.content import Content
    from claims.files.sink import Sink
    from claims.ledger.select import Filter

Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file, whole or not at all.")
]
Raw = Annotated[
    bool, typer.Option("--raw", help="CSV as the texts are, with what spreadsheets would run.")
]
_WRITABLE = "name a file in a folder you may write to"


def send(parts: Iterable[str], output: Path | None, option: str = "--output") -> None:
    """Write a text part by part.

    Raises:
        ClaimsError: The file that ``option`` names cannot be written.
    """
    from claims.files.whole import whole

    if output is None:
        for part in note(parts):
            sys.stdout.write(_printable(part))
        sys.stdout.flush()
        return
    with _writing(output, option), whole(output) as (file,):
        for part in parts:
            file.write(part.encode("utf-8", "replace"))


def require(format: str, output: Path | None, sources: Sequence[Path]) -> None:
    """Complain of a file that could not or should not be written, before the work is done.

    Raises:
        ClaimsError: The format is none for a terminal, or asks for what is not installed; or the
            file is what is read, or a ledger.
    """
    from claims.files.formats import BINARY

    if output is not None and output.exists():
        _keep(output, "--output")
        if any(path.exists() and path.samefile(output) for path in sources if path.is_file()):
            fix = "name another file"
            raise ClaimsError(f"--output '{output}' is what is read\n  fix: {fix}")
    if format in BINARY and output is None and sys.stdout.isatty():
        fix = f"add -o claims.{format}"
        raise ClaimsError(f"--format {format}: not for a terminal\n  fix: {fix}")
    if format == "parquet":
        from claims.files.as_parquet import require_pyarrow

        require_pyarrow()


def deliver(content: "Content", format: str, output: Path | None) -> None:
    """Write claims to a file, or to standard output: in UTF-8, whatever the terminal says.

    Raises:
        ClaimsError: The file cannot be written.
    """
    from claims.files.formats import Format
    from claims.files.writing import write, write_file

    if output is not None:
        with _writing(output, "--output"):
            write_file(content, Format(format), output)
        return
    write(content, Format(format), _sink(sys.stdout))
    sys.stdout.flush()


def deliver_claims(
    gather: "Callable[[sqlite3.Connection, Filter, Cells], Content]",
    db: "sqlite3.Connection",
    keep: "Filter",
    format: str,
    output: Path | None,
    raw: bool,
    *,
    view: str = "stance",
    count: Count = Count.CLAIMS,
) -> None:
    """Write the claims that ``gather`` finds in a ledger, all as they stand at one moment.

    In a spreadsheet the tables of ``view`` stand before them.

    Raises:
        ClaimsError: The file cannot be written, or there is no such view.
    """
    from claims.files.gathering import with_tables
    from claims.ledger.recorded import snapshot
    from claims.tables import read_view

    with snapshot(db):
        content = gather(db, keep, cells(raw))
        if format == "xlsx":
            content = with_tables(content, db, keep, read_view(view), count)
        deliver(content, format, output)


def cells(raw: bool) -> "Cells":
    """Return how the cells of CSV are written."""
    from claims.files.as_csv import Cells

    return Cells.RAW if raw else Cells.GUARDED


def _keep(output: Path, option: str) -> None:
    """Refuse to write over a ledger, which holds what people decided."""
    from claims.ledger import is_ledger

    if is_ledger(output):
        raise ClaimsError(f"{option} '{output}' is a ledger\n  fix: name another file")


@contextmanager
def _writing(output: Path, option: str) -> Iterator[None]:
    _keep(output, option)
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        fix = "make room, or name a file elsewhere" if full else _WRITABLE
        what = f"{option}: cannot write '{output}': {(error.strerror or '').lower()}"
        raise ClaimsError(f"{what}\n  fix: {fix}") from error


def _printable(text: str) -> str:
    """Return a text of which standard output can show every character; "?" for the others."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def _sink(stream: TextIO) -> "Sink":
    """Return what takes the bytes of a stream."""
    from claims.files.texts import lines_visible

    if stream.isatty():
        return _Characters(stream, lambda text: _printable(lines_visible(text)))
    stream.flush()
    # A notebook's or a test's stream may have no bytes below its characters.
    return stream.buffer if hasattr(stream, "buffer") else _Characters(stream, str)


class _Characters:
    """A stream of characters that takes bytes, each part of whole characters."""

    def __init__(self, stream: TextIO, shown: Callable[[str], str]) -> None:
        self._stream = stream
        self._shown = shown

    def write(self, part: bytes) -> int:
        """Write a part."""
        self._stream.write(self._shown(part.decode()))
        return len(part)
