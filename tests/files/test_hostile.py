"""Hostile texts in every field of a claim, through every format: shown, kept, never obeyed."""

import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
import pandas as pd
import pytest
from markdown_it import MarkdownIt
from pyarrow import parquet
from rich.console import Console

from claims.files.columns import COLUMNS, NAMES, Kind
from claims.files.formats import Format
from claims.files.from_csv import read_rows
from claims.files.gathering import counted
from claims.files.row import row
from claims.files.texts import lines_visible
from claims.files.writing import write_file
from claims.files.xlsx_texts import is_too_long
from claims.ledger import Filter, in_memory
from claims.ledger.recorded import recorded
from claims.tables import read_view
from claims.tables.from_ledger import table
from claims.tables.terminal import show
from tests.files.conftest import written
from tests.hostile import HOSTILE, fill

LIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
BEGINS = "=+-@\t\r\n＝＋－＠"


@pytest.fixture(params=HOSTILE.values(), ids=list(HOSTILE), scope="module")
def text(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def hostile(text: str) -> Iterator[sqlite3.Connection]:
    with in_memory() as db:
        fill(db, text)
        yield db


@pytest.fixture(scope="module")
def expected(hostile: sqlite3.Connection) -> dict[str, Any]:
    [claim] = map(row, recorded(hostile, Filter()))
    return dict(claim)


def test_every_text_field_is_hostile(expected: dict[str, Any], text: str) -> None:
    """Or the rest of this file would prove less than it says."""
    plain = {"id", "stance", "mode", "model", "rule_hash", "document_hash"}
    for column in COLUMNS:
        if column.kind is Kind.TEXT and column.name not in plain:
            assert text in expected[column.name], column.name


@pytest.mark.parametrize("format", [Format.JSON, Format.JSONL])
def test_json_gives_back_what_it_got(
    hostile: sqlite3.Connection, expected: dict[str, Any], format: Format
) -> None:
    content = written(hostile, format).decode()
    assert not LIVE.search(content)
    [found] = json.loads(content) if format is Format.JSON else [json.loads(content)]
    assert found == expected


def test_csv_gives_back_what_it_got(
    hostile: sqlite3.Connection, expected: dict[str, Any], tmp_path: Any
) -> None:
    """And no cell begins as a formula does, whatever separator a spreadsheet expects."""
    path = tmp_path / "claims.csv"
    write_file(counted(hostile, Filter()), Format.CSV, path)
    assert list(read_rows(path)) == [expected]
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, engine="python")
    assert tuple(frame) == NAMES
    for column in COLUMNS:
        cell = frame[column.name][0]
        for begun in re.split("[;\t\n\r]", cell):
            assert not begun.lstrip(" \u00a0\u3000").startswith(tuple(BEGINS)), column.name


def test_parquet_gives_back_what_it_got(
    hostile: sqlite3.Connection, expected: dict[str, Any]
) -> None:
    [found] = parquet.read_table(io.BytesIO(written(hostile, Format.PARQUET))).to_pylist()
    for name in ("speaker", "words", "title", "topic", "rules", "considered", "speaker_country"):
        assert found[name] == expected[name]


def test_a_spreadsheet_shows_all_and_runs_nothing(
    hostile: sqlite3.Connection, expected: dict[str, Any]
) -> None:
    """Equal but for what no cell can hold, which is visible; too long is cut with a mark."""
    content = written(hostile, Format.XLSX)
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in workbook for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    assert not any(cell.hyperlink for cell in cells)
    [_, values] = workbook["Claims"].iter_rows(values_only=True)
    for name, cell_value in zip(NAMES, values, strict=True):
        value = "" if cell_value is None else str(cell_value)
        if isinstance(expected[name], str) and name != "published":
            shown = lines_visible(expected[name])
            if is_too_long(shown):
                assert value.startswith(shown[:16_000])
                assert value.endswith("CSV and JSON have the whole]")
            else:
                # openpyxl leaves OOXML's escape as it is; spreadsheets do not.
                assert value.replace("_x005F_", "_") == shown, name
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any("externalLink" in name or "vba" in name.lower() for name in parts.namelist())
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name)
            assert b"<hyperlink" not in parts.read(name)


def test_markdown_is_text(hostile: sqlite3.Connection) -> None:
    """A reader of Markdown finds a table of texts: no tag, link, image or emphasis."""
    content = written(hostile, Format.MD).decode()
    assert not LIVE.search(content)
    assert "@" not in content
    assert not re.search(r"(?<!\\)://|www\.", content)
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(content)
    inside = {child.type for token in tokens for child in token.children or ()}
    assert inside <= {"text", "text_special"}
    assert {token.tag for token in tokens} <= {"table", "thead", "tbody", "tr", "th", "td", ""}
    assert sum(token.type == "tr_open" for token in tokens) == 2


@pytest.mark.parametrize("width", [60, 120])
def test_a_terminal_shows_text(hostile: sqlite3.Connection, width: int) -> None:
    for view in ("stance", "speaker", "dyad", "topic"):
        console = Console(file=io.StringIO(), width=width, force_terminal=False)
        show(table(hostile, read_view(view), Filter()), console)
        assert isinstance(console.file, io.StringIO)
        assert not LIVE.search(console.file.getvalue())
