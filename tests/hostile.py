"""Texts that break programs which take text for something else; for every way of showing claims."""

import sqlite3
from collections.abc import Iterator

from claims.model import Considered, Span
from tests.ledger.conftest import article, claim_at, kept

HOSTILE: dict[str, str] = {
    "rich markup": "[bold red]said[/] [sic] that [link=http://x.invalid]it[/link]",
    "open markup": "[/] [red [[",
    "escape sequence": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[2J",
    "C1 sequence": "\x9b31m and \x90 and \x85",
    "NUL": "before\x00after",
    "every control": "".join(map(chr, range(32))) + "\x7f",
    "bidi override": "safe \u202etxt.exe\u202c \u2066isolate\u2069 \u200f",
    "script": "</script><img src=x onerror=alert(1)><script>alert(2)</script>",
    "svg": "<svg/onload=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "comment and CDATA": "--> ]]> <![CDATA[ <?xml version='1.0'?> <!-- &lt; &amp; &#60;",
    "template": "{{ 7*7 }} {% raw %} ${7*7} #{7*7} %s %(x)s {0}",
    "formula": '=HYPERLINK("http://x.invalid","a")',
    "command": "=cmd|'/c calc'!A1",
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "at": "@SUM(1+1)",
    "tab before": "\t=1+1",
    "return before": "\r=1+1",
    "line end before": "\n=1+1",
    "blank before": "  =1+1",
    "full-width": "＝1+1 ＠SUM ＋1 －1",
    "apostrophe": "'=1+1",
    "two apostrophes": "''=1",
    "other separator": "harmless;=1+1;+2",
    "NA": "NA",
    "NO": "NO",
    "nan": "nan",
    "None": "None",
    "null": "null",
    "TRUE": "TRUE",
    "#N/A": "#N/A",
    "exponent": "1e5",
    "leading noughts": "00123",
    "long number": "12345678901234567890",
    "day": "3/4",
    "emoji": "👩🏽‍🚀🇨🇳 👍",
    "CJK": "他说：“合作。” 日本語 한국어",
    "Arabic and Hebrew": "قال «نعم» אמר",
    "combining": "Z̸̢̛̤a̷͎͝l̵g̶o e\u0301",
    "invisible": "a\u200bb\ufeffc\u00add\u2060",
    "line ends": "a\r\nb\nc\rd\u2028e\u2029f\x0bg\x0ch",
    "blanks": "  \u00a0both sides\u3000 ",
    "only blanks": "   ",
    "quotes": "\"a\" 'b' “c” ''d'' \"\"\"",
    "backslashes": "\\ \\\\ \\n \\u0041 \\x41 C:\\new",
    "pipes and ticks": "a | b `c` *d* _e_ ~f~ # g > h",
    "Markdown link": "[a](javascript:alert(1)) ![b](http://x.invalid/b.png) <http://x.invalid>",
    "address": "http://x.invalid/a?b=c&d www.x.invalid a@x.invalid @someone #1",
    "OOXML escape": "_x0041_ _x000D_",
    "OOXML run": '<r><t>a</t></r></is></c><c r="B9"><f>1+1</f><v>2</v></c><c><is><r></r>',
    "nothing": "\ufffe\uffff\U0001ffff",
    "path": "../../etc/passwd",
    "SQL": "'); DROP TABLE found; --",
    "CSV": 'a,b;c\td\n"e"',
    "40,000 characters": "long " * 8_000,
    "40,000 emoji": "👍" * 20_000,
}
"""By what is in them. A lone surrogate cannot arrive: reading refuses it, and so does a ledger."""


def fill(db: sqlite3.Connection, text: str, *, code: str | None = None) -> None:
    """Put a claim into a ledger that has a text in every field that can hold one.

    The stance is accusation, so that the claim shows in every table; ``code`` is of both states.
    """
    document = article(f"a{text}", f"{text}: {text}", title=text, outlet=text, url=text, event=text)
    whole = Span(0, len(document.text))
    claim = claim_at(
        document,
        whole,
        id="0123456789ab",
        event=text,
        speaker=text,
        speaker_role=text,
        speaker_country=code or text,
        reporter=text,
        stance="accusation",
        sub_stance=text,
        target=text,
        target_country=code or text,
        topic=text,
        words=text,
        cue=text,
        evidence=(Span(0, 1),),
        rules=(text, "accusation.second"),
        considered=(Considered(rule=text, outcome=text, evidence=(Span(0, 1),)),),
        version=text,
        pack_hash=text,
    )
    kept(db, [document], extract=lambda given: ((one, [claim]) for one in given))


def texts(value: object) -> Iterator[str]:
    """Yield every text in a value of lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)
