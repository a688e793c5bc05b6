"""Facts that hold for any text: no exception, spans in the text, one order, linear work."""

import sys
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import Block, BlockKind, Document, Span, Statement
from claims.parse import Parsed, parse
from claims.speech import Cues, statements

PIECES = st.sampled_from(
    "He said|“|”|\"|'|that|,|.|:|\n| |the port|closed|Ito|told|according to|—|I|denied|who|(|LIMA —"
    "|as reported by|‘|’|Ms Ito:|is believed to|?|é|\xa0|…|claim|adding|words|in the".split("|")
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES).map("".join),
)


def parsed_lines(text: str) -> Parsed:
    """Parse a text whose every line is a paragraph."""
    own, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            own.append(Block(kind=BlockKind.BODY, span=Span(start, start + len(line))))
        start += len(line) + 1
    return next(iter(parse([Document(id="any", text=text, blocks=tuple(own))])))


def spans(one: Statement) -> list[Span]:
    """Return all spans of a statement."""
    named = (one.source, one.source_head, one.addressee)
    return [*one.speech, *one.cue, *(span for span in named if span is not None)]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
def test_any_text(text: str, cues: Cues) -> None:
    """Spans lie in the text and hold words, pieces are in order, and a second run agrees."""
    parsed = parsed_lines(text)
    found = statements(parsed, cues)
    for one in found:
        assert one.speech
        assert all(0 <= span.start < span.end <= len(text) for span in spans(one))
        pairs = zip(one.speech, one.speech[1:], strict=False)
        assert all(first.end <= second.start for first, second in pairs)
    assert found == statements(parsed, cues)


def calls(parsed: Parsed, cues: Cues) -> int:
    """Count the calls, of Python and C functions, that finding the statements takes."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counting)
    try:
        statements(parsed, cues)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("joint", ["\n", " "], ids=["paragraphs", "one line"])
def test_work_grows_with_the_text(joint: str, cues: Cues) -> None:
    """Eight times the text takes no more than ten times the calls."""
    line = "“We go,” Ms Ito said. The envoy denied that the port, officials said, had “closed”."
    small, large = (parsed_lines(joint.join([line] * n)) for n in (40, 320))
    assert calls(large, cues) < 10 * calls(small, cues)
