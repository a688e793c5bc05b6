"""Watch the memory of ``claims track`` over a corpus that has no end of new words.

``python -m tests.bench.memory [FOLDER] [--documents N] [--jobs N]``. A folder's texts are cut
into short documents, some of whose words get other endings: no document is a copy, and every cache
meets words that it has not. One line each time the ledger has twice as many documents: resident
memory of the process, at its peak, and of its largest worker.
"""

import argparse
import random
import re
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

from tests.bench.versus import CLAIMS, ROOT

_WORDS = 25  # of a document
_CHANGED = 0.2  # share of long words that get another ending
_LONG = re.compile(r"\b[A-Za-z]{5,}\b")
_FIRST = 250  # documents after which memory is first told
_PAUSE = 0.2  # seconds between two looks


def documents(texts: Sequence[str]) -> Iterator[str]:
    """Yield short texts for ever, none like another."""
    chance = random.Random(7)
    for text in cycle(texts):
        words = text.split()
        for start in range(0, len(words), _WORDS):
            yield _changed(" ".join(words[start : start + _WORDS]), chance)


def _changed(text: str, chance: random.Random) -> str:
    def word(match: re.Match[str]) -> str:
        ending = "".join(chance.choices("aeiounrst", k=3)) if chance.random() < _CHANGED else ""
        return match[0] + ending

    return _LONG.sub(word, text)


def watched(command: Sequence[str], ledger: Path) -> Iterator[tuple[int, int, int, int]]:
    """Run a command; yield documents, memory now and at its peak, and that of its largest child.

    Memory is in bytes; the last line is of the end.
    """
    wanted, own, peak, child = _FIRST, 0, 0, 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while running.poll() is None:
            own = _memory(running.pid) or own
            peak = max(own, peak)
            child = max([child, *map(_memory, _children(running.pid))])
            if (done := _done(ledger)) >= wanted:
                yield done, own, peak, child
                wanted = 2 * done
            time.sleep(_PAUSE)
    yield _done(ledger), own, peak, child


def _memory(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0  # it has ended
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))


def _children(process: int) -> list[int]:
    try:
        return list(map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()))
    except OSError:
        return []


def _done(ledger: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.Error:
        return 0  # not there yet


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "seeds")
    asked.add_argument("--documents", type=int, default=10_000)
    asked.add_argument("--jobs", type=int, default=1)
    given = asked.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(given.folder.rglob("*.txt"))]
    with tempfile.TemporaryDirectory(prefix="claims-bench-") as name:
        corpus, ledger = Path(name) / "corpus", Path(name) / "ledger.db"
        corpus.mkdir()
        for number, text in enumerate(islice(documents(texts), given.documents)):
            (corpus / f"{number:06}.txt").write_text(text, encoding="utf-8")
        command = (*CLAIMS, "track", str(corpus), "--ledger", str(ledger), "--no-cache")
        for row in watched((*command, f"-j{given.jobs}"), ledger):
            done, *bytes = row
            told = [f"{size / 2**20:6.0f} MiB" for size in bytes]
            print(f"{done:8,} documents", *told, flush=True)


if __name__ == "__main__":
    main()
