"""Open a ledger file, and tell what is wrong with it in words that say what to do."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from claims.errors import ClaimsError
from claims.ledger.schema import APPLICATION, STEPS, migrate, refuse_newer, schema_version

_READER, _WRITER = 64, 8  # MiB of pages in memory; 100,000 claims are kept as fast with 8 as 64
PATIENCE = 10.0  # seconds to wait for another writer before saying so
_MAGIC = b"SQLite format 3\0"
_FAULTS = (
    ("locked", "another writer holds it", "wait until it is done, and run the command again"),
    ("is full", "the disk is full", "make room; what was committed is safe, so run it again"),
    ("readonly", "it may not be written to", "name a file in a folder you may write to"),
    ("unable to open", "it cannot be opened", "name a file in a folder that you may write to"),
    ("not a database", "not a ledger: no SQLite file", "name a file that claims track wrote"),
    ("malformed", "the file is damaged", "restore a copy, or track the articles into a new file"),
    ("disk i/o", "the disk fails to read or write", "check the disk, then run claims doctor"),
)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a ledger that exists, to read it; writers are not kept waiting.

    Raises:
        ClaimsError: There is no such file, it is no ledger, or it cannot be read.
    """
    _refuse_folder(path)
    if not path.is_file():
        raise ClaimsError(f"{path}: no such file\n  fix: make one: claims track … --ledger {path}")
    with faults(path):
        older = _peek(path)
        # An older file is lifted first, which takes the right to write.
        with closing(_connection(path, _readable(path), pages=_READER)) as db:
            if older:
                migrate(db, str(path))
            db.execute("PRAGMA query_only = 1")
            yield db


@contextmanager
def writing(path: Path, *, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
    """Open a ledger to write to it; it is made if there is none.

    Raises:
        ClaimsError: It is no ledger, or cannot be written to, or another writer holds it.
    """
    _refuse_folder(path)
    with faults(path):
        if path.exists() and path.stat().st_size:
            _peek(path)
        elif not path.parent.is_dir():
            raise ClaimsError(f"{path}: no such folder\n  fix: make the folder first")
        with closing(_connection(path, "rwc", patience)) as db:
            db.execute("PRAGMA journal_mode = WAL")
            migrate(db, str(path))
            yield db


@contextmanager
def in_memory() -> Iterator[sqlite3.Connection]:
    """Open a ledger that is gone when it is closed; a large one lies in a temporary file."""
    place = Path("a temporary file")
    with faults(place), closing(_prepared(sqlite3.connect("", isolation_level=None))) as db:
        db.execute("PRAGMA journal_mode = MEMORY")  # or each commit writes one more file
        migrate(db, str(place))
        yield db


@contextmanager
def change(db: sqlite3.Connection) -> Iterator[None]:
    """Make one change whole or not at all, with the right to write taken at its beginning."""
    db.execute("BEGIN IMMEDIATE")
    with db:
        yield


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        fix = "name a file; articles become one by claims track FOLDER --ledger FILE"
        raise ClaimsError(f"{path}: a folder, and no ledger\n  fix: {fix}")


def is_ledger(path: Path) -> bool:
    """Return whether a file is an SQLite file, as its first bytes tell."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into what is wrong and how to mend it."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = str(error).lower()
        for mark, what, fix in _FAULTS:
            if mark in said:
                raise ClaimsError(f"{path}: {what}\n  fix: {fix}") from error
        raise


def _peek(path: Path) -> bool:
    """Return whether a file is of an older schema; complain if it is no ledger."""
    with closing(_connection(path, _readable(path))) as db:
        [(mark,)] = db.execute("PRAGMA application_id")
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        version = schema_version(db)
    if mark != APPLICATION and tables:
        raise ClaimsError(
            f"{path}: an SQLite file, but no ledger\n  fix: name a file that claims track wrote"
        )
    refuse_newer(version, str(path))
    return version < len(STEPS)


def _readable(path: Path) -> str:
    # A reader of a WAL file makes files beside it, and only who may write takes them away again.
    # Where the folder forbids them, no writer is at work either: the file is carved in stone.
    if os.access(path.parent, os.W_OK):
        return "rw" if os.access(path, os.W_OK) else "ro"
    return "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"


def _connection(
    path: Path, mode: str, patience: float = PATIENCE, pages: int = _WRITER
) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    db = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None)
    return _prepared(db, pages)


def _prepared(db: sqlite3.Connection, pages: int = _WRITER) -> sqlite3.Connection:
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = 1")
    db.execute(f"PRAGMA cache_size = -{pages * 1024}")
    return db
