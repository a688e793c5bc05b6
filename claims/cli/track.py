"""``claims track``: add articles to a ledger file, only what is new."""

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.options import LedgerFile, Map, Rules, columns, path
from claims.cli.tracking import (
    checked,
    documents_of,
    extracting,
    jobs,
    require_ledger,
    shown_pieces,
)
from claims.errors import ClaimsError, Unread
from claims.model import Document

if TYPE_CHECKING:
    from claims.ledger.adding import Added
    from claims.ledger.changes import Change
    from claims.ledger.running import Run


class Engine(StrEnum):
    """What reads the articles."""

    HERE = "here"  # this machine, into a ledger
    DASK = "dask"


_SHOWN = 40  # changed claims; the counts are of all
_NAMED = 5  # documents that are gone; the rest is counted


def track(
    articles: Annotated[
        list[Path] | None,
        typer.Argument(parser=path, help="Articles and folders of them.", show_default=False),
    ] = None,
    ledger: LedgerFile = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="Read anew what was read with other rules; show what changed."
        ),
    ] = False,
    engine: Annotated[
        Engine, typer.Option(help="dask: a corpus in Parquet, by the workers of a cluster.")
    ] = Engine.HERE,
    scheduler: Annotated[
        str, typer.Option(help="Address of the Dask cluster; else processes of this machine.")
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="With --engine dask: folder for claims in Parquet."),
    ] = None,
    map: Map = None,
    rules: Rules = None,
) -> None:
    """Add articles to a ledger: what is new or changed is read, the rest stays.

    A run that is stopped keeps what it has done; the next one goes on from there. With --again
    and no articles, all that the ledger holds is read anew where the rules have changed.

    With --engine dask, a Parquet file (or a folder of such) with a row an article becomes a
    folder of claims in Parquet, which every command takes in the place of a ledger.
    """
    if engine is Engine.DASK:
        _refuse("--engine dask", {"--again": again, "--map": map})
        _with_dask(articles or [], output, scheduler, rules or [])
    else:
        _refuse("a ledger", {"--output": output, "--scheduler": scheduler})
        _into_ledger(articles or [], ledger, again, columns(map), rules or [])


def _refuse(way: str, options: dict[str, object]) -> None:
    """Complain of options that would mean nothing."""
    for option, value in options.items():
        if value:
            raise ClaimsError(f"{option} means nothing with {way}\n  fix: leave one of them out")


def _into_ledger(
    articles: list[Path],
    ledger: Path | None,
    again: bool,
    columns: dict[str, str],
    folders: list[Path],
) -> None:
    """Read what is new in this process, or in several, and keep it."""
    file = require_ledger(ledger)
    if not articles and not again:
        raise ClaimsError("no articles named\n  fix: name files or folders, or add --again")
    try:
        unread: list[Unread] = []
        documents = documents_of(articles, columns, unread)
        below = [path for path in articles if path.is_dir()]
        whole = _track(documents, file, again, folders, below)
    except KeyboardInterrupt:
        print(
            "stopped; what was read is kept, and the next run goes on from there", file=sys.stderr
        )
        raise
    if unread or not whole:
        raise typer.Exit(4)


def _with_dask(
    articles: list[Path], output: Path | None, scheduler: str, folders: list[Path]
) -> None:
    """Read a corpus with Dask and tell what came of it."""
    from claims.frames.with_dask import track_with_dask
    from claims.tables.naming import many

    if len(articles) != 1 or output is None:
        fix = "claims track corpus.parquet --engine dask -o claims.parquet"
        raise ClaimsError(f"--engine dask: one corpus, and --output for its claims\n  fix: {fix}")
    done = track_with_dask(
        articles[0],
        output,
        scheduler=scheduler,
        jobs=jobs(),
        rules=checked(folders),
        told=shown_pieces(),
    )
    for fault in (*done.unread, *done.failed):
        print(fault, file=sys.stderr)
    print(f"{many(done.documents, 'document')}, {many(done.claims, 'claim')} in {output}.")
    if done.failed:
        print(f"{len(done.failed)} pieces not done; run it again for those", file=sys.stderr)
    if done.unread or done.failed:
        raise typer.Exit(4)


def _track(
    documents: Iterable[Document], ledger: Path, again: bool, rules: list[Path], below: list[Path]
) -> bool:
    """Add documents to a ledger and tell what came of it; return whether all could be tracked."""
    from claims.ledger import writing
    from claims.ledger.provenance import todays_reading
    from claims.ledger.running import run

    with extracting(rules) as extract, writing(ledger) as db:
        ran = run(db, documents, extract, todays_reading(rules), again=again, folders=below)
    for fault in ran.added.unread:
        print(fault, file=sys.stderr)
    _print_gone(ran.gone)
    _print(ran)
    return not ran.added.unread


def _print_gone(places: Sequence[str]) -> None:
    """Say which documents lie no more where they were read: their claims are counted still."""
    from claims.tables.naming import many
    from claims.tables.visible import visible

    if places:
        more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
        what = f"{many(len(places), 'document')} gone, kept with what was found in them"
        print(f"{what}: {visible(', '.join(places[:_NAMED]))}{more}", file=sys.stderr)
        print("  fix: to leave them out, track the folder into a new ledger", file=sys.stderr)


def _print(ran: "Run") -> None:
    from claims.tables.naming import many

    added = ran.added
    told = [f"{many(added.documents, 'document')} read, {many(added.claims, 'claim')} found"]
    if ran.unchanged:
        told.append(f"{ran.unchanged} unchanged")
    if ran.outdated:
        told.append(f"{ran.outdated} read earlier with other rules (--again reads them anew)")
    print("; ".join(told) + ".")
    if ran.replaced:
        _print_changes(added)


def _print_changes(added: "Added") -> None:
    from rich.console import Console
    from rich.text import Text

    from claims.tables.visible import visible

    counts = added.changed
    print(", ".join(f"{counts[kind]} {kind}" for kind in ("gained", "lost", "relabelled")) + ".")
    console = Console(highlight=False)
    for change in added.changes[:_SHOWN]:
        console.print(Text(visible(_line(change))))
    if (left := counts.total() - _SHOWN) > 0:
        print(f"… and {left} more")


def _line(change: "Change") -> str:
    from claims.ledger.changes import label_of

    claim = change.after or change.before
    labels = [label_of(one) for one in (change.before, change.after) if one]
    if claim is None:
        return ""
    return f"{change.kind:10} {claim.id[:7]} {' → '.join(dict.fromkeys(labels))}: “{claim.words}”"
