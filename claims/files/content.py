"""What a file holds, whatever its format."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.files.about import About
from claims.files.as_csv import Cells
from claims.files.columns import COLUMNS, Column
from claims.files.row import Row
from claims.files.sheets import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a file holds: claims, unless it says otherwise.

    Attributes:
        rows: Values by column; read once.
        name: Of the rows, for a spreadsheet.
        sheets: What a spreadsheet has before the rows: tables that are counted from them.
        notes: Name and value, for a spreadsheet's notes.
    """

    rows: Iterable[Row]
    about: About
    columns: Sequence[Column] = COLUMNS
    name: str = "Claims"
    sheets: Sequence[Sheet] = ()
    notes: Sequence[tuple[str, str]] = ()
    cells: Cells = Cells.GUARDED
