"""A corpus in Parquet, read by a real cluster of two processes."""

import os
import shutil
import signal
import threading
import time
from pathlib import Path

import pandas as pd
import pytest

pytest.importorskip("distributed", reason="pip install 'stance-ledger[dask]'")

from claims.errors import ClaimsError
from claims.extract import Extractor
from claims.frames.parts import DONE, make, pieces
from claims.frames.stored import load
from claims.frames.with_dask import track_with_dask
from claims.ledger import in_memory
from claims.ledger.doctor import content
from claims.ledger.provenance import todays_reading
from claims.ledger.running import run
from claims.model import Document
from claims.read import read


def _ledger_of(folder: Path) -> object:
    with in_memory() as db:
        load(db, folder)
        return content(db)


def _documents(corpus: Path) -> list[Document]:
    return [document for document in read([corpus]) if isinstance(document, Document)]


def test_two_workers_give_the_ledger_of_one_process(corpus: Path, tmp_path: Path) -> None:
    done = track_with_dask(corpus, tmp_path / "claims.parquet", jobs=2)
    assert (done.documents, done.failed, done.unread) == (8, [], [])
    with in_memory() as db:
        run(db, _documents(corpus), Extractor(), todays_reading())
        assert _ledger_of(tmp_path / "claims.parquet") == content(db)
    frame = pd.read_parquet(tmp_path / "claims.parquet")
    assert len(frame) == done.claims


def test_a_worker_that_is_killed_costs_nothing(corpus: Path, tmp_path: Path) -> None:
    import psutil  # type: ignore[import-untyped]

    folder = tmp_path / "claims.parquet"
    killed: list[int] = []

    def kill_one() -> None:
        deadline = time.monotonic() + 60
        while not killed and time.monotonic() < deadline:
            workers = [
                p
                for p in psutil.Process().children(recursive=True)
                if p.status() != "zombie" and p.cpu_times().user > 0.8
            ]
            if len(workers) >= 2:
                killed.append(workers[0].pid)
                os.kill(workers[0].pid, signal.SIGKILL)
            time.sleep(0.02)

    killer = threading.Thread(target=kill_one)
    killer.start()
    done = track_with_dask(corpus, folder, jobs=2)
    killer.join()
    assert killed
    assert (done.documents, done.failed) == (8, [])
    here = tmp_path / "here"
    (here / "_documents").mkdir(parents=True)
    for piece in pieces(corpus):
        make(piece, here, (), todays_reading())
    shutil.copy(folder / DONE, here / DONE)
    assert _ledger_of(folder) == _ledger_of(here)


def test_what_is_done_is_not_done_again(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "_documents").mkdir()
    [first, *_] = pieces(corpus)
    made = make(first, tmp_path, (), todays_reading())
    [part] = tmp_path.glob("part-*.parquet")
    written = part.stat().st_mtime_ns
    assert make(first, tmp_path, (), todays_reading()) == made
    assert part.stat().st_mtime_ns == written


def test_a_folder_that_is_not_whole_is_no_ledger(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "_documents").mkdir()
    make(pieces(corpus)[0], tmp_path, (), todays_reading())
    with in_memory() as db, pytest.raises(ClaimsError, match="not all of its parts"):
        load(db, tmp_path)


def test_what_is_no_corpus_is_said(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    path.write_text("no Parquet")
    with pytest.raises(ClaimsError, match="not Parquet"):
        pieces(path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ClaimsError, match="no article"):
        pieces(tmp_path / "empty")


def test_a_corpus_without_texts_is_told_once(tmp_path: Path) -> None:
    """And not once a row, after hours on a cluster."""
    path = tmp_path / "corpus.parquet"
    pd.DataFrame({"body": ["China accused Japan of spying."] * 9}).to_parquet(path)
    with pytest.raises(ClaimsError, match="no column 'text'; it has body\n  fix: write it again"):
        pieces(path)
