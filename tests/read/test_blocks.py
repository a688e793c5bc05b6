"""What a page's paragraphs are for, and whose turn it is in a transcript."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import BlockKind
from claims.read import blocks

PAGE = """\
Monday 3 March 2025

Ruritania and Elbonia talk again

The Elbonian delegation with its hosts in Strelsau on the first day of talks
The Elbonian delegation with its hosts in Strelsau on the first day of talks
Foreign minister Anna Roth shakes hands with her guest (Reuters)

Ruritania's foreign minister said the talks were useful.

Promoted Links
Sign up for our daily newsletter
"""

BRIEFING = """\
MR. BLACK:  Good morning.  We agreed to meet again.

We will say more tomorrow.

Q    Did they deny it?

MR. BLACK:  They did.
"""

ONE_LINE = (
    "The spokesman took questions. Reuters: Do you have a comment on the report? "
    "Lin Wei: The accusation is groundless. We reject it. AFP: What about the talks? "
    "Lin Wei: I have nothing to add."
)

POST = """\
Foreign Ministry Spokesperson Lin Wei answered questions about the talks.
Reuters: Is the report true?
Lin Wei: It is not.
Spokesperson Bo Lan posted on X about the visit.
Both sides agreed to work together.
Senator Karl Blum spoke with Radio Strelsau on the visit.
Radio Strelsau: Was it useful?
Senator Blum: It was.
"""


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(text)[:24]) for block in blocks(text)]


def turns(text: str) -> list[tuple[str, str]]:
    found = [block for block in blocks(text) if block.kind is BlockKind.TURN]
    return [(b.label.of(text) if b.label else "", b.span.of(text)) for b in found]


def test_a_page_is_cut_by_what_its_paragraphs_are_for() -> None:
    """Captions, dates and link lists are nobody's words."""
    assert kinds(PAGE) == [
        (BlockKind.BOILERPLATE, "Monday 3 March 2025"),
        (BlockKind.HEADLINE, "Ruritania and Elbonia ta"),
        (BlockKind.CAPTION, "The Elbonian delegation "),
        (BlockKind.CAPTION, "The Elbonian delegation "),
        (BlockKind.CAPTION, "Foreign minister Anna Ro"),
        (BlockKind.BODY, "Ruritania's foreign mini"),
        (BlockKind.BOILERPLATE, "Promoted Links"),
        (BlockKind.BOILERPLATE, "Sign up for our daily ne"),
    ]


def test_a_turn_goes_on_over_paragraphs() -> None:
    """A paragraph without a label belongs to whoever spoke before."""
    assert turns(BRIEFING) == [
        ("MR. BLACK", "Good morning.  We agreed to meet again."),
        ("MR. BLACK", "We will say more tomorrow."),
        ("Q", "Did they deny it?"),
        ("MR. BLACK", "They did."),
    ]


def test_brackets_tell_for_whom_somebody_sits() -> None:
    """Two turns are a transcript where both name a state; two colons alone are none."""
    text = "Mr. Moreau (Chad): They bomb us.\nMs. Haddad (Libya): We do not."
    assert turns(text) == [
        ("Mr. Moreau", "They bomb us."),
        ("Ms. Haddad", "We do not."),
    ]
    assert turns(text.replace(" (Chad)", "").replace(" (Libya)", "")) == []


def test_labels_in_double_brackets_need_no_colon() -> None:
    """Interviews of wiki pages; a language in such brackets is no label."""
    text = (
        "((City))  Why do you sing?\n\n((Eva Rojas))  I like it.\n\n"
        "((City))  What next?\n\n((es))Spanish: más canciones\n"
    )
    assert turns(text) == [
        ("((City))", "Why do you sing?"),
        ("((Eva Rojas))", "I like it."),
        ("((City))", "What next?"),
        ("((City))", "((es))Spanish: más canciones"),
    ]


def test_the_sign_of_an_account_is_nobodys_words() -> None:
    """Of "@POTUS" the sign belongs neither to the label nor to the turn before."""
    text = "REPORTER: Why?\n\n@POTUS: Because.\n\nREPORTER: When?\n"
    assert turns(text) == [("REPORTER", "Why?"), ("POTUS", "Because."), ("REPORTER", "When?")]


def test_a_label_may_hold_a_post_behind_a_comma() -> None:
    """A name and its post are one label, and so are a newspaper and its reporter."""
    text = (
        "City Post, Oda: Why?\n\nMs. Eva Rojas, Press Secretary: Because.\n\n"
        "City Post, Oda: When?\n\nMs. Eva Rojas, Press Secretary: Soon.\n"
    )
    assert [label for label, _ in turns(text)] == [
        "City Post, Oda",
        "Ms. Eva Rojas, Press Secretary",
        "City Post, Oda",
        "Ms. Eva Rojas, Press Secretary",
    ]


def test_a_transcript_on_one_line_has_turns_too() -> None:
    """Labels stand behind the end of a sentence as well as at the start of a line."""
    assert turns(ONE_LINE) == [
        ("Reuters", "Do you have a comment on the report?"),
        ("Lin Wei", "The accusation is groundless. We reject it."),
        ("AFP", "What about the talks?"),
        ("Lin Wei", "I have nothing to add."),
    ]


def test_an_announcement_gives_the_following_words_to_its_subject() -> None:
    """What is "posted" is the poster's; what is announced as an exchange ends a turn."""
    assert turns(POST) == [
        ("Reuters", "Is the report true?"),
        ("Lin Wei", "It is not."),
        ("Spokesperson Bo Lan", "Both sides agreed to work together."),
        ("Radio Strelsau", "Was it useful?"),
        ("Senator Blum", "It was."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Analysis: The talks went well.\nThey will go on.", id="one label"),
        pytest.param("Image: Anna Roth.\nThe talks went well.\nImage: A hall.", id="credits"),
        pytest.param(
            "Envoys meet\n\nPORT LUCA: The minister said that “we agree on the lake”.\n", id="town"
        ),
        pytest.param(
            "PORT LUCA: The envoys met on Monday.\n\nSTRELSAU: Talks ended.\n", id="two towns"
        ),
        pytest.param("He said one thing: nothing.\nShe said: Wait.", id="colons in sentences"),
    ],
)
def test_a_colon_alone_makes_no_transcript(text: str) -> None:
    """An article has colons too; a transcript has people who take turns."""
    assert turns(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ANNA ROTH: We thank our hosts.\n", id="in the first person"),
        pytest.param("MINISTER ROTH: The talks ended well.\n", id="with a title"),
    ],
)
def test_one_speaker_alone_has_a_turn(text: str) -> None:
    """Capitals before a colon are a town's only where a report follows."""
    assert len(turns(text)) == 1


@given(st.text(st.sampled_from("Ab:Q. \n\t\xa0?“”'()#-\u2002\r"), max_size=200))
def test_blocks_lie_in_the_text_in_order(text: str) -> None:
    """For any text: spans are inside, ordered, apart, and without outer blanks."""
    place = 0
    for block in blocks(text):
        assert place <= block.span.start < block.span.end <= len(text)
        words = block.span.of(text)
        assert words == words.strip()
        place = block.span.end


def test_work_grows_with_length_only() -> None:
    """A line of a megabyte is one block, and is found by one pass of each pattern."""
    text = "The talks went on. " * 50_000
    [block] = blocks(text)
    assert len(block.span.of(text)) == len(text) - 1
