"""Formats on the command line: told by name or ending, refused where they make no sense."""

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from claims.cli.app import app
from claims.errors import ClaimsError
from claims.files.formats import Format, chosen
from claims.ledger import writing
from claims.ledger.decisions import decide
from tests.cli.running import PROGRAM
from tests.ledger.conftest import article, kept


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    words = ["We did nothing of the kind at all", "Not we but they broke it \x1b[31m\x9b1m"]
    with writing(path) as db:
        kept(db, [article("a", *words, outlet="Ñandú")])
        decide(db, "a-0", {"reject": True}, note="", by="Ann", at="2026")
    return path


def run(*arguments: str | Path) -> bytes:
    ran = CliRunner().invoke(app, list(map(str, arguments)), catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return ran.stdout_bytes


@pytest.mark.parametrize("command", ["report", "show", "export"])
@pytest.mark.parametrize("format", list(Format))
def test_the_ending_tells_the_format(
    ledger: Path, tmp_path: Path, command: str, format: Format
) -> None:
    named, ended = tmp_path / "named", tmp_path / f"ended.{format}"
    run(command, ledger, "--format", format, "-o", named)
    run(command, ledger, "-o", ended)
    assert named.read_bytes() == ended.read_bytes()
    assert len(named.read_bytes()) > 50


@pytest.mark.parametrize(
    ("given", "name", "expected"),
    [
        pytest.param(None, None, "table", id="nothing"),
        pytest.param(None, "x.XLSX", "xlsx", id="ending"),
        pytest.param(None, "x.ndjson", "jsonl", id="another name of it"),
        pytest.param(None, "x.txt", "table", id="an ending that says nothing"),
        pytest.param("csv", "x.txt", "csv", id="named"),
        pytest.param("csv", "x.csv", "csv", id="both"),
    ],
)
def test_a_format_is_named_or_told_by_the_ending(
    given: str | None, name: str | None, expected: str
) -> None:
    output = Path(name) if name else None
    assert chosen(given, output, tuple(Format), "table") == expected


def test_a_format_at_odds_with_the_ending_is_a_mistake() -> None:
    with pytest.raises(ClaimsError, match=r"--format csv, but --output 'x.json' ends in .json"):
        chosen("csv", Path("x.json"), tuple(Format), "table")


@pytest.mark.parametrize("name", ["x.docx", "x.pdf", "x.csv.gz", "x.db"])
def test_an_ending_of_no_kind_that_is_written_is_a_mistake(name: str) -> None:
    """A table of text called x.docx would open nowhere."""
    with pytest.raises(
        ClaimsError, match=r"nothing is written as \.\w+\n  fix: name a file in \.csv"
    ):
        chosen(None, Path(name), tuple(Format), "table")


@pytest.mark.parametrize("command", ["report", "show", "export", "compare 2013 2014", "decisions"])
def test_nothing_is_written_over_a_ledger(ledger: Path, command: str) -> None:
    """It holds what people decided, which no reading brings back."""
    before = ledger.read_bytes()
    source = ["--ledger", ledger] if command == "decisions" else [ledger]
    ran = CliRunner().invoke(
        app, [*command.split(), *map(str, source), "-o", str(ledger), "--format", "json"]
    )
    assert isinstance(ran.exception, ClaimsError)
    assert f"--output '{ledger}' is a ledger" in str(ran.exception)
    assert ledger.read_bytes() == before


def test_nothing_is_written_over_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("China accused Japan of spying.", encoding="utf-8")
    ran = CliRunner().invoke(app, ["report", str(path), "-o", str(tmp_path / "." / "a.txt")])
    assert isinstance(ran.exception, ClaimsError)
    assert path.read_text(encoding="utf-8").startswith("China")


def test_export_has_the_rejected_and_report_has_not(ledger: Path) -> None:
    exported = [json.loads(line) for line in run("export", ledger).splitlines()]
    assert [row["rejected"] for row in exported] == [True, False]
    [reported] = json.loads(run("report", ledger, "--format", "json"))
    assert reported["id"] == exported[1]["id"]


def test_export_takes_the_filters_of_report(ledger: Path) -> None:
    [row] = json.loads(run("export", ledger, "--stance", "denial", "--format", "json"))
    assert row["stance"] == "denial"
    assert json.loads(run("export", ledger, "--since", "2025-01-01", "--format", "json")) == []


def test_a_pipe_gets_the_bytes_of_a_spreadsheet(ledger: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(run("report", ledger, "--format", "xlsx")))
    assert book.sheetnames == ["Stance per country", "Claims", "Notes"]


def test_a_pipe_gets_csv_without_a_mark_and_raw_if_asked(ledger: Path) -> None:
    assert run("export", ledger, "--format", "csv").startswith(b"id,")
    assert "Ñandú".encode() in run("export", ledger, "--format", "csv", "--raw")


def on_a_terminal(*arguments: str | Path) -> tuple[int, bytes]:
    """Run a command whose standard output is a terminal."""
    terminal, inside = pty.openpty()
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    ran = subprocess.run(
        command, stdout=inside, stderr=inside, env={**os.environ, "PYTHONIOENCODING": "utf-8"}
    )
    os.close(inside)
    shown = b""
    try:
        while part := os.read(terminal, 65536):
            shown += part
    except OSError:  # Linux says so where the other end is closed
        pass
    os.close(terminal)
    return ran.returncode, shown


@pytest.mark.parametrize("format", ["xlsx", "parquet"])
def test_no_binary_file_goes_to_a_terminal(ledger: Path, format: str) -> None:
    status, shown = on_a_terminal("report", ledger, "--format", format)
    told = f"--format {format}: not for a terminal\r\n  fix: add -o claims.{format}\r\n"
    assert (status, shown.decode()) == (2, told)


@pytest.mark.parametrize("format", ["csv", "jsonl", "json", "md"])
def test_a_terminal_is_shown_what_it_would_obey(ledger: Path, format: str) -> None:
    status, shown = on_a_terminal("export", ledger, "--format", format)
    assert status == 0
    assert b"Not we but they" in shown
    assert b"\x1b" not in shown
    assert "\x9b".encode() not in shown


def test_without_pyarrow_the_fix_is_told(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = CliRunner().invoke(app, ["export", str(ledger), "-o", "x.parquet"])
    assert isinstance(ran.exception, ClaimsError)
    assert "pip install 'stance-ledger[parquet]'" in str(ran.exception)
