"""What was found, and where: an SQLite file, opened by ``reading`` or ``writing``."""

from claims.ledger.opening import in_memory, is_ledger, reading, writing
from claims.ledger.select import Filter

__all__ = ["Filter", "in_memory", "is_ledger", "reading", "writing"]
