"""Claims of documents that were read before, kept in a file of the user's cache folder."""

import functools
import hashlib
import json
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from claims.cached import cache_folder
from claims.ledger.provenance import Reading
from claims.ledger.rows import FOUND, claim_of, claim_row
from claims.model import Claim, Document

LARGEST = 256 * 2**20  # bytes of all that is kept; then what was used longest ago goes
RULES = "rules"  # the folder beside it in which rulebooks are kept
_KEEP = 0.8  # share of it that stays when some goes
_DAY = 86_400  # seconds; use is noted to the day, so that a reader writes little
_PATIENCE = 5.0  # seconds to wait for another process
_SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (
    key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, claims BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS kept_used ON kept (used);
"""


def default_place() -> Path | None:
    """Return the file in which results are kept, if any are."""
    folder = cache_folder()
    return Path(folder) / "results.db" if folder else None


class Kept:
    """Results by document, tool, model and rules; any of these changed, and it is another result.

    It may fail in every way a file can, and the only harm is that documents are read again.
    """

    def __init__(self, path: Path, reading: Reading, largest: int = LARGEST) -> None:
        self.path, self.largest = path, largest
        self._by = "\0".join((*astuple(reading), code())).encode()
        self._db = _opened(path)

    def get(self, document: Document) -> list[Claim] | None:
        """Return the claims of a document, or None if it was not read before."""
        if self._db is None:
            return None
        key = self._key(document)
        try:
            row = self._db.execute("SELECT used, claims FROM kept WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            used, packed = row
            if used < (today := _today()):
                with self._db:
                    self._db.execute("UPDATE kept SET used = ? WHERE key = ?", (today, key))
            return _unpacked(packed)
        except (sqlite3.Error, zlib.error, ValueError, KeyError) as error:
            self._give_up(error)
            return None

    def put(self, found: Iterable[tuple[Document, Sequence[Claim]]]) -> None:
        """Keep the claims of documents, and let go what was used longest ago if it is too much."""
        if self._db is None:
            return
        today = _today()
        rows = [
            (self._key(document), today, len(packed := _packed(claims)), packed)
            for document, claims in found
        ]
        try:
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
                self._trim()
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Close the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _key(self, document: Document) -> bytes:
        blocks = ";".join(
            f"{b.kind}{b.span.start},{b.span.end},{b.label.start if b.label else ''}"
            for b in document.blocks
        )
        known = (
            document.id, document.title, str(document.published), document.outlet, document.url,
            document.event, blocks, document.text,
        )  # fmt: skip
        whole = hashlib.sha256(self._by)
        for part in known:
            raw = part.encode("utf-8", "surrogatepass")
            whole.update(b"%d:" % len(raw) + raw)
        return whole.digest()

    def _trim(self) -> None:
        assert self._db is not None
        [size] = self._db.execute("SELECT ifnull(sum(size), 0) FROM kept").fetchone()
        if size <= self.largest:
            return
        self._db.execute(
            "DELETE FROM kept WHERE key IN (SELECT key FROM (SELECT key, sum(size) OVER "
            "(ORDER BY used DESC, key) AS whole FROM kept) WHERE whole > ?)",
            (self.largest * _KEEP,),
        )

    def _give_up(self, error: Exception) -> None:
        """Say once why nothing is kept any more, and go on without."""
        print(
            f"{self.path}: the cache cannot be used ({error}); documents are read anew\n"
            "  fix: claims doctor --clear-cache, or --no-cache",
            file=sys.stderr,
        )
        with suppress(sqlite3.Error):
            self.close()
        self._db = None


def size(path: Path) -> tuple[int, int]:
    """Return how many results are kept in a file, and their bytes."""
    db = _opened(path) if path.exists() else None
    if db is None:
        return 0, 0
    try:
        number, whole = db.execute("SELECT count(*), ifnull(sum(size), 0) FROM kept").fetchone()
    except sqlite3.Error:
        return 0, path.stat().st_size
    finally:
        db.close()
    return number, whole


def clear(path: Path) -> None:
    """Forget all that is kept."""
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
    for file in path.parent.glob(f"{RULES}/*"):
        file.unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, timeout=_PATIENCE)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = OFF")  # what a crash loses is read again
        db.executescript(_SCHEMA)
    except (OSError, sqlite3.Error):
        return None  # a folder that may not be written to, or a file that is no cache
    return db


def _packed(claims: Sequence[Claim]) -> bytes:
    rows = [claim_row(claim, 0, 0, 0) for claim in claims]
    return zlib.compress(json.dumps(rows, ensure_ascii=True).encode(), 1)


def _unpacked(packed: bytes) -> list[Claim]:
    rows = json.loads(zlib.decompress(packed))
    return [claim_of(dict(zip(FOUND, row, strict=True))) for row in rows]


def _today() -> int:
    return int(time.time()) // _DAY


@functools.cache
def code() -> str:
    """Return what tells this program's code from any other: names, sizes and times of its files."""
    folder = Path(__file__).parent.parent
    known = sorted(
        (str(file.relative_to(folder)), stat.st_size, stat.st_mtime_ns)
        for ending in ("*.py", "*.so", "*.pyd")  # a module may be compiled
        for file in folder.rglob(ending)
        for stat in [file.stat()]
    )
    return hashlib.sha256(repr(known).encode()).hexdigest()
