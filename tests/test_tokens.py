"""Plain tokens say what spaCy's say, on real text; what they add is told by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.edges import edges
from claims.parse import Passage, parse, spacy_doc
from claims.read import read
from claims.shipped import shipped
from claims.tokens import Doc, Token, Word


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    articles = sorted(Path(str(shipped("seeds"))).glob("*.txt"))
    return [passage for one in parse(read(articles)) for passage in one.passages]  # type: ignore[arg-type]


def doc(*heads: int, dep: str = "dep") -> Doc:
    """Return words that are numbers, each hanging on the word so many places behind it."""
    words = [Word(str(i), str(i), str(i), "NN", "NOUN", dep) for i in range(len(heads))]
    return Doc.of(words, [True] * len(heads), heads, ())


ONE = ("text", "lower_", "tag_", "dep_", "idx", "text_with_ws", "is_punct", "is_space")
FLAGS = ("is_digit", "is_quote", "is_bracket", "is_sent_start")
TREE = ("children", "lefts", "rights", "ancestors", "subtree", "conjuncts", "sent")


def test_every_answer_is_spacys(passages: list[Passage]) -> None:
    """Rooms read these names in the meaning that spaCy's documentation gives them."""
    assert passages
    for passage in passages:
        for ours, theirs in zip(passage.doc, spacy_doc(passage), strict=True):
            for name in ONE:
                assert getattr(ours, name) == getattr(theirs, name), (ours, name)
            for name in FLAGS:
                assert getattr(ours, name) is bool(getattr(theirs, name)), (ours, name)
            for name in TREE:
                places = [token.i for token in getattr(theirs, name)]
                assert [token.i for token in getattr(ours, name)] == places, (ours, name)
            assert ours.head.i == theirs.head.i
            assert (ours.left_edge.i, ours.right_edge.i) == (
                theirs.left_edge.i,
                theirs.right_edge.i,
            )


def test_runs_of_characters_are_spacys(passages: list[Passage]) -> None:
    for passage in passages:
        theirs = spacy_doc(passage)
        assert [s.root.i for s in passage.doc.sents] == [s.root.i for s in theirs.sents]
        for start in range(0, len(passage.doc.text), 7):
            end = min(start + 1 + start % 40, len(passage.doc.text))
            run, span = (
                passage.doc.touched(start, end),
                theirs.char_span(start, end, alignment_mode="expand"),
            )
            assert run is not None
            assert span is not None
            assert (run.start, run.end, run.text) == (span.start, span.end, span.text)
            assert not run or run.root.i == span.root.i
        assert passage.doc.touched(0, len(passage.doc.text) + 1) is None


def test_edges_hold_all_that_hangs_on_a_word() -> None:
    """Also where branches cross, and a word's last descendant hangs on one before it."""
    crossed = doc(0, -1, -2, -2)  # the last word hangs on the second, the third on the first
    assert crossed[1].right_edge is crossed[3]
    assert crossed[2].right_edge is crossed[2]
    assert list(crossed[1].subtree) == [crossed[1], crossed[3]]


def test_a_tree_may_be_as_deep_as_its_passage_is_long() -> None:
    deep = doc(0, *[-1] * 5000)
    assert deep[0].right_edge is deep[5000]
    assert list(deep[0].subtree) == list(deep)


@given(st.lists(st.integers(min_value=0, max_value=9), min_size=1, max_size=10))
def test_edges_hold_all_below_in_any_tree(numbers: list[int]) -> None:
    order = sorted(range(len(numbers)), key=lambda i: (numbers[i], i))
    heads = {order[0]: order[0]}
    for place, word in enumerate(order[1:], start=1):  # on any word placed before: arcs may cross
        heads[word] = order[numbers[word] % place]
    below = {word: {word} for word in heads}
    for word in reversed(order[1:]):
        below[heads[word]] |= below[word]
    first, last = edges([heads[i] for i in range(len(numbers))])
    assert first == [min(below[i]) for i in range(len(numbers))]
    assert last == [max(below[i]) for i in range(len(numbers))]


def test_attributes_are_looked_up_in_slots_alone() -> None:
    """With ``__getattr__`` every look-up of every word's attribute is a third slower."""
    assert not hasattr(Token, "__getattr__")
    assert "__dict__" not in dir(Token)
