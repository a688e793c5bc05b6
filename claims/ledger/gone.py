"""Documents whose files are not where they were read; what was found in them stays."""

import os
import re
import sqlite3
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

_ROW = re.compile(r":\d+$")  # behind the name of a table, the row that was read


def gone(
    db: sqlite3.Connection, folders: Iterable[Path], given: Container[str] = ()
) -> Iterator[str]:
    """Yield the places of documents that were read below some folders, and lie there no more.

    Args:
        db: The ledger.
        folders: Those to look below.
        given: Hashes of documents that are at hand, wherever they lie now.
    """
    query = "SELECT path, hash FROM documents WHERE path > ? AND path < ? ORDER BY path"
    for folder in dict.fromkeys(os.path.join(os.path.abspath(folder), "") for folder in folders):
        for path, hash in db.execute(query, (folder, folder + "\U0010ffff")).fetchall():
            if hash not in given and not _stands(path):
                yield path


def _stands(path: str) -> bool:
    """Return whether the file is there; of what a table or an archive holds, that file."""
    if os.path.lexists(path):
        return True
    place = Path(_ROW.sub("", path))
    while not place.exists() and place != place.parent:
        place = place.parent
    return place.is_file()
