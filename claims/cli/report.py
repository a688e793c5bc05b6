"""``claims report``: the stance table, or the claims behind it."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.options import Articles, Event, Rules, Since, Stances, Until, Where, wanted
from claims.cli.tracking import ledger_of
from claims.errors import ClaimsError
from claims.ledger import Ledger, select
from claims.ledger.select import CORE
from claims.model import Claim

if TYPE_CHECKING:
    from rich.console import Console


class By(StrEnum):
    """What a row of the table stands for."""

    COUNTRY = "country"
    SPEAKER = "speaker"
    DYAD = "dyad"
    TOPIC = "topic"


class Format(StrEnum):
    """How the report is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


_VIEWS = {By.COUNTRY: "stance", By.SPEAKER: "speaker", By.DYAD: "dyad", By.TOPIC: "topic"}


def report(
    articles: Articles,
    by: Annotated[By, typer.Option(help="What a row stands for.")] = By.COUNTRY,
    view: Annotated[str, typer.Option(help="A view from reports/, or a .yaml file.")] = "",
    format: Annotated[
        Format, typer.Option(help="csv, json and jsonl have a row a claim; md is the table.")
    ] = Format.TABLE,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file, whole or not at all.")
    ] = None,
    stance: Stances = None,
    where: Where = "",
    event: Event = None,
    since: Since = "",
    until: Until = "",
    rules: Rules = None,
) -> None:
    """Show who takes which stance towards whom."""
    keep = wanted(stance, where, event, since, until)
    ledger = ledger_of(articles, rules or [])
    claims = select(ledger.claims, keep)
    if format is Format.TABLE:
        _print(ledger, claims, view or _VIEWS[by], output)
    else:
        _write(_text(format, claims, view or _VIEWS[by]), output)
    if ledger.unread:
        raise typer.Exit(4)


def _text(format: Format, claims: Sequence[Claim], view: str) -> str:
    from claims.tables import build, files, read_view

    if format is Format.MD:
        return files.as_markdown(build(claims, read_view(view)))
    writers: dict[Format, Callable[[Sequence[Claim]], str]] = {
        Format.CSV: files.as_csv,
        Format.JSON: files.as_json,
        Format.JSONL: files.as_jsonl,
    }
    return writers[format](claims)


def _print(ledger: Ledger, claims: Sequence[Claim], view: str, output: Path | None) -> None:
    import io

    from rich.console import Console
    from rich.text import Text

    from claims.tables import build, read_view
    from claims.tables.terminal import show

    buffer = io.StringIO() if output else None
    console = Console(file=buffer, width=120 if output else None, highlight=False)
    chosen = read_view(view)
    show(build(claims, chosen), console)
    if chosen.rows == "topic":
        _print_key_terms([claim.words for claim in claims if not claim.topic], console)
    console.print(Text(_summary(ledger, claims)))
    if buffer:
        _write(buffer.getvalue(), output)


def _print_key_terms(texts: list[str], console: "Console") -> None:
    """Say what the claims that fit no topic are about, so that new topics show themselves."""
    from rich.text import Text

    from claims.keyterms import key_terms

    if terms := key_terms(texts):
        console.print(Text(f"Key terms of the claims without a topic: {', '.join(terms)}"))


def _summary(ledger: Ledger, claims: Sequence[Claim]) -> str:
    shown = f"{_many(len(ledger.documents), 'document')}, {_many(len(claims), 'claim')}"
    others = Counter(c.stance for c in ledger.claims if c.stance not in CORE)
    hidden = [f"{number} {name.replace('_', ' ')}" for name, number in sorted(others.items())]
    if hidden and all(claim.stance in CORE for claim in claims):
        shown += f"; also found: {', '.join(hidden)} (--stance all)"
    if ledger.unread:
        shown += f"; {_many(len(ledger.unread), 'input')} not read, see above"
    return f"{shown}.\n1?: uncertain. Net: co-operation less accusation. claims explain ID: why."


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _write(text: str, output: Path | None) -> None:
    from claims.tables.files import write_whole

    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        write_whole(text, output)
    except OSError as error:
        what = f"--output: cannot write '{output}': {(error.strerror or '').lower()}"
        raise ClaimsError(f"{what}\n  fix: name a file in a folder you may write to") from error
