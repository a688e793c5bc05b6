"""A run over a corpus, part by part: plan, read, keep."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claims.ledger.adding import BATCH, Added, Extract, add
from claims.ledger.given import Given, given
from claims.ledger.gone import gone
from claims.ledger.planning import Plan, outdated, plan, plan_again, plan_of
from claims.ledger.provenance import Reading
from claims.model import Document

PART = 250  # documents that are in memory at once, if they are not long


@dataclass(slots=True)
class Run:
    """What came of a run over a corpus.

    Attributes:
        unchanged: Documents that were there, read with the rules of today.
        outdated: Documents that were there, read with other rules; they stay as they are.
        replaced: Whether a document took the place of an older one.
        gone: Places of documents that lay below the folders and do so no more; they stay.
    """

    added: Added = field(default_factory=Added)
    unchanged: int = 0
    outdated: int = 0
    replaced: bool = False
    gone: Sequence[str] = ()


def run(
    db: sqlite3.Connection,
    documents: Iterable[Document],
    extract: Extract,
    reading: Reading,
    *,
    again: bool = False,
    part: int = PART,
    batch: int = BATCH,
    folders: Iterable[Path] = (),
) -> Run:
    """Keep what is new or changed of a corpus; its order does not matter.

    With ``again`` also read anew what was read with other rules: of these documents or, if there
    are none, of the whole ledger. ``folders`` are those that the documents come from.
    """
    done = Run()
    with given(documents) as corpus:
        for planned in _plans(db, corpus, reading, again, part):
            done.unchanged += planned.unchanged
            done.outdated += planned.outdated
            done.replaced |= any(one.replaces for one in planned.planned)
            if planned.planned:
                more = add(db, planned.planned, extract, reading, batch=batch, added=done.added)
                *_, done.added = more
        done.gone = tuple(gone(db, folders, corpus))
    return done


def _plans(
    db: sqlite3.Connection, corpus: Given, reading: Reading, again: bool, part: int
) -> Iterator[Plan]:
    any_given = False
    for some in corpus.parts(part):
        any_given = True
        yield (plan_again if again else plan)(db, some, reading, corpus)
    if again and not any_given:
        for ids in outdated(db, reading, part):
            yield plan_of(db, ids)
