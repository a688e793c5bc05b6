"""Ledgers in memory and what is written of them: no parser, no program."""

import io
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from claims.files.formats import Format
from claims.files.gathering import counted
from claims.files.writing import write
from claims.ledger import Filter, in_memory
from tests.ledger.conftest import article, claim_at, kept

Made = Callable[..., bytes]


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with in_memory() as db:
        yield db


def keep_claim(db: sqlite3.Connection, id: str = "a", **given: Any) -> None:
    """Add a document with one claim, of which only the named fields matter."""
    known = {name: given.pop(name) for name in ("title", "outlet", "url") if name in given}
    document = article(id, "We did nothing of the kind at all.", **known)
    found = [claim_at(document, document.blocks[0].span, **given)]
    kept(db, [document], extract=lambda documents: ((one, found) for one in documents))


def written(db: sqlite3.Connection, format: Format, wanted: Filter | None = None) -> bytes:
    """Return what a file of all claims holds."""
    file = io.BytesIO()
    write(counted(db, wanted or Filter(stances=())), format, file)
    return file.getvalue()
