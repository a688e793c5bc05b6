"""Fill a ledger with synthetic claims and time what people ask of it.

``python -m tests.bench.million FILE [CLAIMS]``: a million unless said otherwise. A file that is
there is not filled again. Times are of the processor and of the clock, in seconds.
"""

import argparse
import resource
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from claims.ledger import Filter, asking, reading, writing
from claims.ledger.adding import add
from claims.ledger.planning import plan
from claims.ledger.provenance import Reading
from claims.tables import read_view
from claims.tables.from_ledger import table
from tests.bench.synthetic import documents, found_in

PER_DOCUMENT = 10
TODAY = Reading("bench", "none", "0" * 64)
FILTERS = {
    "country and stance": Filter(countries=("CHN",), stances=("denial",)),
    "event": Filter(events=("summit-7",)),
    "speaker": Filter(speakers=("jpn-3",)),
    "topic and target": Filter(topics=("cyber",), targets=("USA",)),
    "none": Filter(),
}


def fill(path: Path, claims: int) -> None:
    """Make a ledger of so many claims, committed every 500 documents."""
    with writing(path) as db:
        planned = plan(db, list(documents(claims // PER_DOCUMENT)), TODAY).planned
        for _ in add(db, planned, found_in, TODAY, batch=500):
            pass


def timed(name: str, work: Callable[[], object]) -> None:
    """Print how long some work takes."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    print(f"{name:28} {processor:6.2f} {clock:6.2f}")


def ask(path: Path) -> None:
    """Time every view, and ``show`` with every filter."""
    with reading(path) as db:
        for view in ("stance", "speaker", "dyad", "topic"):
            timed(f"table {view}", partial(table, db, read_view(view), Filter()))
        for name, wanted in FILTERS.items():
            timed(f"show {name}", partial(_show, db, wanted))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{path.stat().st_size // 1_000_000} MB on disk, {peak} MB of memory at most")


def _show(db: sqlite3.Connection, wanted: Filter) -> None:
    list(asking.asked(db, wanted, most=50))
    asking.count(db, wanted)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("file", type=Path)
    asked.add_argument("claims", nargs="?", type=int, default=1_000_000)
    given = asked.parse_args()
    if not given.file.exists():
        timed("fill", lambda: fill(given.file, given.claims))
    ask(given.file)
