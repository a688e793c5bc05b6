"""Pairs that differ in a negation, a question or a denial only: no stance flips."""

import pytest

from tests.stance.conftest import Claims

NAMES = [
    ("Russia", "Ukraine"),
    ("Iran", "Israel"),
    ("India", "Pakistan"),
    ("Turkey", "Greece"),
    ("Chile", "Peru"),
]
DENIED_OR_ADMITTED = [
    "that it had hacked the ministry of {b}",
    "that its troops had attacked {b}",
    "that it had violated the airspace of {b}",
    "that it had spied on {b}",
    "that it had armed rebels in {b}",
    "having sent weapons into {b}",
]
DONE_OR_NOT = [
    ("accusation", "{a} accused {b} of theft.", "{a} did not accuse {b} of theft."),
    ("accusation", "{a} has condemned the raid by {b}.", "{a} has not condemned the raid by {b}."),
    ("accusation", "{a} blamed {b} for the war.", "{a} refused to blame {b} for the war."),
    ("accusation", "{a} denounced {b}.", "{a} never denounced {b}."),
    ("accusation", "{a} criticised {b}.", "{a} stopped short of criticising {b}."),
    (
        "denial",
        "{a} rejected the accusations of {b}.",
        "{a} did not reject the accusations of {b}.",
    ),
    ("denial", "{a} dismissed the report.", "{a} declined to dismiss the report."),
    (
        "cooperation",
        "{a} agreed with {b} to reopen the border.",
        "{a} has not agreed with {b} to reopen the border.",
    ),
    ("cooperation", "{a} praised {b}.", "{a} did not praise {b}."),
    (
        "cooperation",
        "{a} signed an agreement with {b}.",
        "{a} refused to sign an agreement with {b}.",
    ),
    ("cooperation", "{a} pledged to help {b}.", "{a} never pledged to help {b}."),
    ("cooperation", "{a} apologised to {b}.", "{a} refused to apologise to {b}."),
    (
        "cooperation",
        "{a} and {b} restored diplomatic ties.",
        "{a} and {b} did not restore diplomatic ties.",
    ),
    ("cooperation", "{a} will cooperate with {b}.", "{a} will not cooperate with {b}."),
    (
        "accusation",
        "{b}'s soldiers have crossed the border, the minister of {a} said.",
        "Not a single one of {b}'s soldiers has crossed the border, the minister of {a} said.",
    ),
    (
        "accusation",
        "Planes of {b} have violated our airspace, the minister of {a} said.",
        "Hardly any planes of {b} have violated our airspace, the minister of {a} said.",
    ),
    (
        "accusation",
        "{b} has armed the rebels, the minister of {a} said.",
        "Neither {b} nor its friends have armed the rebels, the minister of {a} said.",
    ),
    ("cooperation", "{a} thanked {b} for the rescue.", "Nobody in {a} thanked {b} for the rescue."),
]
PAIRS = [
    (stance, one.format(a=a, b=b), other.format(a=a, b=b))
    for stance, one, other in DONE_OR_NOT
    for a, b in NAMES
]


@pytest.mark.parametrize(("stance", "done", "undone"), PAIRS, ids=[p[2] for p in PAIRS])
def test_a_negated_act_is_no_stance(stance: str, done: str, undone: str, claims: Claims) -> None:
    """The act gives its stance, its negation does not."""
    assert stance in {claim.stance for claim in claims(done)}
    assert stance not in {claim.stance for claim in claims(undone)}


@pytest.mark.parametrize(("a", "b"), NAMES)
@pytest.mark.parametrize("what", DENIED_OR_ADMITTED)
def test_denied_and_admitted_are_kept_apart(a: str, b: str, what: str, claims: Claims) -> None:
    """Whoever "denied that it hacked" denies, whoever admitted it does not."""
    denied = {c.stance for c in claims(f"{a} denied {what.format(b=b)}.")}
    admitted = {c.stance for c in claims(f"{a} admitted {what.format(b=b)}.")}
    assert "denial" in denied
    assert "denial" not in admitted
    assert "accusation" not in denied | admitted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Did Iran accuse Israel of theft?", id="a question"),
        pytest.param(
            "Reporters asked whether Iran would accuse Israel.", id="an indirect question"
        ),
        pytest.param("If Iran accuses Israel, talks will end.", id="a condition"),
        pytest.param("France urged Iran to condemn the raid by Israel.", id="asked of another"),
        pytest.param("Iran is capable of denying air superiority to Israel.", id="a pseudo-cue"),
        pytest.param("Police freed a man accused of theft in Iran.", id="a participle"),
        pytest.param("The storm slammed Japan and Russia.", id="nobody speaks"),
        pytest.param("Iran denied entry to inspectors from Israel.", id="entry is refused"),
        pytest.param("Iran claimed responsibility for the raid on Israel.", id="an admission"),
    ],
)
def test_what_only_looks_like_it(text: str, claims: Claims) -> None:
    """Pseudo-cues and contexts that take the stance away."""
    assert not [c for c in claims(text) if c.stance in {"accusation", "denial"}]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“The Danish levy is not just an outrage, it is a crime,” the Polish minister said.",
            id="not just",
        ),
        pytest.param(
            "“Denmark's court is nothing but a farce,” the Polish minister said.", id="nothing but"
        ),
        pytest.param(
            "“Denmark's court is nothing more than a farce,” the Polish minister said.",
            id="nothing more than",
        ),
        pytest.param(
            "“Sadly, Denmark behaves like a bully ... How can anybody trust it?” "
            "the Polish minister said.",
            id="a question behind",
        ),
    ],
)
def test_what_only_looks_negated_or_asked(text: str, claims: Claims) -> None:
    """“Not just an insult” is one, and what is asked behind it takes nothing back."""
    assert [c.target_country for c in claims(text) if c.stance == "accusation"] == ["DNK"]
