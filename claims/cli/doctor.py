"""``claims doctor``: is a ledger file sound, and what is this program made of."""

import platform
import sqlite3
from pathlib import Path
from typing import Annotated

import typer


def doctor(
    ledger: Annotated[Path | None, typer.Argument(help="A ledger file.")] = None,
    clear_cache: Annotated[
        bool, typer.Option("--clear-cache", help="Forget the results of earlier runs.")
    ] = False,
) -> None:
    """Examine a ledger file; without one, tell what claims reads with and what it keeps."""
    from claims.cli import repeat
    from claims.extract.kept import clear, default_place

    place = default_place()
    if clear_cache and place:
        clear(place)
        repeat.forget()
    if ledger is None:
        _print(_program(place))
    else:
        _examine(ledger)


def _program(place: Path | None) -> dict[str, str]:
    """Return what this program is made of, and what it keeps."""
    from claims.extensions import compiled
    from claims.ledger.provenance import todays_reading

    today = todays_reading()
    return {
        "claims": today.version,
        "model": today.model,
        "rules": today.rule_hash,
        "python": platform.python_version(),
        "compiled": f"{len(compiled())} modules",
        "sqlite": sqlite3.sqlite_version,
        "cache": _kept(place),
    }


def _examine(ledger: Path) -> None:
    from claims.ledger import reading
    from claims.ledger.doctor import examine

    with reading(ledger) as db:
        health = examine(db)
    _print(health.facts)
    for fault in health.faults:
        print(f"{ledger}: {fault}\n  fix: restore a copy, or track the articles into a new file")
    if health.faults:
        raise typer.Exit(1)
    print("sound")


def _kept(place: Path | None) -> str:
    from claims.extract.kept import size

    if place is None:
        return "off"
    number, whole = size(place)
    return f"{number} results, {whole / 2**20:.1f} MiB, {place}"


def _print(facts: dict[str, str]) -> None:
    for name, value in facts.items():
        print(f"{name:10} {value}")
