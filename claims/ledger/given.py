"""The documents of one run, on disk: a corpus need not fit into memory."""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

from claims.ledger.planning import WHOLE, hash_of, own_name
from claims.model import Document

_SCHEMA = "CREATE TABLE given (name BLOB, hash TEXT, path BLOB, document BLOB)"
_NEXT = (
    "SELECT name, hash, document FROM given WHERE (name, hash) > (?, ?) "
    "GROUP BY name, hash HAVING path = min(path) ORDER BY name, hash LIMIT ?"
)


class Given:
    """Documents in the order of their names, each content of a name once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __contains__(self, hash: object) -> bool:
        """Return whether a document of this hash was given."""
        row = self._db.execute("SELECT 1 FROM given WHERE hash = ?", (hash,)).fetchone()
        return row is not None

    def parts(self, most: int, whole: int = WHOLE) -> Iterator[list[Document]]:
        """Yield the documents, ``most`` at a time; fewer as soon as they have ``whole`` letters."""
        last = (b"", "")
        while True:
            part: list[Document] = []
            size = 0
            for name, hash, document in self._db.execute(_NEXT, (*last, most)):
                last = (name, hash)
                part.append(pickle.loads(document))  # written by us, below
                size += len(part[-1].text)
                if size >= whole:
                    break
            if not part:
                return
            yield part


@contextmanager
def given(documents: Iterable[Document]) -> Iterator[Given]:
    """Write documents to a file that nobody else can see, gone when all is done."""
    with closing(sqlite3.connect("")) as db:  # "": in a temporary file
        db.execute(_SCHEMA)
        rows = (
            (_raw(own_name(one)), hash_of(one), _raw(one.path), pickle.dumps(one))
            for one in documents
        )
        db.executemany("INSERT INTO given VALUES (?, ?, ?, ?)", rows)
        db.execute("CREATE INDEX given_order ON given (name, hash, path)")
        db.execute("CREATE INDEX given_hash ON given (hash)")
        db.commit()
        yield Given(db)


def _raw(name: str) -> bytes:
    """Return a file's name in bytes, which order as its characters do; it may be no text."""
    return name.encode("utf-8", "surrogatepass")
