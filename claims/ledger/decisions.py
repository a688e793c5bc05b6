"""What people decided about claims: kept apart from what was found, and applied on top of it."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.errors import ClaimsError
from claims.ledger.alike import normalised
from claims.ledger.opening import change
from claims.ledger.propositions import refresh
from claims.model import Claim

FIELDS = ("stance", "speaker", "speaker_country", "target", "target_country", "reject")
"""What can be decided; ``reject`` takes the claim out of every count."""

_SAME_WORDS = 80.0  # rapidfuzz's ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision about one claim, and so about all that say the same.

    Attributes:
        claim: The id that was decided on. ``bound``: the id that it holds for now, after other
            readings; "" while no claim is found there.
        changes: Field of ``FIELDS`` → what it shall be.
        decided_at: And ``undone_at``: ``YYYY-MM-DDTHH:MM:SSZ``; "" where it was never undone.
    """

    number: int
    claim: str
    bound: str
    document: str
    speaker: str
    stance: str
    words: str
    changes: Mapping[str, object]
    note: str
    decided_by: str
    decided_at: str
    undone_by: str
    undone_at: str

    @property
    def state(self) -> str:
        """Return standing, waiting (its claim is not found any more) or undone."""
        if self.undone_at:
            return "undone"
        return "standing" if self.bound else "waiting"


def decide(
    db: sqlite3.Connection, id: str, changes: Mapping[str, object], *, note: str, by: str, at: str
) -> Decision:
    """Keep a decision about the claim whose id begins so.

    Raises:
        ClaimsError: No claim's id begins so, or several do.
    """
    with change(db):
        row = find(db, id)
        values = (row["id"], row["id"], row["document"], row["speaker"], row["stance"])
        added = db.execute(
            "INSERT INTO decisions (claim, bound, document, speaker, stance, words, changes, note, "
            "decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, row["words"], json.dumps(dict(changes), ensure_ascii=False), note, by, at),
        )
        refresh(db, [row["id"]])
        number = added.lastrowid
    return _decision(db, number)


def undo(db: sqlite3.Connection, id: str, *, by: str, at: str) -> Decision:
    """Undo the latest standing decision about a claim, or about one that says the same.

    Raises:
        ClaimsError: No or several claims' ids begin so, or nothing is decided about it.
    """
    with change(db):
        row = find(db, id)
        last = db.execute(
            "SELECT max(number) FROM decisions WHERE undone_at = '' AND bound IN "
            "(SELECT id FROM found WHERE proposition = ?)",
            (row["proposition"],),
        ).fetchone()[0]
        if last is None:
            fix = "claims decisions lists what was decided"
            raise ClaimsError(f"nothing is decided about {row['id']}\n  fix: {fix}")
        done = "UPDATE decisions SET undone_by = ?, undone_at = ? WHERE number = ?"
        db.execute(done, (by, at, last))
        refresh(db, [row["id"]])
    return _decision(db, last)


def decisions(db: sqlite3.Connection) -> Iterator[Decision]:
    """Yield every decision, the undone ones too, in the order they were taken."""
    return map(_of_row, db.execute("SELECT * FROM decisions ORDER BY number"))


def standing(db: sqlite3.Connection, id: str) -> list[Decision]:
    """Return what is decided about a claim, or about one that says the same, and not undone."""
    query = (
        "SELECT * FROM decisions WHERE undone_at = '' AND bound IN (SELECT id FROM found WHERE "
        "proposition = (SELECT proposition FROM found WHERE id = ?)) ORDER BY number"
    )
    return [_of_row(row) for row in db.execute(query, (id,))]


def _decision(db: sqlite3.Connection, number: int | None) -> Decision:
    return _of_row(db.execute("SELECT * FROM decisions WHERE number = ?", (number,)).fetchone())


def _of_row(row: sqlite3.Row) -> Decision:
    return Decision(**{**dict(row), "changes": json.loads(row["changes"])})


def find(db: sqlite3.Connection, id: str) -> sqlite3.Row:
    """Return the row of ``found`` whose id begins so.

    Raises:
        ClaimsError: No claim's id begins so, or several do.
    """
    query = "SELECT * FROM found WHERE id >= ? AND id < ? ORDER BY id LIMIT 9"
    rows: list[sqlite3.Row] = db.execute(query, (id, id + "\U0010ffff")).fetchall()
    exact = [row for row in rows if row["id"] == id]
    if len(rows) != 1 and not exact:
        what = f"no claim's id begins with '{id}'" if not rows else f"'{id}' begins several"
        ids = ", ".join(row["id"] for row in rows[:8])
        fix = f"write more of it: {ids}" if rows else "take an id from claims show"
        raise ClaimsError(f"{what}\n  fix: {fix}")
    return exact[0] if exact else rows[0]


def rebind(
    db: sqlite3.Connection, document: str, before: Sequence[Claim], after: Sequence[Claim]
) -> None:
    """Hold a document's decisions to what another reading finds there; inside a change.

    The same id wins. Else a claim of the same words and speaker takes it, if it has the stance
    that was decided on or was not found before: a decision never slips to its neighbour.
    """
    known = {claim.id for claim in before}
    ids = {claim.id for claim in after}
    query = "SELECT number, claim, bound, speaker, stance, words FROM decisions WHERE document = ?"
    for row in db.execute(query, (document,)).fetchall():
        if row["claim"] in ids:
            bound = row["claim"]
        elif row["bound"] in ids:
            bound = row["bound"]
        else:
            bound = _heir(row, after, known)
        update = "UPDATE decisions SET bound = ? WHERE number = ?"
        db.execute(update, (bound, row["number"]))


def _heir(row: sqlite3.Row, after: Sequence[Claim], known: set[str]) -> str:
    from rapidfuzz import fuzz

    words = normalised(row["words"])
    best = (False, 0.0, "")
    for claim in after:
        same_stance = claim.stance == row["stance"]
        ratio = fuzz.ratio(words, normalised(claim.words))
        fits = claim.speaker == row["speaker"] and ratio >= _SAME_WORDS
        if fits and (same_stance or claim.id not in known):
            best = max(best, (same_stance, ratio, claim.id))
    return best[2]
