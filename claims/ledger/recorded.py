"""Claims as programs get them: with their document, sources, decisions, and how they were read."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from claims.ledger.asking import EFFECTIVE, Source, effective, matching, sources
from claims.ledger.decisions import Decision, decisions
from claims.ledger.provenance import Reading
from claims.ledger.select import Filter
from claims.model import Claim

_BATCH = 500  # values in one statement; SQLite's old limit is 999
_ROWS = (
    f"SELECT {EFFECTIVE}, p.rejected AS p_rejected, p.sources AS p_sources, "
    "d.hash AS d_hash, d.title AS d_title, d.outlet AS d_outlet, d.url AS d_url, "
    "d.published AS d_published, d.original AS d_original, "
    "r.version AS r_version, r.model AS r_model, r.rule_hash AS r_rule_hash "
    "FROM found f JOIN propositions p ON p.claim = f.id "
    "JOIN documents d ON d.id = f.document JOIN readings r ON r.id = f.reading"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A claim as it counts, and all that the ledger knows of it.

    Attributes:
        title: Of the document that the claim is quoted from; ``outlet`` and ``url`` too.
        sources: Every document that carries the claim, the first published first.
        decisions: What people decided about it, the undone ones too, in their order.
    """

    claim: Claim
    rejected: bool
    title: str
    outlet: str
    url: str
    document_hash: str
    read_with: Reading
    sources: Sequence[Source]
    decisions: Sequence[Decision] = ()


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Let all questions see the ledger at one moment, whoever writes to it meanwhile."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("COMMIT")


def recorded(db: sqlite3.Connection, wanted: Filter) -> Iterator[Recorded]:
    """Yield the claims that a filter keeps, by document and place."""
    return _recorded(db, wanted, "p.rejected = 0")


def recorded_all(db: sqlite3.Connection, wanted: Filter) -> Iterator[Recorded]:
    """Yield the claims that a filter keeps, those too that were rejected by decision."""
    return _recorded(db, wanted, "1")


def readings(db: sqlite3.Connection) -> list[Reading]:
    """Return what the documents were read with, each combination once."""
    query = (
        "SELECT version, model, rule_hash FROM readings r WHERE EXISTS "
        "(SELECT 1 FROM documents d WHERE d.reading = r.id) ORDER BY 1, 2, 3"
    )
    return [Reading(*row) for row in db.execute(query)]


def _recorded(db: sqlite3.Connection, wanted: Filter, also: str) -> Iterator[Recorded]:
    where, values = matching(db, wanted)
    decided = _decided(db)
    # The keys are sorted first and the wide rows fetched after, some at a time: SQLite would sort
    # all the wide rows before it gave the first.
    query = f"SELECT p.claim FROM propositions p WHERE {also} AND {where}"
    chosen = db.execute(f"{query} ORDER BY p.document, p.place", values)
    while keys := [key for (key,) in chosen.fetchmany(_BATCH)]:
        marks = ", ".join("?" * len(keys))
        rows = db.execute(f"{_ROWS} WHERE f.id IN ({marks}) ORDER BY f.document, f.place", keys)
        for row in rows.fetchall():
            yield _of_row(db, row, decided)


def _of_row(
    db: sqlite3.Connection, row: sqlite3.Row, decided: Mapping[str, Sequence[Decision]]
) -> Recorded:
    return Recorded(
        claim=effective(row),
        rejected=bool(row["p_rejected"]),
        title=row["d_title"],
        outlet=row["d_outlet"],
        url=row["d_url"],
        document_hash=row["d_hash"],
        read_with=Reading(row["r_version"], row["r_model"], row["r_rule_hash"]),
        sources=_sources(db, row),
        decisions=decided.get(row["id"], ()),
    )


def _sources(db: sqlite3.Connection, row: sqlite3.Row) -> Sequence[Source]:
    if row["p_sources"] > 1:
        return sources(db, row["id"])
    known = {name: row[f"d_{name}"] for name in ("outlet", "published", "original")}
    return [Source(document=row["document"], **known)]


def _decided(db: sqlite3.Connection) -> dict[str, list[Decision]]:
    """Return all decisions by the claim that stands for those that say the same."""
    found: dict[str, list[Decision]] = defaultdict(list)
    query = "SELECT proposition FROM found WHERE id = ?"
    for made in decisions(db):
        row = db.execute(query, (made.bound or made.claim,)).fetchone()
        found[row["proposition"] if row else made.claim].append(made)
    return found
