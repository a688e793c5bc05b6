"""Tables in a notebook: as a pandas frame with typed columns, and as escaped HTML."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from claims.tables.shift import Shift
from claims.tables.shift_rows import FIELDS, as_table, records
from claims.tables.table import Cell, Table, Tally
from claims.tables.visible import visible

if TYPE_CHECKING:
    import pandas as pd

_CAP = 500  # rows that a notebook shows; ``to_pandas`` has all
_FRACTIONS = {"share", "low", "high", "difference"}  # numbers, though all of them be unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftTable(Table):
    """A shift as a table; ``shift`` has its figures."""

    shift: Shift

    def to_pandas(self) -> "pd.DataFrame":
        """Return a row for each row, stance and step: counts Int64, shares Float64, else text."""
        return typed(list(records(self.shift)), FIELDS)


def shift_as_table(shift: Shift) -> ShiftTable:
    """Return a shift as a table that keeps its figures."""
    made = as_table(shift)
    return ShiftTable(
        title=made.title, columns=made.columns, rows=made.rows, notes=made.notes, shift=shift
    )


def frame(table: Table) -> "pd.DataFrame":
    """Return a table's rows: counts as Int64, the uncertain ones apart, else text.

    A stance has three columns: ``accusation``, ``accusation_uncertain``, ``accusation_targets``.
    """
    keys = [column.key for column in table.columns]
    found = [dict(_fields(keys, row)) for row in table.rows]
    return typed(found) if found else typed([], keys)


def _fields(keys: Sequence[str], row: Sequence[Cell]) -> Iterator[tuple[str, Any]]:
    for key, cell in zip(keys, row, strict=True):
        if isinstance(cell, Tally):
            yield key, cell.count
            yield f"{key}_uncertain", cell.uncertain
            yield f"{key}_targets", cell.whom
        elif isinstance(cell, tuple):
            yield key, " ".join(map(str, cell))
        else:
            yield key, cell


def typed(rows: Sequence[Mapping[str, Any]], names: Sequence[str] = ()) -> "pd.DataFrame":
    """Return a frame of plain values; codes stay text, and what is unknown is ``pd.NA``."""
    import pandas as pd

    columns = list(rows[0]) if rows else list(names)
    return pd.DataFrame(
        {
            name: pd.array(
                [row[name] for row in rows], dtype=_dtype(name, (row[name] for row in rows))
            )
            for name in columns
        }
    )


def _dtype(name: str, values: Iterable[Any]) -> Any:
    kinds = {type(value) for value in values if value is not None}
    if float in kinds or name.rpartition("_")[2] in _FRACTIONS:
        return "Float64"
    return "Int64" if kinds == {int} else "string"


def html(table: Table) -> str:
    """Return a table as HTML: every text escaped, a caption, and headings with their scope."""
    heads = "".join(f'<th scope="col">{_safe(column.heading)}</th>' for column in table.columns)
    rows = "".join(_row(row) for row in table.rows[:_CAP])
    left = len(table.rows[_CAP:]) + table.more
    notes = [*table.notes, *([f"{left} more rows; to_pandas() has them all"] if left else [])]
    told = "".join(f"<p>{_safe(note)}</p>" for note in notes)
    return (
        f"<table><caption>{_safe(table.title)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>{told}"
    )


def _row(row: Sequence[Cell]) -> str:
    first, *others = row
    cells = "".join(f"<td>{_cell(cell)}</td>" for cell in others)
    return f'<tr><th scope="row">{_cell(first)}</th>{cells}</tr>'


def _cell(cell: Cell) -> str:
    if isinstance(cell, Tally):
        unsure = f"{'+' if cell.count else ''}{cell.uncertain}?" if cell.uncertain else ""
        number = f"{cell.count}{unsure}" if cell.count or not unsure else unsure
        return _safe(f"{number} ({cell.whom})" if cell.whom else number)
    if isinstance(cell, tuple):
        return "<br>".join(_safe(str(quote)) for quote in cell)
    return "" if cell is None else _safe(str(cell))


def _safe(text: str) -> str:
    return escape(visible(text))
