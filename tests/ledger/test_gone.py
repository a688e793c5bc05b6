"""Documents whose files are gone are told of; what was found in them stays."""

import sqlite3
from pathlib import Path

import pytest

from claims.ledger import asking
from claims.ledger.doctor import examine
from claims.ledger.running import run
from claims.model import Document
from tests.ledger.conftest import TODAY, article, each_line


def laid(folder: Path, name: str) -> Document:
    """Return the document of a file that is there; a row's or a member's with its own place."""
    file = folder / name.partition(":")[0].replace(".zip/", ".zip\n").split("\n")[0]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x")
    stem = Path(name).stem
    return article(stem, f"We did nothing of the kind in {stem}", path=str(folder / name))


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        pytest.param("a.txt", "a.txt", id="a file"),
        pytest.param("in/a.txt", "in/a.txt", id="in a folder below"),
        pytest.param("rows.csv:7", "rows.csv", id="a table"),
        pytest.param("pack.zip/in/a.txt", "pack.zip", id="an archive"),
    ],
)
def test_a_file_that_is_gone_is_named_and_its_claims_stay(
    name: str, taken: str, db: sqlite3.Connection, tmp_path: Path
) -> None:
    documents = [laid(tmp_path, name), laid(tmp_path, "b.txt")]
    assert run(db, documents, each_line, TODAY, folders=[tmp_path]).gone == ()
    (tmp_path / taken).unlink()
    ran = run(db, documents[1:], each_line, TODAY, folders=[tmp_path])
    assert ran.gone == (str(tmp_path / name),)
    assert asking.documents(db) == 2
    assert examine(db).facts["files gone"] == "1"


def test_a_file_that_was_moved_is_not_gone(db: sqlite3.Connection, tmp_path: Path) -> None:
    """It is known again by what it says; where it lies is no part of that."""
    before = laid(tmp_path, "a.txt")
    run(db, [before], each_line, TODAY)
    (tmp_path / "a.txt").unlink()
    ran = run(db, [laid(tmp_path, "later/a.txt")], each_line, TODAY, folders=[tmp_path])
    assert (ran.unchanged, ran.gone) == (1, ())


def test_only_the_folders_that_are_read_are_looked_through(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    """A folder whose name begins alike is another one."""
    run(db, [laid(tmp_path, "news/a.txt"), laid(tmp_path, "news-2/b.txt")], each_line, TODAY)
    for name in ("news/a.txt", "news-2/b.txt"):
        (tmp_path / name).unlink()
    ran = run(db, [], each_line, TODAY, folders=[tmp_path / "news", tmp_path / "news"])
    assert ran.gone == (str(tmp_path / "news" / "a.txt"),)
