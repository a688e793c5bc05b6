"""What each format holds: every column under its name, values as they were."""

import csv
import io
import json
import sqlite3
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from pyarrow import parquet

from claims.files.as_markdown import as_markdown
from claims.files.columns import COLUMNS, NAMES, Kind
from claims.files.formats import Format
from claims.ledger.decisions import decide
from claims.model import Claim, Considered, Span
from claims.tables import Table
from claims.tables.table import Column, Quote
from tests.files.conftest import keep_claim, written
from tests.ledger.conftest import article, kept

WORDS = "We did nothing of the kind at all."


def test_every_field_of_a_claim_is_a_column() -> None:
    """What is known of a claim is in every file."""
    assert set(Claim.__dataclass_fields__) <= set(NAMES)
    assert len(set(NAMES)) == len(NAMES)
    assert all(column.meaning.endswith(".") for column in COLUMNS)


def test_the_documentation_lists_every_column() -> None:
    """``reports/README.md`` says what ``columns.py`` says."""
    shown = (Path(__file__).parents[2] / "reports" / "README.md").read_text(encoding="utf-8")
    for column in COLUMNS:
        name = f"**{column.name}**" if column.heading else column.name
        optional = ", or nothing" if column.optional else ""
        assert f"\n| {name} | {column.kind}{optional} | {column.meaning} |\n" in shown


def test_json_carries_every_column(db: sqlite3.Connection) -> None:
    """Other programs build on these names."""
    keep_claim(db)
    [row] = json.loads(written(db, Format.JSON))
    assert tuple(row) == NAMES
    assert (row["spans"], row["published"]) == ([[0, 34]], "2024-12-03")


def test_a_line_of_jsonl_is_one_claim(db: sqlite3.Connection) -> None:
    """Whatever a program takes for a line end, none is inside a text."""
    words = "line\u2028end\x85 “quoted”"
    seen = Considered(rule="r", outcome="won", evidence=(Span(1, 2),))
    keep_claim(db, words=words, considered=(seen,))
    [line] = written(db, Format.JSONL).decode().splitlines()
    assert json.loads(line)["words"] == words
    told = [{"rule": "r", "outcome": "won", "evidence": [[1, 2]]}]
    assert json.loads(line)["considered"] == told


def test_no_claims_are_no_rows(db: sqlite3.Connection) -> None:
    assert json.loads(written(db, Format.JSON)) == []
    assert written(db, Format.JSONL) == b""
    assert written(db, Format.CSV).decode().count("\n") == 1
    assert pd.read_parquet(io.BytesIO(written(db, Format.PARQUET))).empty
    workbook = openpyxl.load_workbook(io.BytesIO(written(db, Format.XLSX)))
    assert workbook["Claims"].max_row == 1


@pytest.mark.parametrize("code", ["NO", "NA", "010", "nan", "None", "1e5", "TRUE", "3/4", "#N/A"])
def test_codes_stay_text(db: sqlite3.Connection, code: str) -> None:
    """Norway's NO and Namibia's NA are no truth value and no missing value, 010 is not ten."""
    keep_claim(db, speaker_country=code, target=code, target_country=None)
    [row] = csv.DictReader(io.StringIO(written(db, Format.CSV).decode()))
    assert (row["speaker_country"], row["target"], row["target_country"]) == (code, code, "")
    text = io.BytesIO(written(db, Format.CSV))
    frame = pd.read_csv(text, dtype=str, keep_default_na=False)
    assert (frame.speaker_country[0], frame.target[0], frame.target_country[0]) == (code, code, "")
    cells = {c[0].value: c[1] for c in sheet(written(db, Format.XLSX), "Claims").iter_cols()}
    assert (cells["target"].data_type, cells["target"].value) == ("s", code)
    [row] = parquet.read_table(io.BytesIO(written(db, Format.PARQUET))).to_pylist()
    assert (row["speaker_country"], row["target_country"]) == (code, None)


def sheet(content: bytes, name: str) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content))[name]


