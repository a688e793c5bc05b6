"""A shift as a file: a row for each row, stance and step, and what its columns mean."""

import sqlite3

from claims.files.about import about
from claims.files.as_csv import Cells
from claims.files.columns import Column, Kind
from claims.files.content import Content
from claims.ledger.select import Filter
from claims.tables.shift import Shift
from claims.tables.shift_rows import FIELDS, records

_HEAD = (
    Column("row", Kind.TEXT, "Country, speaker, dyad or topic, as it is shown.", wide=22),
    Column("country", Kind.TEXT, "The speaker's state, coded; empty where the row has none."),
    Column("stance", Kind.TEXT, "accusation, denial, cooperation; or demand, threat and so on."),
    Column("from", Kind.TEXT, "The earlier period: an event's key, or days.", wide=18),
    Column("to", Kind.TEXT, "The later period.", wide=18),
)
_SIDE = (
    Column("count", Kind.INTEGER, "Certain claims of the stance."),
    Column("uncertain", Kind.INTEGER, "Uncertain claims of the stance; in no share."),
    Column("of", Kind.INTEGER, "Certain claims of the row, of all stances compared."),
    Column("documents", Kind.INTEGER, "Documents that those stand in."),
    Column("share", Kind.NUMBER, "count / of, 0 to 1; empty where of is 0.", optional=True),
    Column("low", Kind.NUMBER, "Lower end of its 95 % interval.", optional=True),
    Column("high", Kind.NUMBER, "Upper end.", optional=True),
    Column("words", Kind.TEXT, "The plainest words; empty if none was found.", True, 60),
    Column("speaker", Kind.TEXT, "Whose words they are, and via whom.", True, 22),
    Column("claim", Kind.TEXT, "Its id; claims explain ID shows why.", True, 14),
)
_CHANGE = (
    Column("difference", Kind.NUMBER, "Later share less earlier share.", optional=True),
    Column("low", Kind.NUMBER, "Lower end of its 95 % interval.", optional=True),
    Column("high", Kind.NUMBER, "Upper end.", optional=True),
    Column("basis", Kind.TEXT, "What the interval rests on: documents; claims (one document)."),
    Column("effect", Kind.TEXT, "rise, fall, none (may be chance) or too few to tell.", wide=16),
    Column("fate", Kind.TEXT, "appeared, vanished, stayed, absent; unseen: a side is empty."),
)


def _of_side(side: str, when: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"{side}_{c.name}", c.kind, f"{when}: {c.meaning}", c.optional, c.wide)
        for c in _SIDE
    )


COLUMNS = (*_HEAD, *_of_side("from", "Earlier"), *_of_side("to", "Later"), *_CHANGE)
assert tuple(column.name for column in COLUMNS) == FIELDS


def shifted(
    db: sqlite3.Connection, shift: Shift, wanted: Filter, cells: Cells = Cells.GUARDED
) -> Content:
    """Return what a file of a shift holds."""
    notes = [("note", note) for note in shift.notes]
    return Content(
        rows=records(shift),
        about=about(db, wanted),
        columns=COLUMNS,
        name="Shift",
        notes=notes,
        cells=cells,
    )
