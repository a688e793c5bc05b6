"""A page in headless Chromium: it loads, filters, asks nothing of the network, passes axe-core."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect, sync_playwright

from claims.ledger import in_memory
from tests.hostile import HOSTILE, fill
from tests.page.conftest import page_of

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WIDTHS = {"desk": 1280, "phone": 390}
Scheme = Literal["light", "dark"]
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium here: apt-get install chromium, or name one with CHROMIUM=")
    with sync_playwright() as playwright:
        # The sandbox needs rights that a container does not give; the page is our own.
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Return a function that opens a page; what it complains of, or asks for, fails the test."""
    faults: list[str] = []
    contexts = []

    def open_page(text: str, *, hash: str = "", **how: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **how})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith((file.as_uri(), "data:"))
                else faults.append(f"request: {asked.url}")
            ),
        )
        page.goto(file.as_uri() + hash)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def shown(page: Page) -> list[str]:
    """Return the ids of the claims that can be seen."""
    found = page.eval_on_selector_all(
        "article.claim", "all => all.filter(one => one.offsetParent).map(one => one.id)"
    )
    return [str(id) for id in found]


def test_filters_work_together_and_stand_in_the_address(opened: Opened, small_page: str) -> None:
    page = opened(small_page)
    expect(page.locator("#count")).to_have_text("4 claims")
    page.select_option("#f-country", "CHN")
    expect(page.locator("#count")).to_have_text("3 of 4 claims shown")
    page.select_option("#f-stance", "cooperation")
    assert shown(page) == ["c-c00000000001"]
    assert page.evaluate("location.hash") == "#country=CHN&stance=cooperation"
    assert not page.is_visible("section.article:nth-of-type(2)")
    page.click("button[type=reset]")
    assert len(shown(page)) == 4
    assert page.evaluate("location.hash") == ""


def test_words_are_sought_in_passage_speaker_and_headline(opened: Opened, small_page: str) -> None:
    page = opened(small_page)
    page.fill("#f-q", "HARBOUR reopen")
    expect(page.locator("#count")).to_have_text("1 of 4 claims shown")
    assert shown(page) == ["c-c00000000001"]
    page.fill("#f-q", "accused again")
    expect(page.locator("#count")).to_have_text("2 of 4 claims shown")
    page.fill("#f-q", "nobody says so")
    expect(page.locator("#none")).to_be_visible()
    expect(page.locator("#count")).to_have_text("0 of 4 claims shown")


def test_an_address_shows_the_view_that_was_sent(opened: Opened, small_page: str) -> None:
    page = opened(small_page, hash="#event=lima-2024&stance=accusation&q=plans&country=none-such")
    assert shown(page) == ["c-a00000000001"]
    assert page.input_value("#f-q") == "plans"
    assert page.input_value("#f-country") == ""  # what the page does not know is left out


def test_a_number_in_the_table_leads_to_its_claims(opened: Opened, small_page: str) -> None:
    """To just as many, the uncertain ones too; one about the past is not counted."""
    page = opened(small_page)
    numbers = page.locator("table.stances .number a")
    for number in range(numbers.count()):
        numbers.nth(number).click()
        told = map(int, re.findall(r"\d+", numbers.nth(number).inner_text()))
        expect(page.locator("article.claim:visible")).to_have_count(sum(told))
    assert page.input_value("#f-time") == "present"


def test_a_link_to_a_hidden_claim_shows_it(opened: Opened, small_page: str) -> None:
    page = opened(small_page, hash="#stance=denial")
    page.evaluate("location.hash = '#c-c00000000001'")
    expect(page.locator("#count")).to_have_text("4 claims")
    assert "c-c00000000001" in shown(page)


def test_all_works_by_keyboard(opened: Opened, small_page: str) -> None:
    page = opened(small_page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.focus("#f-stance")
    page.keyboard.type("den")
    expect(page.locator("#count")).to_have_text("2 of 4 claims shown")
    page.focus("#f-q")
    page.keyboard.press("Enter")  # submits nothing
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text("4 claims")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_a_page_reads_without_a_script(opened: Opened, small_page: str) -> None:
    page = opened(small_page, java_script_enabled=False)
    assert page.locator("#filters").is_hidden()
    assert page.locator("article.claim").count() == 4
    assert page.locator("article.claim").first.is_visible()
    page.click("summary >> nth=0")
    assert page.locator("details table").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
@pytest.mark.parametrize("kind", ["small", "empty", "busy"])
def test_axe_finds_nothing(
    opened: Opened, request: pytest.FixtureRequest, scheme: Scheme, width: int, kind: str
) -> None:
    """All rules of axe-core, best practices too."""
    text = request.getfixturevalue(f"{kind}_page")
    page = opened(text, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("width", [*WIDTHS.values(), 320], ids=[*WIDTHS.keys(), "reflow"])
def test_no_page_is_wider_than_its_window(
    opened: Opened, busy_page: str, small_page: str, width: int
) -> None:
    """Tables scroll in their own box; success criterion 1.4.10 asks it for 320 pixels."""
    for text in (small_page, busy_page):
        page = opened(text, viewport={"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_paper_all_is_open_and_no_control_stands(opened: Opened, small_page: str) -> None:
    page = opened(small_page)
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


HARD = ("script", "svg", "attribute", "template", "40,000 characters", "Arabic and Hebrew")


@pytest.mark.parametrize("name", HARD)
def test_hostile_texts_do_nothing(opened: Opened, name: str) -> None:
    """No dialog, no request, no complaint; and the filter knows the text as it stands."""
    with in_memory() as db:
        fill(db, HOSTILE[name])
        page = opened(page_of(db), viewport={"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator("img, iframe, object, embed, base").count() == 0
    page.click("table.stances .number.accusation a")
    expect(page.locator("#count")).to_have_text("1 of 1 claim shown")
    assert page.input_value("#f-country") != ""
