"""A corpus in Parquet cut into pieces, and each piece's claims written as a part of a folder.

The folder has ``part-00000-KEY.parquet`` with a row a claim, below ``_documents/`` a file of the
same name with a row a document, and at last ``_claims.json``. The key tells what a part was made
of, so that one that is there need not be made again. Engines pass over names with ``_`` in front.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

from claims.errors import ClaimsError, Unread
from claims.files.about import About
from claims.files.as_parquet import require_pyarrow, write_parquet
from claims.files.columns import Column, Kind
from claims.files.whole import whole
from claims.frames.extracting import FRAME, Extracted, extract_rows, reading_of
from claims.ledger.planning import hash_of
from claims.ledger.provenance import Reading
from claims.ledger.rows import day
from claims.model import Document

DONE = "_claims.json"
_ROWS = 1_000  # articles of one piece, at most
_BATCH = 100  # articles that a worker holds at once

DOCUMENTS = (
    Column("id", Kind.TEXT, "The document."),
    Column("title", Kind.TEXT, "Its title."),
    Column("published", Kind.DATE, "Day it was published.", optional=True),
    Column("outlet", Kind.TEXT, "Who published it."),
    Column("url", Kind.TEXT, "Where it was read, if known."),
    Column("event", Kind.TEXT, "The event that it was given."),
    Column("path", Kind.TEXT, "File and row that it came from."),
    Column("hash", Kind.TEXT, "SHA-256 of it and of what is known of it."),
    Column("text", Kind.TEXT, "All of it."),
)
"""Of a row a document."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows of a corpus that are read together: ``rows`` of a row group, from ``first`` (from 0).

    Attributes:
        number: Of the piece in its corpus, from 0.
        place: Of its first row in the file, from 1.
    """

    number: int
    file: str
    group: int
    first: int
    rows: int
    place: int

    @property
    def told(self) -> str:
        """What a message calls it."""
        return f"{self.file}: rows {self.place} to {self.place + self.rows - 1}"


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a piece; ``unread`` are its faults, as they are told."""

    documents: int
    claims: int
    unread: tuple[str, ...] = ()


def pieces(corpus: Path) -> list[Piece]:
    """Return the pieces of a Parquet file, or of all such files in a folder.

    Raises:
        ClaimsError: There is no such file, or it is not Parquet, or has no column of texts; or
            pyarrow is missing.
    """
    require_pyarrow()
    from pyarrow import ArrowException, parquet

    files = sorted(corpus.glob("*.parquet")) if corpus.is_dir() else [corpus]
    found: list[Piece] = []
    for file in files:
        try:
            opened = parquet.ParquetFile(file)
        except (OSError, ArrowException) as error:
            fix = "name a Parquet file with a row an article, or a folder of such"
            raise ClaimsError(f"{file}: not Parquet, or not to be read\n  fix: {fix}") from error
        metadata = opened.metadata
        _require_text(file, opened.schema_arrow.names)
        place = 1
        for group in range(metadata.num_row_groups):
            rows = metadata.row_group(group).num_rows
            for first in range(0, rows, _ROWS):
                size = min(_ROWS, rows - first)
                found.append(Piece(len(found), str(file), group, first, size, place + first))
            place += rows
    if not found:
        raise ClaimsError(f"{corpus}: no article in it\n  fix: name a Parquet file that has some")
    return found


def _require_text(file: Path, columns: Sequence[str]) -> None:
    if "text" not in map(str.casefold, columns):
        what = f"{file}: no column 'text'; it has {', '.join(columns[:8]) or 'none'}"
        raise ClaimsError(f"{what}\n  fix: write it again with the articles in a column 'text'")


def make(piece: Piece, folder: Path, rules: tuple[Path, ...], reading: Reading) -> Made:
    """Read a piece and write its part; one that is there already stays.

    Raises:
        OSError: The folder cannot be written to.
        PackError: A rule file cannot be used.
        ClaimsError: This worker has other rules, another model or version than ``reading``.
    """
    if (own := reading_of(rules)) != reading:
        what = f"a worker reads with {own.version}, {own.model}, rules {own.rule_hash[:12]}"
        raise ClaimsError(f"{what}\n  fix: install the same claims and rules for all workers")
    part = folder / name_of(piece, reading)
    if part.is_file():
        return _made(part)
    found = _extracted(piece, rules)
    with whole(folder / "_documents" / part.name) as (file,):
        write_parquet(map(_document, found.documents), DOCUMENTS, _about(found), file)
    unread = tuple(map(str, found.unread))
    with whole(part) as (file,):
        write_parquet(found.claims, FRAME, _about(found), file, {"unread": json.dumps(unread)})
    return Made(len(found.documents), len(found.claims), unread)


def finish(folder: Path, corpus: Sequence[Piece], reading: Reading) -> None:
    """Take away what other runs left, and say that all is there.

    Raises:
        OSError: The folder cannot be written to.
    """
    names = [name_of(piece, reading) for piece in corpus]
    for file in (*folder.glob("part-*.parquet"), *folder.glob("_documents/part-*.parquet")):
        if file.name not in names:
            file.unlink()
    told = {"reading": asdict(reading), "parts": names}
    with whole(folder / DONE) as (done,):
        done.write(json.dumps(told, indent=2).encode())


def name_of(piece: Piece, reading: Reading) -> str:
    """Return the name of a piece's part: other content or other rules, and it is another."""
    stat = Path(piece.file).stat()
    known = (*astuple(piece), stat.st_size, stat.st_mtime_ns, *astuple(reading))
    return f"part-{piece.number:05}-{hashlib.sha256(repr(known).encode()).hexdigest()[:12]}.parquet"


def _extracted(piece: Piece, rules: tuple[Path, ...]) -> Extracted:
    documents: list[Document] = []
    claims: list[Mapping[str, Any]] = []
    unread: list[Unread] = []
    place = piece.place
    for rows in _rows(piece):
        found = extract_rows(rows, piece.file, place, rules)
        documents += found.documents
        claims += found.claims
        unread += found.unread
        place += len(rows)
    return Extracted(documents, claims, unread)


def _rows(piece: Piece) -> Iterator[list[dict[str, Any]]]:
    from pyarrow import parquet

    skip, left = piece.first, piece.rows
    batches = parquet.ParquetFile(piece.file).iter_batches(_BATCH, row_groups=[piece.group])
    for batch in batches:
        kept = batch.slice(min(skip, batch.num_rows))
        skip -= batch.num_rows - kept.num_rows
        kept = kept.slice(0, left)
        left -= kept.num_rows
        if kept.num_rows:
            yield kept.to_pylist()
        if not left:
            return


def _made(part: Path) -> Made:
    from pyarrow import parquet

    documents = parquet.read_metadata(part.parent / "_documents" / part.name).num_rows
    metadata = parquet.read_metadata(part)
    unread = json.loads(metadata.metadata[b"unread"])
    return Made(documents, metadata.num_rows, tuple(unread))


def _document(document: Document) -> dict[str, Any]:
    texts = ("id", "title", "outlet", "url", "event", "path", "text")
    known = {name: getattr(document, name) for name in texts}
    return {**known, "published": day(document.published), "hash": hash_of(document)}


def _about(found: Extracted) -> About:
    from claims import __version__

    return About(
        kept="all claims", documents=len(found.documents), version=__version__, read_with=()
    )
