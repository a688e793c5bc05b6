"""The noun that tables are made from."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

from claims.errors import ClaimsError, Unread
from claims.ledger import asking, decisions
from claims.ledger.select import Filter
from claims.model import Claim, Document

Noun = TypeVar("Noun", Claim, Document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Documents, the claims found in them in reading order, and the inputs that failed."""

    documents: Sequence[Document]
    claims: Sequence[Claim]
    unread: tuple[Unread, ...] = ()

    def claim(self, id: str) -> tuple[Claim, Document]:
        """Return the claim whose id begins so, and its document.

        Raises:
            ClaimsError: No claim's id begins so, or several do.
        """
        found = [claim for claim in self.claims if claim.id.startswith(id)]
        if len(found) != 1:
            what = f"no claim's id begins with '{id}'" if not found else f"'{id}' begins several"
            ids = ", ".join(claim.id for claim in found[:8])
            fix = f"write more of it: {ids}" if found else "take an id from claims report"
            raise ClaimsError(f"{what}\n  fix: {fix}")
        [claim] = found
        return claim, next(doc for doc in self.documents if doc.id == claim.document)


class _Stored(Sequence[Noun], Generic[Noun]):
    """Rows of an open ledger file as a sequence; nothing is read before it is asked for."""

    _count: str

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def __len__(self) -> int:
        return int(self.db.execute(self._count).fetchone()[0])

    @overload
    def __getitem__(self, place: int) -> Noun: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Noun]: ...
    def __getitem__(self, place: int | slice) -> Noun | Sequence[Noun]:
        return list(self)[place]


class StoredClaims(_Stored[Claim]):
    """The claims of an open ledger file as they count: alike ones once, decisions applied."""

    _count = "SELECT count(*) FROM propositions WHERE rejected = 0"

    def __iter__(self) -> Iterator[Claim]:
        return asking.asked(self.db, asking.ALL)

    def meeting(self, wanted: Filter) -> Iterator[Claim]:
        """Yield those that a filter keeps, chosen by SQL."""
        return asking.asked(self.db, wanted)


class StoredDocuments(_Stored[Document]):
    """The documents of an open ledger file, by id."""

    _count = "SELECT count(*) FROM documents"

    def __iter__(self) -> Iterator[Document]:
        for row in self.db.execute("SELECT id FROM documents ORDER BY id").fetchall():
            yield asking.document(self.db, row["id"])


class StoredLedger(Ledger):
    """An open ledger file in the place of a ledger in memory."""

    __slots__ = ()

    def claim(self, id: str) -> tuple[Claim, Document]:
        """Return the claim whose id begins so, any of a proposition's, and its document."""
        assert isinstance(self.claims, StoredClaims)
        row = decisions.find(self.claims.db, id)
        found = asking.claim(self.claims.db, row["id"])
        return found, asking.document(self.claims.db, found.document)


def stored(db: sqlite3.Connection) -> StoredLedger:
    """Return an open ledger file as a ledger."""
    return StoredLedger(documents=StoredDocuments(db), claims=StoredClaims(db))
