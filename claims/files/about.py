"""What a file of claims is of: the question asked, and what the documents were read with."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from claims import __version__
from claims.ledger import asking
from claims.ledger.provenance import Reading
from claims.ledger.recorded import readings
from claims.ledger.select import Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What stands in the notes of a spreadsheet and in a data package.

    Attributes:
        kept: Which claims of the ledger these are, in words.
        documents: How many the ledger has, whether a claim of theirs was kept or not.
        version: Of the claims that writes the file.
        read_with: What the documents were read with, each combination once.
    """

    kept: str
    documents: int
    version: str
    read_with: tuple[Reading, ...]


def about(db: sqlite3.Connection, wanted: Filter) -> About:
    """Return what a file of the claims that a filter keeps is of."""
    return About(
        kept=told(wanted),
        documents=asking.documents(db),
        version=__version__,
        read_with=tuple(readings(db)),
    )


def told(wanted: Filter) -> str:
    """Return what a filter keeps: "stance accusation or denial; speaker's state CHN"."""
    return "; ".join(_parts(wanted)) or "all claims"


def _parts(wanted: Filter) -> Iterator[str]:
    for name, values in (
        ("stance", wanted.stances),
        ("speaker's state", wanted.countries),
        ("target's state", wanted.targets),
        ("speaker's name has", wanted.speakers),
        ("topic", wanted.topics),
        ("event", wanted.events),
    ):
        if values:
            yield f"{name} {' or '.join(values)}"
    if wanted.since:
        yield f"published {wanted.since} or later"
    if wanted.until:
        yield f"published {wanted.until} or earlier"
