"""The noun that tables are made from."""

from dataclasses import dataclass

from claims.errors import ClaimsError, Unread
from claims.model import Claim, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Documents, the claims found in them in reading order, and the inputs that failed."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
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
