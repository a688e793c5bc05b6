"""A corpus in Parquet, read by the workers of a Dask cluster; its driver never holds it."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import ClaimsError
from claims.frames.parts import Made, Piece, finish, make, pieces
from claims.ledger.provenance import todays_reading

if TYPE_CHECKING:
    from distributed import Client

_TRIES = 2  # a piece whose worker died, or could not write, is tried again so often
_CONNECT = "30s"


@dataclass(slots=True)
class Corpus:
    """What came of a corpus.

    Attributes:
        failed: Pieces that could not be done, and why.
    """

    documents: int = 0
    claims: int = 0
    unread: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def track_with_dask(
    corpus: Path,
    folder: Path,
    *,
    scheduler: str = "",
    jobs: int = 1,
    rules: tuple[Path, ...] = (),
    told: Callable[[int, int], None] = lambda done, all: None,
) -> Corpus:
    """Write the claims of a corpus into a folder, a part a piece; parts that are there stay.

    Args:
        corpus: A Parquet file with a row an article, or a folder of such.
        folder: For the parts; made if it is not there. All workers must see it under this name.
        scheduler: Address of a cluster; without one, ``jobs`` processes on this machine.
        jobs: Processes, where no cluster is named.
        rules: Folders of rules laid over ours, which all workers must see likewise.
        told: Called after each piece with how many are done, and how many there are.

    Raises:
        ClaimsError: The corpus or the folder cannot be used, or there is no such cluster.
    """
    todo, reading = pieces(corpus), todays_reading(rules)
    _make_folder(folder)
    done = Corpus()
    with ExitStack() as stack:
        client = stack.enter_context(_client(stack, scheduler, min(jobs, len(todo))))
        begun = {
            client.submit(make, piece, folder, rules, reading, pure=False, retries=_TRIES): piece
            for piece in todo
        }
        for number, future in enumerate(_as_completed(begun), 1):
            _count(done, begun[future], future)
            told(number, len(todo))
    if not done.failed:
        finish(folder, todo, reading)
    return done


def _make_folder(folder: Path) -> None:
    try:
        (folder / "_documents").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fix = "name a folder that you may write to"
        raise ClaimsError(f"--output: cannot make '{folder}'\n  fix: {fix}") from error


def _client(stack: ExitStack, scheduler: str, jobs: int) -> "Client":
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        fix = "pip install 'stance-ledger[dask]'"
        raise ClaimsError(f"--engine dask: dask is not installed\n  fix: {fix}") from error
    if not scheduler:
        cluster = LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=jobs, threads_per_worker=1, dashboard_address=None, protocol="tcp"
        )
        return Client(stack.enter_context(cluster))  # type: ignore[no-untyped-call]
    try:
        return Client(scheduler, timeout=_CONNECT)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        fix = "name a scheduler that runs, as in tcp://HOST:8786"
        raise ClaimsError(f"--scheduler: nobody answers at '{scheduler}'\n  fix: {fix}") from error


def _as_completed(begun: "Iterable[Any]") -> Any:
    from distributed import as_completed

    return as_completed(list(begun))  # type: ignore[no-untyped-call]


def _count(done: Corpus, piece: Piece, future: Any) -> None:
    try:
        made: Made = future.result()
    except Exception as error:  # whatever a worker died of is told, and the rest is done
        done.failed.append(f"{piece.told}: {type(error).__name__}: {error}".splitlines()[0])
        return
    done.documents += made.documents
    done.claims += made.claims
    done.unread += made.unread
