"""Tables of articles, one a row: .csv, .tsv, .jsonl and .parquet."""

import csv
import io
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeAlias

from claims.errors import ClaimsError, Unread
from claims.read.dating import day
from claims.read.decoding import LONGEST, checked, encoding_of
from claims.read.fault import ReadError
from claims.read.metadata import Metadata
from claims.read.sources import Source

COLUMNS = ("text", "id", *(field.name for field in fields(Metadata)))
_SAMPLE = 1_000_000  # bytes that tell the encoding of a table
_PATIENCE = 100  # rows without a text, until the table counts as none of articles
_DELIMITERS = ",;\t|"

Row: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Record:
    """One row that holds an article, and the line (from 1) that it ends on."""

    line: int
    id: str
    text: str
    known: Metadata


class _NoTextError(ReadError):
    """A row, or a table, that has no column for the text."""


class Columns:
    """Which column of a table holds a field of ours, where it is not called alike.

    Tables that are called differently may be read together: in one without the column that a
    field is mapped to, the field's own name holds. That no table at all has the column is a slip.
    """

    def __init__(self, given: Mapping[str, str]) -> None:
        """Take field → column.

        Raises:
            ClaimsError: No document has such a field.
        """
        unknown = sorted(set(given) - set(COLUMNS))
        if unknown:
            fix = f"fields are {', '.join(COLUMNS)}"
            raise ClaimsError(f"no field '{unknown[0]}' to map a column to\n  fix: {fix}")
        self._given = given
        self._met: set[str] = set()

    def asked(self, field: str) -> str:
        """Return the column that a reader expects to hold a field."""
        return self._given.get(field, field)

    def of(self, field: str, row: Collection[str]) -> str:
        """Return the column of a table with these columns that holds a field, if any does."""
        mapped = self.asked(field).casefold()
        if mapped not in row:
            return field
        self._met.add(field)
        return mapped

    def unmet(self) -> Iterator[Unread]:
        """Yield the mappings to a column that no table had."""
        for field, column in self._given.items():
            if field not in self._met:
                what = f"no table has a column '{column}'"
                yield Unread(f"{field}={column}", what, "mend the name, or leave the mapping out")


def is_row(raw: bytes) -> bool:
    """Return whether a file begins with a line of JSON."""
    return isinstance(_loaded(raw.lstrip().split(b"\n", 1)[0]), dict)


def is_json(raw: bytes) -> bool:
    """Return whether a file is one JSON object or array, as a whole."""
    return raw.lstrip()[:1] in {b"{", b"["} and isinstance(_loaded(raw), dict | list)


def _loaded(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def records(source: Source, columns: Columns) -> Iterator[Record | Unread]:
    """Yield the rows of a table; a row that cannot be read is named by its line.

    A table about documents (claims, exported or gold) is passed over in a folder of articles.

    Args:
        source: The table.
        columns: Which of its columns hold the fields.

    Raises:
        ReadError: The table as a whole cannot be read, or not to its end.
        OSError: It cannot be opened.
    """
    missing: list[Unread] = []
    any_read = any_row = False
    for line, row in _rows(source, columns):
        any_row = True
        try:
            if isinstance(row, ReadError):
                raise row
            record = _record(line, row, columns)
        except _NoTextError as fault:
            if isinstance(row, dict) and "document" in row and not source.outright:
                return
            missing.append(fault.of(f"{source.path}:{line}"))
            if not any_read and len(missing) == _PATIENCE:
                raise
        except ReadError as fault:
            yield fault.of(f"{source.path}:{line}")
        else:
            yield from missing
            missing, any_read = [], True
            yield record
    if not any_row:
        raise ReadError("no article in this table", "remove it, or put one in each row")
    if missing and not any_read:
        raise ReadError(missing[0].what, missing[0].fix)
    yield from missing


def record_of(line: int, row: Mapping[str, object]) -> Record:
    """Return the document-to-be of a row that has no file: a data frame's.

    Raises:
        ReadError: A column does not hold what it should, or there is no text.
    """
    return _record(
        line, {name.casefold(): _plain(value) for name, value in row.items()}, Columns({})
    )


def _plain(value: object) -> object:
    """Return a value of a data frame as JSON would have it; nothing for its many kinds of none."""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}" if value == value else None  # a NaT is not even itself
    return None if value is None or value != value else value


