"""Every case of every rule holds: a match fires, a reject stays silent."""

import pytest

from claims.actors import Lexicon
from claims.packs import Packs, read_packs
from claims.parse import parse
from claims.speech import Cues
from claims.stance.cases import Case, cases, country_of, document_of, outcome

CASES = cases(read_packs())


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES])
def test_case(case: Case, packs: Packs, cues: Cues, lexicon: Lexicon) -> None:
    """The same function that ``claims rules test`` calls."""
    said_by = country_of(case.case.said_by, lexicon)
    parsed = next(iter(parse([document_of(case.case.text, said_by)])))
    assert outcome(case, parsed, packs, cues, lexicon).fault == ""
