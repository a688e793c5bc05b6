"""From a ledger to a table, and from a table to a terminal or a file."""

from claims.tables.build import build
from claims.tables.table import Table
from claims.tables.views import View, read_view

__all__ = ["Table", "View", "build", "read_view"]
