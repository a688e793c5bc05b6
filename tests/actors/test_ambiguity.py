"""Names that mean several things, and words that take names up."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.actors.conftest import Stage

Build = Callable[..., Stage]


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param("Georgia accused Russia of shelling a village.", "Georgia", ["GEO"], id="Georgia, the country"),
        pytest.param("Georgia chose a Republican in the runoff.", "Georgia", [], id="Georgia, the state of the USA"),
        pytest.param("Jordan condemned the raid.", "Jordan", ["JOR"], id="Jordan, the country"),
        pytest.param("Michael Jordan praised the players.", "Jordan", [], id="Jordan, a family name"),
        pytest.param("Officials in Jordan denied the report.", "Jordan", ["JOR"], id="Jordan behind a preposition"),
        pytest.param("Turkey rejected the charge.", "Turkey", ["TUR"], id="Turkey, the country"),
        pytest.param("They ate turkey on Thursday.", "turkey", [], id="turkey, the bird"),
        pytest.param("Turkey farmers fear the new rules.", "Turkey", [], id="Turkey, the bird, first word"),
        pytest.param("Chad closed its border.", "Chad", ["TCD"], id="Chad, the country"),
        pytest.param("Chad Smith sold his house.", "Chad", [], id="Chad, a given name"),
        pytest.param("Niger expelled the envoy.", "Niger", ["NER"], id="Niger"),
        pytest.param("Nigeria expelled the envoy.", "Nigeria", ["NGA"], id="Nigeria"),
        pytest.param("Militants of the Niger Delta threatened the plants.", "Delta", ["NGA"], id="Niger Delta is in Nigeria"),
        pytest.param("Korea protested against the tariff.", "Korea", [], id="Korea alone is a tie"),
        pytest.param("Korea protested. Officials in Seoul gave no details.", "Korea", ["KOR"], id="Korea, decided by Seoul"),
        pytest.param("Congo protested against the raid.", "Congo", [], id="Congo alone is a tie"),
        pytest.param("Congo protested. Kinshasa recalled its envoy.", "Congo", ["COD"], id="Congo, decided by Kinshasa"),
        pytest.param("Guinea closed its border.", "Guinea", ["GIN"], id="Guinea"),
        pytest.param("Equatorial Guinea closed its border.", "Guinea", ["GNQ"], id="Equatorial Guinea"),
        pytest.param("Papua New Guinea closed its border.", "Guinea", ["PNG"], id="Papua New Guinea"),
        pytest.param("Guinea-Bissau closed its border.", "Bissau", ["GNB"], id="Guinea-Bissau"),
        pytest.param("Ireland raised the matter.", "Ireland", ["IRL"], id="Ireland"),
        pytest.param("Police in Northern Ireland made arrests.", "Ireland", ["GBR"], id="Northern Ireland"),
        pytest.param("The US denied the report.", "US", ["USA"], id="US, the country"),
        pytest.param("He told us to leave.", "us", [], id="us, the pronoun, nobody speaking"),
        pytest.param("Washington denied the report.", "Washington", ["USA"], id="Washington for the government"),
        pytest.param("George Washington crossed the river.", "Washington", [], id="Washington, the person"),
        pytest.param("Farmers in Washington state sued.", "Washington", [], id="Washington, the state"),
        pytest.param("He spoke Chinese to the guests.", "Chinese", [], id="Chinese, the language"),
        pytest.param("The letter was written in Chinese.", "Chinese", [], id="in Chinese"),
        pytest.param("A Chinese restaurant opened in the suburb.", "Chinese", [], id="Chinese, the cuisine"),
        pytest.param("The Chinese denied the report.", "Chinese", ["CHN"], id="the Chinese, the people"),
        pytest.param("Ships met in the South China Sea.", "Sea", [], id="South China Sea is no state"),
        pytest.param("The Washington Post printed the story.", "Post", [None], id="a newspaper, not the capital"),
        pytest.param("South Sudan closed the pipeline.", "Sudan", ["SSD"], id="South Sudan is not Sudan"),
        pytest.param("North Korea fired a missile.", "Korea", ["PRK"], id="North Korea"),
        pytest.param("The Kremlin rejected the charge.", "Kremlin", ["RUS"], id="a seat"),
        pytest.param("Downing Street rejected the charge.", "Street", ["GBR"], id="a street"),
        pytest.param("A U.S. ship and a U.S. plane left.", "U.S.", ["USA"], id="a U.S. is no African Union"),
        pytest.param("U.S.-China tensions grew.", "U.S.-China", ["USA", "CHN"], id="two states in one word"),
        pytest.param("The Republic of China protested.", "China", ["TWN"], id="the Republic, not the People's"),
        pytest.param("Ethopia reopened the road.", "Ethopia", ["ETH"], id="misspelt state"),
        pytest.param("Dominica joined the pact.", "Dominica", ["DMA"], id="Dominica"),
        pytest.param("The Dominican Republic joined the pact.", "Republic", ["DOM"], id="Dominican Republic"),
    ],
)  # fmt: skip
def test_states(stage: Build, text: str, word: str, states: list[str | None]) -> None:
    """A state's name means the state, unless the words beside it say otherwise."""
    assert stage(text).states(word) == states


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        pytest.param("Mr Yang rejected the charge.", "Yang", [], id="Yang alone is a tie"),
        pytest.param("Yang Jiechi arrived. Mr Yang rejected the charge.", "Yang#2", ["Yang Jiechi"], id="Yang, introduced"),
        pytest.param("Xi Jingping met the guests.", "Jingping", ["Xi Jinping"], id="misspelt name"),
        pytest.param("President Obama met the guests.", "Obama", ["Barack Obama"], id="title and family name"),
        pytest.param("Michelle Obama met the guests.", "Obama", ["Michelle Obama"], id="another given name"),
        pytest.param("Mary Yang came. Ms Yang denied it.", "Yang#2", ["Mary Yang"], id="a stranger's name stays hers"),
        pytest.param("Thomas E. Donilon met the guests.", "Donilon", ["Tom Donilon"], id="initial and full given name"),
        pytest.param("Barack Obama met Xi Jinping. The two leaders agreed.", "leaders", ["Barack Obama", "Xi Jinping"], id="the two leaders"),
        pytest.param("Ms Li Hua, a teacher, met Mr Wen Bo. She thanked him.", "She", ["Li Hua"], id="she is the woman"),
        pytest.param("Ms Li Hua, a teacher, met Mr Wen Bo. She thanked him.", "him", ["Wen Bo"], id="him is the man"),
        pytest.param("Barack Obama told Xi Jinping that he wanted a deal.", "he", ["Barack Obama"], id="he is the subject above"),
        pytest.param("The minister, Ana Brol, spoke. Later the minister left.", "minister#2", ["Ana Brol"], id="the minister spoken of"),
    ],
)  # fmt: skip
def test_persons(stage: Build, text: str, word: str, names: list[str]) -> None:
    """A person's name means whom the text introduced, else the one in office, else nobody."""
    assert stage(text).names(word) == names


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param("A top US official declared victory.", "official", ["USA"], id="adjective and office"),
        pytest.param("Chinese officials denied it.", "officials", ["CHN"], id="officials"),
        pytest.param("U.S. and Russian negotiators met.", "negotiators", ["USA", "RUS"], id="two nationalities"),
        pytest.param("The foreign minister of Peru spoke.", "minister", ["PER"], id="of a state"),
        pytest.param("A spokesman for the Kenyan foreign ministry spoke.", "spokesman", ["KEN"], id="for a ministry"),
        pytest.param("PRC-affiliated hackers broke in.", "hackers", ["CHN"], id="hackers of a state"),
        pytest.param("U.S.-backed rebels took the town.", "rebels", [None], id="backed is not of"),
        pytest.param("Pro-Russian protesters gathered.", "protesters", [None], id="pro is not of"),
        pytest.param("Former Chinese officials denied it.", "officials", [None], id="former officials"),
        pytest.param("Iranian opposition leaders spoke.", "leaders", [None], id="opposition leaders"),
        pytest.param("Chinese students protested.", "students", [None], id="private people"),
        pytest.param("A Reuters reporter asked.", "reporter", [None], id="a reporter"),
        pytest.param("The Chinese ambassador to Peru spoke.", "ambassador", ["CHN"], id="ambassador of, not to"),
        pytest.param("Brazil's foreign minister, Ana Brol, spoke.", "Brol", ["BRA"], id="apposition behind an office"),
        pytest.param("Ana Brol, Brazil's foreign minister, spoke. Ms Brol left.", "Brol#2", ["BRA"], id="remembered"),
        pytest.param("The Assad regime denied it.", "regime", ["SYR"], id="a regime by its head"),
        pytest.param("China and Russia objected.", "China", ["CHN", "RUS"], id="joined states"),
        pytest.param("China's theft was discussed.", "theft", [], id="a deed is nobody"),
        pytest.param("President-elect Trump has promised tariffs.", "Trump", [None], id="elect is not in office"),
        pytest.param("Former President Barack Obama spoke.", "Obama", [None], id="former by the text"),
    ],
)  # fmt: skip
def test_offices(stage: Build, text: str, word: str, states: list[str | None]) -> None:
    """Nationality and office together give the state; either alone does not."""
    assert stage(text, published=date(2016, 12, 20)).states(word) == states


