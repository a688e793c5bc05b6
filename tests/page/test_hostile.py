"""Hostile texts in every field of a claim: a page shows them, and none of them lives."""

import re
from typing import Any

import pytest

from claims.ledger import in_memory
from claims.tables.visible import visible
from tests.hostile import HOSTILE, fill
from tests.page.conftest import REPORTS, page_of, tree

TAGS = frozenset(
    "html head meta link title style body a header p h1 h2 h3 h4 span nav ul li main section "
    "figure figcaption b div svg desc g text path line circle details summary table caption "
    "thead tbody tr th td form label select option input button article blockquote mark i u "
    "small strong code br bdi script".split()
)
ATTRIBUTES = frozenset(
    "lang charset http-equiv content name rel href class id aria-label aria-labelledby "
    "aria-live aria-hidden role tabindex scope rowspan colspan for value type autocomplete "
    "spellcheck hidden dir viewbox transform d x x2 y y2 x1 y1 r text-anchor stroke-dasharray "
    "stroke-width data-filter data-country data-stance data-topic data-event data-time".split()
)
LIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(params=HOSTILE.values(), ids=list(HOSTILE), scope="module")
def text(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(text: str) -> str:
    with in_memory() as db:
        fill(db, text)
        return page_of(db)


def test_no_text_becomes_an_element(page: str) -> None:
    """Only elements and attributes of the template's own, and its own style and script."""
    root = tree(page)
    for node in root.iter():
        assert isinstance(node.tag, str), node  # no comment, no instruction
        assert node.tag in TAGS
        assert set(node.attrib) <= ATTRIBUTES, node.attrib
    [script], [style] = root.xpath("//script/text()"), root.xpath("//style/text()")
    assert script == (REPORTS / "page.js").read_text(encoding="utf-8")
    assert style == (REPORTS / "page.css").read_text(encoding="utf-8")
    assert len(root.xpath("//article")) == 1


def test_no_link_leads_anywhere_but_by_http(page: str, text: str) -> None:
    links = [link for link in tree(page).xpath("//a/@href") if not link.startswith("#")]
    assert all(re.match(r"https?://[^\s<>]+$", link) for link in links)


def test_control_characters_are_visible(page: str) -> None:
    assert not LIVE.search(page)


def test_a_page_stays_small(page: str) -> None:
    """Of 40,000 characters in every field, the page shows a beginning."""
    assert len(page.encode()) < 400_000


def test_the_words_are_shown(page: str, text: str) -> None:
    """Every letter and figure, in their order; what moves a cursor is spelled out."""
    shown: Any = tree(page).xpath("//blockquote")[0].text_content()
    assert _letters(visible(text))[:60] in _letters(shown)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
