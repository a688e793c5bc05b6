"""The plainest words of a cell, fetched from the ledger."""

import sqlite3

from claims.ledger import asking
from claims.tables.naming import UNNAMED
from claims.tables.table import Quote


def quote(db: sqlite3.Connection, stance: str, plainest: str) -> Quote:
    """Return the words of the claim that a ledger's ``plainness`` names, and who says them."""
    best = asking.claim(db, asking.id_of(plainest))
    via = f" via {best.reporter}" if best.reporter else ""
    speaker = (best.speaker or UNNAMED) + via
    return Quote(stance=stance, words=best.words, speaker=speaker, claim=best.id)
