r"""Keep a spreadsheet from taking the text of a CSV cell for a formula, so that it can be undone.

OWASP ("CSV Injection") names the characters that begin a formula: ``= + - @``, tab and line ends,
and the full-width forms of the first four; it advises an apostrophe before them. Blanks before them
are no shelter, since some spreadsheets strip them. A spreadsheet that expects another separator
(``;`` in much of Europe) sees cells begin inside of ours, so the same holds after ``;``, a tab or a
line end in the middle of a text.

Reversible: an apostrophe is also put before those that stand at such a place already, and
``unguarded`` takes one away. ``=1`` becomes ``'=1``; ``'=1`` becomes ``''=1``; ``it's`` stays.
"""

import re

_BEGINS = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_BLANKS = r"[ \u00a0\u3000]*"
_PLACE = r"(?:\A|(?<=[;\t\r\n]))"
_TO_GUARD = re.compile(rf"{_PLACE}(?='*{_BLANKS}{_BEGINS})")
_GUARDED = re.compile(rf"{_PLACE}'(?='*{_BLANKS}{_BEGINS})")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return text if text.isalnum() else _TO_GUARD.sub("'", text)


def unguarded(text: str) -> str:
    """Return the text that ``guarded`` was given."""
    return _GUARDED.sub("", text)
