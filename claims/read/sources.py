"""Find what is to be read: files, folders, patterns, archives, standard input."""

import glob
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from claims.errors import Unread
from claims.read.fault import ACCESS, ReadError, reason
from claims.read.metadata import SIDECAR, Metadata, sidecar

TEXTS = (".txt", ".md")
PAGES = (".html", ".htm", ".xhtml")
TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
ARCHIVES = (".zip", ".gz")
ENDINGS = (*TEXTS, *PAGES, *TABLES, *ARCHIVES)
FOREIGN = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mbox", ".warc")
_NAMED = frozenset((*ENDINGS, *FOREIGN))
_ADDRESS = re.compile(r"(?:https?|ftp):/", re.IGNORECASE)  # of "//", a path keeps one stroke


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or member of an archive, that holds one article or a table of them.

    Attributes:
        path: What a message names.
        name: The file's own name, without the folder and without ``.gz``.
        given: What a sidecar says of it.
        outright: The user named it, and did not only name its folder.
        open: Opens it for reading, from the start.
    """

    path: str
    name: str
    given: Metadata
    outright: bool
    open: Callable[[], BinaryIO]

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return Path(self.name).stem

    @property
    def ending(self) -> str:
        """The name's ending, in lower case."""
        return Path(self.name).suffix.lower()


def files(paths: Iterable[Path]) -> Iterator[Source | Unread]:
    """Yield the files that paths lead to, in the order given; a folder's by name.

    A file that two paths lead to is yielded once.

    Raises:
        PackError: A folder's sidecar has faults.
    """
    seen: set[str] = set()
    known: dict[Path, dict[str, Metadata]] = {}
    for path, outright in _named(paths):
        if isinstance(path, Unread):
            yield path
        elif _ADDRESS.match(str(path)):
            fix = "save the page, and name the file"
            named = str(path).replace(":/", "://", 1)
            yield Unread(named, "an address, and nothing is fetched", fix)
        elif str(path) == "-" and "-" not in seen:
            seen.add("-")
            yield Source("-", "stdin", Metadata(), outright, lambda: sys.stdin.buffer)
        elif str(path) != "-" and (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            yield _source(path, outright, known)


def _named(paths: Iterable[Path]) -> Iterator[tuple[Path | Unread, bool]]:
    for path in paths:
        if os.path.isdir(path):
            yield from ((file, False) for file in _folder(path))
        elif glob.has_magic(str(path)) and not os.path.exists(path):
            found = [Path(file) for file in sorted(glob.glob(str(path), recursive=True))]
            if not found:
                yield Unread(str(path), "no file has such a name", "mend the pattern"), True
            for file in found:
                inside = _folder(file) if os.path.isdir(file) else [file]
                yield from ((one, True) for one in inside)
        else:
            yield path, True


def _folder(folder: Path) -> Iterator[Path | Unread]:
    """Yield the articles of a folder by name; hidden files and other endings do not count.

    Documents of kinds that are not read are named: an analyst would miss them in no count.
    """
    found = _below(str(folder))
    first = next(found, None)
    if first is None:
        fix = f"name a folder that has {', '.join(ENDINGS)} files, or a file"
        yield Unread(str(folder), "no article in this folder", fix)
    else:
        yield from chain([first], found)


def _below(folder: str) -> Iterator[Path | Unread]:
    """Yield what a folder holds by name; in memory are the names of one folder, not all paths."""
    try:
        with os.scandir(folder) as inside:
            names = sorted((one.name, _is_folder(one)) for one in inside if _counts(one))
    except OSError as error:
        yield Unread(str(error.filename), reason(error), ACCESS)
        return
    for name, is_folder in names:
        path = os.path.join(folder, name)
        if is_folder:
            yield from _below(path)
        elif name.lower().endswith(FOREIGN):
            yield foreign().of(_shown(path))
        else:
            yield Path(path)


def foreign() -> ReadError:
    """Return what is wrong with a document of a kind that is not read."""
    fix = "convert it to text (UTF-8), or keep it elsewhere"
    return ReadError("a kind of document that is not read", fix)


def _counts(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith("."):
        return False
    ending = os.path.splitext(entry.name)[1].lower()
    try:
        return _is_folder(entry) or (ending in _NAMED and entry.is_file())
    except OSError:  # a link to itself: opening it tells what is wrong, and the rest is read
        return True


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return entry.is_dir(follow_symlinks=False)  # a link may lead back up


def _source(path: Path, outright: bool, known: dict[Path, dict[str, Metadata]]) -> Source | Unread:
    try:
        if path.parent not in known:
            known[path.parent] = sidecar(path.parent)
    except OSError as error:
        return Unread(str(path.parent / SIDECAR), reason(error), ACCESS)
    given = known[path.parent].get(path.name, Metadata())
    return Source(_shown(path), _shown(path.name), given, outright, lambda: path.open("rb"))


def _shown(name: Path | str) -> str:
    """Return a name as text; bytes in it that are none are spelled out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def whole(source: Source, limit: int) -> bytes:
    """Return all bytes of a source.

    Raises:
        ReadError: It holds more than ``limit`` bytes, or is damaged.
        OSError: It cannot be read.
    """
    with source.open() as stream:
        raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise ReadError(
            f"more than {limit:,} bytes, which no article has",
            "split it into articles, or make it a .jsonl or .csv with one article a row",
        )
    return raw
