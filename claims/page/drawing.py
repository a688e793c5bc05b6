"""Clean a chart's SVG: only shapes and words, colours by class so that a stylesheet sets them."""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree
from markupsafe import Markup

from claims.page.wording import short
from claims.tables.visible import visible

# What a chart is drawn with. A colour of the page stands nowhere but in reports/page.css.
INKS = {
    "#a00000": "accusation", "#b00000": "denial", "#c00000": "cooperation", "#d00000": "other",
    "#000001": "ink", "#000002": "muted", "#000003": "line",
}  # fmt: skip
INK = {name: colour for colour, name in INKS.items()}

_SHAPES = {"path", "line", "text", "rect", "circle", "tspan"}
_KEPT = (
    "d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "r", "transform", "text-anchor",
    "stroke-width", "stroke-dasharray",
)  # fmt: skip
_NO_XML = re.compile("[\ufffe\uffff]")
_NUMBER = re.compile(r"-?\d+\.\d+")


def cleaned(svg: str, *, name: str, title: str, summary: str) -> Markup:
    """Return a chart as an element of a page, with a title and a description.

    Nothing of the chart is trusted: shapes and a few attributes are built anew.
    """
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    width, height = root.get("width", "0"), root.get("height", "0")
    made = etree.Element(
        "svg",
        {
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
        },
    )
    for tag, text in (("title", title), ("desc", summary)):
        child = etree.SubElement(made, tag, {"id": f"{name}-{tag}"})
        child.text = plain(text)
    for child in root:
        _copy(child, made)
    return Markup(etree.tostring(made, encoding="unicode"))


def plain(text: str, most: int = 0) -> str:
    """Return text that an SVG can hold; cut with a mark if it is longer than ``most``."""
    shown = _NO_XML.sub("\ufffd", visible(text))
    return short(shown, most) if most else shown


def _copy(source: Any, parent: Any) -> None:
    """Copy what can be seen of an element; groups that say nothing vanish."""
    tag = etree.QName(source).localname
    if tag == "g":
        moved = source.get("transform", "")
        inner = parent
        if moved and not re.fullmatch(r"translate\(0,\s*0\)", moved):
            inner = etree.SubElement(parent, "g", {"transform": _rounded(moved)})
        for child in source:
            _copy(child, inner)
        if inner is not parent and not len(inner):
            parent.remove(inner)
    elif tag in _SHAPES and _seen(source):
        made = etree.SubElement(parent, tag, _attributes(source.attrib))
        made.text = source.text
        for child in source:
            _copy(child, made)


def _seen(source: Any) -> bool:
    known = source.attrib
    nothing = source.get("display") == "none" or known.get("opacity") == "0"
    return not nothing and bool(_classes(known) or etree.QName(source).localname == "tspan")


def _attributes(known: Mapping[str, str]) -> dict[str, str]:
    kept = {name: _rounded(known[name]) for name in _KEPT if name in known}
    classes = _classes(known)
    if kept.get("stroke-width") == "1":
        del kept["stroke-width"]
    return {**kept, "class": " ".join(classes)} if classes else kept


def _classes(known: Mapping[str, str]) -> list[str]:
    """Return classes for fill and stroke: ``f-`` and ``s-``; none where nothing is painted."""
    found = []
    for name, letter in (("fill", "f"), ("stroke", "s")):
        ink = INKS.get(known.get(name, "").lower())
        if ink:
            found.append(f"{letter}-{ink}")
    if found and known.get("font-weight") == "bold":
        found.append("strong")
    return found


def _rounded(text: str) -> str:
    """Return an attribute with numbers to a tenth: a chart is no wider than a thousand units."""
    return _NUMBER.sub(lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), text)
