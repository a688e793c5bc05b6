"""Quotation marks are paired by kind and paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
from claims.speech.quotations import regions


def quoted(text: str) -> list[str]:
    """Return the words of every quotation, outer before nested."""
    found = regions(text, [Span(0, len(text))])[0] if text else []
    return [region.inner.of(text) for region in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('He said "yes" and "no".', ["yes", "no"], id="straight"),
        pytest.param("He said “yes” and “no”.", ["yes", "no"], id="curly"),
        pytest.param("He said ''yes''.", ["yes"], id="two apostrophes"),
        pytest.param("He said 'yes, we go'.", ["yes, we go"], id="single"),
        pytest.param(
            "“He told me ‘go home’ twice.”", ["He told me ‘go home’ twice.", "go home"], id="nested"
        ),
        pytest.param("“We go on.", ["We go on."], id="unclosed"),
        pytest.param("The ministers' plan isn't the kings' plan.", [], id="apostrophes"),
        pytest.param("The wall is 5'10\" high.", [], id="feet and inches"),
        pytest.param('<a href="x">He said "yes".</a>', ["yes"], id="markup"),
        pytest.param("“It is late,“ she said.", ["It is late,"], id="closed by the wrong mark"),
        pytest.param("«Oui», dit-il.", ["Oui"], id="guillemets"),
        pytest.param('"“It is late,”" she said.', ["It is late,"], id="in two pairs of marks"),
        pytest.param("No marks.", [], id="none"),
    ],
)
def test_words_in_quotation_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_an_open_quotation_goes_on() -> None:
    """The next paragraph's opening mark goes on with a quotation left open."""
    text = "“One.\n“Two.”\n“Three.”"
    spans = [Span(0, 5), Span(6, 12), Span(13, 21)]
    found = [region.continues for paragraph in regions(text, spans) for region in paragraph]
    assert found == [False, True, False]


@given(st.text(alphabet="ab '\"“”‘’«».,<>\u00e9\n", max_size=80))
def test_any_marks(text: str) -> None:
    """Any marks give quotations within the text, ordered, inner within outer."""
    found = regions(text, [Span(0, len(text))])[0]
    assert all(0 <= r.outer.start <= r.inner.start <= r.inner.end <= r.outer.end for r in found)
    assert all(r.outer.end <= len(text) for r in found)
    starts = [region.outer.start for region in found]
    assert starts == sorted(starts)
