"""Offices and groups: for which state somebody speaks, if for any."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.actors.conftest import Stage

Build = Callable[..., Stage]


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param(
            "A top US official declared victory.", "official", ["USA"], id="adjective and office"
        ),
        pytest.param("Chinese officials denied it.", "officials", ["CHN"], id="officials"),
        pytest.param(
            "U.S. and Russian negotiators met.",
            "negotiators",
            ["USA", "RUS"],
            id="two nationalities",
        ),
        pytest.param(
            "According to the Bolivian ministry, they were shot by police. “Chilean men came,” the "
            "foreign minister told reporters.",
            "minister",
            ["BOL"],
            id="of the state that the paragraph opens with",
        ),
        pytest.param(
            "NATO's secretary general spoke.", "general", ["NATO"], id="an organisation's own"
        ),
        pytest.param("The foreign minister of Peru spoke.", "minister", ["PER"], id="of a state"),
        pytest.param(
            "A spokesman for the Kenyan foreign ministry spoke.",
            "spokesman",
            ["KEN"],
            id="for a ministry",
        ),
        pytest.param(
            "PRC-affiliated hackers broke in.", "hackers", ["CHN"], id="hackers of a state"
        ),
        pytest.param("U.S.-backed rebels took the town.", "rebels", [None], id="backed is not of"),
        pytest.param("Pro-Russian protesters gathered.", "protesters", [None], id="pro is not of"),
        pytest.param(
            "Former Chinese officials denied it.", "officials", [None], id="former officials"
        ),
        pytest.param(
            "Iranian opposition leaders spoke.", "leaders", [None], id="opposition leaders"
        ),
        pytest.param("Chinese students protested.", "students", [None], id="private people"),
        pytest.param("A Reuters reporter asked.", "reporter", [None], id="a reporter"),
        pytest.param(
            "The Chinese ambassador to Peru spoke.",
            "ambassador",
            ["CHN"],
            id="ambassador of, not to",
        ),
        pytest.param(
            "Brazil's foreign minister, Ana Brol, spoke.",
            "Brol",
            ["BRA"],
            id="apposition behind an office",
        ),
        pytest.param(
            "Ana Brol, Brazil's foreign minister, spoke. Ms Brol left.",
            "Brol#2",
            ["BRA"],
            id="remembered",
        ),
        pytest.param("The Assad regime denied it.", "regime", ["SYR"], id="a regime by its head"),
        pytest.param("China and Russia objected.", "China", ["CHN", "RUS"], id="joined states"),
        pytest.param("China's theft was discussed.", "theft", [], id="a deed is nobody"),
        pytest.param(
            "President-elect Trump has promised tariffs.",
            "Trump",
            [None],
            id="elect is not in office",
        ),
        pytest.param(
            "Former President Barack Obama spoke.", "Obama", [None], id="former by the text"
        ),
    ],
)
def test_offices(stage: Build, text: str, word: str, states: list[str | None]) -> None:
    """Nationality and office together give the state; either alone does not."""
    assert stage(text, published=date(2016, 12, 20)).states(word) == states


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param("The Democratic leadership met.", "leadership", [None], id="party leaders"),
        pytest.param("Democratic senators met.", "senators", ["USA"], id="its senators"),
        pytest.param("Speakers at the rally in Accra sang.", "Speakers", [None], id="who speak"),
        pytest.param(
            "The Sunrise Party (SRP) of Peru met. Peru voted, SRP vice chairman Luis Soto said.",
            "Soto",
            [None],
            id="a party's short name",
        ),
        pytest.param(
            "The Commander of U.S. forces in Kabul, General John Nicholson, wrote.",
            "Nicholson",
            ["USA"],
            id="a state's forces in an alliance's mission",
        ),
        pytest.param(
            "The commander of the NATO mission, General John Nicholson, wrote.",
            "Nicholson",
            ["NATO"],
            id="the alliance's mission",
        ),
    ],
)
def test_posts_that_are_not_the_states(
    stage: Build, text: str, word: str, states: list[str | None]
) -> None:
    """A party's people speak for no state; a commander for whom the text names."""
    assert stage(text, published=date(2016, 12, 20)).states(word) == states


