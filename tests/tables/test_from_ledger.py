"""What a table counts: coverage, where documents carry the same claim."""

import pytest

from claims.ledger import Filter, asking, in_memory
from claims.ledger.asking import Count
from claims.tables import read_view
from claims.tables.from_ledger import table
from claims.tables.table import Tally
from tests.ledger.conftest import article, kept
from tests.tables.conftest import Make, ledger


def test_coverage_counts_documents() -> None:
    words = "We did nothing of the kind at all"
    with in_memory() as db:
        kept(db, [article(name, words, outlet=name) for name in "abc"])
        [row] = table(db, read_view("stance"), Filter(), Count.SOURCES).rows
    assert row[2] == Tally(count=3, targets=(("United States", 3),))


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Filter(speakers=("wang",)), ["Wang Wenbin", "Wang Yi"]),
        (Filter(speakers=("YI", "adeyemi")), ["Adeyemi", "Wang Yi"]),
        (Filter(speakers=("wang",), countries=("CHN",), topics=("trade",)), []),
        (Filter(speakers=("nobody",)), []),
        (Filter(speakers=("",)), ["Adeyemi", "Mao Ning", "Wang Wenbin", "Wang Yi", "Wei"]),
    ],
)
def test_a_speaker_is_found_by_part_of_a_name(make: Make, wanted: Filter, kept: list[str]) -> None:
    """Whatever the case, and in every state; the first and the last of a state too."""
    names = {"Mao Ning": "CHN", "Wang Yi": "CHN", "Wang Wenbin": "CHN", "Adeyemi": "NGA"}
    claims = [make(speaker=name, speaker_country=code) for name, code in names.items()]
    claims.append(make(speaker="Wei", speaker_country=None))
    with ledger(claims) as db:
        assert sorted(claim.speaker for claim in asking.asked(db, wanted)) == kept
        assert asking.count(db, wanted) == len(kept)
