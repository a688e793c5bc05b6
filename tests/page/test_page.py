"""What can be checked of a page without a browser."""

import base64
import hashlib
import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claims.errors import Unread
from claims.ledger import Filter, asking, in_memory
from claims.ledger.decisions import decide
from claims.page.charts import stances
from claims.tables import read_view
from claims.tables.from_ledger import table
from claims.tables.naming import NO_TOPIC
from claims.tables.table import Column, Table, Tally
from tests.ledger.conftest import article, kept
from tests.page.conftest import REPORTS, page_of, small, tree

MOST = 1_000_000  # bytes, for 1,000 claims
CHART = 8 * 1024


@pytest.fixture(params=["small", "empty"], scope="module")
def page(request: pytest.FixtureRequest, small_page: str, empty_page: str) -> Any:
    return tree({"small": small_page, "empty": empty_page}[request.param])


def test_nothing_is_asked_of_the_network(small_page: str) -> None:
    """The only addresses are links that a reader may follow."""
    root = tree(small_page)
    assert not root.xpath("//@src | //@srcset | //@action | //@poster | //@data | //@background")
    for link in root.xpath("//link"):
        assert link.get("href") == "data:,"
    away = [link for link in root.xpath("//a[@href]") if not link.get("href").startswith("#")]
    assert [link.get("href") for link in away] == ["https://wire.example/one?a=1&b=2"]
    assert {link.get("rel") for link in away} == {"noopener noreferrer"}
    styles = "".join(root.xpath("//style/text()"))
    assert not re.search(r"url\(|@import|@font-face|https?:", styles)


def test_the_policy_allows_this_style_and_this_script_only(small_page: str) -> None:
    root = tree(small_page)
    [policy] = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for tag in ("style", "script"):
        [text] = re.findall(f"<{tag}>(.*?)</{tag}>", small_page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]
    assert not root.xpath("//@style")


def test_headings_are_in_order(page: Any) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_ids_are_unique_and_every_link_inside_leads_somewhere(page: Any) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}
    named = {name for names in page.xpath("//@aria-labelledby") for name in names.split()}
    assert targets | named | set(page.xpath("//label/@for")) <= set(ids)


def test_tables_have_captions_and_scopes(page: Any) -> None:
    for one in page.xpath("//table"):
        assert one.xpath("caption")
        assert one.xpath("thead//th")
    for cell in page.xpath("//th"):
        assert cell.get("scope") in {"col", "row", "rowgroup"}
        assert cell.text_content().strip()


def test_every_chart_has_a_title_words_and_its_figures(small_page: str) -> None:
    root = tree(small_page)
    charts = root.xpath("//svg")
    assert len(charts) == 2
    for chart in charts:
        assert chart.get("role") == "img"
        assert [node.tag for node in chart[:2]] == ["title", "desc"]
        assert all(node.text_content().strip() for node in chart[:2])
    for figure in root.xpath("//figure"):
        assert figure.xpath("figcaption")
        assert figure.xpath(".//details/summary")
        assert figure.xpath(".//details//table//td")
    for chart in re.findall(r"<svg.*?</svg>", small_page, re.DOTALL):
        assert len(chart.encode()) <= CHART


def _tabled(*rows: tuple[str, int]) -> Table:
    columns = (Column(key="row", heading="Topic"), Column(key="denial", heading="Denies"))
    cells = tuple((name, Tally(count=count)) for name, count in rows)
    return Table(title="Stance per topic", columns=columns, rows=cells)


def test_what_has_no_topic_leads_in_nothing() -> None:
    """It is what is left, and no subject that is denied most often."""
    figure = stances(_tabled((NO_TOPIC, 9), ("Trade and tariffs", 2)))
    assert figure is not None
    assert figure.summary == "Denies most often: Trade and tariffs (2)."


def test_where_no_stance_is_taken_there_is_no_chart() -> None:
    assert stances(_tabled(("Trade and tariffs", 0))) is None


def test_every_control_has_a_label(small_page: str) -> None:
    root = tree(small_page)
    [form] = root.xpath("//form")
    assert "hidden" in form.attrib  # shown only by the script that makes it work
    for control in form.xpath(".//select | .//input"):
        assert root.xpath(f"//label[@for='{control.get('id')}']")
    [count] = root.xpath("//*[@aria-live='polite']")
    assert count.text_content() == "4 claims"
    assert root.xpath("//html/@lang") == ["en"]
    assert root.xpath("//body/*[1]/@href") == ["#main"]


