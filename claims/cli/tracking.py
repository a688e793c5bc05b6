"""Track articles for a command: progress and failures to stderr, a ledger back."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claims.errors import ClaimsError, PackError, Unread
from claims.extract.extractor import cores
from claims.ledger import in_memory, is_ledger, reading
from claims.model import Document

if TYPE_CHECKING:
    import sqlite3

    from rich.progress import Progress

    from claims.ledger.adding import Extract, Found
    from claims.ledger.select import Filter
    from claims.track import Rulebook


@dataclass(frozen=True, slots=True)
class How:
    """How documents are read: in how many processes (0: one a core), and with results kept."""

    jobs: int = 0
    cache: bool = True


_DEFAULT = How()
HOW: ContextVar[How] = ContextVar("how documents are read", default=_DEFAULT)
_PATIENCE = 1.0  # seconds before a progress bar shows


@contextmanager
def opened(
    keep: "Filter",
    sources: Sequence[Path],
    folders: Sequence[Path] | None,
    columns: Mapping[str, str] | None = None,
) -> "Iterator[tuple[sqlite3.Connection, tuple[Unread, ...]]]":
    """Open what a command asks for the claims that a filter keeps, as ``ledger_file`` does.

    Raises:
        ClaimsError: As there; or the filter names what nobody knows.
    """
    from claims.tables.known import require_known

    with ledger_file(sources, folders, columns) as (db, unread):
        require_known(db, keep, folders or ())
        yield db, unread


@contextmanager
def ledger_file(
    sources: Sequence[Path],
    folders: Sequence[Path] | None,
    columns: Mapping[str, str] | None = None,
) -> "Iterator[tuple[sqlite3.Connection, tuple[Unread, ...]]]":
    """Open a ledger file, or articles as one in memory; with it come the inputs that failed.

    Where there are any, the command ends with status 4 once it has answered from the rest.

    Raises:
        ClaimsError: A rules folder is missing, or a rule file cannot be used; or a ledger file
            stands among other inputs, or cannot be read.
    """
    file = ledger_among(sources)
    if file is None:
        with _read(sources, folders or (), columns) as (db, unread):
            yield db, unread
        if unread:
            raise typer.Exit(4)
        return
    if folders:
        print(f"{file}: read before, so --rules finds nothing new in it", file=sys.stderr)
        print("  fix: claims track --again --rules … --ledger …", file=sys.stderr)
    with _stored(file) as db:
        yield db, ()


@contextmanager
def _read(
    sources: Sequence[Path], folders: Sequence[Path], columns: Mapping[str, str] | None
) -> "Iterator[tuple[sqlite3.Connection, tuple[Unread, ...]]]":
    """Read articles into a ledger in memory; with it come those that failed."""
    from claims.ledger.provenance import todays_reading
    from claims.ledger.running import run

    unread: list[Unread] = []
    documents = documents_of(sources, columns, unread)
    with extracting(folders) as extract, in_memory() as db:
        died = run(db, documents, extract, todays_reading(folders)).added.unread
        for fault in died:
            print(fault, file=sys.stderr)
        yield db, (*unread, *died)


@contextmanager
def _stored(file: Path) -> "Iterator[sqlite3.Connection]":
    """Open a ledger file, or a folder of claims in Parquet as one."""
    if not file.is_dir():
        with reading(file) as db:
            yield db
        return
    from claims.frames.stored import load

    with in_memory() as db:
        load(db, file)
        yield db


def ledger_among(sources: Sequence[Path]) -> Path | None:
    """Return the ledger file that stands in the place of articles, if one does.

    Raises:
        ClaimsError: It does not stand alone.
    """
    files = [path for path in sources if is_ledger(path) or (path / "_documents").is_dir()]
    if files and len(sources) > 1:
        fix = f"name one ledger, or add the articles to it: claims track … --ledger {files[0]}"
        raise ClaimsError(f"{files[0]}: a ledger among other inputs\n  fix: {fix}")
    return files[0] if files else None


def documents_of(
    sources: Sequence[Path], columns: Mapping[str, str] | None, unread: list[Unread]
) -> Iterator[Document]:
    """Yield the documents of these inputs; those that cannot be read are told, and put aside."""
    from claims.read import read

    for item in read(sources, columns):
        if isinstance(item, Document):
            yield item
        else:
            print(item, file=sys.stderr)
            unread.append(item)


@contextmanager
def extracting(folders: Sequence[Path]) -> "Iterator[Extract]":
    """Give the function from documents to their claims, under these folders of rules.

    Raises:
        ClaimsError: A rules folder is missing.
    """
    from claims.extract import Extractor, Kept, default_place
    from claims.ledger.provenance import todays_reading

    rules = checked(folders)
    place = default_place() if HOW.get().cache else None
    kept = Kept(place, todays_reading(rules)) if place else None
    with Extractor(folders=rules, jobs=jobs(), kept=kept) as extract:
        yield lambda documents: _watched(extract, list(documents))


def rulebook_of(folders: Sequence[Path]) -> "Rulebook":
    """Return our rules with those of the user's folders laid over them.

    Raises:
        ClaimsError: A folder is missing, or a rule file cannot be used.
    """
    from claims.extract.rulebook import rulebook

    return rulebook(checked(folders), HOW.get().cache)


def checked(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders of rules, if all are there and no file in them is passed over.

    Raises:
        ClaimsError: One is not.
        PackError: A file says nothing that is read from there.
    """
    from claims.actors.checks import passed_over

    for folder in folders:
        if not folder.is_dir():
            raise ClaimsError(f"--rules: no folder '{folder}'\n  fix: name a folder of .yaml files")
    if faults := [fault for folder in folders for fault in passed_over(folder)]:
        raise PackError(faults)
    return tuple(folders)


def require_ledger(file: Path | None) -> Path:
    """Return the ledger file that is named.

    Raises:
        ClaimsError: None is.
    """
    if file is None:
        fix = "add --ledger FILE, or set CLAIMS_LEDGER"
        raise ClaimsError(f"--ledger: no ledger named\n  fix: {fix}")
    return file


def jobs() -> int:
    """Return in how many processes documents are read."""
    return HOW.get().jobs or cores()


def shown_pieces() -> "Callable[[int, int], None]":
    """Return a function that shows, on a terminal, how many pieces of a corpus are done."""

    def told(done: int, whole: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == whole else ""
            print(f"\r{done} of {whole} pieces", end=end, file=sys.stderr, flush=True)

    return told


def _watched(extract: "Extract", documents: Sequence[Document]) -> "Iterator[Found]":
    """Yield what is found in documents; on a terminal, show how far it is once it takes long."""
    begun = time.monotonic()
    bar: Progress | None = None
    for number, found in enumerate(extract(documents), start=1):
        if bar is None and sys.stderr.isatty() and time.monotonic() - begun > _PATIENCE:
            bar = _bar()
            task = bar.add_task("reading", total=len(documents))
        if bar is not None:
            bar.update(task, completed=number, description=found[0].id[:40])
        yield found
    if bar is not None:
        bar.stop()


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    return bar
