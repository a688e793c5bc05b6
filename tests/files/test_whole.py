"""Files are written whole or not at all, several of one command together."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from claims.files.whole import whole


def test_a_failure_in_the_middle_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), whole(path) as (file,):
        file.write(b"new" * (1 // 0))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("there", [["a", "b"], ["a"], ["b"], []])
def test_two_files_take_their_places_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: list[str]
) -> None:
    """Where the second cannot be put in its place, the first is taken back."""
    a, b = tmp_path / "a", tmp_path / "b"
    for name in there:
        (tmp_path / name).write_text(f"old {name}")
    replace = os.replace

    def fail(source: str, target: Path) -> None:
        if target == b:
            raise OSError("disk full")
        replace(source, target)

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(OSError, match="disk full"), whole(a, b) as files:
        list(map(_new, files))
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {n: f"old {n}" for n in there}


def _new(file: BinaryIO) -> None:
    file.write(b"new")


def test_two_files_are_written(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("old")
    with whole(a, b) as (first, second):
        first.write(b"1")
        second.write(b"2")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a": "1", "b": "2"}


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    with whole(link) as (file,):
        file.write(b"new")
    assert link.is_symlink()
    assert (real.read_text(), stat.S_IMODE(real.stat().st_mode)) == ("new", 0o640)


def test_a_pipe_is_written_straight(tmp_path: Path) -> None:
    """``-o /dev/stdout`` must not put a file where the pipe was."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with whole(pipe) as (file,):
        file.write(b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError), whole(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []
