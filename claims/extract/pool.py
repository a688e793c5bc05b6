"""Read documents in several processes that hand plain claims back.

A worker is forked after rules and model are loaded, so that they lie in memory once. One that
dies takes only its batch along, which is then read one by one: the document at fault is named.
"""

import functools
import gc
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TypeAlias

from pebble import ProcessExpired, ProcessPool

from claims.errors import Unread
from claims.extract.here import read_here
from claims.extract.rulebook import rulebook
from claims.ledger.adding import Found
from claims.model import Claim, Document
from claims.parse import parse
from claims.track import claims_of

_BATCH = 40_000  # characters of the documents that a worker takes at once
_AHEAD = 3  # batches for each worker that wait their turn

_Begun: TypeAlias = "tuple[list[Document], Future[list[Sequence[Claim]]]]"


class Workers:
    """Processes that live until they are closed: the words they have met stay known to them.

    Args:
        folders: The user's rules, laid over ours.
        jobs: How many processes.
        keep: Whether the rules are kept for the next time.

    Raises:
        PackError: A rule file cannot be used.
    """

    def __init__(self, folders: tuple[Path, ...], jobs: int, keep: bool = True) -> None:
        _prepare(folders, keep)
        self._how = folders, keep
        self._ahead = jobs * _AHEAD
        self._pool = ProcessPool(max_workers=jobs, context=_context())

    def close(self) -> None:
        """End the processes; what they have not finished is dropped."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def read(self, documents: Iterable[Document]) -> Iterator[Found]:
        """Yield documents with their claims in the order they came."""
        waiting: deque[_Begun] = deque()
        for batch in _batches(documents):
            waiting.append((batch, self._begun(batch)))
            if len(waiting) > self._ahead:
                yield from self._finished(waiting.popleft())
        while waiting:
            yield from self._finished(waiting.popleft())

    def _begun(self, batch: list[Document]) -> "Future[list[Sequence[Claim]]]":
        begun: Future[list[Sequence[Claim]]] = self._pool.schedule(_read, args=(batch, *self._how))
        return begun

    def _finished(self, begun: _Begun) -> list[Found]:
        batch, read = begun
        try:
            return list(zip(batch, read.result(), strict=True))
        except ProcessExpired as died:
            if len(batch) == 1:
                return [(batch[0], _fault(batch[0], died))]
        again = [([one], self._begun([one])) for one in batch]
        return [found for alone in again for found in self._finished(alone)]


def _fault(document: Document, died: ProcessExpired) -> Unread:
    what = f"the process that read it died (exit {died.exitcode})"
    fix = "leave it out, or give the machine more memory, or try --jobs 1"
    return Unread(document.path or document.id, what, fix)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _read(
    documents: list[Document], folders: tuple[Path, ...], keep: bool
) -> list[Sequence[Claim]]:
    return [claims for _, claims in read_here(documents, folders, keep)]


@functools.cache
def _prepare(folders: tuple[Path, ...], keep: bool) -> None:
    """Load all that a worker needs before it is forked, and keep the collector's hands off it."""
    rules = rulebook(folders, keep)
    for parsed in parse([Document(id="", text="")]):
        claims_of(parsed, rules)
    gc.collect()
    gc.freeze()


def _context() -> multiprocessing.context.BaseContext:
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else None)
