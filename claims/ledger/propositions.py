"""Claims as they count: alike finds are one, with several sources, and decisions are applied."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, islice

from claims.ledger.alike import DAYS, by_day, families, of_one_wording, same, wording
from claims.ledger.rows import insertion

_CHUNK = 400  # values in one statement; SQLite's old limit is 999
_QUOTED = ("direct", "turn", "mixed")  # the plainest first
_BEST_LENGTH = range(5, 41)  # words: long enough to say something, short enough for a cell
_COLUMNS = (
    "speaker_country", "speaker", "stance", "target_country", "target", "claim", "document",
    "place", "topic", "event", "published", "historic", "uncertain", "rejected", "decided",
    "sources", "plainness",
)  # fmt: skip
_READ = (
    "id, document, place, published, event, speaker, speaker_country, reporter, stance, target, "
    "target_country, topic, mode, words, hedged, historic, uncertain, trust, proposition"
)


def regroup(db: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Join claims that stand alone to those that say the same, and count them; inside a change."""
    rows = _rows(db, "SELECT id, bucket, words, published FROM found WHERE id IN", ids)
    buckets: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        buckets[row["bucket"]].append(row)
    pairs = chain.from_iterable(_alike(db, key, rows) for key, rows in sorted(buckets.items()))
    moved = [
        (min(labels), label)
        for labels in families(pairs)
        for label in sorted(labels)
        if label != min(labels)
    ]
    db.executemany("UPDATE found SET proposition = ? WHERE proposition = ?", moved)
    refresh(db, ids)


def refresh(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Make the rows of the propositions that hold these claims anew; inside a change."""
    labels = {
        row["proposition"]
        for row in _rows(db, "SELECT proposition FROM found WHERE id IN", list(ids))
    }
    for chunk in _chunks(sorted(labels)):
        members: dict[str, list[sqlite3.Row]] = defaultdict(list)
        for row in _rows(db, f"SELECT {_READ} FROM found WHERE proposition IN", chunk):
            members[row["proposition"]].append(row)
        everyone = [row["id"] for rows in members.values() for row in rows]
        decided = _decided(db, everyone)
        for some in _chunks(everyone):
            db.execute(f"DELETE FROM propositions WHERE claim IN ({_marks(some)})", some)
        made = {label: _proposition(rows, decided) for label, rows in sorted(members.items())}
        db.executemany(insertion("propositions", _COLUMNS), list(made.values()))
        place = _COLUMNS.index("claim")
        moved = [(row[place], label) for label, row in made.items() if row[place] != label]
        db.executemany("UPDATE found SET proposition = ? WHERE proposition = ?", moved)


def remove(db: sqlite3.Connection, document: str) -> list[str]:
    """Take a document and its claims out; return the claims that it leaves to be regrouped."""
    held = db.execute("SELECT DISTINCT proposition FROM found WHERE document = ?", (document,))
    labels = [row["proposition"] for row in held]
    rows = _rows(db, "SELECT id, document FROM found WHERE proposition IN", labels)
    left = [row["id"] for row in rows if row["document"] != document]
    db.execute("DELETE FROM documents WHERE id = ?", (document,))
    db.executemany("UPDATE found SET proposition = id WHERE id = ?", [(id,) for id in left])
    return left


def plainness(row: sqlite3.Row) -> str:
    """Return what claims of one cell are ordered by, so that the first of them says it best.

    Certain before uncertain, quoted before reported, the speaker's own before what others tell of
    them, of a length that fits; then the rule that is trusted most, then the order of the text.
    """
    mode = _QUOTED.index(row["mode"]) if row["mode"] in _QUOTED else len(_QUOTED)
    vague = int(row["uncertain"] or row["hedged"])
    misfit = int(len(row["words"].split()) not in _BEST_LENGTH)
    doubt = 1 - (row["trust"] or 0)
    head = f"{vague}{mode}{int(bool(row['reporter']))}{misfit}{doubt:.6f}"
    return f"{head}\t{row['document']}\t{row['place']:06}\t{row['id']}"


def _alike(
    db: sqlite3.Connection, bucket: int, rows: Sequence[sqlite3.Row]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of labels: claims of a bucket that say the same as one of some of its claims."""
    query = "SELECT id, words, published, proposition FROM found WHERE bucket = ?"
    days: tuple[str, ...] = ()
    if all(row["published"] for row in rows):
        query += " AND (published = '' OR published BETWEEN ? AND ?)"
        days = _days(row["published"] for row in rows)
    known = db.execute(query, (bucket, *days)).fetchall()
    if len(known) == 1:
        return
    label = {row["id"]: row["proposition"] for row in known}
    new = {row["id"] for row in rows}
    wordings = (wording(row["id"], row["words"], row["published"]) for row in known)
    # One of each stands for the rest: a formula of a thousand outlets is not held against itself.
    groups = of_one_wording(wordings)
    others = by_day(first for first, *_ in groups)
    for first, *rest in groups:
        yield from ((label[first.id], label[one.id]) for one in rest)
        if any(one.id in new for one in (first, *rest)):
            yield from ((label[first.id], label[other]) for other in same(first, others))


def _days(published: Iterable[str]) -> tuple[str, ...]:
    known = sorted(map(date.fromisoformat, published))
    span = timedelta(days=min(DAYS, (known[0] - date.min).days))
    return (known[0] - span).isoformat(), (known[-1] + timedelta(days=DAYS)).isoformat()


def _proposition(
    rows: Sequence[sqlite3.Row], decided: dict[str, list[tuple[int, dict[str, object]]]]
) -> tuple[object, ...]:
    best = min(rows, key=lambda row: (row["historic"], plainness(row)))
    changes: dict[str, object] = {}
    for _, change in sorted(d for row in rows for d in decided.get(row["id"], ())):
        changes |= change
    return (
        changes.get("speaker_country", best["speaker_country"]) or "",
        changes.get("speaker", best["speaker"]),
        changes.get("stance", best["stance"]),
        changes.get("target_country", best["target_country"]) or "",
        changes.get("target", best["target"]),
        best["id"],
        best["document"],
        best["place"],
        best["topic"],
        best["event"] or min((row["event"] for row in rows if row["event"]), default=""),
        min((row["published"] for row in rows if row["published"]), default=""),
        best["historic"],
        best["uncertain"],
        int(bool(changes.get("reject"))),
        int(bool(changes)),
        len({row["document"] for row in rows}),
        plainness(best),
    )


def _decided(
    db: sqlite3.Connection, ids: Sequence[str]
) -> dict[str, list[tuple[int, dict[str, object]]]]:
    """Return the standing decisions on claims, with their numbers."""
    query = "SELECT number, bound, changes FROM decisions WHERE undone_at = '' AND bound IN"
    found: dict[str, list[tuple[int, dict[str, object]]]] = defaultdict(list)
    if db.execute("SELECT 1 FROM decisions LIMIT 1").fetchone():
        for row in _rows(db, query, ids):
            found[row["bound"]].append((row["number"], json.loads(row["changes"])))
    return found


def _rows(db: sqlite3.Connection, query: str, values: Sequence[str]) -> list[sqlite3.Row]:
    """Return the rows of a query that ends in IN, for any number of values."""
    return [
        row
        for some in _chunks(values)
        for row in db.execute(f"{query} ({_marks(some)})", some).fetchall()
    ]


def _chunks(values: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(values)
    while some := list(islice(rest, _CHUNK)):
        yield some


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
