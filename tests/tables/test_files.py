"""Exports: every field under its name, values as they were, files whole or not at all."""

import csv
import io
import json
from pathlib import Path

import pytest

from claims.model import Considered, Span
from claims.tables import build, files, read_view
from tests.tables.conftest import Make


def test_json_carries_every_field_of_a_claim(make: Make) -> None:
    """Other programs build on these names."""
    [row] = json.loads(files.as_json([make()]))
    assert list(row) == list(files.FIELDS)
    assert {"id", "document", "spans", "speaker_country", "target_country", "words"} <= set(row)
    assert (row["spans"], row["published"]) == ([[0, 45]], "2024-12-03")


def test_a_line_of_jsonl_is_one_claim(make: Make) -> None:
    claim = make(words="line\u2028end “quoted”", considered=(Considered(rule="r", outcome="won"),))
    lines = files.as_jsonl([claim, make()]).split("\n")
    assert len(lines) == 3
    assert json.loads(lines[0])["words"] == "line\u2028end “quoted”"
    assert json.loads(lines[0])["considered"] == [{"rule": "r", "outcome": "won", "evidence": []}]


def test_csv_keeps_codes_as_text(make: Make) -> None:
    """Norway's NO and Namibia's NA are no truth value and no missing value."""
    text = files.as_csv(
        [make(speaker_country="NA", target="NO", target_country=None, words='a "b"')]
    )
    [row] = csv.DictReader(io.StringIO(text))
    assert (row["speaker_country"], row["target"], row["words"]) == ("NA", "NO", 'a "b"')
    assert (row["target_country"], row["spans"]) == ("", "[[0, 45]]")


def test_markdown_escapes_what_it_would_obey(make: Make) -> None:
    """A pipe would open a column, and a tag an element."""
    text = files.as_markdown(build([make(words="a | b <img src=x> *c*")], read_view("stance")))
    assert r"a \| b \<img src=x\> \*c\*" in text


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure in the middle leaves the old file and no litter."""
    path = tmp_path / "out.csv"
    files.write_whole(["old"], path)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(OSError, match="disk full"):
        files.write_whole(["new"], path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_spans_are_lists_of_two(make: Make) -> None:
    record = files.record(make(spans=(Span(1, 2), Span(3, 4))))
    assert record["spans"] == [[1, 2], [3, 4]]
