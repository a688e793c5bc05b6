"""Measurements say how they are called, where they are called in another way."""

import sys
from pathlib import Path

import pytest

from tests.bench.asked import SEEDS, folders


def test_without_a_folder_the_seeds_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["stages.py"])
    assert folders("Time it.") == [SEEDS]


def test_a_folder_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["stages.py", str(tmp_path), str(tmp_path / "gone")])
    with pytest.raises(SystemExit):
        folders("Time it.")
    told = capsys.readouterr().err
    assert told.startswith("usage: ")
    assert "no such folder" in told
