"""CSV: what a spreadsheet would run is guarded, and read back as it was."""

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ClaimsError
from claims.files.as_csv import Cells, write_spreadsheet_csv
from claims.files.columns import COLUMNS, NAMES, Kind
from claims.files.formats import Format
from claims.files.from_csv import read_csv, read_rows
from claims.files.gathering import counted
from claims.files.guard import guarded, unguarded
from claims.files.writing import write_file
from claims.ledger import Filter
from tests.files.conftest import keep_claim

TRICKY = st.text(alphabet="'=+-@;,\"\t\r\n \u00a0\u3000＝＋－＠\x00a1é👍")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@a", "'@a", id="at"),
        pytest.param("\t=1", "'\t'=1", id="tab"),
        pytest.param("\r1", "'\r1", id="return"),
        pytest.param("\n1", "'\n1", id="line end"),
        pytest.param("＝1", "'＝1", id="full-width"),
        pytest.param("  =1", "'  =1", id="behind blanks"),
        pytest.param("a;=1", "a;'=1", id="behind another separator"),
        pytest.param("'=1", "''=1", id="guarded before it came"),
        pytest.param("it's 3-2=1", "it's 3-2=1", id="in the middle"),
        pytest.param("'tis", "'tis", id="apostrophe"),
        pytest.param("2013-06-08", "2013-06-08", id="day"),
        pytest.param("", "", id="empty"),
    ],
)
def test_what_begins_a_formula_is_guarded(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert unguarded(cell) == text


@settings(max_examples=500, deadline=None)
@given(st.one_of(TRICKY, st.text()))
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(TRICKY, st.text()), cells=st.sampled_from(Cells))
def test_every_row_comes_back(
    text: str, cells: Cells, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "round.csv"
    values: dict[Kind, Any] = {
        Kind.TEXT: text,
        Kind.DATE: "2024-12-03",
        Kind.INTEGER: 3,
        Kind.NUMBER: 0.1,
        Kind.BOOLEAN: True,
        Kind.SPAN: [0, 1],
    }
    row = {column.name: values.get(column.kind, [text]) for column in COLUMNS}
    unknown = {column.name: None for column in COLUMNS if column.optional}
    rows = [{**row, "speaker_country": "NA", "target_country": "NO"}, {**row, **unknown}]
    with path.open("wb") as file:
        write_spreadsheet_csv(rows, COLUMNS, file, cells)
    assert list(read_rows(path, cells)) == rows


@pytest.fixture
def path(db: sqlite3.Connection, tmp_path: Path) -> Path:
    keep_claim(db, words="=1+1", speaker_country="NO", target_country=None, trust=0.5)
    path = tmp_path / "claims.csv"
    write_file(counted(db, Filter(stances=())), Format.CSV, path)
    return path


def test_a_spreadsheet_knows_it_for_utf8(path: Path) -> None:
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,published,")


def test_pandas_keeps_codes(path: Path) -> None:
    """The options that the documentation names."""
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert tuple(frame) == NAMES
    assert (frame.speaker_country[0], frame.target_country[0]) == ("NO", "")
    assert frame.words[0] == "'=1+1"


def test_the_library_reads_it_back(path: Path) -> None:
    frame = read_csv(path)
    assert (frame.words[0], frame.speaker_country[0], frame.trust[0]) == ("=1+1", "NO", 0.5)
    assert frame.published[0] == pd.Timestamp(2024, 12, 3)
    assert frame.spans[0] == [[0, 34]]
    assert frame.historic.dtype == "boolean"


def test_raw_cells_are_known_by_their_package(db: sqlite3.Connection, tmp_path: Path) -> None:
    keep_claim(db, words="'=1+1")
    path = tmp_path / "raw.csv"
    write_file(counted(db, Filter(stances=()), Cells.RAW), Format.CSV, path)
    assert b",'=1+1," in path.read_bytes()
    assert read_csv(path).words[0] == "'=1+1"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"a,b\n1,2\n", "no CSV of claims", id="another's"),
        pytest.param(b"id,spans\n1,[[\n", "not as it was written", id="list"),
        pytest.param(b"id,published\n1,3/4\n", "not as it was written", id="day"),
        pytest.param(b"id\n\xff\n", "not as it was written", id="no UTF-8"),
        pytest.param(b"id,words\n1,a,b\n", "line 2 has more cells", id="a cell too many"),
        pytest.param(b"id,hedged\n1,maybe\n", "not as it was written", id="neither true nor false"),
    ],
)
def test_what_is_no_csv_of_claims_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(ClaimsError, match=told):
        read_csv(path)
    with pytest.raises(ClaimsError, match="cannot be read"):
        read_csv(tmp_path / "gone.csv")


def test_a_csv_of_no_claims_has_its_columns(db: sqlite3.Connection, tmp_path: Path) -> None:
    """What a program asks of a column holds for none as for many."""
    write_file(counted(db, Filter(countries=("PER",))), Format.CSV, tmp_path / "none.csv")
    assert list(read_csv(tmp_path / "none.csv").columns) == list(NAMES)


def test_the_package_describes_the_file(path: Path) -> None:
    package = json.loads(path.with_name("datapackage.json").read_text(encoding="utf-8"))
    [entry] = package["resources"]
    content = path.read_bytes()
    assert (entry["path"], entry["name"], entry["bytes"]) == ("claims.csv", "claims", len(content))
    assert entry["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    fields = entry["schema"]["fields"]
    assert [field["name"] for field in fields] == list(NAMES)
    assert [field["description"] for field in fields] == [column.meaning for column in COLUMNS]
    assert entry["stance-ledger"]["read_with"] == [
        {"version": "1.0", "model": "model 3", "rules": f"sha256:{'a' * 64}"}
    ]
    assert entry["stance-ledger"]["kept"] == "all claims"


def test_a_folder_has_one_package(db: sqlite3.Connection, path: Path) -> None:
    """Another file is added to it, the same file replaced, one that is gone left out."""
    for name in ("b.csv", "c.csv", "b.csv"):
        write_file(counted(db, Filter(stances=())), Format.CSV, path.with_name(name))
    path.with_name("c.csv").unlink()
    write_file(counted(db, Filter()), Format.CSV, path)
    package = json.loads(path.with_name("datapackage.json").read_text(encoding="utf-8"))
    assert [entry["path"] for entry in package["resources"]] == ["b.csv", "claims.csv"]


@pytest.mark.parametrize("there", ['{"name": "mine", "resources": []}', "not JSON", "[]"])
def test_a_package_of_another_is_left_alone(
    db: sqlite3.Connection, tmp_path: Path, there: str
) -> None:
    keep_claim(db, words="=1")
    (tmp_path / "datapackage.json").write_text(there)
    path = tmp_path / "x.csv"
    write_file(counted(db, Filter(stances=()), Cells.RAW), Format.CSV, path)
    assert (tmp_path / "datapackage.json").read_text() == there
    beside = json.loads((tmp_path / "x.datapackage.json").read_text(encoding="utf-8"))
    assert [entry["path"] for entry in beside["resources"]] == ["x.csv"]
    assert read_csv(path).words[0] == "=1"
