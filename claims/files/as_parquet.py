"""A row a claim as Parquet, for data frames and query engines: typed, compressed, by the batch."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import IO, Any

from claims.errors import ClaimsError
from claims.files.about import About
from claims.files.columns import Column, Kind
from claims.files.row import Row
from claims.files.texts import storable

_BATCH = 5_000  # rows: some 10 MB at a time, and groups that an engine can skip


def require_pyarrow() -> None:
    """Complain where Parquet cannot be written, before any work is done.

    Raises:
        ClaimsError: pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        fix = "pip install 'stance-ledger[parquet]', or take another format"
        raise ClaimsError(f"--format parquet: pyarrow is not installed\n  fix: {fix}") from error


def write_parquet(
    rows: Iterable[Row],
    columns: Sequence[Column],
    about: About,
    file: IO[bytes],
    also: Mapping[str, str] | None = None,
) -> None:
    """Write the rows; each column carries its meaning, the file what it is of, and ``also``."""
    import pyarrow as pa
    from pyarrow import parquet

    told = {"title": "Claims", "kept": about.kept, "version": about.version, **(also or {})}
    schema = pa.schema([_field(pa, column) for column in columns], metadata=told)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            arrays = [
                pa.array([_value(column, row[column.name]) for row in batch], field.type)
                for column, field in zip(columns, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _field(pa: Any, column: Column) -> Any:
    text, span = pa.string(), pa.list_(pa.int64())
    considered = [("rule", text), ("outcome", text), ("evidence", pa.list_(span))]
    source = [("document", text), ("outlet", text), ("published", pa.date32()), ("copy_of", text)]
    types = {
        Kind.TEXT: text,
        Kind.DATE: pa.date32(),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.BOOLEAN: pa.bool_(),
        Kind.TEXTS: pa.list_(text),
        Kind.SPAN: span,
        Kind.SPANS: pa.list_(span),
        Kind.CONSIDERED: pa.list_(pa.struct(considered)),
        Kind.SOURCES: pa.list_(pa.struct(source)),
        Kind.DECISIONS: text,  # JSON: each changes fields of its own
    }
    meaning = {"description": column.meaning}
    return pa.field(column.name, types[column.kind], column.optional, metadata=meaning)


def _value(column: Column, value: Any) -> Any:
    if column.kind is Kind.DATE:
        return date.fromisoformat(value) if value else None
    if column.kind is Kind.DECISIONS:
        return storable(json.dumps(value, ensure_ascii=False))
    if column.kind is Kind.SOURCES:
        return [_source(source) for source in value]
    return _storable(value)


def _source(source: dict[str, Any]) -> dict[str, Any]:
    day = source["published"]
    return {**_storable(source), "published": date.fromisoformat(day) if day else None}


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {name: _storable(item) for name, item in value.items()}
    return value
