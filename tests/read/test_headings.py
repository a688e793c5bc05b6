"""A text under "Statement by …" that says "I" or "we" is one turn of whom the heading names."""

import pytest

from claims.model import BlockKind
from claims.read import blocks

OWN = "We condemn the raid on our post.\n\nChad has sent soldiers across our border.\n"
TOLD = 'The minister said: "We condemn the raid on our post."\n\nChad denied it.\n'


def whose(text: str) -> set[str]:
    """Return whose turns a text holds, as the labels say."""
    found = [b for b in blocks(text) if b.kind is BlockKind.TURN]
    return {block.label.of(text) for block in found if block.label}


@pytest.mark.parametrize(
    ("heading", "who"),
    [
        ("Statement by Foreign Minister Ali Baro", "Foreign Minister Ali Baro"),
        ("Press release of the Foreign Ministry on the raid", "the Foreign Ministry"),
        ("Foreign Minister Ali Baro's address to the Assembly", "Foreign Minister Ali Baro"),
        ("Remarks by President Ada Kollo at the airport", "President Ada Kollo"),
    ],
)
def test_the_heading_names_who_speaks(heading: str, who: str) -> None:
    assert whose(f"{heading}\n\n{OWN}") == {who}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Statement by minister angers Chad\n\n{TOLD}", id="a report of it"),
        pytest.param(f"Chad's speech to the Assembly\n\n{TOLD}", id="the other form"),
        pytest.param(f"Chad and Niger quarrel\n\n{OWN}", id="no such heading"),
        pytest.param("Statement by Ali Baro\n", id="nothing below"),
    ],
)
def test_a_report_is_nobodys_turn(text: str) -> None:
    assert whose(text) == set()
