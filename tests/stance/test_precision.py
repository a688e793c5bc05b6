"""What looks like a stance and is none, and whom a stance is not aimed at."""

import pytest

from tests.stance.conftest import Claims

_CORE = {"accusation", "denial", "cooperation"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Poland lobbied for the Americans to support Ukraine.", id="lobbied for"),
        pytest.param("Poland lobbied other capitals to sign a deal with Ukraine.", id="lobbied"),
        pytest.param("The Chadian president was reluctant to thank Mali.", id="reluctant"),
        pytest.param("Chad turned into an ally of the foes of Libya.", id="enemies of"),
        pytest.param(
            "“Chad would have to show proof that Mali has violated the treaty,” the Kenyan "
            "minister said.",
            id="proof to be shown",
        ),
        pytest.param(
            "Oman accused Yemen of greed. “He does not care about the poor, he never touched "
            "their wells,” the Yemeni minister said.",
            id="he is another",
        ),
        pytest.param(
            "“Nobody overlooked suspicions of abuse committed by Afghans,” the Kenyan minister "
            "said.",
            id="only suspected",
        ),
        pytest.param("The Chadian minister spoke to a Malian audience.", id="spoke to an audience"),
        pytest.param(
            "The Kenyan minister called the Ugandan bank “one of the sponsors of our fair”.",
            id="one of the sponsors",
        ),
    ],
)
def test_what_is_only_asked_or_said_of_others_is_no_stance(text: str, claims: Claims) -> None:
    """Nobody has done it, or not the one who speaks."""
    found = [c for c in claims(text) if c.stance in _CORE and c.words.find("greed") < 0]
    assert found == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        pytest.param("Oman accused Chad and its soldiers of theft.", {"TCD"}, id="and its men"),
        pytest.param("Oman lashed out at what it calls Chad’s greed.", {"TCD"}, id="what it calls"),
        pytest.param("Oman condemned Chad’s opponents.", {None}, id="opponents"),
        pytest.param("Oman deplored the violation of Chad’s sovereignty.", {None}, id="patient"),
        pytest.param(
            "Oman deplored the violation of Chad’s airspace by Mali.", {"MLI"}, id="by whom"
        ),
        pytest.param("Mr Macron praised the party and criticized his campaign.", {None}, id="his"),
        pytest.param(
            "Oman condemned the bloody raid at a school in Chad.", {None}, id="done there"
        ),
        pytest.param("Oman condemned raids against Chadian interests.", {None}, id="against whom"),
        pytest.param("Oman criticised the Chad treaty.", {None}, id="a treaty of that name"),
        pytest.param("Oman denounced a Chad-born preacher.", {None}, id="born there"),
    ],
)
def test_the_target_is_neither_the_speaker_nor_an_opponent_s_opponent(
    text: str, targets: set[str | None], claims: Claims
) -> None:
    """Whoever is blamed, and not the one whose pronoun or foe stands beside."""
    found = claims(text)
    assert {c.target_country for c in found if c.stance == "accusation"} == targets


def test_the_maker_of_a_film_speaks(claims: Claims) -> None:
    """A video accuses nobody by itself."""
    found = claims("Chad released a video that accuses Mali of theft.")
    accusers = [(c.speaker_country, c.target_country) for c in found if c.stance == "accusation"]
    assert accusers == [("TCD", "MLI")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("China urged the US to respect its rights and stop smearing China.", id="and"),
        pytest.param(
            "“We urge the US to cease all contact, stop sending wrong signals to separatists, "
            "and stop undermining peace,” the Chinese spokesman said.",
            id="a list",
        ),
    ],
)
def test_everything_that_is_asked_is_asked_of_the_same(text: str, claims: Claims) -> None:
    """A bare verb goes on from what was urged, and "the US" is not "us"."""
    found = [c for c in claims(text) if c.stance == "accusation"]
    assert {(c.speaker_country, c.target_country) for c in found} == {("CHN", "USA")}
