"""Files and folders on disk to documents; what cannot be read is named, and the rest is done."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from claims.errors import PackError, Unread
from claims.model import Document
from claims.read.blocks import blocks
from claims.read.metadata import SIDECAR, Metadata, front_matter, inferred, sidecar

ENDINGS = (".txt", ".md")


def read(paths: Iterable[Path]) -> Iterator[Document | Unread]:
    """Return the documents of files and folders, in the order given; a folder's by name.

    Folders are walked; in them only ``.txt`` and ``.md`` files count. A file named outright is
    read whatever its ending. Two files of one stem get the second named ``stem-2``.
    """
    stems: dict[str, int] = {}
    known: dict[Path, dict[str, Metadata]] = {}
    for path in _files(paths):
        if isinstance(path, Unread):
            yield path
            continue
        try:
            if path.parent not in known:
                known[path.parent] = sidecar(path.parent)
            given = known[path.parent].get(path.name, Metadata())
            document = _document(path, given)
        except OSError as error:
            yield Unread(str(path), _reason(error), "mend the path, or its permissions")
            continue
        if isinstance(document, Document):
            number = stems[document.id] = stems.get(document.id, 0) + 1
            yield document if number == 1 else _renamed(document, number)
        else:
            yield document


def _files(paths: Iterable[Path]) -> Iterator[Path | Unread]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(
            file
            for file in path.rglob("*")
            if file.suffix.lower() in ENDINGS
            and file.is_file()
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
        yield from found
        if not found:
            what = f"no {' or '.join(ENDINGS)} file in this folder"
            yield Unread(str(path), what, "name a folder of articles, or a file")


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _document(path: Path, given: Metadata) -> Document | Unread:
    raw = path.read_bytes()
    text = _text(raw)
    if text is None:
        return Unread(str(path), "not a text file", "convert it to text (UTF-8) first")
    if not text.strip("\ufeff \t\r\n"):
        return Unread(str(path), "the file is empty", "remove it, or put the article in")
    start = 0
    if path.suffix.lower() == ".md":
        try:
            front, start = front_matter(text, str(path))
        except PackError as error:
            first = error.problems[0]
            return Unread(f"{first.path}:{first.line}:{first.column}", first.what, first.fix)
        given = given.over(front)
    # Front matter becomes blanks for the cutting of blocks: offsets stay those of the file.
    body = " " * start + text[start:]
    known = given.over(inferred(body, path.stem))
    return Document(
        id=path.stem,
        text=text,
        title=known.title,
        published=known.published,
        outlet=known.outlet,
        url=known.url,
        event=known.event,
        path=str(path),
        blocks=blocks(body),
    )


def _text(raw: bytes) -> str | None:
    """Decode a file, with line ends and byte-order mark kept, so that offsets are the file's."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(raw).best()
        if best is None:
            return None
        text = str(best)
    return None if "\0" in text else text


def _renamed(document: Document, number: int) -> Document:
    from dataclasses import replace

    return replace(document, id=f"{document.id}-{number}")


__all__ = ["ENDINGS", "SIDECAR", "read"]
