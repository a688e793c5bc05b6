"""From a page's content to its HTML: one file that asks nothing of the network."""

import base64
import functools
import hashlib

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from claims.model import Mode
from claims.page import wording
from claims.page.charts import NAMES, points
from claims.page.gathering import event_name
from claims.page.nouns import Page
from claims.page.steps import lines
from claims.shipped import shipped
from claims.tables.table import Quote, Tally
from claims.tables.visible import visible

TEMPLATE = "page.html.j2"
_ROWS = 200  # of the table; speakers of a big ledger are thousands
_EXCHANGES = 20
_NOUNS = {"accusation": "accusation", "denial": "denial", "cooperation": "co-operation"}

_MODES = {
    Mode.DIRECT: "quoted",
    Mode.MIXED: "quoted in part",
    Mode.INDIRECT: "reported",
    Mode.TURN: "in a transcript",
    Mode.NARRATED: "narrated",
}


def rendered(page: Page) -> str:
    """Return a page as HTML. Whatever comes out of the ledger is escaped, always."""
    style, script = _file("page.css"), _file("page.js")
    template = _environment().get_template(TEMPLATE)
    return template.render(
        page=page,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
        lines=lines,
        rows=_ROWS,
        exchanges=_EXCHANGES,
    ).lstrip()


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy: this style, this script, and nothing from anywhere."""
    parts = (
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(parts)


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _file(name: str) -> str:
    """Return a shipped file; with the line ends that a browser makes of them before it hashes."""
    text = (shipped("reports") / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


class _Shipped(BaseLoader):
    """Templates are those in ``reports/``."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, None, None]:
        return _file(template), None, None


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=_Shipped(),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "apart": wording.apart,
        "days": wording.in_words,
        "key": wording.key,
        "listed": wording.listed,
        "many": wording.many,
        "marked": wording.marked,
        "percent": wording.percent,
        "points": points,
        "said": wording.said,
        "trusted": wording.trusted,
    }
    environment.tests["turning"] = wording.turning
    environment.globals |= {
        "names": NAMES,
        "nouns": _NOUNS,
        "modes": _MODES,
        "kind": _kind,
        "event_name": event_name,
    }
    return environment


def _finalized(value: object) -> object:
    """Make control characters visible in everything that is put out, attributes too."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _kind(cell: object) -> str:
    """Return what a cell of a table holds."""
    if isinstance(cell, Tally):
        return "tally"
    if isinstance(cell, tuple) and all(isinstance(quote, Quote) for quote in cell):
        return "quotes"
    return "number" if isinstance(cell, int) else "text"
