"""Track articles for a command: progress and failures to stderr, a ledger back."""

import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import ClaimsError, Unread
from claims.ledger import Ledger, in_memory, is_ledger, reading, stored
from claims.model import Document

if TYPE_CHECKING:
    import sqlite3

    from rich.progress import Progress

    from claims.ledger.adding import Extract
    from claims.model import Claim
    from claims.track import Rulebook

Sources = Annotated[
    list[Path],
    typer.Argument(help="A ledger file, or articles and folders of them.", show_default=False),
]
LedgerFile = Annotated[
    Path | None, typer.Option("--ledger", envvar="CLAIMS_LEDGER", help="The ledger file.")
]

_OPEN = ExitStack()
_PATIENCE = 1.0  # seconds before a progress bar shows


def ledger_of(
    articles: Sequence[Path], folders: Sequence[Path], columns: Mapping[str, str] | None = None
) -> Ledger:
    """Return all claims of these articles, or of a ledger file that stands in their place.

    What cannot be read is told and left out.

    Raises:
        ClaimsError: A rules folder is missing, or a rule file cannot be used; or a ledger file
            stands among other inputs, or cannot be read.
    """
    from claims.track import track, with_event

    file = ledger_among(articles)
    if file is not None:
        # The rows are read when they are asked for, so it stays open until the program ends.
        return stored(_OPEN.enter_context(reading(file)))
    rulebook = rulebook_of(folders)
    given, unread = documents_of(articles, columns)
    documents = tuple(map(with_event, given))
    found = tuple(track(_watched(documents), rulebook))
    return Ledger(documents=documents, claims=found, unread=unread)


@contextmanager
def ledger_file(
    sources: Sequence[Path], folders: Sequence[Path], columns: Mapping[str, str] | None = None
) -> "Iterator[tuple[sqlite3.Connection, tuple[Unread, ...]]]":
    """Open a ledger file, or articles as one in memory; with it come the inputs that failed.

    Raises:
        ClaimsError: As for ``ledger_of``.
    """
    from claims.ledger.adding import add
    from claims.ledger.planning import plan
    from claims.ledger.provenance import todays_reading

    file = ledger_among(sources)
    if file is not None:
        with reading(file) as db:
            yield db, ()
        return
    extract = extractor(folders)
    documents, unread = documents_of(sources, columns)
    today = todays_reading(folders)
    with in_memory() as db:
        for _ in add(db, plan(db, documents, today).planned, extract, today):
            pass
        yield db, unread


def ledger_among(sources: Sequence[Path]) -> Path | None:
    """Return the ledger file that stands in the place of articles, if one does.

    Raises:
        ClaimsError: It does not stand alone.
    """
    files = [path for path in sources if is_ledger(path)]
    if files and len(sources) > 1:
        fix = f"name one ledger, or add the articles to it: claims track … --ledger {files[0]}"
        raise ClaimsError(f"{files[0]}: a ledger among other inputs\n  fix: {fix}")
    return files[0] if files else None


def documents_of(
    sources: Sequence[Path], columns: Mapping[str, str] | None = None
) -> tuple[tuple[Document, ...], tuple[Unread, ...]]:
    """Return the documents of these inputs, and those that could not be read, which are told."""
    from claims.read import read

    inputs = list(read(sources, columns))
    unread = tuple(item for item in inputs if isinstance(item, Unread))
    for fault in unread:
        print(fault, file=sys.stderr)
    return tuple(item for item in inputs if isinstance(item, Document)), unread


def extractor(folders: Sequence[Path]) -> "Extract":
    """Return the function from documents to their claims, under these folders of rules.

    Raises:
        ClaimsError: A rules folder is missing, or a rule file cannot be used.
    """
    from claims.parse import parse
    from claims.track import claims_of, with_event

    rulebook = rulebook_of(folders)

    def extract(documents: Iterable[Document]) -> "Iterator[tuple[Document, list[Claim]]]":
        for parsed in parse(_watched([with_event(document) for document in documents])):
            yield parsed.document, claims_of(parsed, rulebook)

    return extract


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
