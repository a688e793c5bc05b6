"""The tables of a ledger file, and the steps that lift an older file to today's."""

import sqlite3
from collections.abc import Sequence

from claims.errors import ClaimsError

APPLICATION = 0x436C6D73  # "Clms": in the header, so that a ledger is known from other databases

FIRST = """
CREATE TABLE readings (
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    model TEXT NOT NULL,
    rule_hash TEXT NOT NULL,
    UNIQUE (version, model, rule_hash)
);
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT NOT NULL,
    outlet TEXT NOT NULL,
    url TEXT NOT NULL,
    event TEXT NOT NULL,
    tied_event TEXT NOT NULL,
    tied_why TEXT NOT NULL,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    original TEXT NOT NULL,
    reading INTEGER NOT NULL REFERENCES readings
);
CREATE INDEX documents_place ON documents (path, name);
CREATE INDEX documents_original ON documents (original);
CREATE TABLE sentences (
    hash INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    PRIMARY KEY (hash, document)
) WITHOUT ROWID;
CREATE INDEX sentences_document ON sentences (document);
CREATE TABLE found (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    place INTEGER NOT NULL,
    published TEXT NOT NULL,
    event TEXT NOT NULL,
    speaker TEXT NOT NULL,
    speaker_role TEXT NOT NULL,
    speaker_country TEXT,
    reporter TEXT NOT NULL,
    stance TEXT NOT NULL,
    sub_stance TEXT NOT NULL,
    target TEXT NOT NULL,
    target_country TEXT,
    topic TEXT NOT NULL,
    mode TEXT NOT NULL,
    words TEXT NOT NULL,
    spans TEXT NOT NULL,
    source TEXT,
    cue TEXT NOT NULL,
    cue_spans TEXT NOT NULL,
    evidence TEXT NOT NULL,
    rules TEXT NOT NULL,
    considered TEXT NOT NULL,
    hedged INTEGER NOT NULL,
    conditional INTEGER NOT NULL,
    historic INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    trust REAL,
    trust_n INTEGER NOT NULL,
    version TEXT NOT NULL,
    pack_hash TEXT NOT NULL,
    reading INTEGER NOT NULL REFERENCES readings,
    bucket INTEGER NOT NULL,
    proposition TEXT NOT NULL
);
CREATE INDEX found_document ON found (document, place);
CREATE INDEX found_bucket ON found (bucket, published);
CREATE INDEX found_proposition ON found (proposition);
CREATE TABLE propositions (
    speaker_country TEXT NOT NULL,
    speaker TEXT NOT NULL,
    stance TEXT NOT NULL,
    target_country TEXT NOT NULL,
    target TEXT NOT NULL,
    claim TEXT NOT NULL REFERENCES found (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    place INTEGER NOT NULL,
    topic TEXT NOT NULL,
    event TEXT NOT NULL,
    published TEXT NOT NULL,
    historic INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    decided INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    plainness TEXT NOT NULL,
    PRIMARY KEY (speaker_country, speaker, stance, target_country, target, topic, claim)
) WITHOUT ROWID;
CREATE UNIQUE INDEX propositions_claim ON propositions (claim);
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    claim TEXT NOT NULL,
    bound TEXT NOT NULL,
    document TEXT NOT NULL,
    speaker TEXT NOT NULL,
    stance TEXT NOT NULL,
    words TEXT NOT NULL,
    changes TEXT NOT NULL,
    note TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    undone_by TEXT NOT NULL DEFAULT '',
    undone_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX decisions_bound ON decisions (bound);
CREATE INDEX decisions_document ON decisions (document);
CREATE VIEW claims AS
    SELECT p.claim AS id, f.document, p.published, p.event, p.speaker, p.speaker_country,
        f.reporter, p.stance, f.sub_stance, p.target, p.target_country, p.topic, f.mode, f.words,
        f.hedged, f.conditional, p.historic, p.uncertain, p.rejected, p.decided, p.sources,
        d.hash AS document_hash, r.version, r.model, r.rule_hash
    FROM propositions p JOIN found f ON f.id = p.claim
        JOIN documents d ON d.id = f.document JOIN readings r ON r.id = f.reading;
"""
"""``found`` is what the rules found and is never changed by a person; ``propositions`` has a row
a claim as it counts: alike finds made one, decisions applied. It can be made again from the rest.
Its key is the order in which it is counted, so that nothing need be sorted.
"""

BY_WHAT_IS_ASKED = """
CREATE INDEX propositions_event ON propositions (event, stance);
CREATE INDEX propositions_topic ON propositions (topic, stance);
CREATE INDEX propositions_target ON propositions (target_country, stance);
"""
"""What a filter names beside the speaker. Without them it is looked for in every row: .2 s more
for a million of them, each time (tests/bench/million.py); they take a fifth more of the file."""

STEPS: tuple[str, ...] = (FIRST, BY_WHAT_IS_ASKED)
"""Step n lifts a file of schema n to schema n + 1. A step that was released is never changed."""


def migrate(db: sqlite3.Connection, path: str, steps: Sequence[str] = STEPS) -> int:
    """Lift a file to the newest schema, each step whole or not at all; return how many were taken.

    Raises:
        ClaimsError: The file was written by a newer version of claims.
    """
    taken = 0
    while (version := schema_version(db)) < len(steps):
        db.execute("BEGIN IMMEDIATE")
        with db:
            if schema_version(db) != version:
                continue  # another process took this step while we waited for the lock
            for statement in statements(steps[version]):
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {version + 1}")
        taken += 1
    refuse_newer(version, path, len(steps))
    return taken


def refuse_newer(version: int, path: str, known: int = len(STEPS)) -> None:
    """Complain about a schema that this claims does not know.

    Raises:
        ClaimsError: The file was written by a newer version of claims.
    """
    if version > known:
        raise ClaimsError(
            f"{path}: a ledger of schema {version}; this claims knows schema {known}\n"
            "  fix: install the claims that wrote it, or a newer one"
        )


def schema_version(db: sqlite3.Connection) -> int:
    """Return the number of steps that a file has taken; 0 for an empty one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def statements(script: str) -> list[str]:
    """Return the statements of a script: ``executescript`` would commit what was begun."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ""
    return found
