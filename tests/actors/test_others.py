"""The other party: neighbours, counterparts, friends, pairs, and whom a turn is said to."""

from collections.abc import Callable

import pytest

from tests.actors.conftest import Stage

Build = Callable[..., Stage]

TITLE = "Peru and Chile quarrel over a well\n\n"
TALKS = (
    "Remarks by President Tumbo of Kenya and President Okot of Uganda following talks\n\n"
    "PRESIDENT TUMBO: I thank you. Our ministers signed a text, and my brother read it.\n\n"
    "PRESIDENT OKOT: We thank our Kenyan friends.\n\n"
    "QUESTION: And you?\n\nPRESIDENT OKOT: Yes.\n"
)


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param(
            TITLE + "On Monday Peru accused its southern neighbour of theft.",
            "neighbour",
            ["CHL"],
            id="a neighbour is not the owner",
        ),
        pytest.param(
            TITLE + "The Peruvian minister rang his counterpart.",
            "counterpart",
            ["CHL"],
            id="a counterpart is of the other state",
        ),
        pytest.param(
            TITLE + "Brazil urged restraint on both sides.",
            "sides",
            ["PER", "CHL"],
            id="who urges is not one of both sides",
        ),
        pytest.param(
            TITLE + "In March the two armies held a drill.",
            "armies",
            ["PER", "CHL"],
            id="the two armies of the title",
        ),
        pytest.param(
            TITLE + "3. The Parties agreed to open a road.",
            "Parties",
            ["PER", "CHL"],
            id="the parties to a text",
        ),
        pytest.param(TALKS, "you", ["UGA"], id="you at a joint appearance"),
        pytest.param(TALKS, "ministers", ["KEN", "UGA"], id="our ministers at it"),
        pytest.param(TALKS, "brother", ["UGA"], id="my brother at it"),
        pytest.param(TALKS, "friends", ["KEN"], id="our friends of a state"),
        pytest.param(TALKS, "you#2", ["UGA"], id="you in a question is who answers"),
        pytest.param(
            "Kenya blamed Peru and Chile. Both governments laughed.",
            "governments",
            ["PER", "CHL"],
            id="states side by side before the one most spoken of",
        ),
        pytest.param(
            "Peru, Kenya and Chile signed. Mali praised these countries.",
            "countries",
            ["PER", "KEN", "CHL"],
            id="these countries are all that were joined",
        ),
        pytest.param(
            "Peruvian minister Ada Vargas met Chilean minister Leo Soto. The officials laughed.",
            "officials",
            ["PER", "CHL"],
            id="the officials who met",
        ),
        pytest.param(
            "Mali and Chad wait. When Peruvian minister Ada Vargas met Chilean minister Leo Soto, "
            "the two sides laughed.",
            "sides",
            ["PER", "CHL"],
            id="the two sides of a meeting",
        ),
        pytest.param(
            "Kenyan High Commissioner Ada Okot left Mali. The envoy laughed.",
            "envoy",
            ["KEN"],
            id="an envoy by another office",
        ),
    ],
)
def test_the_other_party(text: str, word: str, states: list[str], stage: Build) -> None:
    """What names somebody by the other one denotes the other party."""
    assert stage(text).states(word) == states


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param(
            "Peru's line has not moved. Critics in Chile grumble. "
            "The environment minister, Ada Vargas, said so.",
            "Vargas",
            ["PER"],
            id="the state a paragraph is about",
        ),
        pytest.param(
            "In Lima the transport minister, Ada Vargas, told Chile so.",
            "Vargas",
            ["PER"],
            id="the place a sentence opens with",
        ),
        pytest.param(
            "India replied to Pakistan. “We waited,” Foreign Secretary Mira Deshpal said.",
            "Deshpal",
            ["IND"],
            id="an office that several states have",
        ),
        pytest.param(
            "Ada Vargas, who speaks for Peru's foreign ministry, laughed.",
            "Vargas",
            ["PER"],
            id="who speaks for a body",
        ),
        pytest.param(
            "Ada Vargas, the head of Peru's ports authority, laughed.",
            "Vargas",
            ["PER"],
            id="the owner of a body behind of",
        ),
        pytest.param(
            "Peru mourns. The union's president, Ada Vargas, laughed.",
            "Vargas",
            [None],
            id="a union's president is no state's",
        ),
        pytest.param(
            "Ada Vargas, the Peruvian minister, laughed. No officer had met them, she said.",
            "she",
            ["PER"],
            id="no officer is taken up by nobody",
        ),
    ],
)
def test_officials_introduced_once(
    text: str, word: str, states: list[str | None], stage: Build
) -> None:
    """Who is in no list speaks for the state that the text tells."""
    assert stage(text).states(word) == states
