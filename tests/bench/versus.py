"""One table: claims against what a user would write today, on the same texts in the same run.

``python -m tests.bench.versus [FOLDER] [--runs N]``. Whole commands are timed, start and all,
in turn; of N runs the fastest counts, and ratios are between commands of one run. Seconds are the
clock's, so other work on the machine makes both slower; ``cpu`` is what the processor spent.
"""

import argparse
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
NAIVE = (sys.executable, str(ROOT / "tests/bench/naive.py"))
CLAIMS = (str(Path(sys.executable).parent / "claims"),)
_GROWTH = (1, 4, 16)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost: seconds by the clock and of the processor, and bytes at its peak.

    ``peak`` is of the largest of its processes.
    """

    seconds: float
    cpu: float
    peak: int


def cost(command: Sequence[str], cores: int = 1) -> Cost:
    """Run a command on so many cores, and return what it cost."""
    told = "import os, resource, subprocess, sys, time; " + (
        "os.sched_setaffinity(0, range(int(sys.argv[1]))); began = time.monotonic(); "
        "subprocess.run(sys.argv[2:], check=True, stdout=subprocess.DEVNULL); "
        "took = time.monotonic() - began; used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(took, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)"
    )
    whole = [sys.executable, "-c", told, str(cores), *command]
    ran = subprocess.run(whole, check=True, capture_output=True, text=True, env=_environment())
    seconds, cpu, peak = ran.stdout.split()
    return Cost(float(seconds), float(cpu), int(peak))


def best(runs: int, *commands: Callable[[], Cost]) -> list[Cost]:
    """Return the least cost of each command, run in turn."""
    rounds = [[command() for command in commands] for _ in range(runs)]
    return [min(costs, key=lambda cost: cost.seconds) for costs in zip(*rounds, strict=True)]


def _environment() -> dict[str, str]:
    """Return the environment of a command: bytecode is kept, as that of installed libraries is."""
    own = {"OPENBLAS_NUM_THREADS": "1", "CLAIMS_CACHE": _cache.name}
    bytecode = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{_cache.name}/bytecode"}
    return {**os.environ, **own, **bytecode}


_cache = tempfile.TemporaryDirectory(prefix="claims-bench-")


def _track(folder: Path, jobs: int) -> tuple[str, ...]:
    ledger = Path(_cache.name) / "bench.db"
    for ending in ("", "-wal", "-shm"):
        Path(f"{ledger}{ending}").unlink(missing_ok=True)
    return (*CLAIMS, "track", str(folder), "--ledger", str(ledger), "--no-cache", f"-j{jobs}")


@contextmanager
def _copies(texts: Sequence[Path]) -> Iterator[Path]:
    """Make a folder of texts, each under a name of its own."""
    with tempfile.TemporaryDirectory(prefix="claims-bench-") as name:
        for number, path in enumerate(texts):
            shutil.copy(path, Path(name) / f"{number:05}.txt")
        yield Path(name)


def reading(texts: Sequence[Path], runs: int) -> Iterator[str]:
    """Yield lines on reading all texts: words a second, and how that stands to naive."""
    cores = len(os.sched_getaffinity(0))
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in texts)
    yield f"{len(texts):,} texts, {words:,} words"
    with _copies(texts) as folder:
        naive, one, all = best(
            runs,
            lambda: cost((*NAIVE, str(folder))),
            lambda: cost(_track(folder, 1)),
            lambda: cost(_track(folder, cores), cores),
        )
    for name, known in (("naive", naive), ("1 core", one), (f"{cores} cores", all)):
        yield (
            f"{name:24}{words / known.seconds:10,.0f} words/s{naive.seconds / known.seconds:8.1f} ×"
            f"{known.cpu:9.1f} s cpu{known.peak / 2**20:8.0f} MiB{known.peak / naive.peak:6.2f} ×"
        )


def starting(runs: int) -> Iterator[str]:
    """Yield lines on the two seed articles: nothing kept, the rules kept, the answer kept."""
    seeds = str(ROOT / "seeds")
    naive, report = (*NAIVE, seeds), (*CLAIMS, "report", seeds)

    def cold() -> Cost:
        _forget()
        return cost(report)

    for command in (naive, report):
        cost(command)
    known, bare, first, again = best(
        runs,
        lambda: cost(naive),
        lambda: cost((*report, "--no-cache")),
        cold,
        lambda: cost(report),
    )
    for name, value in (("no cache", bare), ("cold", first), ("repeated", again)):
        yield (
            f"report seeds, {name:12}{value.seconds:8.3f} s{value.seconds / known.seconds:7.3f} ×"
            f"{value.cpu:8.2f} s cpu{value.peak / 2**20:6.0f} MiB{value.peak / known.peak:6.2f} ×"
        )
    yield f"naive on seeds{'':12}{known.seconds:8.3f} s{'':9}{known.cpu:8.2f} s cpu"


def _forget() -> None:
    """Forget what was read and answered, but not the rules."""
    shutil.rmtree(Path(_cache.name) / "answers", ignore_errors=True)
    for ending in ("", "-wal", "-shm"):
        Path(f"{_cache.name}/results.db{ending}").unlink(missing_ok=True)


def growing(texts: Sequence[Path]) -> Iterator[str]:
    """Yield lines on how the time a word grows with the corpus."""
    base = texts[: max(1, len(texts) // max(_GROWTH))]
    first = 0.0
    for times in _GROWTH:
        some = texts[: len(base) * times]
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in some)
        with _copies(some) as folder:
            known = cost(_track(folder, 1))
        with _copies(base[:1]) as folder:
            start = cost(_track(folder, 1))
        word = (known.cpu - start.cpu) / words * 1e6
        first = first or word
        yield f"{times:>3} × ({len(some)} texts){word:14.1f} µs cpu a word{word / first:8.2f} ×"


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "seeds")
    asked.add_argument("--runs", type=int, default=3)
    given = asked.parse_args()
    texts = sorted(given.folder.rglob("*.txt"))
    if not texts:
        asked.error(f"no .txt file below {given.folder}")
    if given.runs < 1:
        asked.error("--runs: one at least")
    print(f"{date.today()}, {_machine()}, Python {platform.python_version()}")
    parts = (reading(texts, given.runs), starting(given.runs), growing(texts))
    for part in parts:
        print(*part, sep="\n", flush=True)


def _machine() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    named = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    memory = resource.getpagesize() * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{named[0] if named else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB"


if __name__ == "__main__":
    main()
