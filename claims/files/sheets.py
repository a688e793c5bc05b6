"""Sheets of a spreadsheet: headings with the kind of their cells, and rows of plain values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.files.about import About
from claims.files.columns import Column as FileColumn
from claims.files.columns import Kind
from claims.files.row import Row
from claims.ledger.select import CORE
from claims.tables.table import Cell, Column, Table, Tally

Plain = str | int | float | bool | list[object] | None
_WIDE = {"row": 24, "speakers": 40, "words": 100}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column: its name, and what its cells are.

    Attributes:
        wide: Characters that the column shows; longer texts go on to a second line if ``wraps``.
    """

    name: str
    kind: Kind = Kind.TEXT
    wide: int = 14
    wraps: bool = False
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; rows are read once, in order, so that a million need not be held."""

    name: str
    headings: Sequence[Heading]
    rows: Iterable[Sequence[Plain]]


def of_rows(name: str, rows: Iterable[Row], columns: Sequence[FileColumn]) -> Sheet:
    """Return the sheet of some columns."""
    headings = [
        Heading(column.name, column.kind, column.wide, meaning=f"{column.kind}: {column.meaning}")
        for column in columns
    ]
    return Sheet(name, headings, ([row[column.name] for column in columns] for row in rows))


def of_table(name: str, table: Table) -> Sheet:
    """Return the sheet of a table; a tally takes three columns, so that its numbers are numbers."""
    headings = [heading for column in table.columns for heading in _headings(column)]
    rows = [[value for cell in row for value in _values(cell)] for row in table.rows]
    return Sheet(name, headings, rows)


def _headings(column: Column) -> Iterator[Heading]:
    if column.key in CORE:
        yield Heading(column.heading, Kind.INTEGER)
        yield Heading(f"{column.heading} (uncertain)", Kind.INTEGER)
        yield Heading(f"{column.heading} (whom)", Kind.TEXT, 30, wraps=True)
    elif column.key == "net":
        yield Heading(column.heading, Kind.INTEGER)
    else:
        yield Heading(column.heading, Kind.TEXT, _WIDE.get(column.key, 24), wraps=True)


def _values(cell: Cell) -> Iterator[Plain]:
    if isinstance(cell, Tally):
        yield from (cell.count, cell.uncertain, cell.whom)
    elif isinstance(cell, tuple):
        yield "\n".join(map(str, cell))
    else:
        yield cell


def of_notes(told: Iterable[tuple[str, str]], sheets: Iterable[Sheet]) -> Sheet:
    """Return the sheet that says what the others hold, and what their columns mean."""
    meant = (
        (f"{sheet.name}: {heading.name}", heading.meaning)
        for sheet in sheets
        for heading in sheet.headings
        if heading.meaning
    )
    headings = [Heading("What", wide=28), Heading("Value", wide=110, wraps=True)]
    return Sheet("Notes", headings, [list(pair) for pair in (*told, *meant)])


def facts(about: About) -> Iterator[tuple[str, str]]:
    """Yield what a file is of, by name."""
    yield "claims kept", about.kept
    yield "documents in the ledger", str(about.documents)
    yield "written by", f"claims {about.version}"
    for reading in about.read_with:
        read = f"claims {reading.version}, model {reading.model}, rules SHA-256 {reading.rule_hash}"
        yield "documents read with", read
