"""Which documents are to be read: the new, the changed, and on demand those of older rules."""

import os
import re
import sqlite3
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from claims.ledger.provenance import Reading
from claims.ledger.rows import document_hash, document_of
from claims.model import Document

WHOLE = 5_000_000  # characters that are read together: as many as a thousand articles have

_READ = "FROM documents d JOIN readings r ON r.id = d.reading"
_TODAY = "(r.version = ? AND r.model = ? AND r.rule_hash = ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A document to be read, with the id that it shall have in the ledger.

    Attributes:
        name: The id that it was read under; with its path, where it is found again.
        replaces: Hash of what stands under its id; "" for a new document.
    """

    document: Document
    name: str
    hash: str
    replaces: str = ""

    @property
    def same_text(self) -> bool:
        """Return whether it is only read again, and not changed."""
        return self.hash == self.replaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run has to do.

    Attributes:
        unchanged: Documents that are there, read with the rules of today.
        outdated: Documents that are there, read with other rules; they stay as they are.
    """

    planned: tuple[Planned, ...]
    unchanged: int = 0
    outdated: int = 0


def plan(
    db: sqlite3.Connection,
    documents: Sequence[Document],
    reading: Reading,
    run: Container[str] = (),
) -> Plan:
    """Return what is new or changed of some documents; the order they come in does not matter.

    Args:
        db: The ledger.
        documents: All documents of a run, or a part of them.
        reading: What they are read with.
        run: The hashes of all documents of the run, if these are a part of them.
    """
    given = _given(documents)
    known = {hash: row["today"] for hash in given if (row := _stored(db, hash, reading))}
    new = {hash: document for hash, document in given.items() if hash not in known}
    return Plan(
        planned=tuple(_named(db, new, run or given)),
        unchanged=sum(known.values()),
        outdated=len(known) - sum(known.values()),
    )


def plan_again(
    db: sqlite3.Connection,
    documents: Sequence[Document],
    reading: Reading,
    run: Container[str] = (),
) -> Plan:
    """Return what is new or changed, and what was read with other rules than today's."""
    first = plan(db, documents, reading, run)
    given = _given(documents)
    known = ((row, given[hash]) for hash in given if (row := _stored(db, hash, reading)))
    again = [_again(db, row["id"], document) for row, document in known if not row["today"]]
    return Plan(planned=(*first.planned, *again), unchanged=first.unchanged)


def outdated(
    db: sqlite3.Connection, reading: Reading, most: int, whole: int = WHOLE
) -> Iterator[list[str]]:
    """Yield the ids of documents of a ledger that were read with other rules than today's.

    They come ``most`` at a time; fewer as soon as their texts have ``whole`` letters.
    """
    columns = "d.id, length(d.text) AS letters"
    query = f"SELECT {columns} {_READ} WHERE NOT {_TODAY} ORDER BY d.id"
    part: list[str] = []
    size = 0
    for row in db.execute(query, astuple(reading)).fetchall():
        part.append(row["id"])
        size += row["letters"]
        if len(part) == most or size >= whole:
            yield part
            part, size = [], 0
    if part:
        yield part


def plan_of(db: sqlite3.Connection, ids: Sequence[str]) -> Plan:
    """Return the plan to read documents of a ledger again."""
    return Plan(planned=tuple(_again(db, id) for id in ids))


def _given(documents: Sequence[Document]) -> dict[str, Document]:
    """Return documents by hash, by name; of two of one hash the first by name."""
    known: dict[str, Document] = {}
    for document in sorted(documents, key=_order):
        known.setdefault(hash_of(document), document)
    return known


def place_of(document: Document) -> str:
    """Return where a document lies, as seen from any folder; "" if it came through a pipe."""
    piped = document.path.partition(":")[0] in {"", "-"} or document.path.startswith("<")
    return "" if piped else os.path.abspath(document.path)


def _named(
    db: sqlite3.Connection, new: Mapping[str, Document], run: Container[str]
) -> list[Planned]:
    """Give new documents their ids: that of what they replace, else their file's own name."""
    taken: set[str] = set()
    planned = []
    for hash, document in new.items():
        found = replace(document, path=place_of(document))
        older = _replaced(db, found) if found.path and not _counted(found) else None
        if older and older["hash"] not in run and older["id"] not in taken:
            id, replaces = older["id"], older["hash"]
        else:
            id, replaces = own_name(document), ""
            if id in taken or _stands(db, id):
                id = f"{id}-{hash[:6]}"
        taken.add(id)
        one = Planned(
            document=replace(found, id=id), name=document.id, hash=hash, replaces=replaces
        )
        planned.append(one)
    return planned


def _order(document: Document) -> tuple[str, str]:
    return own_name(document), hash_of(document)


def hash_of(document: Document) -> str:
    """Return the hash by which a document is known again."""
    return document_hash(document, own_name(document))


def own_name(document: Document) -> str:
    """Return a document's id without the number that one run gave to its second of a name."""
    stem = Path(document.path).stem
    numbered = re.fullmatch(r"(.+)-\d+", document.id)
    again = numbered and numbered[1] == stem and not _counted(document)
    return stem if again else document.id


def _counted(document: Document) -> bool:
    """Return whether it is a row known by its line alone: another day, that is another row."""
    line = re.search(r":(\d+)$", document.path)
    return bool(line and document.id.endswith(f"-{line[1]}"))


def _replaced(db: sqlite3.Connection, document: Document) -> sqlite3.Row | None:
    query = "SELECT id, hash FROM documents WHERE path = ? AND name = ? ORDER BY id"
    row: sqlite3.Row | None = db.execute(query, (document.path, document.id)).fetchone()
    return row


def _stands(db: sqlite3.Connection, id: str) -> bool:
    return db.execute("SELECT 1 FROM documents WHERE id = ?", (id,)).fetchone() is not None


def _stored(db: sqlite3.Connection, hash: str, reading: Reading) -> sqlite3.Row | None:
    """Return the id of what the ledger has under a hash, and whether it was read as today."""
    query = f"SELECT d.id, {_TODAY} AS today {_READ} WHERE d.hash = ?"
    row: sqlite3.Row | None = db.execute(query, (*astuple(reading), hash)).fetchone()
    return row


def _again(db: sqlite3.Connection, id: str, given: Document | None = None) -> Planned:
    row = db.execute("SELECT * FROM documents WHERE id = ?", (id,)).fetchone()
    # A file at hand may be cut into blocks otherwise than when it was stored.
    known = given or replace(document_of(row), event=row["event"])
    document = replace(known, id=id, path=row["path"])
    return Planned(document=document, name=row["name"], hash=row["hash"], replaces=row["hash"])
