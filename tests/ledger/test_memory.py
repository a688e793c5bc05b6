"""A run holds a part of its corpus and never all of it."""

import gc
import sqlite3
from collections.abc import Iterable, Iterator

import pytest

from claims.events import event_of
from claims.ledger import adding
from claims.ledger.given import given
from claims.ledger.planning import outdated
from claims.ledger.provenance import Reading
from claims.ledger.running import run
from claims.model import Claim, Document
from tests.ledger.conftest import TODAY, article, claim_at, each_line

LATER = Reading("1.0", "model 3", "b" * 64)


def _corpus(number: int) -> Iterator[Document]:
    for n in range(number):
        yield article(f"d{n:03}", f"We did nothing of the kind on day {n}")


def _alive() -> int:
    event_of.cache_clear()  # the last few that it was asked about; else the order of tests counts
    gc.collect()
    return sum(isinstance(one, Document) for one in gc.get_objects())


def test_no_more_documents_are_in_memory_than_a_part_has(db: sqlite3.Connection) -> None:
    before, most = _alive(), 0

    def watched(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        nonlocal most
        for found in each_line(documents):
            most = max(most, _alive() - before)
            yield found

    done = run(db, _corpus(60), watched, TODAY, part=5, batch=2)
    assert done.added.documents == 60
    assert most <= 2 * 5  # each as it was given, and with its id in the ledger


def test_a_part_of_long_documents_is_a_short_one() -> None:
    with given(_corpus(10)) as corpus:
        letters = 3 * len(next(_corpus(1)).text)
        parts = list(corpus.parts(8, letters))
        assert [len(part) for part in parts] == [3, 3, 3, 1]
        assert [one for part in parts for one in part] == list(_corpus(10))
        assert [len(part) for part in corpus.parts(8, 1)] == [1] * 10


def test_so_it_is_when_a_ledger_is_read_again(db: sqlite3.Connection) -> None:
    run(db, _corpus(10), each_line, TODAY)
    letters = 3 * len(next(_corpus(1)).text)
    parts = list(outdated(db, LATER, 8, letters))
    assert [len(part) for part in parts] == [3, 3, 3, 1]
    assert [id for part in parts for id in part] == [document.id for document in _corpus(10)]
    assert list(outdated(db, TODAY, 8)) == []


def test_all_changes_are_counted_and_the_first_are_told(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def otherwise(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        for one in documents:
            yield one, [claim_at(one, block.span, stance="demand") for block in one.blocks]

    monkeypatch.setattr(adding, "_TOLD", 2)
    run(db, _corpus(5), each_line, TODAY)
    added = run(db, [], otherwise, LATER, again=True).added
    assert dict(added.changed) == {"relabelled": 5}
    assert len(added.changes) == 2
