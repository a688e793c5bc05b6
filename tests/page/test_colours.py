"""The stylesheet's colours have contrast enough, in light, in dark and on paper (WCAG 2.2, AA)."""

import re
from itertools import product

import pytest

from claims.page.drawing import INKS
from tests.page.conftest import REPORTS

STYLE = (REPORTS / "page.css").read_text(encoding="utf-8")
TEXTS = ("ink", "muted", "link", "accusation", "denial", "cooperation", "other")
GROUNDS = ("paper", "soft")


def schemes() -> dict[str, dict[str, str]]:
    """Return the colour variables of each scheme; those that one does not set are the light's."""
    blocks = re.findall(r"(@media [^{]*\{\s*)?:root \{(.*?)\}", STYLE, re.DOTALL)
    found = {}
    for media, block in blocks:
        name = "dark" if "dark" in media else "print" if "print" in media else "light"
        found[name] = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})[;\s]", block))
    return {name: {**found["light"], **colours} for name, colours in found.items()}


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_three_schemes_are_found() -> None:
    assert set(schemes()) == {"light", "dark", "print"}


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_can_be_read(scheme: str) -> None:
    colours = schemes()[scheme]
    for text, ground in product(TEXTS, GROUNDS):
        assert contrast(colours[text], colours[ground]) >= 4.5, (scheme, text, ground)
    for text in ("ink", "link"):
        assert contrast(colours[text], colours["mark"]) >= 4.5, (scheme, text, "mark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_controls_can_be_seen(scheme: str) -> None:
    """Success criterion 1.4.11: 3 to 1 for the edge of a control and the ring of the focus."""
    colours = schemes()[scheme]
    for part, ground in product(("edge", "link"), GROUNDS):
        assert contrast(colours[part], colours[ground]) >= 3, (scheme, part, ground)


def test_no_colour_stands_outside_the_variables() -> None:
    rest = re.sub(r":root \{.*?\}", "", STYLE, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3,8}\b", rest.replace("#filters", "").replace("#count", ""))


def test_every_ink_of_a_chart_has_its_class() -> None:
    for ink in set(INKS.values()) - {"line"}:
        assert f"svg .f-{ink} {{ fill: var(--{ink}); }}" in STYLE