def test_a_claim_stands_in_its_passage(small_page: str) -> None:
    """Words, speaker, cue and evidence are marked; the rule, its reason and its trust are told."""
    [claim] = tree(small_page).xpath("//article[@id='c-d00000000001']")
    [passage] = claim.xpath(".//blockquote")
    assert passage.xpath(".//b/text()") == ["The minister"]
    assert passage.xpath(".//i/text()") == ["said"]
    assert passage.xpath(".//u/text()") == ["false"]
    [words] = passage.xpath(".//mark")
    assert words.text_content() == "the charge of theft was false"
    assert passage.text_content().endswith("was false.\u00a0…")
    told = claim.text_content()
    assert "Foreign Minister" in told
    assert "right in 75\u00a0% of 20 labelled finds" in told
    assert "denial.reject-charge" in told
    assert claim.attrib["data-country"] == "CHN"


def test_what_limits_a_claim_is_told(small_page: str) -> None:
    root = tree(small_page)
    flags = {one.get("id"): one.xpath(".//strong/text()") for one in root.xpath("//article[@id]")}
    assert flags == {
        "c-d00000000001": [],
        "c-c00000000001": ["uncertain kind"],
        "c-a00000000001": ["hedged"],
        "c-d00000000002": ["about the past"],
    }
    [told] = root.xpath("//article[@id='c-a00000000001']")
    assert "told by Ann Poe" in told.text_content()
    assert "never measured" in told.text_content()


def test_the_table_is_that_of_the_ledger(small_page: str) -> None:
    with in_memory() as db:
        small(db)
        counted = table(db, read_view("stance"), Filter())
    rows = tree(small_page).xpath("//table[@class='stances']/tbody")
    assert [row.xpath(".//th")[0].text_content() for row in rows] == [r[0] for r in counted.rows]
    cells = [cell.text_content().split() for cell in rows[0].xpath("./tr[1]/td")]
    assert cells == [["–"], ["1", "United", "States"], ["1?", "United", "States"], ["0"]]


def test_what_was_left_out_is_told() -> None:
    with in_memory() as db:
        small(db)
        unread = [Unread("broken.zip", "not a zip file", "pack it again")]
        page = page_of(db, Filter(countries=("CHN",)), unread)
    told = tree(page).xpath("//section[@id='about']")[0].text_content()
    assert "1 claim about the past not counted." in told
    assert "broken.zip" in told
    assert "Only: speakers of China." in tree(page).text_content()


def test_what_several_outlets_carry_stands_once() -> None:
    """With the other sources named, and what a person decided about it."""
    words = "We did nothing of the kind at all"
    with in_memory() as db:
        kept(db, [article(name, words, outlet=f"The {name}") for name in "abc"])
        [claim] = asking.asked(db, Filter())
        decide(db, claim.id, {"target": "Ruritania"}, note="", by="Ann", at="2026")
        page = tree(page_of(db))
    [shown] = page.xpath("//article")
    assert "also in The b, 2024-12-03, The c, 2024-12-03" in shown.text_content()
    assert shown.xpath(".//strong/text()") == ["decided by a person"]
    told = page.xpath("//section[@id='about']")[0].text_content()
    assert "2 documents that copy others count as sources, not as new claims." in told


def test_an_empty_ledger_says_so(empty_page: str) -> None:
    root = tree(empty_page)
    assert "No claim to count." in root.text_content()
    assert not root.xpath("//script | //svg | //form | //article")


def test_a_thousand_claims_are_small_and_soon_made(thousand: Any) -> None:
    """The whole command has 3 s; imports, measured apart, take about half of them."""
    page_of(thousand)
    begun = time.process_time()
    page = page_of(thousand)
    assert time.process_time() - begun < 2
    assert asking.count(thousand, Filter()) == len(tree(page).xpath("//article")) == 1000
    assert len(page.encode()) <= MOST


def test_the_same_ledger_gives_the_same_page(small_page: str) -> None:
    with in_memory() as db:
        small(db)
        assert page_of(db) == small_page


@pytest.mark.parametrize("name", ["page.css", "page.js"])
def test_style_and_script_can_stand_in_a_page(name: str) -> None:
    """Neither may hold what ends its own element."""
    text = Path(REPORTS / name).read_text(encoding="utf-8")
    assert "</" not in text
    assert "<!--" not in text
