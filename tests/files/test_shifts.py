"""The sheet of a spreadsheet that says what changed between the events of a ledger."""

import io
import sqlite3

import openpyxl

from claims.files.formats import Format
from claims.files.gathering import counted, with_tables
from claims.files.shifts import COLUMNS as SHIFT
from claims.files.writing import write
from claims.ledger import Filter
from claims.ledger.asking import Count
from claims.tables import read_view
from claims.tables.between import MOST_EVENTS, between_events
from claims.tables.shift_rows import records
from tests.bench.synthetic import documents, found_in
from tests.ledger.conftest import article, kept

ONE = "Not a word of it is true, they broke the truce"
TWO = "It was never us who did it"


def sheets(db: sqlite3.Connection) -> openpyxl.Workbook:
    file = io.BytesIO()
    content = counted(db, Filter())
    write(with_tables(content, db, Filter(), read_view("stance"), Count.CLAIMS), Format.XLSX, file)
    return openpyxl.load_workbook(file)


def test_two_events_are_compared(db: sqlite3.Connection) -> None:
    kept(db, [article("a", ONE, event="lima-2024"), article("b", TWO, event="sunnylands-2013")])
    names, *rows = sheets(db)["Shift"].iter_rows(values_only=True)
    assert list(names) == [column.name for column in SHIFT]
    [accusation] = [dict(zip(names, row, strict=True)) for row in rows if row[2] == "accusation"]
    assert (accusation["from"], accusation["to"]) == ("sunnylands-2013", "lima-2024")
    assert (accusation["from_count"], accusation["to_count"]) == (0, 1)
    assert accusation["effect"] == "too few to tell"
    assert accusation["to_words"] == ONE


def test_one_event_has_no_shift(db: sqlite3.Connection) -> None:
    kept(db, [article("a", ONE, event="lima-2024"), article("b", TWO)])
    assert between_events(db, "country", Filter()) is None
    assert sheets(db).sheetnames == ["Stance per country", "Claims", "Notes"]


def test_of_many_events_the_chief_are_compared(db: sqlite3.Connection) -> None:
    kept(db, list(documents(30)), extract=found_in)
    shifted = between_events(db, "country", Filter())
    assert shifted is not None
    assert len(shifted.periods) == MOST_EVENTS
    rows = list(records(shifted))
    assert all(tuple(row) and set(row) == {column.name for column in SHIFT} for row in rows)
