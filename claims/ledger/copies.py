"""Wire copies: the same article, in several outlets, cut or with another first paragraph."""

import re
import sqlite3
from collections.abc import Iterator, Sequence

from claims.ledger.alike import families, normalised, number
from claims.model import BlockKind, Document

SHARED = 0.6  # of the shorter one's sentences
_FEW = 3  # sentences; shorter texts must have the same ones
_LONG = 5  # words: shorter sentences ("He declined to comment.") stand in any article

_OUTLETS_OWN = frozenset({BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.BOILERPLATE})
_END = re.compile(r"(?<=[.!?”\"])\s+")


def sentences(document: Document) -> set[int]:
    """Return the hashes of a document's sentences, but for what each outlet writes itself."""
    texts = [
        block.span.of(document.text) for block in document.blocks if block.kind not in _OUTLETS_OWN
    ]
    cut = (normalised(part) for text in texts for part in _END.split(text))
    return {number(words) for words in cut if words.count(" ") + 1 >= _LONG}


def remember(db: sqlite3.Connection, document: Document) -> None:
    """Keep a document's sentences, to be compared with those of others; inside a change."""
    rows = [(sentence, document.id) for sentence in sorted(sentences(document))]
    db.executemany("INSERT INTO sentences (hash, document) VALUES (?, ?)", rows)


def part_copies(db: sqlite3.Connection, document: str) -> list[str]:
    """Take a family of copies apart before one of it goes; return the others, to be tied anew."""
    family = "(SELECT original FROM documents WHERE id = ?)"
    rows = db.execute(f"SELECT id FROM documents WHERE original = {family}", (document,)).fetchall()
    others = [row["id"] for row in rows if row["id"] != document]
    db.executemany("UPDATE documents SET original = id WHERE id = ?", [(id,) for id in others])
    return others


def tie_copies(db: sqlite3.Connection, documents: Sequence[str]) -> None:
    """Give documents that are copies the same original: the first published; inside a change."""
    pairs = [
        (_original(db, document), _original(db, copy))
        for document in documents
        for copy in _copies(db, document)
    ]
    for labels in families(pairs):
        marks = ", ".join("?" * len(labels))
        known = tuple(sorted(labels))
        first = db.execute(
            f"SELECT id FROM documents WHERE original IN ({marks}) "
            "ORDER BY published = '', published, id LIMIT 1",
            known,
        ).fetchone()["id"]
        db.execute(
            f"UPDATE documents SET original = ? WHERE original IN ({marks})", (first, *known)
        )


def _original(db: sqlite3.Connection, document: str) -> str:
    query = "SELECT original FROM documents WHERE id = ?"
    return str(db.execute(query, (document,)).fetchone()["original"])


def _copies(db: sqlite3.Connection, document: str) -> Iterator[str]:
    shared = db.execute(
        "SELECT theirs.document AS copy, count(*) AS shared FROM sentences ours "
        "JOIN sentences theirs ON theirs.hash = ours.hash AND theirs.document <> ours.document "
        "WHERE ours.document = ? GROUP BY theirs.document",
        (document,),
    ).fetchall()
    ours = _size(db, document)
    for row in shared:
        theirs = _size(db, row["copy"])
        shorter = min(ours, theirs)
        enough = row["shared"] >= max(_FEW, SHARED * shorter)
        if enough or row["shared"] == ours == theirs:
            yield row["copy"]


def _size(db: sqlite3.Connection, document: str) -> int:
    query = "SELECT count(*) FROM sentences WHERE document = ?"
    return int(db.execute(query, (document,)).fetchone()[0])
