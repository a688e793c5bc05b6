"""Files and folders on disk to documents; what cannot be read is named, and the rest is done."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from claims.errors import PackError, Unread
from claims.model import Document
from claims.read.archives import members
from claims.read.blocks import blocks
from claims.read.decoding import decoded
from claims.read.fault import ACCESS, ReadError, reason
from claims.read.metadata import Metadata, front_matter, inferred
from claims.read.pages import is_page, page
from claims.read.records import Columns, Record, is_json, is_row, record_of, records
from claims.read.sources import ENDINGS, PAGES, TABLES, Source, files, whole

_LARGEST = 20_000_000  # bytes of one article: the most characters of one, at four bytes each


def read(
    paths: Iterable[Path], columns: Mapping[str, str] | None = None
) -> Iterator[Document | Unread]:
    """Return the documents of files and folders, in the order given; a folder's by name.

    Text, Markdown, web pages, tables (.csv, .jsonl) with an article a row, .zip and .gz of these,
    patterns ("news/*.txt"), and "-" for standard input. A file named outright is read whatever
    its ending. Two documents of one name get the second named ``name-2``.

    Args:
        paths: What to read.
        columns: Field of a document → column of tables, where they are not called alike.

    Raises:
        PackError: A sidecar (``metadata.yaml``) has faults; every one of it is told.
        ClaimsError: ``columns`` maps to a field that no document has.
    """
    mapped = Columns(columns or {})
    taken: set[str] = set()
    for source in _sources(paths):
        for item in [source] if isinstance(source, Unread) else _documents(source, mapped):
            yield item if isinstance(item, Unread) else _named_apart(item, taken)
    yield from mapped.unmet()


def _sources(paths: Iterable[Path]) -> Iterator[Source | Unread]:
    for found in files(paths):
        if isinstance(found, Unread):
            yield found
        else:
            yield from members(found)


def _documents(source: Source, columns: Columns) -> Iterator[Document | Unread]:
    """Yield what one source holds, and at last what went wrong with it."""
    try:
        if source.ending not in ENDINGS:
            source = _told_by_content(source)
        if source.ending in TABLES:
            yield from _table(source, columns)
        else:
            yield _article(source)
    except ReadError as fault:
        yield fault.of(source.path)
    except PackError as error:
        first = error.problems[0]
        yield Unread(f"{first.path}:{first.line}:{first.column}", first.what, first.fix)
    except OSError as error:
        yield Unread(source.path, reason(error), ACCESS)


def _told_by_content(source: Source) -> Source:
    """Return a source without a known ending, as a table where it holds lines of JSON.

    Raises:
        ReadError: It is one piece of JSON, in which nobody tells where the articles are.
    """
    raw = whole(source, _LARGEST)
    is_table = raw.lstrip()[:1] == b"{" and is_row(raw)
    if not is_table and is_json(raw):
        raise ReadError("JSON, and no article", "write one JSON object a line, as .jsonl")
    name = f"{source.name}.jsonl" if is_table else source.name
    return replace(source, name=name, open=lambda: BytesIO(raw))


def _table(source: Source, columns: Columns) -> Iterator[Document | Unread]:
    for row in records(source, columns):
        if isinstance(row, Unread):
            yield row
            continue
        yield _row(row, source.path, source.stem, source.given)


def row_document(row: Mapping[str, object], table: str, number: int) -> Document | Unread:
    """Return the document of a row that has no file, a data frame's for one.

    Args:
        row: ``text``, and what is known of ``id``, ``title``, ``published`` (a day, or its
            ``YYYY-MM-DD``), ``outlet``, ``url``, ``event``; other columns are passed over.
        table: What the table is called, in faults and where a row has no id.
        number: Of the row in its table, from 1.
    """
    try:
        return _row(record_of(number, row), table, table, Metadata())
    except ReadError as fault:
        return fault.of(f"{table}:{number}")


def _row(row: Record, path: str, stem: str, given: Metadata) -> Document:
    name = row.id or f"{stem}-{row.line}"
    return _document(f"{path}:{row.line}", name, row.text, given.over(row.known))


def _article(source: Source) -> Document:
    raw = whole(source, _LARGEST)
    if source.ending in PAGES:
        text, known = page(raw)
        return _document(source.path, source.stem, text, source.given.over(known))
    text = decoded(raw)
    if is_page(text):
        text, known = page(raw)
        return _document(source.path, source.stem, text, source.given.over(known))
    start = 0
    given = source.given
    if source.ending == ".md":
        front, start = front_matter(text, source.path)
        given = given.over(front)
        if not text[start:].strip():
            raise ReadError("front matter only, no text", "put the article below it")
    return _document(source.path, source.stem, text, given, start)


def _document(path: str, name: str, text: str, given: Metadata, start: int = 0) -> Document:
    """Return a document whose article begins at ``start``; what stands before it is no block."""
    # Front matter becomes blanks for the cutting of blocks: offsets stay those of the file.
    body = " " * start + text[start:]
    found = blocks(body)
    known = given.over(inferred(body, found, name))
    return Document(
        id=name,
        text=text,
        title=known.title,
        published=known.published,
        outlet=known.outlet,
        url=known.url,
        event=known.event,
        path=path,
        blocks=found,
    )


def _named_apart(document: Document, taken: set[str]) -> Document:
    """Return the document with a name that no other of this run has."""
    name, number = document.id, 1
    while name in taken:
        number += 1
        name = f"{document.id}-{number}"
    taken.add(name)
    return document if number == 1 else replace(document, id=name)
