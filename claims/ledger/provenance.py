"""By what a document was read: version of the tool, the model, and the hash of every rule file."""

import hashlib
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from claims import __version__
from claims.parse import MODEL
from claims.shipped import shipped_files


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document was read with; a document read with another may give other claims.

    Attributes:
        model: Name and version of the parser's model.
        rule_hash: Of packs, lexicon and cues, shipped and the user's, 64 hexadecimal digits.
    """

    version: str
    model: str
    rule_hash: str


def todays_reading(folders: Sequence[Path] = ()) -> Reading:
    """Return what documents are read with now, under the user's folders of rules."""
    return Reading(__version__, _model(), rule_hash(folders))


def rule_hash(folders: Sequence[Path]) -> str:
    """Return the hash of all rule files: the shipped ones, then the user's, by name."""
    whole = hashlib.sha256()
    for file in (*shipped_files("rules"), *shipped_files("rules", ".json")):  # .json: trust
        whole.update(f"{file.name}\0".encode() + file.read_bytes() + b"\0")
    for folder in folders:
        for path in sorted(file for file in folder.rglob("*.yaml") if file.is_file()):
            name = path.relative_to(folder).as_posix()
            whole.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return whole.hexdigest()


def reading_id(db: sqlite3.Connection, reading: Reading) -> int:
    """Return the row of a reading, made if it is new; inside a change."""
    known = astuple(reading)
    db.execute("INSERT OR IGNORE INTO readings (version, model, rule_hash) VALUES (?, ?, ?)", known)
    where = "version = ? AND model = ? AND rule_hash = ?"
    return int(db.execute(f"SELECT id FROM readings WHERE {where}", known).fetchone()[0])


def _model() -> str:
    name = os.environ.get("CLAIMS_MODEL", MODEL)
    try:
        return f"{name} {version(name)}"
    except (PackageNotFoundError, ValueError):
        return name  # a folder, whose version nobody tells