def _rows(source: Source, columns: Columns) -> Iterator[tuple[int, Row | ReadError]]:
    if source.ending == ".parquet":
        yield from _parquet_rows(source)
        return
    with source.open() as stream:
        encoding = encoding_of(_whole_lines(stream.read(_SAMPLE)))
    is_json = source.ending in {".jsonl", ".ndjson"}
    try:
        with io.TextIOWrapper(source.open(), encoding=encoding, newline="") as text:
            lines = _lines(text)
            yield from _json_rows(lines) if is_json else _csv_rows(lines, columns)
    except UnicodeDecodeError as error:
        what = f"not {encoding.upper()} throughout, as its first lines are"
        raise ReadError(what, "save it again as UTF-8") from error


def _whole_lines(sample: bytes) -> bytes:
    """Leave out a last line that is cut, perhaps within a character."""
    end = sample.rfind(b"\n") + 1
    return sample[:end] if end and len(sample) == _SAMPLE else sample


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    longest = 2 * LONGEST
    first = True
    while line := text.readline(longest):
        if len(line) == longest:
            what = f"a line of more than {longest:,} characters"
            raise ReadError(what, "write one article a line")
        yield line.removeprefix("\ufeff") if first else line
        first = False


def _json_rows(lines: Iterable[str]) -> Iterator[tuple[int, Row | ReadError]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            what = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
            yield number, ReadError(f"not JSON ({what.lower()})", "write one JSON object a line")
            continue
        if isinstance(value, dict):
            yield number, {str(name).casefold(): item for name, item in value.items()}
        else:
            yield number, ReadError("not a JSON object", 'write {"text": "…"} on the line')


def _parquet_rows(source: Source) -> Iterator[tuple[int, Row | ReadError]]:
    """Yield the rows of a Parquet file, a batch in memory at a time."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        fix = "pip install 'stance-ledger[parquet]'"
        raise ReadError("pyarrow is not installed, which reads Parquet", fix) from error
    with source.open() as stream:
        try:
            batches = parquet.ParquetFile(stream).iter_batches(batch_size=256)
            rows = (row for batch in batches for row in batch.to_pylist())
            for number, row in enumerate(rows, 1):
                yield number, {name.casefold(): _plain(value) for name, value in row.items()}
        except pa.ArrowException as error:
            raise ReadError("not Parquet, or damaged", "write it again") from error


def _csv_rows(lines: Iterator[str], columns: Columns) -> Iterator[tuple[int, Row | ReadError]]:
    csv.field_size_limit(LONGEST)
    head = next(lines, "")
    delimiter = max(_DELIMITERS, key=head.count)

    def all_lines() -> Iterator[str]:
        yield head
        yield from lines

    reader = csv.reader(all_lines(), delimiter=delimiter, strict=True)
    header: list[str] = []
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            fix = "put the text in double quotes, and double those within"
            yield reader.line_num, ReadError(f"not a row of CSV ({error})", fix)
            continue
        if row is None:
            return
        if not row:
            continue
        if not header:
            header = [name.strip().casefold() for name in row]
            if columns.of("text", header) not in header:
                yield reader.line_num, dict.fromkeys(header, None)
                return
            _require_one_of_each(header, columns)
        elif len(row) == len(header):
            yield reader.line_num, dict(zip(header, row, strict=True))
        else:
            what = f"{len(row)} columns, where the first line has {len(header)}"
            yield reader.line_num, ReadError(what, "put the text in double quotes")


def _require_one_of_each(header: Sequence[str], columns: Columns) -> None:
    """Complain of two columns for one field: which of them is meant, nobody tells."""
    for column in (columns.of(field, header) for field in COLUMNS):
        if header.count(column) > 1:
            raise ReadError(f"two columns '{column}'", "rename one of them")


def _record(line: int, row: Row, columns: Columns) -> Record:
    """Return a row's document-to-be.

    Raises:
        ReadError: A column does not hold what it should.
    """
    if columns.of("text", row) not in row:
        has = ", ".join(list(row)[:8]) or "no columns"
        column = columns.asked("text")
        raise _NoTextError(
            f"no column '{column}'; it has {has}", "name the column: --map text=COLUMN"
        )
    given = {field: _value(row, columns.of(field, row)) for field in COLUMNS}
    if not given["text"].strip():
        raise ReadError("no text in this row", "remove it, or put the article in")
    published = day(given["published"])
    if given["published"] and published is None:
        raise ReadError(f"'{given['published'][:40]}' is no date", "write it as YYYY-MM-DD")
    known = Metadata(
        title=given["title"],
        outlet=given["outlet"],
        url=given["url"],
        event=given["event"],
        published=published,
    )
    return Record(line, given["id"], given["text"], known)


def _value(row: Row, column: str) -> str:
    value = row.get(column)
    if value is None:
        return ""
    if not isinstance(value, str | int | float):
        raise ReadError(f"'{column}' is no text", "write it as one string")
    text = str(value)
    return checked(text) if text.strip() else ""
