"""Names that a text writes short: one half of a land, initials, a family name with its particle."""

from collections.abc import Callable

import pytest

from tests.actors.conftest import Stage

Build = Callable[..., Stage]

PACT = "The Solomon Islands Ports Council (SIPC) met Fiji. "


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param(
            "North and South Korea tore up the pact.", "Korea", ["PRK", "KOR"], id="two in one name"
        ),
        pytest.param(
            "North Korea protested. Seoul said the South would wait.", "South", ["KOR"], id="a half"
        ),
        pytest.param(
            "North Korea met South Korea. It spoke of the South and",
            "spoke",
            [],
            id="a half that the text breaks off behind",
        ),
        pytest.param(
            "North Korea protested. Ships left the South China Sea.", "South", [], id="of a sea"
        ),
        pytest.param(
            "North Korea protested. Ships left the South and East Siberian Sea.",
            "South",
            [],
            id="of two seas",
        ),
        pytest.param("South Africa protested. The North was quiet.", "North", [], id="no state"),
        pytest.param("Papua New Guinea (PNG) won. PNG is glad.", "PNG#2", ["PNG"], id="initials"),
        pytest.param("Papua New Guinea won. PNG is glad.", "PNG", ["PNG"], id="initials unsaid"),
        pytest.param(PACT + "SIPC protested.", "SIPC#2", ["SLB"], id="initials of a state's body"),
        pytest.param("Peru (NTB) won. NTB told it.", "NTB#2", [], id="no initials"),
        pytest.param("Peru Monday condemned Chile.", "Monday", ["PER"], id="a state and a day"),
        pytest.param("The West protested.", "West", [], id="the West is nobody by that name"),
        pytest.param("The Azerbaijani MFA protested.", "MFA", ["AZE"], id="a ministry's initials"),
        pytest.param("The Latvian PM protested.", "PM", ["LVA"], id="a prime minister's initials"),
        pytest.param("Vice FMs of Peru met.", "FMs", ["PER"], id="several foreign ministers"),
        pytest.param("Peru's govt protested.", "govt", ["PER"], id="a government cut short"),
        pytest.param("Pakistan waits. The FO protested.", "FO", ["PAK"], id="a foreign office"),
        pytest.param("Peru slept. At 5 PM it left.", "PM", [], id="an hour"),
    ],
)
def test_shortened_states(stage: Build, text: str, word: str, states: list[str | None]) -> None:
    """What the text writes short means what it wrote in full."""
    assert stage(text).states(word) == states


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param(
            "Peruvian envoy Ada del Toro spoke. Del Toro left Chile.",
            "Toro#2",
            ["PER"],
            id="a particle belongs to the family name",
        ),
        pytest.param(
            "The Chilean Ambassador to Peru Ada Vargas spoke.",
            "Vargas",
            ["CHL"],
            id="an ambassador named behind the seat",
        ),
        pytest.param(
            "The minister received the new Ambassador Extraordinary and "
            "Plenipotentiary of Peru Ada Sol Vargas.",
            "Vargas",
            ["PER"],
            id="an envoy by the full title",
        ),
        pytest.param(
            "Peru's junior minister of foreign affairs, Ada Vargas has said that it rained.",
            "Vargas",
            ["PER"],
            id="an office before a comma",
        ),
        pytest.param(
            "Foreign Ministry spokesman Ada Mello-Rojas of Peru spoke. Mello-Rojas left Chile.",
            "Rojas#2",
            ["PER"],
            id="a family name of two",
        ),
        pytest.param(
            "The road to Lima Ada Vargas built is closed.",
            "Vargas",
            [None],
            id="no ambassador",
        ),
    ],
)
def test_names_of_envoys(stage: Build, text: str, word: str, states: list[str | None]) -> None:
    """A name is whose it is introduced as, however it is written."""
    assert stage(text).states(word) == states
