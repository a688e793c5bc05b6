"""Transcripts: every turn is one statement, and the statements in it have it as parent."""

import pytest

from claims.model import Block, BlockKind, Document, Mode, Span
from claims.parse import Parsed, parse
from claims.read import blocks as read_blocks
from claims.speech import Cues, statements
from claims.speech.turns import turns

TEXT = "MS. ITO: The port will close.\nThe minister said the ferry had left.\nQ: Why was it closed?"


def blocks() -> tuple[Block, ...]:
    """Return the turns of the text: two paragraphs of Ms Ito, and a question."""
    lines = TEXT.split("\n")
    second, third = TEXT.index(lines[1]), TEXT.index(lines[2])
    ito, asks = Span(0, 7), Span(third, third + 1)
    return (
        Block(kind=BlockKind.TURN, span=Span(9, len(lines[0])), label=ito),
        Block(kind=BlockKind.TURN, span=Span(second, second + len(lines[1])), label=ito),
        Block(kind=BlockKind.TURN, span=Span(third + 3, len(TEXT)), label=asks),
    )


def test_a_turn_is_one_statement(cues: Cues) -> None:
    """All paragraphs of a turn are its speech, its label the source."""
    parsed = next(iter(parse([Document(id="test", text=TEXT, blocks=blocks())])))
    found = statements(parsed, cues)
    told = [one for one in found if one.mode is Mode.TURN]
    assert [one.source.of(TEXT) for one in told if one.source] == ["MS. ITO", "Q"]
    assert len(told[0].speech) == 2
    inner = next(one for one in found if one.mode is Mode.INDIRECT)
    assert inner.parent == told[0]


def test_a_label_in_a_body_paragraph(cues: Cues) -> None:
    """A paragraph of an article that starts with a speaker's name is that speaker's."""
    text = "The host asked both guests.\nANNA ITO: I think the port will close for a week."
    body = (
        Block(kind=BlockKind.BODY, span=Span(0, 27)),
        Block(kind=BlockKind.BODY, span=Span(28, len(text))),
    )
    parsed = next(iter(parse([Document(id="test", text=text, blocks=body)])))
    found = {one.pattern: one for one in statements(parsed, cues)}
    assert found["label"].source == Span(28, 36)


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        pytest.param(
            ["MR. SATO: …", "INTERPRETER: We will pay."],
            ["MR. SATO", "MR. SATO"],
            id="right behind",
        ),
        pytest.param(
            ["MR. SATO: …", "THE INTERPRETER: We pay.", "Q: When?", "INTERPRETER: In May."],
            ["MR. SATO", "MR. SATO", "Q", "MR. SATO"],
            id="behind a question, who was interpreted last",
        ),
        pytest.param(
            ["MS. HALE: Welcome.", "Q: When?", "INTERPRETER: In May."],
            ["MS. HALE", "Q", "INTERPRETER"],
            id="nobody was interpreted yet",
        ),
        pytest.param(
            ["MR. SATO (through interpreter): We will pay."], ["MR. SATO"], id="told in the label"
        ),
    ],
)
def test_an_interpreter_speaks_for_the_interpreted(lines: list[str], speakers: list[str]) -> None:
    """An interpreter's turn is the interpreted person's statement."""
    text = "\n\n".join(lines)
    document = Document(id="test", text=text, blocks=read_blocks(text))
    found = turns(Parsed(document, ()))
    assert [one.source.span.of(text) for one in found if one.source] == speakers
