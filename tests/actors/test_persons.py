"""Names of persons, and words that take them up."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.actors.conftest import Stage

Build = Callable[..., Stage]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        pytest.param("Mr Yang rejected the charge.", "Yang", [], id="Yang alone is a tie"),
        pytest.param(
            "Yang Jiechi arrived. Mr Yang rejected the charge.",
            "Yang#2",
            ["Yang Jiechi"],
            id="Yang, introduced",
        ),
        pytest.param("Xi Jingping met the guests.", "Jingping", ["Xi Jinping"], id="misspelt name"),
        pytest.param(
            "President Obama met the guests.", "Obama", ["Barack Obama"], id="title and family name"
        ),
        pytest.param(
            "Michelle Obama met the guests.", "Obama", ["Michelle Obama"], id="another given name"
        ),
        pytest.param("In May, the court said no.", "May", [], id="a month"),
        pytest.param("It was signed in May 2017.", "May", [], id="a month of a year"),
        pytest.param("Prime Minister May said no.", "May", ["Theresa May"], id="no month"),
        pytest.param(
            "The Turkish minister came. The Syrian regime had fallen, he said.",
            "he",
            ["Turkish minister"],
            id="a regime is no he",
        ),
        pytest.param(
            "Mary Yang came. Ms Yang denied it.",
            "Yang#2",
            ["Mary Yang"],
            id="a stranger's name stays hers",
        ),
        pytest.param(
            "Thomas E. Donilon met the guests.",
            "Donilon",
            ["Tom Donilon"],
            id="initial and full given name",
        ),
        pytest.param(
            "Barack Obama met Xi Jinping. The two leaders agreed.",
            "leaders",
            ["Barack Obama", "Xi Jinping"],
            id="the two leaders",
        ),
        pytest.param(
            "Russia and Ukraine fought. Ukraine's Volodymyr Zelensky spoke, and Russia's Vladimir "
            "Putin. Recep Tayyip Erdogan met Vladimir Putin. The two leaders agreed.",
            "leaders",
            ["Recep Tayyip Erdoğan", "Vladimir Putin"],
            id="the two leaders just named",
        ),
        pytest.param(
            "Ms Li Hua, a teacher, met Mr Wen Bo. She thanked him.",
            "She",
            ["Li Hua"],
            id="she is the woman",
        ),
        pytest.param(
            "Ms Li Hua, a teacher, met Mr Wen Bo. She thanked him.",
            "him",
            ["Wen Bo"],
            id="him is the man",
        ),
        pytest.param(
            "Barack Obama told Xi Jinping that he wanted a deal.",
            "he",
            ["Barack Obama"],
            id="he is the subject above",
        ),
        pytest.param(
            "Mr Wen Bo met Mr Li Hua. Mr Wen told a paper he felt “no shame”.",
            "he",
            ["Wen Bo"],
            id="he outside the marks may be the speaker",
        ),
        pytest.param(
            "The minister, Ana Brol, spoke. Later the minister left.",
            "minister#2",
            ["Ana Brol"],
            id="the minister spoken of",
        ),
    ],
)
def test_persons(stage: Build, text: str, word: str, names: list[str]) -> None:
    """A person's name means whom the text introduced, else the one in office, else nobody."""
    assert stage(text).names(word) == names


@pytest.mark.parametrize(
    ("text", "on", "word", "name", "state"),
    [
        pytest.param(
            "Zelenskiy thanked Norway.", date(2022, 6, 1), "Zelenskiy", "Volodymyr Zelensky", "UKR",
            id="a surname as only an alias spells it",
        ),
        pytest.param(
            "Vice President Joseph R. Biden Jr. flew to Panama.", date(2015, 6, 1), "Jr.",
            "Joe Biden", "USA", id="the younger",
        ),
        pytest.param(
            "President Truman sent ships to Greece.", date(2016, 6, 1), "Truman", "Harry Truman",
            "USA", id="whom a text still calls president is told of",
        ),
        pytest.param(
            "Former President Truman sent ships to Greece.", date(2016, 6, 1), "Truman",
            "Harry Truman", None, id="a former one",
        ),
        pytest.param(
            "Gorbachev called on Norway.", date(1990, 6, 1), "Gorbachev", "Mikhail Gorbachev",
            "RUS", id="a text of that time",
        ),
    ],
)  # fmt: skip
def test_listed_people(
    stage: Build, text: str, on: date, word: str, name: str, state: str | None
) -> None:
    """Every spelling and every age has its people."""
    staged = stage(text, on)
    assert (staged.names(word), staged.states(word)) == ([name], [state])


def test_a_bare_surname_is_nobody_of_another_age(stage: Build) -> None:
    """In a text of today "Heath" or "Brandt" is somebody else, or a firm."""
    assert stage("Brandt moved to Kansas.", date(2021, 6, 1)).names("Brandt") == []
    assert stage("Brandt moved to Bonn.", date(1971, 6, 1)).names("Brandt") == ["Willy Brandt"]


def test_a_place_is_no_he(stage: Build) -> None:
    """A name of nobody known behind "in", or behind "the", is taken up by no "he"."""
    text = "Ed Brol lives in Grey Rock. The Long Harbour Walk is near. He likes Peru."
    assert stage(text).names("He") == ["Ed Brol"]
