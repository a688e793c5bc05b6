"""What was found, and where: the claims of some documents, and what could not be read."""

from claims.ledger.select import Filter, select
from claims.ledger.store import Ledger

__all__ = ["Filter", "Ledger", "select"]
