"""A ministry, an army or a spokesman of no stated state speaks for the one that the text told of.

It is not of the state that it only speaks of.
"""

from collections.abc import Callable

import pytest

from tests.actors.conftest import Stage

Build = Callable[..., Stage]

QUARREL = "MARADI, Niger — Niger closed its border with Chad on Sunday.\n\n"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param(
            "The army said Chadian jets had killed three soldiers.", "army", id="what it says"
        ),
        pytest.param(
            "Foreign Secretary Ada Kollo said Chad's claims had no basis.", "Kollo", id="a person"
        ),
        pytest.param(
            '"We protest Chad\'s repeated claims," the government said.', "government", id="a quote"
        ),
    ],
)
def test_who_speaks_of_another_state_is_not_its(stage: Build, text: str, word: str) -> None:
    assert stage(QUARREL + text).states(word) == ["NER"]


MINISTRIES = (
    "The Foreign Ministry of Niger and the Defence Ministry of Chad traded barbs on Sunday.\n\n"
)


def test_a_body_is_taken_up_by_all_of_its_name(stage: Build) -> None:
    found = stage(MINISTRIES + "The Foreign Ministry said the Chadian soldiers had gone.")
    assert found.states("Ministry#3") == ["NER"]


def test_a_spokesman_is_of_the_body_before(stage: Build) -> None:
    text = "The Chadian ministry closed two roads.\n\nThe ministry spokesman, Ali Baro, said the "
    found = stage(text + "Nigerien raid was a crime.")
    assert found.states("Baro") == ["TCD"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The ministry summoned the Chadian envoy.", "ministry", id="a summons"),
        pytest.param(
            "A ministry spokesman said it was calm, Xinhua reported.", "spokesman", id="an agency"
        ),
    ],
)
def test_who_acts_on_another_state_is_not_its(stage: Build, text: str, word: str) -> None:
    assert stage(QUARREL + text).states(word) == ["NER"]


def test_the_ministry_is_what_was_written_in_initials(stage: Build) -> None:
    text = "The Nigerien MFA blamed Chad.\n\nChad hid its jets, the ministry said."
    assert stage(text).states("ministry") == ["NER"]


def test_who_rejects_a_claim_of_a_state_is_not_its(stage: Build) -> None:
    text = "Chad's claim rejected\n\nThe government rejected Chad's claim on Niger's mines."
    assert stage(text).states("government") == ["NER"]


def test_it_behind_a_quote_is_not_who_acts_in_it(stage: Build) -> None:
    text = "The Chadian ministry protested. “Niger could have asked our envoy,” it said."
    assert stage(text).states("it") == ["TCD"]


def test_the_diplomacy_of_a_state_speaks_for_it(stage: Build) -> None:
    assert stage("The Chadian diplomacy said so.").states("diplomacy") == ["TCD"]
