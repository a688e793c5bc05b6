"""Joint appearances: who stands beside the speaker is the other party of what "we" did."""

import pytest

from claims.actors import Lexicon, attributions, cast
from claims.model import Claim, Document
from claims.packs import Packs
from claims.parse import parse
from claims.read import blocks
from claims.speech import Cues, statements
from claims.stance import classify

_HEADING = "Remarks by President Okello of Uganda and Prime Minister Hansen of Denmark\n\n"
_ANSWER = "\n\nPRIME MINISTER HANSEN: The weather was kind to us.\n"


def said_in(text: str, packs: Packs, cues: Cues, lexicon: Lexicon) -> list[Claim]:
    """Return the claims of a transcript, its labels read."""
    (parsed,) = parse([Document(id="talks", text=text, blocks=blocks(text))])
    said = statements(parsed, cues)
    actors = cast(parsed, said, lexicon)
    return classify(parsed, attributions(parsed, said, actors), actors, packs)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        pytest.param(
            "We have agreed that our ports will share their pilots.",
            {("UGA", "DNK"), ("DNK", "UGA")},
            id="agreed",
        ),
        pytest.param(
            "We have decided, too, that visas will be waived for students.",
            {("UGA", "DNK"), ("DNK", "UGA")},
            id="decided",
        ),
        pytest.param(
            "Our two navies will patrol the lake jointly.",
            {("UGA", "DNK"), ("DNK", "UGA")},
            id="our two navies",
        ),
        pytest.param(
            "We shall set up a joint commission on water.",
            {("UGA", "DNK"), ("DNK", "UGA")},
            id="a joint commission",
        ),
        pytest.param(
            "We are ready to strengthen our dialogue with all countries.",
            set(),
            id="all countries are not the one beside",
        ),
        pytest.param("We have not decided that visas will be waived.", set(), id="negated"),
        pytest.param(
            "I wish to record our gratitude to Denmark for the school.",
            {("UGA", "DNK")},
            id="who wishes to thank thanks",
        ),
    ],
)
def test_what_we_did_is_done_with_who_stands_beside(
    said: str, wanted: set[tuple[str, str]], packs: Packs, cues: Cues, lexicon: Lexicon
) -> None:
    """The only other state that speaks is the partner, where the words name none."""
    text = f"{_HEADING}PRESIDENT OKELLO: {said}{_ANSWER}"
    found = said_in(text, packs, cues, lexicon)
    named = {(c.speaker_country, c.target_country) for c in found if c.target_country}
    assert named == wanted


def test_nobody_stands_beside_a_spokesman(packs: Packs, cues: Cues, lexicon: Lexicon) -> None:
    """What "we" decided alone is no co-operation."""
    text = "SPOKESMAN OF UGANDA: We have decided that visas will be waived.\n"
    assert not said_in(text, packs, cues, lexicon)


def test_words_end_where_somebody_elses_clause_begins(
    packs: Packs, cues: Cues, lexicon: Lexicon
) -> None:
    """What is said of others behind "and" is not part of the words."""
    said = "We have agreed with Denmark on a price, and everything else is decoration."
    text = f"{_HEADING}PRESIDENT OKELLO: {said}{_ANSWER}"
    found = said_in(text, packs, cues, lexicon)
    assert {claim.words for claim in found} == {"We have agreed with Denmark on a price"}