QUAY = "Peru opened a quay in Callao. "


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param("Deputy Minister Ana Brol spoke.", "Brol", ["PER"], id="a minister"),
        pytest.param("Navy chief Ana Brol spoke.", "Brol", ["PER"], id="of a public body"),
        pytest.param("Rear Admiral Ana Brol spoke.", "Brol", ["PER"], id="a rank"),
        pytest.param("Spokeswoman Ana Brol spoke.", "Brol", ["PER"], id="of nobody the text names"),
        pytest.param("Ana Brol, an aide to the minister, spoke.", "Brol", ["PER"], id="to whom"),
        pytest.param("Ana Brol, mayor of Talara, spoke.", "Brol", ["PER"], id="a mayor"),
        pytest.param("Ana Brol, head of Sail the Coast, spoke.", "Brol", [None], id="of a name"),
        pytest.param("Quayworks spokeswoman Ana Brol spoke.", "Brol", [None], id="before a name"),
        pytest.param(
            "Ana Brol, senior adviser at Quayworks, spoke.", "Brol", [None], id="at a firm"
        ),
        pytest.param("The union's president, Ana Brol, spoke.", "Brol", [None], id="of a union"),
        pytest.param("Ana Brol, a Merkel aide, spoke.", "Brol", ["DEU"], id="of a head of another"),
        pytest.param("Sen. Ana Brol spoke.", "Brol", ["USA"], id="a title in short"),
        pytest.param("Former Sen. Ana Brol spoke.", "Brol", [None], id="a former one"),
        pytest.param("Congressman Ed Brol spoke.", "Brol", ["PER"], id="Peru has a congress too"),
    ],
)
def test_offices_of_no_stated_state(
    stage: Build, text: str, word: str, states: list[str | None]
) -> None:
    """They are of the state the text is about where only a state has them, or serve its bodies."""
    assert stage(QUAY + text, published=date(2016, 12, 20)).states(word) == states


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param("Peru's national security adviser spoke.", "adviser", ["PER"], id="national"),
        pytest.param("The Peruvian labour minister spoke.", "minister", ["PER"], id="labour"),
        pytest.param(
            "The Peruvian minister for family affairs spoke.", "minister", ["PER"], id="families"
        ),
        pytest.param("A Peruvian union official spoke.", "official", [None], id="a union's"),
        pytest.param("The Peruvian captain blamed the referee.", "captain", [None], id="a team's"),
        pytest.param("The Peruvian navy captain spoke.", "captain", ["PER"], id="a navy's"),
        pytest.param("The Peruvian chess club's president spoke.", "president", [None], id="club"),
        pytest.param("Diplomats in Lima blamed Chile.", "Diplomats", [None], id="others'"),
        pytest.param("Officials in Lima blamed Chile.", "Officials", ["PER"], id="its own"),
        pytest.param("The secretary-general blamed Chile.", "general", ["UNO"], id="a hyphen"),
        pytest.param("Congo's president blamed Chile.", "president", [None], id="of two"),
        pytest.param(
            "Peruvian presidential candidate Pedro Castillo spoke.",
            "Castillo",
            [None],
            id="a candidate of a nationality",
        ),
        pytest.param(
            "The European Commission met. A spokesman for the Commission blamed Chile.",
            "spokesman",
            ["EUU"],
            id="for the body spoken of",
        ),
    ],
)
def test_what_an_office_is_of(stage: Build, text: str, word: str, states: list[str | None]) -> None:
    """What it looks after takes no office away; whom it serves and where it sits may."""
    assert stage(text, published=date(2016, 12, 20)).states(word) == states


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param(
            "ISLAMABAD: The Foreign Office answered. India had blamed Pakistan, India said.",
            "Office",
            ["PAK"],
            id="a body that another state has too",
        ),
        pytest.param("The Foreign Office answered Iran.", "Office", ["GBR"], id="not all have it"),
        pytest.param(
            "A parcel was sent by the Foreign Office with Chilean maps.",
            "Office",
            ["GBR"],
            id="what goes with it is not its own",
        ),
        pytest.param("Peru saw Bolivian helicopters and troops.", "troops", ["BOL"], id="joined"),
        pytest.param("Press Secretary Ken Oda of Japan spoke.", "Oda", ["JPN"], id="Japan's"),
    ],
)
def test_bodies_and_offices_of_several_states(
    stage: Build, text: str, word: str, states: list[str | None]
) -> None:
    """Whose they are is told by the states that the text names, and the words beside."""
    assert stage(text, published=date(2021, 8, 5)).states(word)[:1] == states


def test_no_it_is_the_agency_of_the_dateline(stage: Build) -> None:
    """Who writes is not whom the text speaks of."""
    text = "Tehran, IRNA - The ministry met. It blamed Norway."
    assert stage(text).states("It") == ["IRN"]
    assert stage(text).names("It") != ["IRNA"]


def test_a_congressman_in_a_text_about_a_state_without_a_congress(stage: Build) -> None:
    """An office that the state at hand does not have is that of the state which has it."""
    text = "Congressman Ed Brol wrote to Libya. Libya did not answer. The congressman spoke."
    assert stage(text).states("congressman") == ["USA"]


def test_the_former_holder_is_not_the_holder(stage: Build) -> None:
    """Whoever was governor is not "the governor", and whoever is not "the former governor"."""
    text = "Former Gov. Ana Brol met Gov. Ed Hale. {} spoke."
    assert stage(text.format("The governor")).names("governor") == ["Ed Hale"]
    assert stage(text.format("The former governor")).names("governor") == ["Ana Brol"]


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
        "Barack Obama met Xi Jinping.\n\n“We will work for our two countries,” Mr Xi told Mr Obama."
    )
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


def test_label_of_a_family_name(stage: Build) -> None:
    """A bare name in a label is the head of state and not the kin."""
    text = (
        "Trump: We had a good talk.\n\nReporter: Did they answer?\n\nTrump: They did.\n\n"
        "Chinese Ambassador to the US: We hope so.\n\nReporter: And then?\n"
    )
    speakers = {
        (actor.name, actor.country)
        for each in stage(text, date(2025, 10, 28)).attributions
        for actor in each.speakers
        if each.statement.pattern == "turn"
    }
    assert ("Donald Trump", "USA") in speakers
    assert ("Reporter", None) in speakers
    assert ("Melania Trump", "USA") not in speakers
