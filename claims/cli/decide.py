"""``claims decide`` and ``claims decisions``: what people say about claims, kept beside them."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.options import LedgerFile
from claims.cli.output import Output, deliver, send
from claims.cli.tracking import require_ledger
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from pathlib import Path

    from claims.ledger.decisions import Decision


class Format(StrEnum):
    """How decisions are listed."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


def decide(
    id: Annotated[str, typer.Argument(help="The claim's id, or the beginning of it.")],
    ledger: LedgerFile = None,
    by: Annotated[str, typer.Option(envvar="CLAIMS_BY", help="Your name.")] = "",
    stance: Annotated[str, typer.Option(help="The stance that it takes.")] = "",
    reject: Annotated[bool, typer.Option("--reject", help="It is no claim: count it not.")] = False,
    speaker: Annotated[str, typer.Option(help="Who says it.")] = "",
    country: Annotated[str, typer.Option(help="The state spoken for; 'none' for none.")] = "",
    target: Annotated[str, typer.Option(help="The state it is aimed at; 'none' for none.")] = "",
    note: Annotated[str, typer.Option(help="Why.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Undo the latest decision.")] = False,
) -> None:
    """Decide about a claim, and so about the same words in other outlets.

    What was found stays as it is; decisions are applied on top, also after another reading.
    """
    from claims.ledger import decisions, writing

    changes = _changes(stance, reject, speaker, country, target)
    _check(changes, by, undo)
    with writing(_existing(ledger)) as db:
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if undo:
            made = decisions.undo(db, id, by=by, at=at)
        else:
            made = decisions.decide(db, id, changes, note=note, by=by, at=at)
    print(_line(made))


def list_decisions(
    ledger: LedgerFile = None,
    format: Annotated[Format, typer.Option(help="How they are listed.")] = Format.TEXT,
    output: Output = None,
) -> None:
    """List every decision in the order it was taken, the undone ones too."""
    from claims.files.gathering import decided
    from claims.ledger import reading
    from claims.ledger.decisions import decisions

    with reading(_existing(ledger)) as db:
        if format is Format.TEXT:
            send((f"{_line(one)}\n" for one in decisions(db)), output)
        else:
            deliver(decided(db), format, output)


def _changes(stance: str, reject: bool, speaker: str, country: str, target: str) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if stance:
        changes["stance"] = _stance(stance)
    if reject:
        changes["reject"] = True
    if speaker:
        changes["speaker"] = speaker
    if country:
        changes["speaker_country"] = _state("--country", country)
    if target:
        changes["target_country"] = _state("--target", target)
        changes["target"] = "" if target == "none" else target
    return changes


def _check(changes: dict[str, Any], by: str, undo: bool) -> None:
    if undo == bool(changes):
        fix = "add --stance, --speaker, --country, --target or --reject; or --undo alone"
        raise ClaimsError(f"{'two things' if undo else 'nothing'} to decide\n  fix: {fix}")
    if not by.strip():
        raise ClaimsError("--by: who decides?\n  fix: add --by NAME, or set CLAIMS_BY")


def _stance(name: str) -> str:
    from claims.tables.known import stances

    if name not in (known := stances()):
        raise ClaimsError(f"--stance: no stance '{name}'\n  fix: take one of {', '.join(known)}")
    return name


def _state(option: str, name: str) -> str | None:
    from claims.cli.options import state

    return None if name == "none" else state(option, name)


def _existing(ledger: "Path | None") -> "Path":
    known = require_ledger(ledger)
    if not known.exists():
        fix = f"make one: claims track … --ledger {known}"
        raise ClaimsError(f"{known}: no such file\n  fix: {fix}")
    return known


def _line(made: "Decision") -> str:
    """Return one decision: "3  standing  a1b2c3  stance=denial  by Ann, 2026-01-02: why"."""
    from claims.tables.visible import visible

    fields = ", ".join(f"{name}={value}" for name, value in made.changes.items())
    note = f": {made.note}" if made.note else ""
    undone = f", undone by {made.undone_by}, {made.undone_at}" if made.undone_at else ""
    who = f"by {made.decided_by}, {made.decided_at}{undone}{note}"
    return visible(f"{made.number}  {made.state}  {made.claim}  {fields}  {who}  “{made.words}”")
