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

NAMESAKE = (
    "Remarks to the Press by Secretary Holland and Foreign Minister Berg\nTurku, Finland\n\n"
    "SECRETARY HOLLAND: Good to be here.\n\nQUESTION: And now?\n\nSECRETARY HOLLAND: We go on.\n"
)
PRESS = (
    "Transcript of the weekly briefing, Ministry of Foreign Affairs of Japan\n\n"
    "Press Secretary Oda: Welcome.\n\nReporter: Will you go?\n\nPress Secretary Oda: Yes.\n"
)
TWO_EVENTS = (
    "Press conference of the Foreign Ministry of Chad\n\n"
    "Reporter: Who went?\n\nSpokesperson: Our minister did.\n\n"
    "The President of Kenya spoke at a lunch.\n\nPRESIDENT OF KENYA: Enjoy it.\n\n"
    "Reporter: Is it good?\n\nAide: Thank you, everybody.\n"
)
HEADED = (
    "Ministry of Foreign Affairs, Republic of Korea: Regular Briefing (May 5)\n\n"
    "SPOKESPERSON NAM JI-HO: Good morning.\n\nQ: Who went?\n\nSPOKESPERSON NAM JI-HO: I did.\n"
)
SINGER = (
    "Chilean singer Eva Rojas talks of her songs\n\n"
    "((City))  Why do you sing?\n\n((Eva Rojas))  I like it.\n\n((City))  What next?\n\n"
    "((Eva Rojas))  More songs.\n"
)
ACCOUNT = (
    "Foreign Ministry of Chad, press briefing\n\n@POTUS: I answer for it.\n\n"
    "Chadian Foreign Minister: And I for this.\n\nReporter: Both?\n\n@POTUS: Yes.\n"
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
        pytest.param(NAMESAKE, "SECRETARY HOLLAND", None, id="neither the name nor the place"),
        pytest.param(PRESS, "Press Secretary Oda", "JPN", id="a press secretary is no reporter"),
        pytest.param(PRESS, "Reporter", None, id="the press"),
        pytest.param(TWO_EVENTS, "Spokesperson", "TCD", id="the host's"),
        pytest.param(TWO_EVENTS, "Aide", None, id="not where another has the floor"),
        pytest.param(HEADED, "SPOKESPERSON NAM JI-HO", "KOR", id="not the late Mr Ho's"),
        pytest.param(SINGER, "((Eva Rojas))", None, id="a nationality is no office"),
        pytest.param(SINGER, "((City))", None, id="who interviews"),
        pytest.param(ACCOUNT, "POTUS", "USA", id="an office in short"),
        pytest.param(ACCOUNT, "Chadian Foreign Minister", "TCD", id="an office of the host"),
    ],
)
def test_the_state_of_a_label(text: str, label: str, state: str | None, stage: Build) -> None:
    """A label's state is told by brackets, heading, chair or speaker, else by the host."""
    staged = stage(text)
    where = {span.of(text): actor.country for span, actor in staged.cast.voices.labels.items()}
    assert where[label] == state


def test_a_ministry_says_in_full_whose_it_is(stage: Build) -> None:
    """The heading names the ministry alone, its first words the state too."""
    found = stage(
        "Press release by the Ministry of Trade\n\nThe Ministry of Trade of Niger rejects what "
        "Chad has said.\n\nWe have closed no road.\n"
    )
    assert {a.country for said in found.attributions for a in said.speakers} == {"NER"}
