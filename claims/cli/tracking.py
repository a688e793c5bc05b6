"""Track articles for a command: progress and failures to stderr, a ledger back."""

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import ClaimsError, Unread
from claims.ledger import Ledger
from claims.model import Document

if TYPE_CHECKING:
    from rich.progress import Progress

    from claims.track import Rulebook

_PATIENCE = 1.0  # seconds before a progress bar shows


def ledger_of(articles: Sequence[Path], folders: Sequence[Path]) -> Ledger:
    """Return all claims of these articles; what cannot be read is told and left out.

    Raises:
        ClaimsError: A rules folder is missing, or a rule file cannot be used.
    """
    from claims.read import read
    from claims.track import track

    rulebook = rulebook_of(folders)
    inputs = list(read(articles))
    unread = tuple(item for item in inputs if isinstance(item, Unread))
    documents = tuple(item for item in inputs if isinstance(item, Document))
    for fault in unread:
        print(fault, file=sys.stderr)
    found = tuple(track(_watched(documents), rulebook))
    return Ledger(documents=documents, claims=found, unread=unread)


def rulebook_of(folders: Sequence[Path]) -> "Rulebook":
    """Return our rules with those of the user's folders laid over them.

    Raises:
        ClaimsError: A folder is missing, or a rule file cannot be used.
    """
    from claims.track import read_rulebook

    for folder in folders:
        if not folder.is_dir():
            raise ClaimsError(f"--rules: no folder '{folder}'\n  fix: name a folder of .yaml files")
    return read_rulebook(folders)


def _watched(documents: Sequence[Document]) -> Iterator[Document]:
    """Yield the documents; on a terminal, show how far it is once it takes long."""
    begun = time.monotonic()
    bar: Progress | None = None
    for number, document in enumerate(documents):
        if bar is None and sys.stderr.isatty() and time.monotonic() - begun > _PATIENCE:
            bar = _bar()
            task = bar.add_task("reading", total=len(documents))
        if bar is not None:
            bar.update(task, completed=number, description=document.id[:40])
        yield document
    if bar is not None:
        bar.stop()


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    return bar
