"""From a ledger file to a table or to records: counted by SQL, a million claims in a second or two.

The table is that of ``build`` on the same claims; a test holds the two together.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from claims.ledger import asking
from claims.ledger.asking import Tallied
from claims.ledger.decisions import decisions
from claims.ledger.select import CORE, Filter
from claims.model import Claim
from claims.names import country_name
from claims.tables.build import NO_STATE, NO_TOPIC
from claims.tables.files import record
from claims.tables.table import Cell, Column, Quote, Table, Tally
from claims.tables.views import View
from claims.topics import topic_name


class Count(StrEnum):
    """What a number counts."""

    CLAIMS = "claims"  # each once, in however many outlets it stands
    SOURCES = "sources"  # each as often as documents carry it: coverage


def table(db: sqlite3.Connection, view: View, wanted: Filter, count: Count = Count.CLAIMS) -> Table:
    """Return the table that a view makes of the claims that a filter keeps."""
    tallied = asking.tallies_by_topic if view.rows == "topic" else asking.tallies
    known = tallied(db, wanted)
    groups: dict[str, list[Tallied]] = defaultdict(list)
    for one in known:
        name = _row(one, view.rows)
        if one.count and not (view.rows == "country" and name == NO_STATE):
            groups[name].append(one)
    rows = sorted(groups.items(), key=lambda row: _order(row[0], row[1], view.order, count))
    cells = tuple(
        tuple(_cell(db, column, name, group, view.rows, count) for column in view.columns)
        for name, group in rows
    )
    notes = _notes(known, view)
    return Table(title=view.title, columns=view.columns, rows=cells, notes=notes)


def records(db: sqlite3.Connection, claims: Iterable[Claim]) -> Iterator[dict[str, Any]]:
    """Yield claims as plain values, with their sources, decisions, and what they were read with."""
    decided: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for made in decisions(db):
        told = {"by": made.decided_by, "at": made.decided_at, "note": made.note}
        entry = {**made.changes, **told, "state": made.state}
        decided[_proposition(db, made.bound or made.claim)].append(entry)
    for claim in claims:
        sources = [
            {"document": s.document, "outlet": s.outlet, "published": s.published or None}
            | ({"copy_of": s.original} if s.original != s.document else {})
            for s in asking.sources(db, claim.id)
        ]
        made_of_it = decided.get(claim.id, [])
        standing = [entry for entry in made_of_it if entry["state"] == "standing"]
        yield {
            **record(claim),
            **asking.provenance(db, claim.id),
            "sources": sources,
            "rejected": any(entry.get("reject") for entry in standing),
            "decisions": made_of_it,
        }


def _proposition(db: sqlite3.Connection, claim: str) -> str:
    row = db.execute("SELECT proposition FROM found WHERE id = ?", (claim,)).fetchone()
    return str(row["proposition"]) if row else claim


def _row(one: Tallied, rows: str) -> str:
    state = country_name(one.speaker_country) if one.speaker_country else NO_STATE
    if rows == "speaker":
        shown = f" ({state})" if one.speaker_country and state != one.speaker else ""
        return _speaker(one) + shown
    if rows == "dyad":
        return f"{state} → {_target(one) or '(no target)'}"
    if rows == "topic":
        return topic_name(one.topic) if one.topic else NO_TOPIC
    return state


def _order(name: str, group: Sequence[Tallied], order: str, count: Count) -> tuple[bool, int, str]:
    whole = sum(_all(one, count) for one in group)
    weight = {"claims": -whole, "net": _net(group, count), "name": 0}[order]
    return name in {NO_STATE, NO_TOPIC}, weight, name


def _cell(
    db: sqlite3.Connection,
    column: Column,
    name: str,
    group: Sequence[Tallied],
    rows: str,
    count: Count,
) -> Cell:
    if column.key == "row":
        return name
    if column.key in CORE:
        alike = [one for one in group if one.stance == column.key]
        return _tally(alike, count, targets=rows != "dyad")
    if column.key == "net":
        return _net(group, count)
    if column.key == "speakers":
        counts = _counted(((_speaker(one), one) for one in group), count)
        return ", ".join(name for name, _ in counts)
    return tuple(
        _quote(db, min(alike, key=lambda one: one.plainness))
        for stance in CORE
        if (alike := [one for one in group if one.stance == stance])
    )


def _tally(alike: Sequence[Tallied], count: Count, *, targets: bool) -> Tally:
    uncertain = sum(_uncertain(one, count) for one in alike)
    named = ((_target(one), one) for one in alike if _target(one))
    return Tally(
        count=sum(_all(one, count) for one in alike) - uncertain,
        uncertain=uncertain,
        targets=_counted(named, count) if targets else (),
    )


def _counted(named: Iterable[tuple[str, Tallied]], count: Count) -> tuple[tuple[str, int], ...]:
    """Return names with their numbers, most first and equal ones by name."""
    numbers: Counter[str] = Counter()
    for name, one in named:
        numbers[name] += _all(one, count)
    return tuple(sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])))


def _net(group: Sequence[Tallied], count: Count) -> int:
    weights = {"cooperation": 1, "accusation": -1}
    return sum(
        weights.get(one.stance, 0) * (_all(one, count) - _uncertain(one, count)) for one in group
    )


def _all(one: Tallied, count: Count) -> int:
    return one.count if count is Count.CLAIMS else one.sources


def _uncertain(one: Tallied, count: Count) -> int:
    return one.uncertain if count is Count.CLAIMS else one.uncertain_sources


def _quote(db: sqlite3.Connection, one: Tallied) -> Quote:
    best = asking.claim(db, one.best)
    via = f" via {best.reporter}" if best.reporter else ""
    return Quote(stance=one.stance, words=best.words, speaker=_speaker(one) + via, claim=best.id)


def _speaker(one: Tallied) -> str:
    return one.speaker or "(unnamed)"


def _target(one: Tallied) -> str:
    return country_name(one.target_country) if one.target_country else one.target


def _notes(known: Sequence[Tallied], view: View) -> tuple[str, ...]:
    notes = []
    if historic := sum(one.historic for one in known):
        notes.append(f"{_many(historic)} about the past not counted")
    stateless: Counter[str] = Counter()
    for one in known:
        if not one.speaker_country and one.count:
            stateless[_speaker(one)] += one.count
    if view.rows == "country" and stateless:
        names = sorted(stateless.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
        shown = ", ".join(name for name, _ in names) + (" …" if len(names) == 3 else "")
        notes.append(
            f"{_many(stateless.total())} by speakers of no known state not counted "
            f"({shown}); --by speaker shows them"
        )
    return tuple(notes)


def _many(number: int) -> str:
    return f"{number} claim{'' if number == 1 else 's'}"
