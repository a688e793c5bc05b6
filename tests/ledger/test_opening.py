"""Opening a file: what is no ledger, too new, locked, full or damaged is told with its fix."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.ledger import Filter, asking, is_ledger, reading, writing
from claims.ledger.asking import ALL
from claims.ledger.doctor import examine
from claims.ledger.opening import change
from claims.ledger.schema import FIRST, STEPS, migrate, schema_version, statements
from tests.ledger.conftest import article, kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a ledger with one claim."""
    path = tmp_path / "ledger.db"
    with writing(path) as db:
        kept(db, [article("a", "We did nothing of the kind")])
    return path


def test_a_ledger_is_made_on_first_use(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with writing(path) as db:
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert schema_version(db) == len(STEPS)
    assert is_ledger(path)
    assert sorted(tmp_path.iterdir()) == [path]


def _text(path: Path) -> None:
    path.write_text("Not a ledger at all, but a letter of some length to a friend. " * 20)


def _other(path: Path) -> None:
    path.unlink()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE songs (name)")
    db.close()


def _newer(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


def _gone(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        pytest.param(_folder, "a folder, and no ledger\n  fix: name a file", id="a folder"),
        pytest.param(_text, "not a ledger: no SQLite file\n  fix: name a file", id="a text"),
        pytest.param(_other, "an SQLite file, but no ledger\n  fix: name a file", id="songs"),
        pytest.param(_newer, f"schema 99; this claims knows schema {len(STEPS)}\n", id="newer"),
        pytest.param(_gone, "no such file\n  fix: make one: claims track", id="gone"),
    ],
)
def test_what_cannot_be_read_is_told(spoil: Callable[[Path], None], told: str, path: Path) -> None:
    spoil(path)
    with pytest.raises(ClaimsError) as caught, reading(path):
        pass
    assert str(caught.value).startswith(f"{path}: ")
    assert told in str(caught.value)


@pytest.mark.parametrize("spoil", [_text, _other, _newer])
def test_what_cannot_be_written_is_left_as_it_was(
    spoil: Callable[[Path], None], path: Path
) -> None:
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(ClaimsError), writing(path):
        pass
    assert path.read_bytes() == before


def test_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="no such folder"), writing(tmp_path / "x" / "l.db"):
        pass


def test_another_writer_is_waited_for_and_then_told(path: Path) -> None:
    with (
        writing(path) as one,
        change(one),
        pytest.raises(ClaimsError) as caught,
        writing(path, patience=0.1) as other,
    ):
        kept(other, [article("b", "It is not ours")])
    assert str(caught.value) == (
        f"{path}: another writer holds it\n  fix: wait until it is done, and run the command again"
    )


def test_readers_read_while_one_writes(path: Path) -> None:
    with writing(path) as one, reading(path) as other:
        with change(one):
            one.execute("DELETE FROM documents")
            assert asking.documents(other) == 1
        assert asking.documents(other) == 0


def test_a_full_disk_is_told_and_what_was_committed_stays(path: Path) -> None:
    long = ["We did nothing of the kind in the year " + str(n) for n in range(2000)]
    with pytest.raises(ClaimsError, match="the disk is full"), _three_pages_left(path) as db:
        kept(db, [article("b", *long)])
    with reading(path) as db:
        assert asking.count(db, ALL) == 1
        assert examine(db).faults == ()


@contextmanager
def _three_pages_left(path: Path) -> Iterator[sqlite3.Connection]:
    with writing(path) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 3}")
        yield db


def test_a_folder_that_may_not_be_written_to_is_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader of a WAL file makes files beside it; where it may not, it does without."""
    monkeypatch.setattr("os.access", lambda *_: False)
    with reading(path) as db:
        assert asking.count(db, ALL) == 1
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]


def test_a_reader_changes_nothing(path: Path) -> None:
    with pytest.raises(ClaimsError, match="may not be written to"), reading(path) as db:
        db.execute("DELETE FROM documents")


def test_damage_is_found(path: Path) -> None:
    """An orphan by hand, then a page of noise."""
    db = sqlite3.connect(path)
    db.execute("DELETE FROM propositions")
    db.execute("UPDATE documents SET original = 'nobody'")
    db.commit()
    db.close()
    with reading(path) as db:
        assert examine(db).faults == (
            "1 claims that are not counted",
            "1 copies without their original",
        )
    _noise(path, 200)
    with pytest.raises(ClaimsError, match="the file is damaged"), reading(path):
        pass


def _noise(path: Path, start: int) -> None:
    whole = bytearray(path.read_bytes())
    whole[start:] = b"\x55" * (len(whole) - start)
    path.write_bytes(whole)


OLD = "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT);"
NEXT = """
ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT '';
UPDATE notes SET author = 'unknown';
"""


def test_an_older_file_is_lifted_step_by_step() -> None:
    """Made up: schema 1 had notes without authors; what was written stays."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    assert migrate(db, "made up", [OLD]) == 1
    db.execute("INSERT INTO notes (text) VALUES ('kept')")
    assert migrate(db, "made up", [OLD, NEXT]) == 1
    assert db.execute("SELECT text, author FROM notes").fetchall() == [("kept", "unknown")]
    assert (schema_version(db), migrate(db, "made up", [OLD, NEXT])) == (2, 0)


def test_a_step_that_fails_leaves_the_file_as_it_was() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db, "made up", [OLD])
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, "made up", [OLD, NEXT + "DROP TABLE nowhere;"])
    assert schema_version(db) == 1
    assert [row[1] for row in db.execute("PRAGMA table_info(notes)")] == ["id", "text"]


def test_a_reader_lifts_an_older_file_first(tmp_path: Path) -> None:
    """The oldest is of schema 0: a run that was killed before its first step was done."""
    path = tmp_path / "begun.db"
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    with reading(path) as db:
        assert schema_version(db) == len(STEPS)
        assert asking.count(db, ALL) == 0


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Filter(events=("lima-2024",)), "propositions_event"),
        (Filter(topics=("trade",)), "propositions_topic"),
        (Filter(targets=("CHN", "USA")), "propositions_target"),
        (Filter(countries=("CHN",)), "PRIMARY KEY"),
    ],
)
def test_what_a_filter_names_is_looked_up_and_not_searched_for(
    tmp_path: Path, wanted: Filter, index: str
) -> None:
    """Work counted by SQLite's own plan: no scan of all rows."""
    with writing(tmp_path / "empty.db") as db:
        where, values = asking.conditions(db, wanted)
        query = f"EXPLAIN QUERY PLAN SELECT p.claim FROM propositions p WHERE {where}"
        [step] = [row["detail"] for row in db.execute(query, values)]
    assert step.startswith("SEARCH p USING")
    assert index in step


def test_every_statement_of_the_schema_is_taken() -> None:
    assert len(statements(FIRST)) == FIRST.count("CREATE ")
