"""Gather what a file holds from a ledger."""

import sqlite3
from dataclasses import asdict, replace

from claims.files.about import about
from claims.files.as_csv import Cells
from claims.files.columns import DECISIONS
from claims.files.content import Content
from claims.files.row import row
from claims.files.sheets import of_rows, of_table
from claims.files.shifts import COLUMNS as SHIFT
from claims.ledger.asking import ALL, Count
from claims.ledger.decisions import decisions
from claims.ledger.recorded import recorded, recorded_all
from claims.ledger.select import Filter
from claims.tables.between import between_events
from claims.tables.from_ledger import table
from claims.tables.shift_rows import records
from claims.tables.views import View


def counted(db: sqlite3.Connection, wanted: Filter, cells: Cells = Cells.GUARDED) -> Content:
    """Return the claims that a filter keeps and that tables count, or could."""
    return Content(rows=map(row, recorded(db, wanted)), about=about(db, wanted), cells=cells)


def everything(db: sqlite3.Connection, wanted: Filter, cells: Cells = Cells.GUARDED) -> Content:
    """Return the claims that a filter keeps, those too that people have rejected."""
    return Content(rows=map(row, recorded_all(db, wanted)), about=about(db, wanted), cells=cells)


def decided(db: sqlite3.Connection) -> Content:
    """Return every decision, the undone ones too, in the order they were taken."""
    rows = ({**asdict(made), "state": made.state} for made in decisions(db))
    return Content(rows=rows, about=about(db, ALL), columns=DECISIONS, name="Decisions")


def with_tables(
    content: Content, db: sqlite3.Connection, wanted: Filter, view: View, count: Count
) -> Content:
    """Return a spreadsheet's content: before the claims come the tables that count them."""
    counted = table(db, view, wanted, count)
    sheets = [of_table(counted.title, counted)]
    notes = [("note", note) for note in counted.notes]
    if shifted := between_events(db, view.rows, wanted):
        sheets.append(of_rows("Shift", records(shifted), SHIFT))
        notes += [("note on Shift", note) for note in (shifted.title, *shifted.notes)]
    return replace(content, sheets=sheets, notes=[("tables count", count), *notes])
