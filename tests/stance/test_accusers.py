"""Whom a denial answers: who made the charge, and nobody where the text does not say it."""

import pytest

from claims.model import Document
from claims.read import blocks
from claims.track import read_rulebook, track
from tests.stance.conftest import Claims

_WEATHER = (
    "The harbour saw two new ships arrive, and their crews were met with songs, drums and a long "
    "talk about the sea. Hotels were booked out for days, shops sold more drinks than ever before, "
    "and the beaches were full of people who had come from all parts of the land. In the evening "
    "there were boat races, and a choir of the oldest school sang what it had sung for a century."
)


@pytest.mark.parametrize(
    ("paragraphs", "accuser"),
    [
        pytest.param(["Ghana accused Mali of theft. Mali denied it."], "GHA", id="near by"),
        pytest.param(["Mali denied accusations made by Ghana."], "GHA", id="made by"),
        pytest.param(["Mali denied the claims of Ghana."], "GHA", id="claims of"),
        pytest.param(
            [
                "Ghana accused Mali of stealing cattle.",
                _WEATHER,
                _WEATHER,
                "Mali denied stealing anything.",
            ],
            "GHA",
            id="far away, of the same matter",
        ),
        pytest.param(
            [
                "Ghana accused Mali of theft.",
                _WEATHER,
                _WEATHER,
                "Mali labelled the report “fake news”.",
            ],
            None,
            id="far away, of another matter",
        ),
        pytest.param(["Mali denied allegations of torture in Chad."], None, id="where it was done"),
        pytest.param(["Mali denied any collusion with Chad."], None, id="with whom it was done"),
        pytest.param(
            ["Chad accused Mali of theft. “Nobody put pressure on me,” Mali's president said."],
            None,
            id="who denies to be a victim answers nobody",
        ),
        pytest.param(
            [
                "Ghana says that a Malian lorry broke the barrier on purpose.",
                "Mali dismissed the report as a lie.",
            ],
            "GHA",
            id="who spoke of the denier's lorry",
        ),
        pytest.param(
            ["Bamako rejects claims by Ghana", "Mali denied that its guards had crossed a river."],
            "GHA",
            id="whose claims the headline names",
        ),
        pytest.param(
            [
                "Ghana says that Malian soldiers crossed the river.",
                "“There is not a single Malian camp there,” Mali's defence minister said.",
            ],
            "GHA",
            id="not a single one",
        ),
        pytest.param(
            ["Ghana accused Mali of theft. The accusation was dismissed in Bamako."],
            "GHA",
            id="where it was dismissed",
        ),
        pytest.param(
            ["Chad praised the games. The president of Mali called them lies."],
            None,
            id="a pronoun is the charge",
        ),
    ],
)
def test_a_denial_is_aimed_at_who_made_the_charge(
    paragraphs: list[str], accuser: str | None, claims: Claims
) -> None:
    """The accuser by name, by the nearest charge, or by one of the same matter; else nobody."""
    found = {c.target_country for c in claims(*paragraphs) if c.stance == "denial"}
    assert found == {accuser}


def test_no_charge_is_its_own_accuser(claims: Claims) -> None:
    """What is denied is no party."""
    (denial,) = (
        c for c in claims("Mali denied opposition claims of fraud.") if c.stance == "denial"
    )
    assert (denial.target, denial.target_country) == ("", None)


def test_an_answer_is_aimed_at_whom_the_question_quotes() -> None:
    """In a transcript the charge stands in the question, and not in a later one."""
    text = (
        "Q: Ghana says that Mali is having talks with Togo. Can you confirm that?\n\n"
        "Mali Foreign Ministry Spokesperson Keita: None of that is true.\n\n"
        "Q: Chad accused Mali of theft. Any comment?\n\n"
        "Mali Foreign Ministry Spokesperson Keita: I have no comment on this.\n"
    )
    found = track([Document(id="test", text=text, blocks=blocks(text))], read_rulebook())
    assert [c.target_country for c in found if c.stance == "denial"] == ["GHA"]