def test_cells_of_a_spreadsheet_have_types(db: sqlite3.Connection) -> None:
    """Days are days, numbers numbers, truth values truth values, whatever the machine's locale."""
    keep_claim(db, trust=0.75, trust_n=4, hedged=True)
    claims = sheet(written(db, Format.XLSX), "Claims")
    cells = {column[0].value: column[1] for column in claims.iter_cols()}
    assert cells["published"].value == datetime(2024, 12, 3)
    assert cells["published"].number_format == "yyyy-mm-dd"
    assert (cells["trust"].value, cells["trust_n"].value) == (0.75, 4)
    assert cells["hedged"].value is True
    assert cells["historic"].value is False
    assert (claims.freeze_panes, claims.auto_filter.ref) == ("B2", "A1:AP2")
    assert claims.column_dimensions["P"].width > 60


def test_a_day_before_spreadsheets_count_is_text(db: sqlite3.Connection) -> None:
    keep_claim(db, published=date(1853, 3, 27))
    cells = {c[0].value: c[1] for c in sheet(written(db, Format.XLSX), "Claims").iter_cols()}
    assert (cells["published"].value, cells["published"].data_type) == ("1853-03-27", "s")


def test_the_notes_say_what_was_counted_and_what_columns_mean(db: sqlite3.Connection) -> None:
    keep_claim(db)
    rows = sheet(written(db, Format.XLSX), "Notes").iter_rows(values_only=True)
    notes = {str(name): str(value) for name, value in rows}
    assert notes["claims kept"] == "all claims"
    assert notes["rows of Claims"] == "1"
    assert notes["documents read with"] == f"claims 1.0, model model 3, rules SHA-256 {'a' * 64}"
    for column in COLUMNS:
        assert notes[f"Claims: {column.name}"] == f"{column.kind}: {column.meaning}"


def test_parquet_is_typed(db: sqlite3.Connection) -> None:
    keep_claim(db, trust=0.75)
    file = parquet.read_table(io.BytesIO(written(db, Format.PARQUET)))
    [row] = file.to_pylist()
    assert (row["published"], row["trust"], row["spans"]) == (date(2024, 12, 3), 0.75, [[0, 34]])
    meaning = file.schema.field("words").metadata[b"description"].decode()
    assert meaning == next(column.meaning for column in COLUMNS if column.name == "words")


@pytest.mark.parametrize("format", list(Format))
def test_the_same_claims_make_the_same_bytes(db: sqlite3.Connection, format: Format) -> None:
    keep_claim(db)
    assert written(db, format) == written(db, format)


def test_rows_carry_sources_decisions_and_provenance(db: sqlite3.Connection) -> None:
    kept(db, [article("a", WORDS, outlet="A"), article("b", WORDS, outlet="B")])
    decide(db, "b-0", {"stance": "rejection"}, note="no", by="Ann", at="2026")
    [row] = json.loads(written(db, Format.JSON))
    assert [source["outlet"] for source in row["sources"]] == ["A", "B"]
    assert (row["source_count"], row["stance"], row["rejected"]) == (2, "rejection", False)
    assert row["decisions"][0] | {"by": "Ann", "note": "no"} == row["decisions"][0]
    assert len(row["document_hash"]) == len(row["rule_hash"]) == 64


def test_markdown_escapes_what_it_would_obey() -> None:
    """A pipe would open a column, and a tag an element."""
    quote = Quote(stance="denial", words="a | b <img src=x> *c* &lt;", speaker="@x", claim="1")
    table = Table(title="T", columns=(Column(key="words", heading="Words"),), rows=(((quote,),),))
    assert r"a \| b \<img src=x\> \*c\* \&lt; " in as_markdown(table).replace("”", " ")
    assert "@" not in as_markdown(table)


def test_lists_stand_as_json_in_csv(db: sqlite3.Connection) -> None:
    keep_claim(db, rules=("a.b", "c"))
    [row] = csv.DictReader(io.StringIO(written(db, Format.CSV).decode()))
    for column in COLUMNS:
        if column.kind in {Kind.TEXTS, Kind.SPANS, Kind.SOURCES}:
            assert isinstance(json.loads(row[column.name]), list)
    assert json.loads(row["rules"]) == ["a.b", "c"]
