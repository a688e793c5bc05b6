"""A charge and the denial that comes right behind it are two claims, each with its words."""

import pytest

from claims.model import Claim
from tests.stance.conftest import Claims

SENTENCE = "Niger accused Chad of arming rebels in Diffa, {}."


def _of(found: list[Claim], stance: str) -> list[Claim]:
    return [claim for claim in found if claim.stance == stance]


@pytest.mark.parametrize(
    "answer",
    [
        "a charge Chad denies",
        "something Chad denies",
        "allegations N'Djamena denies",
        "accusations which Chad has denied",
        "allegations denied by Chad",
        "a claim dismissed by the Chadian foreign ministry",
        "which Chad denies",
    ],
)
def test_the_denial_is_of_what_was_charged(claims: Claims, answer: str) -> None:
    found = claims(SENTENCE.format(answer))
    [charge] = _of(found, "accusation")
    assert (charge.speaker_country, charge.target_country) == ("NER", "TCD")
    [denial] = _of(found, "denial")
    assert (denial.speaker_country, denial.target_country) == ("TCD", "NER")
    assert denial.words == f"Chad of arming rebels in Diffa, {answer}"


def test_permission_that_is_refused_is_no_denial(claims: Claims) -> None:
    text = "Niger asked Chad for visas and for permission to land, which Chad denied."
    assert not _of(claims(text), "denial")


def test_what_is_denied_before_it_is_told_stays_denied(claims: Claims) -> None:
    assert not _of(claims("Niger denied that it had accused Chad of theft."), "accusation")
