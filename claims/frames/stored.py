"""A folder of claims in Parquet as a ledger, so that every command reads it."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from claims.errors import ClaimsError
from claims.frames.parts import DONE
from claims.ledger.adding import Found
from claims.ledger.provenance import Reading
from claims.ledger.running import run
from claims.model import Claim, Considered, Document, Mode, Span
from claims.read import blocks

_SPANS = {"spans", "cue_spans", "evidence"}


def load(db: sqlite3.Connection, folder: Path) -> None:
    """Put the documents and claims of a folder into a ledger.

    Raises:
        ClaimsError: The folder is not whole, or pyarrow is missing.
    """
    from claims.files.as_parquet import require_pyarrow

    require_pyarrow()
    try:
        told = json.loads((folder / DONE).read_bytes())
        reading = Reading(**told["reading"])
        names = list(told["parts"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        fix = "run the same claims track --engine dask again; what is done stays"
        raise ClaimsError(f"{folder}: not all of its parts are there\n  fix: {fix}") from error
    for name in names:
        documents = [_document(row) for row in _rows(folder / "_documents" / name)]
        claims: dict[str, list[Claim]] = {document.id: [] for document in documents}
        for row in _rows(folder / name):
            claims[row["document"]].append(_claim(row))
        run(db, documents, _Known(documents, claims), reading)


class _Known:
    """The function from documents to claims that were found before."""

    def __init__(
        self, documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]
    ) -> None:
        self._claims = {document.path: claims[document.id] for document in documents}

    def __call__(self, documents: Iterable[Document]) -> Iterator[Found]:
        for document in documents:
            known = self._claims[document.path]
            yield document, [replace(claim, document=document.id) for claim in known]


def _rows(part: Path) -> Iterator[dict[str, Any]]:
    from pyarrow import ArrowException, parquet

    try:
        for batch in parquet.ParquetFile(part).iter_batches(1_000):
            yield from batch.to_pylist()
    except (OSError, ArrowException) as error:
        fix = "take the folder away, and run claims track --engine dask again"
        raise ClaimsError(f"{part}: missing or damaged\n  fix: {fix}") from error


def _document(row: Mapping[str, Any]) -> Document:
    known = {field.name: row[field.name] for field in fields(Document) if field.name in row}
    known["path"] = os.path.abspath(row["path"])
    return Document(**known, blocks=blocks(row["text"]))


def _claim(row: Mapping[str, Any]) -> Claim:
    known: dict[str, Any] = {f.name: row[f.name] for f in fields(Claim) if f.name in row}
    known |= {name: _spans(known[name]) for name in _SPANS}
    known["source"] = Span(*known["source"]) if known["source"] else None
    known["mode"] = Mode(known["mode"])
    known["rules"] = tuple(known["rules"])
    known["considered"] = tuple(
        Considered(rule=one["rule"], outcome=one["outcome"], evidence=_spans(one["evidence"]))
        for one in known["considered"]
    )
    return Claim(**known)


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)
