"""The figures of every format agree with each other, and with the ledger asked by plain SQL."""

import csv
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import html
from pyarrow import parquet
from typer.testing import CliRunner

from claims.cli.app import app
from claims.cli.report import Format
from claims.files.from_csv import read_rows
from claims.ledger import asking, writing
from claims.ledger.decisions import decide
from claims.names import country_name
from tests.bench.synthetic import documents, found_in
from tests.ledger.conftest import kept

Figures = Mapping[tuple[str, str], tuple[int, int]]
"""Name of a country and stance → certain and uncertain claims."""

STANCES = ("accusation", "denial", "cooperation")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with copies of articles, claims of the past, and decisions of every kind."""
    path = tmp_path_factory.mktemp("figures") / "desk.db"
    with writing(path) as db:
        kept(db, list(documents(60, claims=8)), extract=found_in)
        claims = list(asking.asked(db, asking.ALL))
        changes: tuple[dict[str, object], ...] = (
            {"reject": True},
            {"stance": "denial"},
            {"speaker_country": "NOR"},
            {"speaker_country": None},
        )
        for number, claim in enumerate(claims[:40]):
            decide(db, claim.id, changes[number % 4], note="", by="Ann", at="2026")
    return path


@pytest.fixture(scope="module")
def truth(ledger: Path) -> Figures:
    """Count what was found and what was decided, without the code that tables come from."""
    with sqlite3.connect(ledger) as db:
        rows = db.execute(
            "SELECT speaker_country, stance, sum(NOT uncertain), sum(uncertain) FROM claims "
            "WHERE NOT rejected AND NOT historic AND speaker_country <> '' "
            f"AND stance IN {STANCES} GROUP BY speaker_country, stance"
        ).fetchall()
    db.close()
    return {(country_name(code), stance): (sure, unsure) for code, stance, sure, unsure in rows}


def counted(rows: Iterable[Mapping[str, Any]]) -> Figures:
    """Count a row a claim as the columns' meanings tell."""
    sure: Counter[tuple[str, str]] = Counter()
    unsure: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row["speaker_country"] and not row["historic"] and not row["rejected"]:
            key = (row["speaker_country_name"], row["stance"])
            (unsure if row["uncertain"] else sure)[key] += 1
    return {key: (sure[key], unsure[key]) for key in sure.keys() | unsure.keys()}


def of_csv(path: Path) -> Figures:
    return counted(read_rows(path))


def of_plain_csv(path: Path) -> Figures:
    """Read it as a program does that knows nothing of ours."""
    flags = ("historic", "rejected", "uncertain")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        return counted({**row, **{flag: row[flag] == "true" for flag in flags}} for row in rows)


def of_json(path: Path) -> Figures:
    return counted(json.loads(path.read_text(encoding="utf-8")))


def of_jsonl(path: Path) -> Figures:
    return counted(map(json.loads, path.read_text(encoding="utf-8").splitlines()))


def of_parquet(path: Path) -> Figures:
    return counted(parquet.read_table(path).to_pylist())


def of_claims_sheet(path: Path) -> Figures:
    names, *rows = openpyxl.load_workbook(path)["Claims"].iter_rows(values_only=True)
    return counted(dict(zip(map(str, names), row, strict=True)) for row in rows)


def of_table_sheet(path: Path) -> Figures:
    _, *rows = openpyxl.load_workbook(path)["Stance per country"].iter_rows(values_only=True)
    cells = {
        (str(row[0]), stance): (row[at], row[at + 1])
        for row in rows
        for stance, at in zip(STANCES, (1, 4, 7), strict=True)
    }
    return {key: (int(str(a)), int(str(b))) for key, (a, b) in cells.items() if a or b}


def of_tallies(rows: Iterable[list[str]]) -> Figures:
    """Read cells such as "3 +1? (China 4)", "2?" or "–"."""
    found = {}
    for name, *cells in rows:
        for stance, cell in zip(STANCES, cells, strict=False):
            if told := re.match(r"(?:(\d+)(?![\d?]))?(?: ?\+?(\d+)\?)?", cell):
                found[name, stance] = (int(told[1] or 0), int(told[2] or 0))
    return {key: pair for key, pair in found.items() if any(pair)}


def of_markdown(path: Path) -> Figures:
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return of_tallies([cell.strip() for cell in line.split(" | ")] for line in _cells(lines[1:]))


def _cells(lines: list[str]) -> list[str]:
    return [line.removeprefix("| ").removesuffix(" |") for line in lines]


def of_terminal(path: Path) -> Figures:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("│")[1:]] for line in lines if "│" in line]
    return of_tallies([name, *cells] for name, *cells in rows[1:] if name)


def of_page(path: Path) -> Figures:
    page = html.fromstring(path.read_text(encoding="utf-8"))
    rows = page.xpath("//table[@class='stances']/tbody/tr[th]")
    return of_tallies(
        [row.findtext("th") or "", *(td.text_content().split("\n")[0] for td in row.findall("td"))]
        for row in rows
    )


READERS: dict[str, tuple[str, Callable[[Path], Figures]]] = {
    "csv": ("csv", of_csv),
    "csv without us": ("csv", of_plain_csv),
    "json": ("json", of_json),
    "jsonl": ("jsonl", of_jsonl),
    "parquet": ("parquet", of_parquet),
    "claims of xlsx": ("xlsx", of_claims_sheet),
    "table of xlsx": ("xlsx", of_table_sheet),
    "md": ("md", of_markdown),
    "table": ("table", of_terminal),
    "html": ("html", of_page),
}


@pytest.mark.parametrize(("format", "figures"), READERS.values(), ids=READERS)
def test_figures_agree(
    ledger: Path,
    truth: Figures,
    tmp_path: Path,
    format: str,
    figures: Callable[[Path], Figures],
) -> None:
    path = tmp_path / f"report.{format}"
    ran = CliRunner().invoke(
        app, ["report", str(ledger), "--format", format, "-o", str(path)], catch_exceptions=False
    )
    assert ran.exit_code == 0, ran.output
    assert figures(path) == truth


def test_the_figures_are_worth_comparing(truth: Figures) -> None:
    assert len(truth) > 60
    assert sum(unsure for _, unsure in truth.values()) > 20


def test_every_format_is_compared() -> None:
    """A new format adds its figures here."""
    assert {format for format, _ in READERS.values()} == set(Format)
