"""``claims doctor``: is a ledger file sound, and what is this program made of."""

import platform
import sqlite3
from pathlib import Path
from typing import Annotated

import typer


def doctor(
    ledger: Annotated[Path | None, typer.Argument(help="A ledger file.")] = None,
) -> None:
    """Examine a ledger file; without one, tell what claims reads with."""
    from claims.ledger import reading
    from claims.ledger.doctor import examine
    from claims.ledger.provenance import todays_reading

    if ledger is None:
        today = todays_reading()
        _print(
            {
                "claims": today.version,
                "model": today.model,
                "rules": today.rule_hash,
                "python": platform.python_version(),
                "sqlite": sqlite3.sqlite_version,
            }
        )
        return
    with reading(ledger) as db:
        health = examine(db)
    _print(health.facts)
    for fault in health.faults:
        print(f"{ledger}: {fault}\n  fix: restore a copy, or track the articles into a new file")
    if health.faults:
        raise typer.Exit(1)
    print("sound")


def _print(facts: dict[str, str]) -> None:
    for name, value in facts.items():
        print(f"{name:10} {value}")
