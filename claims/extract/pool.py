"""Read documents in several processes that hand plain claims back.

A worker is forked after rules and model are loaded, so that they lie in memory once. One that
dies takes only its batch along, which is then read one by one: the document at fault is named.
"""

import functools
import gc
import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
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


def read_in_processes(
    documents: Sequence[Document], folders: tuple[Path, ...], jobs: int, keep: bool = True
) -> Iterator[Found]:
    """Yield documents with their claims in the order they came, read by ``jobs`` workers.

    Raises:
        PackError: A rule file cannot be used.
    """
    _prepare(folders, keep)
    with ProcessPool(max_workers=jobs, context=_context()) as pool:
        waiting: deque[_Begun] = deque()
        try:
            for batch in _batches(documents):
                waiting.append((batch, pool.schedule(_read, args=(batch, folders, keep))))
                if len(waiting) > jobs * _AHEAD:
                    yield from _finished(pool, waiting.popleft(), folders, keep)
            while waiting:
                yield from _finished(pool, waiting.popleft(), folders, keep)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def _finished(
    pool: ProcessPool, begun: _Begun, folders: tuple[Path, ...], keep: bool
) -> list[Found]:
    batch, read = begun
    try:
        return list(zip(batch, read.result(), strict=True))
    except ProcessExpired as died:
        if len(batch) == 1:
            return [(batch[0], _fault(batch[0], died))]
    again = [([one], pool.schedule(_read, args=([one], folders, keep))) for one in batch]
    return [found for alone in again for found in _finished(pool, alone, folders, keep)]


def _fault(document: Document, died: ProcessExpired) -> Unread:
    what = f"the process that read it died (exit {died.exitcode})"
    fix = "leave it out, or give the machine more memory, or try --jobs 1"
    return Unread(document.path or document.id, what, fix)


def _batches(documents: Sequence[Document]) -> Iterator[list[Document]]:
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
