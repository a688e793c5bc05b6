"""For which state the labels of a transcript speak, where they do not say it themselves."""

from collections.abc import Callable

import pytest

from tests.actors.conftest import Stage

Build = Callable[..., Stage]

BRIEFING = (
    "Department of State Daily Press Briefing\n\n"
    "MR. HALVERS: Good afternoon. We raised it with Mali.\n\n"
    "QUESTION: Did they answer?\n\nMR. HALVERS: They did.\n"
)
ANSWERS = (
    "Ministry of Foreign Affairs of Japan: Regular Press Conference by Spokesperson Oda\n\n"
    "SPOKESPERSON ODA: Your questions, please.\n\nQ: Is Chad to blame?\n\n"
    "A: We have said so.\n\nQ: And Mali?\n\nA: No.\n"
)
JOINT = (
    "Remarks by President Tumbo of Kenya and President Okot of Uganda following talks, Nairobi\n\n"
    "PRESIDENT TUMBO: We had a long talk.\n\nPRESIDENT OKOT: We did.\n\n"
    "QUESTION: And the border?\n\nPRESIDENT TUMBO: It is open.\n"
)
COUNCIL = (
    "Security Council, verbatim record\n\n"
    "The President: I give the floor to the representative of Chad.\n\n"
    "Mr. Abdel: Our villages burn. Who will answer for that?\n\n"
    "Ms. Vane (United Kingdom): We regret the loss of life.\n\n"
    "Ms. Orlu: I speak on behalf of the Government of Mali. We reject that.\n\n"
    "The President: I thank the speakers. Are there others?\n"
)
OFFICES = (
    "Press statements following talks\n\n"
    "PRESIDENT OF CHAD: My friend, welcome.\n\nPRESIDENT OF MALI (retranslated): I thank you.\n\n"
    "QUESTION: Was gas discussed?\n\nPRESIDENT OF CHAD: It was.\n"
)
RADIO = (
    'City Radio, "Morning": Latvia\'s deputy foreign minister Ilze Ozola on the railway\n\n'
    "HOST: Good morning. Who closed it?\n\nOZOLA: Nobody did.\n\n"
    "BRANT: Will it open?\n\nOZOLA: Soon.\n\nBRANT: When?\n"
)


@pytest.mark.parametrize(
    ("text", "label", "state"),
    [
        pytest.param(BRIEFING, "MR. HALVERS", "USA", id="who answers at a state's briefing"),
        pytest.param(BRIEFING, "QUESTION", None, id="who asks at it"),
        pytest.param(ANSWERS, "A", "JPN", id="A is the spokesperson"),
        pytest.param(JOINT, "PRESIDENT TUMBO", "KEN", id="the state beside a name in the heading"),
        pytest.param(JOINT, "PRESIDENT OKOT", "UGA", id="and the other's"),
        pytest.param(COUNCIL, "Mr. Abdel", "TCD", id="who is given the floor"),
        pytest.param(COUNCIL, "Ms. Vane", "GBR", id="a state in brackets"),
        pytest.param(COUNCIL, "Ms. Orlu", "MLI", id="who speaks on behalf of a state"),
        pytest.param(COUNCIL, "The President", None, id="who presides speaks for no state"),
        pytest.param(OFFICES, "PRESIDENT OF MALI", "MLI", id="an office of a state"),
        pytest.param(RADIO, "OZOLA", "LVA", id="a surname introduced in the heading"),
        pytest.param(RADIO, "BRANT", None, id="who only asks is no official"),
    ],
)
def test_the_state_of_a_label(text: str, label: str, state: str | None, stage: Build) -> None:
    """A label's state is told by brackets, heading, chair or speaker, else by the host."""
    staged = stage(text)
    where = {span.of(text): actor.country for span, actor in staged.cast.voices.labels.items()}
    assert where[label] == state
