"""A ledger as one self-contained HTML page, to be mailed and read by people."""

from claims.page.making import made
from claims.page.rendering import rendered

__all__ = ["made", "rendered"]
