"""Lines that were broken by hand."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import BlockKind
from claims.read import blocks
from claims.read.wrapping import unwrapped

HEADLINE = "Ruritania and Elbonia end their talks in Strelsau with a promise to meet once more"
FIRST = (
    "The foreign minister of Ruritania, Anna Roth, said on Friday that the talks with her "
    "colleague had been useful, and that “both sides agreed to meet again before the summer” "
    "in a place that has still to be found."
)
SECOND = (
    "Elbonia denied that it had asked for them. Its spokesman, Karl Blum, called the report "
    "groundless: nobody had asked for anything, he told reporters, and nobody would."
)


def paragraphs(text: str) -> list[str]:
    return [" ".join(block.span.of(text).split()) for block in blocks(text)]


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(width: int, line_end: str) -> None:
    """A block covers all its lines; its span holds the line ends as they stand."""
    wrapped = "\n\n".join(textwrap.fill(words, width) for words in (HEADLINE, FIRST, SECOND))
    text = wrapped.replace("\n", line_end)
    assert paragraphs(text) == [HEADLINE, FIRST, SECOND]
    assert line_end in blocks(text)[1].span.of(text)


def test_lines_that_are_paragraphs_stay_paragraphs() -> None:
    text = "\n".join([HEADLINE, FIRST, SECOND])
    assert unwrapped(text) == text
    assert paragraphs(text) == [HEADLINE, FIRST, SECOND]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Roth: No.\nBlum: Yes.\nRoth: We will see.\nBlum: We will.", id="short turns"),
        pytest.param(
            "Ministers met on Monday in the capital for talks on trade.\n"
            "They agreed to open the border and to lower the tariffs.\n"
            "Elbonia called the meeting useful and the mood very warm.\n"
            "Another round is planned for the autumn, officials said.",
            id="a sentence a line",
        ),
        pytest.param("• open the border\n• lower the tariffs\n• meet again", id="a list"),
    ],
)
def test_short_lines_alone_are_no_wrapping(text: str) -> None:
    """In wrapped text lines end in mid-sentence."""
    assert unwrapped(text) == text


def test_lists_turns_and_short_last_lines_keep_their_breaks() -> None:
    """Wrapped text may part its paragraphs without blank lines where a line is short."""
    text = (
        "The two ministers met in the capital on Friday and said\n"
        "afterwards that they had agreed on three things that both\n"
        "of them wanted:\n"
        "- to open the border to lorries\n"
        "- to lower the tariffs\n"
        "MR. BLUM: We are content with what has been agreed here, and\n"
        "we shall say more about all of it before the week is over.\n"
        "MS. ROTH: So are we.\n"
    )
    assert [block.span.of(text).split()[0] for block in blocks(text)] == [
        "The", "-", "-", "We", "So"
    ]  # fmt: skip
    assert [b.kind for b in blocks(text)][-2:] == [BlockKind.TURN, BlockKind.TURN]


@given(st.text(st.sampled_from("Ab: \n\r\t\u2028.-1"), max_size=300))
def test_unwrapping_moves_nothing(text: str) -> None:
    """Only line ends change, each into as many blanks."""
    undone = unwrapped(text)
    assert len(undone) == len(text)
    assert all(
        new == old or (new == " " and old in "\r\n\u2028")
        for new, old in zip(undone, text, strict=True)
    )
