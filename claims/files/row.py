"""A claim as plain values under the names of the columns: what every format writes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from claims.files.columns import NAMES
from claims.ledger.asking import Source
from claims.ledger.decisions import Decision
from claims.ledger.recorded import Recorded
from claims.model import Considered, Span
from claims.names import country_name

Row = Mapping[str, Any]
"""Column → text, number, truth value, None, or lists of these; days as ``YYYY-MM-DD``."""


def row(recorded: Recorded) -> Row:
    """Return a claim and what is known of it, every column in its place."""
    claim = recorded.claim
    known: dict[str, Any] = {
        "speaker_country_name": _name(claim.speaker_country),
        "target_country_name": _name(claim.target_country),
        "rejected": recorded.rejected,
        "source_count": len(recorded.sources),
        "title": recorded.title,
        "outlet": recorded.outlet,
        "url": recorded.url,
        "sources": [_source(source) for source in recorded.sources],
        "decisions": [_decision(decision) for decision in recorded.decisions],
        "model": recorded.read_with.model,
        "rule_hash": recorded.read_with.rule_hash,
        "document_hash": recorded.document_hash,
    }
    return {name: known[name] if name in known else _plain(getattr(claim, name)) for name in NAMES}


def _name(code: str | None) -> str:
    return country_name(code) if code else ""


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Considered):
        evidence = [_plain(span) for span in value.evidence]
        return {"rule": value.rule, "outcome": value.outcome, "evidence": evidence}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _source(source: Source) -> dict[str, str | None]:
    """Return a document that carries a claim; ``copy_of`` only where it copies another."""
    known = {"document": source.document, "outlet": source.outlet}
    day = {"published": source.published or None}
    copied = {"copy_of": source.original} if source.original != source.document else {}
    return {**known, **day, **copied}


def _decision(made: Decision) -> dict[str, Any]:
    told = {"by": made.decided_by, "at": made.decided_at, "note": made.note}
    return {**made.changes, **told, "state": made.state}
