"""From a ledger to a table, and from a table to a terminal or a file."""

from claims.tables.from_ledger import table
from claims.tables.table import Table
from claims.tables.views import View, read_view

__all__ = ["Table", "View", "read_view", "table"]
