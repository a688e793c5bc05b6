"""Lexicon files: their faults, what they say twice, other people's dictionaries."""

from datetime import date
from pathlib import Path

import pytest

from claims.actors import Lexicon, check, import_cameo, read_lexicon, resolve
from claims.errors import PackError

COUNTRIES = "countries:\n- {code: PER, name: Peru, adjectives: [Peruvian]}\n"
HEADS = "roles:\n  head: [president]\n  state: [president, minister]\n"


def written(folder: Path, people: str) -> Lexicon:
    """Return a lexicon of one state and these people."""
    (folder / "a.yaml").write_text(COUNTRIES, encoding="utf-8")
    (folder / "b.yaml").write_text(HEADS, encoding="utf-8")
    (folder / "c.yaml").write_text(people, encoding="utf-8")
    return read_lexicon([folder])


@pytest.mark.parametrize(
    ("people", "what"),
    [
        pytest.param("people:\n- {gender: m}", "3:1: 'name'", id="a name is missing"),
        pytest.param("people:\n- {name: A B, gender: x}", "gender 'x'", id="unknown gender"),
        pytest.param("people:\n- {name: A B, age: 7}", "'age' is no field", id="unknown field"),
        pytest.param(
            "people:\n- name: A B\n  offices:\n  - {role: President, country: NO}",
            "no country has the code 'NO'",
            id="a code that no list has, and that YAML would read as False",
        ),
        pytest.param(
            "people:\n- name: A B\n  offices: [{role: President, country: PER, from: 2013-02-30}]",
            "no day of the calendar",
            id="a day that no calendar has",
        ),
        pytest.param(
            "people:\n- name: A B\n  offices:\n"
            "  - {role: President, country: PER, from: 2013, to: 2012}",
            "ends before it begins",
            id="the end before the beginning",
        ),
    ],
)
def test_faults(tmp_path: Path, people: str, what: str) -> None:
    """A fault of a lexicon file is told with its place."""
    with pytest.raises(PackError) as caught:
        written(tmp_path, people)
    assert what.removeprefix("3:1: ") in str(caught.value)
    assert "c.yaml:" in str(caught.value)


def test_all_faults_at_once(tmp_path: Path) -> None:
    """Every fault of every file is told in one go."""
    with pytest.raises(PackError) as caught:
        written(tmp_path, "people:\n- {name: A B, gender: x, age: 7}\n- {gender: f}")
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    ("people", "what"),
    [
        pytest.param(
            "people:\n- name: A B\n  offices: [{role: Minister, country: PER}]\n"
            "- name: A B\n  offices: [{role: President, country: PER}]",
            "stands twice",
            id="one person, two entries",
        ),
        pytest.param(
            "people:\n- name: A B\n  offices: [{role: President, country: PER, from: 2010}]\n"
            "- name: C D\n  offices: [{role: President, country: PER, from: 2011}]",
            "both 'President' of PER",
            id="two heads at a time",
        ),
        pytest.param(
            "people:\n- name: A B\n  aliases: [C D]\n"
            "  offices: [{role: Minister, country: PER, from: 2010}]\n"
            "- name: C D\n  offices: [{role: Minister, country: PER, from: 2011}]",
            "both in office",
            id="one name for two",
        ),
        pytest.param("people:\n- name: A B", "holds no office", id="no office"),
    ],
)
def test_check(tmp_path: Path, people: str, what: str) -> None:
    """What a lexicon says against itself is told."""
    found = check(written(tmp_path, people))
    assert [what in str(problem) for problem in found] == [True]


def test_the_shipped_lexicon_is_sound(lexicon: Lexicon) -> None:
    """The shipped lexicon has no fault, and knows all it should."""
    # Libya and others had rival governments: two heads at a time are no mistake there.
    assert [fault for fault in check(lexicon) if "are both" not in fault.what] == []
    assert len(lexicon.people) >= 700
    assert {"TWN", "HKG", "PSE", "XKX", "EUU", "NATO", "UNO", "G7"} <= set(lexicon.countries)


@pytest.mark.parametrize(
    ("name", "on", "taken", "why"),
    [
        pytest.param("Mr Yang", date(2013, 6, 8), None, "a tie: Yang Jiechi", id="a tie abstains"),
        pytest.param("Xi Jingping", None, "Xi Jinping", "fuzzy 95", id="misspelt"),
        pytest.param("Kremlin", None, "Russia", "the seat", id="a seat"),
        pytest.param("Chancellor Merkel", date(2012, 1, 1), "Angela Merkel", "office", id="title"),
        pytest.param("Xqz Wvut", None, None, "nobody", id="nobody near"),
    ],
)
def test_resolve(lexicon: Lexicon, name: str, on: date | None, taken: str | None, why: str) -> None:
    """A name is taken where one candidate beats all others by the margin, else left open."""
    found = resolve(name, lexicon, on)
    assert (found.taken.name if found.taken else None) == taken
    assert why in found.why


def test_import_cameo(tmp_path: Path) -> None:
    """Dated entries become people with offices, undated ones institutions, states are left out."""
    dictionary = (
        "# a comment\n"
        "PERU_ [PER]\n+PERUVIAN_\n"
        "ANA_MARIA_BROL_  # a source\n+A._BROL_\n"
        "\t[PERGOV 030101-050731]\n\t[PERELI]\n"
        "PERUVIAN_HARBOUR_GUARD_ [PERMIL]\n"
        "FREE_PERU_FRONT_ [PERREB]\n"
    )
    found = import_cameo(dictionary, written(tmp_path, "people: []"))
    assert (found.people, found.institutions, found.left_out) == (1, 2, 1)
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    (overlay / "own.yaml").write_text(found.text, encoding="utf-8")
    lexicon = read_lexicon([tmp_path])
    person = lexicon.people[0]
    assert (person.name, person.family) == ("Ana Maria Brol", "Brol")
    assert [o.country for o in person.held(date(2004, 1, 1))] == ["PER"]
    assert person.held(date(2006, 1, 1)) == ()
    assert [(i.name, i.country, i.home) for i in lexicon.institutions] == [
        ("Peruvian Harbour Guard", "PER", None),
        ("Free Peru Front", None, "PER"),
    ]
