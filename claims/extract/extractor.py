"""From documents to claims: results kept from before, else read here or in several processes."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from claims.errors import Unread
from claims.extract.kept import Kept
from claims.ledger.adding import Found
from claims.model import Document

if TYPE_CHECKING:
    from claims.extract.pool import Workers

_WINDOW = 250  # documents that are looked up and read together; 1,000 take 19 MiB more
_KEPT = 100  # documents whose results are kept at once
_FEW = 200_000  # characters that one process reads sooner than two are at work


@dataclass(slots=True, kw_only=True)
class Extractor:
    """The function from documents to their claims, under some folders of rules.

    Its processes begin when there is enough to read, and end with the ``with`` it stands in.

    Attributes:
        folders: The user's rules, laid over ours.
        jobs: Processes that read at once, at most.
        kept: Where results of earlier runs are looked up, if anywhere.
    """

    folders: tuple[Path, ...] = ()
    jobs: int = 1
    kept: Kept | None = None
    _workers: "Workers | None" = field(default=None, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._workers:
            self._workers.close()
            self._workers = None

    def __call__(self, documents: Iterable[Document]) -> Iterator[Found]:
        """Yield each document with its claims, in the order they came, as windows are done.

        A document whose process died comes with the fault in the place of claims. Memory is
        bounded by the window.

        Raises:
            PackError: A rule file cannot be used.
        """
        left = iter(documents)
        while window := list(islice(left, _WINDOW)):
            yield from self._window(window)

    def _window(self, documents: Sequence[Document]) -> Iterator[Found]:
        known = [self.kept.get(document) if self.kept else None for document in documents]
        missing = [doc for doc, claims in zip(documents, known, strict=True) if claims is None]
        read = self._keeping(self._read(missing))
        for document, claims in zip(documents, known, strict=True):
            yield next(read) if claims is None else (document, claims)
        yield from read  # nothing more; the last results are kept

    def _keeping(self, read: Iterator[Found]) -> Iterator[Found]:
        """Yield what is read, and keep it for the next time."""
        fresh: list[Found] = []
        for found in read:
            fresh.append(found)
            yield found
            if len(fresh) == _KEPT:
                self._keep(fresh)
                fresh = []
        self._keep(fresh)

    def _keep(self, fresh: Sequence[Found]) -> None:
        if self.kept and fresh:
            self.kept.put((doc, new) for doc, new in fresh if not isinstance(new, Unread))

    def _read(self, documents: Sequence[Document]) -> Iterator[Found]:
        if not documents:
            return iter(())
        whole = sum(len(document.text) for document in documents)
        if self._workers or (self.jobs > 1 and len(documents) > 1 and whole > _FEW):
            return self._working().read(documents)
        from claims.extract.here import read_here

        return read_here(documents, self.folders, self.kept is not None)

    def _working(self) -> "Workers":
        if self._workers is None:
            from claims.extract.pool import Workers

            self._workers = Workers(self.folders, self.jobs, self.kept is not None)
        return self._workers


def cores() -> int:
    """Return how many processes this machine runs at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
