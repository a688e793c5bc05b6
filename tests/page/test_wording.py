"""Single values on a page."""

from datetime import date

import pytest

from claims.page.calendar import labels, unit_for
from claims.page.nouns import Piece
from claims.page.wording import address, apart, days, listed, marked, said, the, trusted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a <b> & 'c'", "a &lt;b&gt; &amp; &#39;c&#39;", id="markup"),
        pytest.param("x\u202ey\x1b", "x\\u202ey␛", id="control characters"),
        pytest.param("he said «нет»", 'he said «<span lang="und-Cyrl">нет</span>»', id="Cyrillic"),
        pytest.param("合作", '<span lang="und-Hani">合作</span>', id="Han"),
        pytest.param("日本の話", '<span lang="ja">日本の話</span>', id="Japanese"),
        pytest.param("협력", '<span lang="ko">협력</span>', id="Korean"),
        pytest.param("نعم", '<span lang="und-Arab" dir="rtl">نعم</span>', id="Arabic"),
        pytest.param("naïve “Señor”", "naïve “Señor”", id="Latin"),
    ],
)
def test_text_is_escaped_and_knows_its_script(text: str, shown: str) -> None:
    assert said(text) == shown


def test_what_could_turn_its_neighbours_is_isolated() -> None:
    assert apart("שלום").startswith("<bdi>")
    assert apart("China") == "China"
    assert apart("x" * 300) == "x" * 239 + "…"


def test_marks_nest_in_one_order() -> None:
    pieces = [Piece("he ", ("speaker",)), Piece("<denied>", ("words", "evidence")), Piece("it")]
    assert marked(pieces) == "<b>he </b><mark><u>&lt;denied&gt;</u></mark>it"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "//x.invalid", "ftp://x.invalid/a", "http://",
        "http://user@x.invalid/", "http://x.invalid/\x00", "http://x.invalid/<b>", "vbscript:x",
        " ", "http://[::1", "java\nscript:alert(1)", "HTTPS//x", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_only_web_addresses_are_followed(url: str) -> None:
    assert address(url) == ""


def test_a_web_address_is_kept() -> None:
    assert address(" https://x.example/a?b=c&d#e ") == "https://x.example/a?b=c&d#e"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ((2013, 6, 8), (2013, 6, 8), "8 June 2013"),
        ((2013, 6, 7), (2013, 6, 8), "7–8 June 2013"),
        ((2013, 6, 7), (2013, 7, 8), "7 June to 8 July 2013"),
        ((2013, 6, 7), (2014, 7, 8), "7 June 2013 to 8 July 2014"),
    ],
)
def test_days(first: tuple[int, int, int], last: tuple[int, int, int], told: str) -> None:
    assert days(date(*first), date(*last)) == told


@pytest.mark.parametrize(
    ("first", "last", "unit", "label"),
    [
        ("2024-11-16", "2024-11-16", "day", "16 Nov 2024"),
        ("2024-11-16", "2024-12-25", "month", "Nov 2024"),
        ("2022-01-16", "2024-12-25", "quarter", "Q1 2022"),
        ("2009-01-16", "2024-12-25", "year", "2009"),
        ("1949-01-16", "2024-12-25", "decade", "1940s"),
        ("0001-01-16", "2024-12-25", "century", "000–099"),
    ],
)
def test_time_is_cut_into_few_stretches(first: str, last: str, unit: str, label: str) -> None:
    begun, ended = date.fromisoformat(first), date.fromisoformat(last)
    chosen = unit_for(begun, ended)
    assert chosen.name == unit
    assert labels(chosen, begun, ended)[0] == label
    assert len(labels(chosen, begun, ended)) <= 26


def test_sentences() -> None:
    assert [listed([]), listed(["a"]), listed("ab"), listed("abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert the("United States") == "the United States"
    assert the("China") == "China"
    assert trusted(None, 0) == "never measured"
    assert trusted(0.912, 88) == "right in 91\u00a0% of 88 labelled finds"
