"""Where the words of a claim begin and end."""

import pytest

from tests.stance.conftest import Claims

CHARGES = [
    (
        "Chad's foreign minister, who was in Paris, accused Mali of shelling a village,"
        " and left the room.",
        "accused Mali of shelling a village",
    ),
    ("Chad's government condemned Mali's raid on the border post.", "condemned Mali's raid"),
    ("Mali has repeatedly denied shelling the village, and the talks go on.", "denied shelling"),
]


@pytest.mark.parametrize(("text", "words"), CHARGES)
def test_a_charge_begins_at_its_predicate(text: str, words: str, claims: Claims) -> None:
    """The speaker stands in a field of its own."""
    found = [c.words for c in claims(text) if c.stance != "grievance"]
    assert any(words in said and not said.startswith(("Chad", "Mali")) for said in found), found


def test_it_ends_where_what_it_reports_ends(claims: Claims) -> None:
    text, words = CHARGES[0]
    [found] = [c for c in claims(text) if c.stance == "accusation"]
    assert found.words == words


def test_a_dateline_is_no_part_of_the_words(claims: Claims) -> None:
    found = claims(
        "MARADI, Nov. 4 (Saharapress) -- The foreign ministers of Niger and Chad agreed."
    )
    assert {claim.words for claim in found} == {"The foreign ministers of Niger and Chad agreed"}


def test_what_two_affirm_together_are_its_words(claims: Claims) -> None:
    text = "The envoys of Niger and Chad noted that their two countries have strengthened ties."
    assert {claim.words for claim in claims(text)} == {"their two countries have strengthened ties"}


def test_a_heading_in_capitals_is_no_dateline(claims: Claims) -> None:
    """Words are left, whatever stands before the dash."""
    found = claims("MALI Denounced Chad — The two had met in May.")
    assert [claim.words for claim in found] == ["Denounced Chad"]
