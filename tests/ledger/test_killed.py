"""A run that is killed loses nothing it committed; a crowd of processes loses nothing either."""

import random
import subprocess
import sys
import time
from pathlib import Path

from claims.ledger import asking, in_memory, reading, writing
from claims.ledger.asking import ALL
from claims.ledger.decisions import decisions
from claims.ledger.doctor import content, examine
from tests.bench.synthetic import documents, found_in
from tests.ledger.conftest import kept

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = 500
KILLS = 20

# Reading takes a while, as it does with a parser, so that kills hit reading and writing alike.
RUN = f"""
import sys, time
from tests.bench.synthetic import documents, found_in
from claims.ledger import writing
from claims.ledger.adding import add
from claims.ledger.planning import plan
from claims.ledger.provenance import Reading
from pathlib import Path
def slowly(documents):
    for found in found_in(documents):
        time.sleep(0.004)
        yield found
corpus = list(documents({DOCUMENTS}, claims=4))
print("begun", flush=True)
with writing(Path(sys.argv[1])) as db:
    today = Reading("1.0", "model 3", "a" * 64)
    for _ in add(db, plan(db, corpus, today).planned, slowly, today, batch=10):
        pass
"""
DECIDE = """
import sys
from claims.ledger import writing, asking
from claims.ledger.decisions import decide
from pathlib import Path
who, number = sys.argv[2], int(sys.argv[3])
for n in range(number):
    with writing(Path(sys.argv[1])) as db:
        id = sys.argv[4 + n % (len(sys.argv) - 4)]
        decide(db, id, {"speaker": f"{who} {n}"}, note="", by=who, at=f"2026-01-01T00:00:{n:03}Z")
"""
READ = """
import sys, time
from claims.ledger import reading, asking
from claims.ledger.decisions import decisions
from pathlib import Path
seen = 0
while seen < int(sys.argv[2]):
    with reading(Path(sys.argv[1])) as db:
        now = sum(1 for _ in decisions(db))
        assert now >= seen and asking.count(db, asking.ALL) == int(sys.argv[3])
        seen = now
    time.sleep(0.05)
"""


def started(program: str, *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", program, *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=pipe, stderr=pipe)


def ended(process: "subprocess.Popen[str]") -> None:
    _, told = process.communicate()
    assert (process.returncode, told) == (0, "")


def test_kill_9_at_twenty_moments_loses_nothing(tmp_path: Path) -> None:
    """What goes on after twenty kills is, row by row, what was never interrupted."""
    path = tmp_path / "ledger.db"
    chance = random.Random(20)
    done = 0
    for _ in range(KILLS):
        run = started(RUN, path)
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.12))
        run.kill()
        run.communicate()
        if path.exists():
            with reading(path) as db:
                assert examine(db).faults == ()
                assert done <= asking.documents(db) < DOCUMENTS
                done = asking.documents(db)
    ended(started(RUN, path))
    with reading(path) as db, in_memory() as whole:
        kept(whole, list(documents(DOCUMENTS, claims=4)), extract=found_in)
        assert content(db) == content(whole)
        assert examine(db).faults == ()
    assert [file.name for file in tmp_path.iterdir()] == ["ledger.db"]


def test_a_thousand_decisions_with_four_readers(tmp_path: Path) -> None:
    """Two write, four read what only ever grows; every decision is there at the end."""
    path = tmp_path / "ledger.db"
    with writing(path) as db:
        kept(db, list(documents(20, claims=5)), extract=found_in)
        ids = [claim.id for claim in asking.asked(db, ALL)]
    readers = [started(READ, path, 1000, len(ids)) for _ in range(4)]
    writers = [started(DECIDE, path, who, 500, *ids) for who in ("Ann", "Ben")]
    for process in (*writers, *readers):
        ended(process)
    with reading(path) as db:
        made = list(decisions(db))
        assert examine(db).faults == ()
    for who in ("Ann", "Ben"):
        said = [one.changes["speaker"] for one in made if one.decided_by == who]
        assert said == [f"{who} {n}" for n in range(500)]
