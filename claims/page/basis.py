"""What a page rests on: documents, days, versions; and what is left out of it, and why."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from claims.errors import Unread
from claims.ledger import asking
from claims.ledger.asking import Count
from claims.ledger.select import CORE, Filter
from claims.names import country_name
from claims.page.gathering import MOST
from claims.page.nouns import Basis
from claims.page.wording import days, in_words, listed, many, short
from claims.topics import topic_name


def basis(
    db: sqlite3.Connection,
    wanted: Filter,
    notes: Sequence[str],
    unread: Sequence[Unread],
    count: Count = Count.CLAIMS,
) -> Basis:
    """Return what was read, and what of it does not stand in the table."""
    first, last = db.execute(
        "SELECT min(published), max(published) FROM documents WHERE published <> ''"
    ).fetchone()
    return Basis(
        documents=asking.documents(db),
        claims=asking.count(db, wanted),
        days=days(_day(first), _day(last)),
        readings=tuple(_readings(db)),
        left_out=(*_counting(count), *_left_out(db, wanted, notes, unread)),
        asked=_asked(wanted),
    )


def _counting(count: Count) -> Iterator[str]:
    if count is Count.SOURCES:
        yield "The table counts a claim once for each document that carries it."


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _readings(db: sqlite3.Connection) -> Iterator[str]:
    rows = db.execute(
        "SELECT r.version, r.model, r.rule_hash, count(d.id) FROM readings r "
        "JOIN documents d ON d.reading = r.id GROUP BY r.id ORDER BY r.id"
    )
    for version, model, rule_hash, number in rows:
        yield (
            f"{many(number, 'document')} read by Stance Ledger {version} with {model} "
            f"and rules {rule_hash[:12]}"
        )


def _left_out(
    db: sqlite3.Connection, wanted: Filter, notes: Sequence[str], unread: Sequence[Unread]
) -> Iterator[str]:
    for note in notes:
        yield _sentence(note.partition("; --by")[0])
    if others := asking.beside(db, wanted):
        told = listed(f"{n} {name.replace('_', ' ')}" for name, n in others.items())
        yield f"Found beside the three stances and kept apart from them: {told}."
    yield from _of_ledger(db)
    if (whole := asking.count(db, wanted)) > MOST:
        yield f"Of {whole:,} claims in the counts, the first {MOST:,} stand in full on this page."
    for fault in unread:
        yield f"Not read: {fault.path}: {fault.what}."


def _of_ledger(db: sqlite3.Connection) -> Iterator[str]:
    """Yield what is left out whatever a reader asks for."""
    rejected, copies, silent = (
        int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])
        for what in (
            "propositions WHERE rejected",
            "documents WHERE original <> id",
            "documents WHERE id NOT IN (SELECT document FROM found)",
        )
    )
    if rejected:
        yield f"{many(rejected, 'claim')} rejected by a person not counted."
    if copies == 1:
        yield "1 document that copies another counts as a further source, not as new claims."
    elif copies:
        yield f"{copies:,} documents that copy others count as sources, not as new claims."
    if silent:
        yield f"{many(silent, 'document')} without any claim."


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{short(text[1:], 600).rstrip('.')}."


def _asked(wanted: Filter) -> str:
    """Return what a reader asked for, in words."""
    parts = []
    if wanted.stances and wanted.stances != CORE:
        parts.append(f"stance {listed(wanted.stances)}")
    named = (
        ("speakers of", map(country_name, wanted.countries)),
        ("towards", map(country_name, wanted.targets)),
        ("speaker", wanted.speakers),
        ("topic", map(topic_name, wanted.topics)),
        ("event", wanted.events),
    )
    for what, names in named:
        if told := listed(names):
            parts.append(f"{what} {told}")
    if wanted.since:
        parts.append(f"from {in_words(wanted.since)}")
    if wanted.until:
        parts.append(f"until {in_words(wanted.until)}")
    return "; ".join(parts)