def test_out_of_office(stage: Build) -> None:
    """A person speaks for a state only while in office."""
    text = "Barack Obama welcomed the accord."
    assert stage(text, date(2013, 6, 9)).states("Obama") == ["USA"]
    assert stage(text, date(2019, 6, 9)).states("Obama") == [None]


def test_a_tie_says_why(stage: Build) -> None:
    """Whom a name may mean is told where it is left open."""
    found = stage("“The charge is groundless,” Mr Yang said.").attributions
    assert [a.country for each in found for a in each.speakers] == [None]
    assert "Yang Jiechi" in found[0].speakers[0].via


def test_we_and_our_two_countries(stage: Build) -> None:
    """In a quotation "we" is the speaker's state, "our two countries" the other party as well."""
    text = (
        "Barack Obama met Xi Jinping.\n\n"
        "“We will work for our two countries,” Mr Xi told Mr Obama."
    )  # fmt: skip
    staged = stage(text)
    assert staged.states("We") == ["CHN"]
    assert staged.states("countries") == ["CHN", "USA"]


def test_transcript_labels(stage: Build) -> None:
    """A label is the person the header introduces; the press speaks for no state."""
    text = (
        "Press Briefing by National Security Advisor Tom Donilon\n\n"
        "MR. DONILON: We raised the matter with China.\n\n"
        "Q    Did they answer?\n\n"
        "MR. DONILON: They did.\n"
    )
    speakers = {
        (actor.name, actor.country)
        for each in stage(text).attributions
        for actor in each.speakers
        if each.statement.pattern == "turn"
    }
    assert speakers == {("Tom Donilon", "USA"), ("Q", None)}
