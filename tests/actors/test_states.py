"""Names of states that mean several things."""

from collections.abc import Callable

import pytest

from tests.actors.conftest import Stage

Build = Callable[..., Stage]


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param(
            "Georgia accused Russia of shelling a village.",
            "Georgia",
            ["GEO"],
            id="Georgia, the country",
        ),
        pytest.param(
            "Georgia chose a Republican in the runoff.",
            "Georgia",
            [],
            id="Georgia, the state of the USA",
        ),
        pytest.param("Jordan condemned the raid.", "Jordan", ["JOR"], id="Jordan, the country"),
        pytest.param(
            "Michael Jordan praised the players.", "Jordan", [], id="Jordan, a family name"
        ),
        pytest.param(
            "Officials in Jordan denied the report.",
            "Jordan",
            ["JOR"],
            id="Jordan behind a preposition",
        ),
        pytest.param("Turkey rejected the charge.", "Turkey", ["TUR"], id="Turkey, the country"),
        pytest.param("They ate turkey on Thursday.", "turkey", [], id="turkey, the bird"),
        pytest.param(
            "Turkey farmers fear the new rules.", "Turkey", [], id="Turkey, the bird, first word"
        ),
        pytest.param("Chad closed its border.", "Chad", ["TCD"], id="Chad, the country"),
        pytest.param("Chad Smith sold his house.", "Chad", [], id="Chad, a given name"),
        pytest.param("Niger expelled the envoy.", "Niger", ["NER"], id="Niger"),
        pytest.param("Nigeria expelled the envoy.", "Nigeria", ["NGA"], id="Nigeria"),
        pytest.param(
            "Militants of the Niger Delta threatened the plants.",
            "Delta",
            ["NGA"],
            id="Niger Delta is in Nigeria",
        ),
        pytest.param("Korea protested against the tariff.", "Korea", [], id="Korea alone is a tie"),
        pytest.param(
            "Korea protested. Officials in Seoul gave no details.",
            "Korea",
            ["KOR"],
            id="Korea, decided by Seoul",
        ),
        pytest.param("Congo protested against the raid.", "Congo", [], id="Congo alone is a tie"),
        pytest.param(
            "Congo protested. Kinshasa recalled its envoy.",
            "Congo",
            ["COD"],
            id="Congo, decided by Kinshasa",
        ),
        pytest.param("Guinea closed its border.", "Guinea", ["GIN"], id="Guinea"),
        pytest.param(
            "Equatorial Guinea closed its border.", "Guinea", ["GNQ"], id="Equatorial Guinea"
        ),
        pytest.param(
            "Papua New Guinea closed its border.", "Guinea", ["PNG"], id="Papua New Guinea"
        ),
        pytest.param("Guinea-Bissau closed its border.", "Bissau", ["GNB"], id="Guinea-Bissau"),
        pytest.param("Ireland raised the matter.", "Ireland", ["IRL"], id="Ireland"),
        pytest.param(
            "Police in Northern Ireland made arrests.", "Ireland", ["GBR"], id="Northern Ireland"
        ),
        pytest.param("The US denied the report.", "US", ["USA"], id="US, the country"),
        pytest.param("He told us to leave.", "us", [], id="us, the pronoun, nobody speaking"),
        pytest.param(
            "Washington denied the report.",
            "Washington",
            ["USA"],
            id="Washington for the government",
        ),
        pytest.param(
            "George Washington crossed the river.", "Washington", [], id="Washington, the person"
        ),
        pytest.param(
            "Farmers in Washington state sued.", "Washington", [], id="Washington, the state"
        ),
        pytest.param("He spoke Chinese to the guests.", "Chinese", [], id="Chinese, the language"),
        pytest.param("The letter was written in Chinese.", "Chinese", [], id="in Chinese"),
        pytest.param(
            "A Chinese restaurant opened in the suburb.", "Chinese", [], id="Chinese, the cuisine"
        ),
        pytest.param(
            "The Chinese denied the report.", "Chinese", ["CHN"], id="the Chinese, the people"
        ),
        pytest.param(
            "Ships met in the South China Sea.", "Sea", [], id="South China Sea is no state"
        ),
        pytest.param(
            "The Washington Post printed the story.",
            "Post",
            [None],
            id="a newspaper, not the capital",
        ),
        pytest.param(
            "South Sudan closed the pipeline.", "Sudan", ["SSD"], id="South Sudan is not Sudan"
        ),
        pytest.param("North Korea fired a missile.", "Korea", ["PRK"], id="North Korea"),
        pytest.param("The Kremlin rejected the charge.", "Kremlin", ["RUS"], id="a seat"),
        pytest.param("Downing Street rejected the charge.", "Street", ["GBR"], id="a street"),
        pytest.param(
            "A U.S. ship and a U.S. plane left.", "U.S.", ["USA"], id="a U.S. is no African Union"
        ),
        pytest.param(
            "U.S.-China tensions grew.", "U.S.-China", ["USA", "CHN"], id="two states in one word"
        ),
        pytest.param(
            "The Republic of China protested.",
            "China",
            ["TWN"],
            id="the Republic, not the People's",
        ),
        pytest.param("Ethopia reopened the road.", "Ethopia", ["ETH"], id="misspelt state"),
        pytest.param("Dominica joined the pact.", "Dominica", ["DMA"], id="Dominica"),
        pytest.param(
            "The Dominican Republic joined the pact.", "Republic", ["DOM"], id="Dominican Republic"
        ),
    ],
)
def test_states(stage: Build, text: str, word: str, states: list[str | None]) -> None:
    """A state's name means the state, unless the words beside it say otherwise."""
    assert stage(text).states(word) == states
