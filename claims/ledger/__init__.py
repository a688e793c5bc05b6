"""What was found, and where: the claims of some documents, and what could not be read.

In memory it is a ``Ledger``; on disk an SQLite file, opened by ``reading`` or ``writing``.
"""

from claims.ledger.opening import in_memory, is_ledger, reading, writing
from claims.ledger.select import Filter, select
from claims.ledger.store import Ledger, stored

__all__ = ["Filter", "Ledger", "in_memory", "is_ledger", "reading", "select", "stored", "writing"]
