"""Who co-operates with whom: both sides of a deed, one side of a wish, nobody at home."""

import pytest

from claims.model import Claim
from tests.stance.conftest import Claims


def pairs(found: list[Claim]) -> set[tuple[str | None, str | None]]:
    """Return (speaker's country, target's country) of the claims of co-operation."""
    return {(c.speaker_country, c.target_country) for c in found if c.stance == "cooperation"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Kenya is looking to cooperate with Uganda.", {("KEN", "UGA")}, id="one side's wish"
        ),
        pytest.param(
            "Kenya cooperated with Uganda.", {("KEN", "UGA"), ("UGA", "KEN")}, id="a deed of both"
        ),
        pytest.param(
            "The delegations of Kenya and Uganda reached an accord.",
            {("KEN", "UGA"), ("UGA", "KEN")},
            id="delegations of two states",
        ),
        pytest.param(
            "A fishing deal between Kenya and Uganda was signed on Friday.",
            {("KEN", "UGA"), ("UGA", "KEN")},
            id="passive, nobody signs",
        ),
        pytest.param(
            "“Uganda must work with us,” the Kenyan minister said.", set(), id="imposed on another"
        ),
        pytest.param(
            "“We must work with Uganda,” the Kenyan minister said.",
            {("KEN", "UGA")},
            id="binds the speaker too",
        ),
        pytest.param(
            "“We are working with the largest banks,” the Kenyan minister said.",
            set(),
            id="firms are no partner",
        ),
        pytest.param(
            "“We will work with all countries,” the Kenyan minister said.",
            {("KEN", None)},
            id="a group of states is",
        ),
        pytest.param(
            "The Kenyan president expressed hope that Uganda and Rwanda would strengthen ties.",
            set(),
            id="hope alone",
        ),
        pytest.param(
            "The Kenyan president called for action on the lake. "
            "The call was backed by the Danish premier.",
            {("DNK", "KEN")},
            id="the call is his who called",
        ),
    ],
)
def test_partners(text: str, wanted: set[tuple[str, str]], claims: Claims) -> None:
    """Directions of co-operation."""
    assert pairs(claims(text)) == wanted


def test_one_act_is_one_claim(claims: Claims) -> None:
    """What stands within the clause of an act tells the same act."""
    found = claims(
        "“We are willing to work with Uganda to deepen the partnership that we have built with "
        "Uganda,” the Kenyan minister said."
    )
    assert [(c.speaker_country, c.target_country) for c in found] == [("KEN", "UGA")]
