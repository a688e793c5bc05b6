"""Examine a ledger file: is it whole, and does every row lead where it should."""

import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from claims.ledger.gone import gone
from claims.ledger.rows import DOCUMENT, FOUND
from claims.ledger.schema import STEPS, schema_version

_ORPHANS = {
    "claims without a document": (
        "SELECT count(*) FROM found WHERE document NOT IN (SELECT id FROM documents)"
    ),
    "counted claims that were not found": (
        "SELECT count(*) FROM propositions WHERE claim NOT IN (SELECT id FROM found)"
    ),
    "claims that are not counted": (
        "SELECT count(*) FROM found WHERE proposition NOT IN (SELECT claim FROM propositions)"
    ),
    "copies without their original": (
        "SELECT count(*) FROM documents WHERE original NOT IN (SELECT id FROM documents)"
    ),
    "decisions that hold no claim that is there": (
        "SELECT count(*) FROM decisions WHERE bound <> '' AND bound NOT IN (SELECT id FROM found)"
    ),
    "sentences without a document": (
        "SELECT count(*) FROM sentences WHERE document NOT IN (SELECT id FROM documents)"
    ),
}
# What a ledger says, without row numbers, which depend on the order of the work, and without
# paths, which depend on the machine.
_FOUND = [f"found.{column}" for column in FOUND if column != "reading"]
_SAID = [column for column in DOCUMENT if column not in {"path", "name", "reading"}]
_CONTENT = (
    f"SELECT {', '.join(f'documents.{column}' for column in _SAID)}, version, "
    "model, rule_hash FROM documents JOIN readings ON readings.id = reading ORDER BY documents.id",
    f"SELECT {', '.join(_FOUND)}, readings.version, model, rule_hash FROM found "
    "JOIN readings ON readings.id = reading ORDER BY found.id",
    "SELECT * FROM propositions ORDER BY claim",
    "SELECT claim, bound, changes, note, decided_by, undone_by FROM decisions "
    "ORDER BY claim, number",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What an examination found.

    Attributes:
        faults: What is wrong; none for a sound file.
        facts: Name → number or text, in the order to show them.
    """

    faults: tuple[str, ...]
    facts: dict[str, str]


def examine(db: sqlite3.Connection) -> Health:
    """Return what is in a ledger and what is wrong with it."""
    try:
        return Health(faults=tuple(_faults(db)), facts=_facts(db))
    except sqlite3.DatabaseError as error:
        return Health(faults=(f"the file is damaged: {error}",), facts={})


def _faults(db: sqlite3.Connection) -> list[str]:
    faults = [
        f"integrity: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"
    ]
    broken = db.execute("PRAGMA foreign_key_check").fetchall()
    faults += [f"foreign key: a row of {row['table']} points nowhere" for row in broken[:20]]
    for name, query in _ORPHANS.items():
        if number := _one(db, query):
            faults.append(f"{number} {name}")
    return faults


def content(db: sqlite3.Connection) -> str:
    """Return the hash of all that a ledger says; equal for equal content, however it came in."""
    whole = hashlib.sha256()
    for query in _CONTENT:
        for row in db.execute(query):
            whole.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
        whole.update(b"\0")
    return whole.hexdigest()


def _facts(db: sqlite3.Connection) -> dict[str, str]:
    readings = db.execute(
        "SELECT version, model, rule_hash, count(documents.id) AS documents FROM readings "
        "LEFT JOIN documents ON documents.reading = readings.id GROUP BY readings.id"
    ).fetchall()
    facts = {
        "schema": f"{schema_version(db)} of {len(STEPS)}",
        "documents": str(_one(db, "SELECT count(*) FROM documents")),
        "copies": str(_one(db, "SELECT count(*) FROM documents WHERE original <> id")),
        "claims": str(_one(db, "SELECT count(*) FROM propositions")),
        "found": str(_one(db, "SELECT count(*) FROM found")),
        "decisions": str(_one(db, "SELECT count(*) FROM decisions")),
        "waiting": str(_one(db, "SELECT count(*) FROM decisions WHERE bound = ''")),
        "files gone": str(sum(1 for _ in gone(db, [Path("/")]))),
        "content": content(db)[:16],
    }
    for number, row in enumerate(readings, start=1):
        by = f"claims {row['version']}, {row['model']}, rules {row['rule_hash'][:12]}"
        facts[f"reading {number}"] = f"{by}: {row['documents']} documents"
    return facts


def _one(db: sqlite3.Connection, query: str) -> int:
    return int(db.execute(query).fetchone()[0])
