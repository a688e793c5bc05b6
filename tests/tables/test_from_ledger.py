"""What a table counts: coverage, where documents carry the same claim."""

from claims.ledger import Filter, in_memory
from claims.ledger.asking import Count
from claims.tables import read_view
from claims.tables.from_ledger import table
from claims.tables.table import Tally
from tests.ledger.conftest import article, kept


def test_coverage_counts_documents() -> None:
    words = "We did nothing of the kind at all"
    with in_memory() as db:
        kept(db, [article(name, words, outlet=name) for name in "abc"])
        [row] = table(db, read_view("stance"), Filter(), Count.SOURCES).rows
    assert row[2] == Tally(count=3, targets=(("United States", 3),))
