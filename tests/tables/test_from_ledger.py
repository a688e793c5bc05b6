"""A table counted by SQL is the table that ``build`` makes of the same claims."""

import pytest

from claims.ledger import Filter, asking, in_memory
from claims.ledger.asking import Count
from claims.ledger.decisions import decide
from claims.tables import build, read_view
from claims.tables.from_ledger import table
from claims.tables.table import Tally
from tests.bench.synthetic import documents, found_in
from tests.ledger.conftest import article, kept


@pytest.mark.parametrize("view", ["stance", "speaker", "dyad", "topic"])
@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(Filter(), id="core"),
        pytest.param(Filter(stances=()), id="all stances"),
        pytest.param(Filter(countries=("CHN", "USA"), topics=("cyber",)), id="filtered"),
        pytest.param(Filter(speakers=("jpn",)), id="speaker"),
    ],
)
def test_sql_and_python_make_the_same_table(view: str, wanted: Filter) -> None:
    with in_memory() as db:
        kept(db, list(documents(80, claims=8)), extract=found_in)
        first = next(asking.asked(db, Filter()))
        decide(db, first.id, {"speaker_country": None}, note="", by="Ann", at="2026")
        expected = build(list(asking.asked(db, wanted)), read_view(view))
        assert table(db, read_view(view), wanted) == expected


def test_coverage_counts_documents() -> None:
    words = "We did nothing of the kind at all"
    with in_memory() as db:
        kept(db, [article(name, words, outlet=name) for name in "abc"])
        [row] = table(db, read_view("stance"), Filter(), Count.SOURCES).rows
    assert row[2] == Tally(count=3, targets=(("United States", 3),))
