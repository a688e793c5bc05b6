"""Who the ministers, the parties and "they" are, where two states' people meet."""

import pytest

from tests.actors.test_states import Build

MET = "Peruvian minister Ada Vargas met Chilean minister Juan Rojas in Quito. "
PAIR = "Peru and Chile talk. Peru welcomed Chile. Chile thanked Peru. The hall was full. "


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        pytest.param(
            MET + "The ministers praised the pact.", "ministers", ["PER", "CHL"], id="ministers"
        ),
        pytest.param(
            MET + "The foreign ministers talked.", "ministers", ["PER", "CHL"], id="of an office"
        ),
        pytest.param(MET + "The parties agreed to go on.", "parties", ["PER", "CHL"], id="parties"),
        pytest.param(MET + "There they praised the pact.", "they", ["PER", "CHL"], id="they"),
        pytest.param(
            MET + "The ministers sat. It was hot. The ministers praised the pact.",
            "ministers#2",
            ["PER", "CHL"],
            id="again",
        ),
        pytest.param(PAIR + "The parties agreed to go on.", "parties", ["PER", "CHL"], id="pair"),
        pytest.param(PAIR + "The left-wing parties voted.", "parties", [None], id="of a camp"),
        pytest.param(
            MET + "The ministers of Kenya sat.", "ministers", ["KEN"], id="it says of which state"
        ),
        pytest.param(
            PAIR + "The deputy ministers of two countries dined.",
            "ministers",
            ["PER", "CHL"],
            id="of two countries",
        ),
        pytest.param("Peru waits. Three presidents dined.", "presidents", [None], id="of several"),
    ],
)
def test_who_meet(stage: Build, text: str, word: str, states: list[str | None]) -> None:
    """A bare plural is the two who met, else the two states that the text is about."""
    assert stage(text).states(word) == states


def test_the_head_of_state(stage: Build) -> None:
    """The head of state is the president spoken of."""
    text = "President Ada Vargas of Peru met minister Juan Rojas. The head of state was glad."
    assert stage(text).names("head") == ["Ada Vargas"]


def test_the_head_of_government(stage: Build) -> None:
    """The head of Government is the prime minister spoken of."""
    text = "Prime Minister Ada Vargas of Peru met minister Juan Rojas. The head of Government left."
    assert stage(text).names("head") == ["Ada Vargas"]


def test_the_whole_role_goes_first(stage: Build) -> None:
    """The foreign minister is not the minister named last."""
    text = (
        "Foreign minister Ada Vargas of Peru spoke. She left. "
        "Juan Rojas, the minister of trade of Chile, smiled. Juan Rojas sat. "
        "The foreign minister went home."
    )
    assert stage(text).names("minister#3") == ["Ada Vargas"]


def test_a_state_has_several_forces(stage: Build) -> None:
    """Both forces are not those of two states."""
    assert len(stage(PAIR + "Peru helped both forces.").states("forces")) == 1
