"""Put documents and what was found in them into a ledger file, batch by batch."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from claims.errors import Unread
from claims.ledger.alike import bucket
from claims.ledger.changes import Change, changes
from claims.ledger.copies import part_copies, remember, tie_copies
from claims.ledger.decisions import rebind
from claims.ledger.opening import change
from claims.ledger.planning import Planned
from claims.ledger.propositions import regroup, remove
from claims.ledger.provenance import Reading, reading_id
from claims.ledger.rows import DOCUMENT, FOUND, claim_of, claim_row, document_row, insertion
from claims.model import Claim, Document

BATCH = 20  # documents of one commit: what a killed run may have to read again
_TOLD = 1_000  # changed claims that are held in memory to be told

Found: TypeAlias = "tuple[Document, Sequence[Claim] | Unread]"
Extract: TypeAlias = Callable[[Iterable[Document]], Iterator[Found]]


@dataclass(slots=True)
class Added:
    """What a run has put into a ledger so far.

    Attributes:
        changes: Of documents that were read before; the first thousand of a run.
        changed: How many claims were gained, lost and relabelled in all.
        unread: Documents that could not be kept.
    """

    documents: int = 0
    claims: int = 0
    changes: list[Change] = field(default_factory=list)
    changed: Counter[str] = field(default_factory=Counter)
    unread: list[Unread] = field(default_factory=list)

    def note(self, found: Sequence[Change]) -> None:
        """Count changes, and hold them to be told as long as they are few."""
        self.changed.update(change.kind for change in found)
        self.changes += found[: max(0, _TOLD - len(self.changes))]


def add(
    db: sqlite3.Connection,
    planned: Sequence[Planned],
    extract: Extract,
    reading: Reading,
    *,
    batch: int = BATCH,
    added: Added | None = None,
) -> Iterator[Added]:
    """Read planned documents and keep them; yield what is kept after each commit.

    Reading is done outside the changes, so that others may write meanwhile. ``added`` is what an
    earlier part of the run has put there.
    """
    added = added or Added()
    plan = {one.document.id: one for one in planned}
    kept = []
    for one in planned:
        if fault := _unkeepable(one.document):
            added.unread.append(fault)
        else:
            kept.append(one.document)
    read = iter(extract(kept))
    while some := list(islice(read, batch)):
        whole = []
        for document, claims in some:
            if isinstance(claims, Unread):
                added.unread.append(claims)
            else:
                whole.append((plan[document.id], claims))
        with change(db):
            _add_batch(db, whole, reading, added)
        yield added
    if not kept:
        yield added


def _add_batch(
    db: sqlite3.Connection,
    batch: Sequence[tuple[Planned, Sequence[Claim]]],
    reading: Reading,
    added: Added,
) -> None:
    number = reading_id(db, reading)
    alone: list[str] = []
    untied: list[str] = []
    for planned, claims in batch:
        if _overtaken(db, planned, number, added):
            continue
        document = planned.document
        before = _claims(db, document.id) if planned.replaces else []
        if planned.replaces:
            untied += part_copies(db, document.id)
            alone += remove(db, document.id)
        ids = _insert(db, planned, claims, number)
        if planned.replaces:
            after = _claims(db, document.id)
            rebind(db, document.id, before, after)
            added.note(changes(before, after, same_text=planned.same_text))
        alone += ids
        untied.append(document.id)
        added.documents += 1
        added.claims += len(ids)
    regroup(db, _existing(db, "found", alone))
    tie_copies(db, _existing(db, "documents", untied))


def _insert(
    db: sqlite3.Connection, planned: Planned, claims: Sequence[Claim], reading: int
) -> list[str]:
    document = planned.document
    row = document_row(document, planned.hash, planned.name, reading)
    db.execute(insertion("documents", DOCUMENT), row)
    remember(db, document)
    ids: dict[str, None] = {}  # in their order
    rows = []
    for place, claim in enumerate(claims):
        id = _free(db, claim.id, ids)
        ids[id] = None
        values = claim_row(claim, place, reading, bucket(claim))
        rows.append((id, *values[1:-1], id))
    db.executemany(insertion("found", FOUND), rows)
    return list(ids)


def _free(db: sqlite3.Connection, id: str, taken: Container[str]) -> str:
    """Return a claim's id; with a number if another claim of 48 equal bits was there before."""
    free, number = id, 1
    while free in taken or db.execute("SELECT 1 FROM found WHERE id = ?", (free,)).fetchone():
        number += 1
        free = f"{id}-{number}"
    return free


def _overtaken(db: sqlite3.Connection, planned: Planned, reading: int, added: Added) -> bool:
    """Return whether another writer was faster, with the same document or with its name."""
    query = "SELECT id, hash, reading FROM documents WHERE id = ? OR hash = ?"
    rows = db.execute(query, (planned.document.id, planned.hash)).fetchall()
    if any(row["hash"] == planned.hash for row in rows):
        return not planned.same_text or any(row["reading"] == reading for row in rows)
    if any(row["hash"] != planned.replaces for row in rows):
        path = planned.document.path or planned.name
        added.unread.append(Unread(path, "another writer took its name", "run it once more"))
        return True
    return False


def _claims(db: sqlite3.Connection, document: str) -> list[Claim]:
    query = "SELECT * FROM found WHERE document = ? ORDER BY place"
    return [claim_of(row) for row in db.execute(query, (document,))]


def _existing(db: sqlite3.Connection, table: str, ids: Iterable[str]) -> list[str]:
    """Return the ids that are still there, each once, in order."""
    query = f"SELECT 1 FROM {table} WHERE id = ?"
    return [id for id in sorted(set(ids)) if db.execute(query, (id,)).fetchone()]


def _unkeepable(document: Document) -> Unread | None:
    try:
        "".join((document.text, document.title, document.outlet, document.url)).encode()
    except UnicodeEncodeError:
        fix = "convert it to UTF-8 first"
        return Unread(document.path or document.id, "half a character (a lone surrogate)", fix)
    return None
