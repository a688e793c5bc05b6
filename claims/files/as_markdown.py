"""Tables, and claims in few columns, as GitHub's Markdown in which nothing is markup but ours."""

from collections.abc import Iterable, Sequence

from claims.files.columns import Column
from claims.files.row import Row
from claims.files.sink import Sink
from claims.files.texts import storable
from claims.tables.table import Cell, Table, Tally
from claims.tables.visible import visible


def write_markdown(rows: Iterable[Row], columns: Sequence[Column], file: Sink) -> None:
    """Write one table of the columns that have a heading, or of all if none has."""
    shown = [column for column in columns if column.heading] or columns
    file.write(_lines([column.heading or column.name for column in shown]).encode())
    for row in rows:
        values = [row[column.name] for column in shown]
        file.write(_line(["" if value is None else str(value) for value in values]).encode())


def as_markdown(table: Table) -> str:
    """Return a table with its title and notes."""
    body = [_line([_words(cell) for cell in row]) for row in table.rows]
    heading = _lines([column.heading for column in table.columns])
    notes = [f"\n{escaped(note)}\n" for note in table.notes]
    return "".join([f"## {escaped(table.title)}\n\n", heading, *body, *notes])


def _lines(headings: Sequence[str]) -> str:
    return _line(headings) + "|" + " --- |" * len(headings) + "\n"


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |\n"


def _words(cell: Cell) -> str:
    if isinstance(cell, Tally):
        number = f"{cell.count}" + (f" +{cell.uncertain}?" if cell.uncertain else "")
        return f"{number} ({cell.whom})" if cell.whom else number
    if isinstance(cell, tuple):
        return " ".join(map(str, cell))
    return "" if cell is None else str(cell)


def escaped(text: str) -> str:
    """Return one line of text that Markdown shows as it is: no tag, link, image or emphasis.

    A colon before ``//`` and the dot after ``www`` are escaped too, for GitHub makes links of
    addresses; the sign ``@`` is told by number, for it makes mentions and mail addresses of names.
    """
    shown = visible(storable(text))
    for mark in "\\`*_{}[]<>#|~&!$":
        shown = shown.replace(mark, f"\\{mark}")
    shown = shown.replace("://", r"\://").replace("@", "&#64;")
    for www in ("www.", "WWW.", "Www."):
        shown = shown.replace(www, rf"{www[:-1]}\.")
    return shown.strip()
