"""The pure function from a data frame of articles to a data frame of claims."""

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import ClaimsError, Unread
from claims.extract.here import read_here
from claims.files.columns import COLUMNS, Kind
from claims.files.row import row
from claims.ledger.asking import Source
from claims.ledger.planning import hash_of
from claims.ledger.provenance import Reading, todays_reading
from claims.ledger.recorded import Recorded
from claims.ledger.rows import day
from claims.model import Claim, Document
from claims.read import row_document

if TYPE_CHECKING:
    import pandas as pd

_OF_LEDGERS = {"rejected", "source_count", "sources", "decisions"}
FRAME = tuple(column for column in COLUMNS if column.name not in _OF_LEDGERS)
"""The columns of a claim that hang on its document alone, as ``claims export`` names them."""

_SPARK = {
    Kind.TEXT: "string",
    Kind.DATE: "date",
    Kind.INTEGER: "bigint",
    Kind.NUMBER: "double",
    Kind.BOOLEAN: "boolean",
    Kind.TEXTS: "array<string>",
    Kind.SPAN: "array<bigint>",
    Kind.SPANS: "array<array<bigint>>",
    Kind.CONSIDERED: "array<struct<rule:string,outcome:string,evidence:array<array<bigint>>>>",
}
SPARK_SCHEMA = ", ".join(f"{column.name} {_SPARK[column.kind]}" for column in FRAME)
"""The schema of what ``extract_frames`` yields, as Spark writes it."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came of some rows.

    Attributes:
        claims: Values by column of ``FRAME``; days as ``YYYY-MM-DD``.
        unread: Rows that hold no article.
    """

    documents: Sequence[Document]
    claims: Sequence[Mapping[str, Any]]
    unread: Sequence[Unread]


def extract_frame(articles: "pd.DataFrame", rules: Sequence[Path] = ()) -> "pd.DataFrame":
    """Return the claims of articles; the same rows give the same claims, wherever they are read.

    Args:
        articles: A row an article: ``text`` and, where known, ``id`` (else its place in the
            frame), ``title``, ``published`` (a day, or its ``YYYY-MM-DD``), ``outlet``, ``url``,
            ``event``. Other columns are passed over.
        rules: Folders of rules laid over ours.

    Returns:
        A row a claim: the columns of ``claims export`` but for those that only a ledger knows
        (sources, decisions). ``published`` is a date, spans are lists ``[start, end]``.

    A row without a text is left out, with a warning that names it.

    Raises:
        ClaimsError: The frame has no column for the text.
        PackError: A rule file cannot be used.
    """
    import pandas as pd

    if "text" not in {str(name).casefold() for name in articles.columns}:
        has = ", ".join(map(str, articles.columns[:8])) or "none"
        fix = 'rename the one that holds it: articles.rename(columns={"body": "text"})'
        raise ClaimsError(f"no column 'text' in the frame, whose columns are {has}\n  fix: {fix}")
    rows = [
        {str(name): value for name, value in row.items()} for row in articles.to_dict("records")
    ]
    found = extract_rows(rows, "frame", 1, tuple(rules))
    for fault in found.unread:
        warnings.warn(str(fault), stacklevel=2)
    columns = {
        column.name: pd.Series([claim[column.name] for claim in found.claims], dtype=object)
        for column in FRAME
    }
    frame = pd.DataFrame(columns)
    frame["published"] = pd.to_datetime(frame["published"]).dt.date.astype(object)
    plain = {c.name: _TYPES[c.kind] for c in FRAME if c.kind in _TYPES}
    return frame.astype(plain)


def extract_frames(
    articles: "Iterable[pd.DataFrame]", rules: Sequence[Path] = ()
) -> "Iterator[pd.DataFrame]":
    """Yield the claims of each frame of articles: what Spark's ``mapInPandas`` calls."""
    for frame in articles:
        yield extract_frame(frame, rules)


def extract_rows(
    rows: Iterable[Mapping[str, object]], table: str, first: int, rules: tuple[Path, ...]
) -> Extracted:
    """Return the documents of rows, and their claims in reading order.

    Args:
        rows: As for ``extract_frame``.
        table: What the table is called, where a row has no id.
        first: Number of the first of these rows in their table.
        rules: Folders of rules laid over ours.
    """
    read = [row_document(row, table, number) for number, row in enumerate(rows, first)]
    documents = [one for one in read if isinstance(one, Document)]
    reading = reading_of(rules)
    claims = [
        _row(claim, document, reading)
        for document, found in read_here(documents, rules)
        for claim in found
    ]
    return Extracted(documents, claims, [one for one in read if isinstance(one, Unread)])


_TYPES = {Kind.INTEGER: "int64", Kind.NUMBER: "float64", Kind.BOOLEAN: "bool"}


def _row(claim: Claim, document: Document, reading: Reading) -> dict[str, Any]:
    own = Source(
        document=document.id,
        outlet=document.outlet,
        published=day(document.published),
        original=document.id,
    )
    recorded = Recorded(
        claim=claim,
        rejected=False,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
        document_hash=hash_of(document),
        read_with=reading,
        sources=[own],
    )
    whole = row(recorded)
    return {column.name: whole[column.name] for column in FRAME}


@cache
def reading_of(rules: tuple[Path, ...]) -> Reading:
    """Return what this process reads with; rules that change while it runs are not seen."""
    return todays_reading(rules)
