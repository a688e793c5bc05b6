"""Claims and documents as rows of a ledger file, and back."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from claims.events import event_of
from claims.model import Block, BlockKind, Claim, Considered, Document, Mode, Span

_FLAGS = ("hedged", "conditional", "historic", "uncertain")
_TEXTS = (
    "id", "document", "event", "speaker", "speaker_role", "speaker_country", "reporter", "stance",
    "sub_stance", "target", "target_country", "topic", "words", "cue", "version", "pack_hash",
)  # fmt: skip
FOUND = (
    *_TEXTS, *_FLAGS, "trust", "trust_n", "mode", "published", "spans", "source", "cue_spans",
    "evidence", "rules", "considered", "place", "reading", "bucket", "proposition",
)  # fmt: skip
"""The columns of ``found``, in the order of ``claim_row``."""

DOCUMENT = (
    "id", "hash", "name", "path", "title", "published", "outlet", "url", "event", "tied_event",
    "tied_why", "text", "blocks", "original", "reading",
)  # fmt: skip
"""The columns of ``documents``, in the order of ``document_row``."""


def document_hash(document: Document, name: str) -> str:
    """Return the hash of what a document says, what is known of it, and its file's own name.

    Where it lies is no part: a folder may be moved. Two names are two sources of the same words.
    """
    published = day(document.published)
    known = (name, document.title, published, document.outlet, document.url, document.event)
    whole = "\0".join((*known, document.text))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def insertion(table: str, columns: Sequence[str]) -> str:
    """Return the statement that puts a row into a table."""
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"


def claim_row(claim: Claim, place: int, reading: int, bucket: int) -> tuple[object, ...]:
    """Return a claim as it stands in ``found``, alone in its proposition for now."""
    return (
        *(getattr(claim, name) for name in _TEXTS),
        *(int(getattr(claim, name)) for name in _FLAGS),
        claim.trust,
        claim.trust_n,
        str(claim.mode),
        day(claim.published),
        _spans(claim.spans),
        _spans([claim.source]) if claim.source else None,
        _spans(claim.cue_spans),
        _spans(claim.evidence),
        _json(claim.rules),
        _json([(seen.rule, seen.outcome, _pairs(seen.evidence)) for seen in claim.considered]),
        place,
        reading,
        bucket,
        claim.id,
    )


def claim_of(row: sqlite3.Row | Mapping[str, Any], **decided: Any) -> Claim:
    """Return the claim of a row of ``found``, with what was decided in the place of the found."""
    considered = tuple(
        Considered(rule=rule, outcome=outcome, evidence=_of_pairs(evidence))
        for rule, outcome, evidence in json.loads(row["considered"])
    )
    texts: dict[str, Any] = {name: row[name] for name in _TEXTS}
    flags: dict[str, Any] = {name: bool(row[name]) for name in _FLAGS}
    claim = Claim(
        **texts,
        **flags,
        trust=row["trust"],
        trust_n=row["trust_n"],
        mode=Mode(row["mode"]),
        published=of_day(row["published"]),
        spans=_of_pairs(json.loads(row["spans"])),
        source=_of_pairs(json.loads(row["source"]))[0] if row["source"] else None,
        cue_spans=_of_pairs(json.loads(row["cue_spans"])),
        evidence=_of_pairs(json.loads(row["evidence"])),
        rules=tuple(json.loads(row["rules"])),
        considered=considered,
    )
    return replace(claim, **decided) if decided else claim


def document_row(document: Document, hash: str, name: str, reading: int) -> tuple[object, ...]:
    """Return a document as it stands in ``documents``, a copy of no other for now.

    Beside the event it was given stands the one it is about, and why.
    """
    blocks = [
        (str(b.kind), b.span.start, b.span.end, *((b.label.start, b.label.end) if b.label else ()))
        for b in document.blocks
    ]
    return (
        document.id,
        hash,
        name,
        document.path,
        document.title,
        day(document.published),
        document.outlet,
        document.url,
        document.event,
        *event_of(document),
        document.text,
        _json(blocks),
        document.id,
        reading,
    )


def document_of(row: sqlite3.Row) -> Document:
    """Return the document of a row of ``documents``."""
    blocks = tuple(
        Block(kind=BlockKind(kind), span=Span(start, end), label=Span(*label) if label else None)
        for kind, start, end, *label in json.loads(row["blocks"])
    )
    return Document(
        id=row["id"],
        text=row["text"],
        title=row["title"],
        published=of_day(row["published"]),
        outlet=row["outlet"],
        url=row["url"],
        event=row["tied_event"],
        path=row["path"],
        blocks=blocks,
    )


def day(known: date | None) -> str:
    """Return a day as ``YYYY-MM-DD``; "" for an unknown one."""
    return known.isoformat() if known else ""


def of_day(text: str) -> date | None:
    """Return the day of a ``YYYY-MM-DD``; None for ""."""
    return date.fromisoformat(text) if text else None


def _spans(spans: Sequence[Span]) -> str:
    return _json(_pairs(spans))


def _pairs(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _of_pairs(pairs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
