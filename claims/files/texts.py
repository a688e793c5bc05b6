"""Texts as a kind of file can hold them, and as people can see them."""

import re

from claims.tables.visible import visible

_HALF = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|\r|\n")


def storable(text: str) -> str:
    """Return a text with U+FFFD for halves of characters, which no UTF-8 file can hold."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def lines_visible(text: str) -> str:
    """Return a text of one or more lines with what would not be seen made visible."""
    if text.isprintable():
        return text
    return "\n".join(map(visible, _LINE_END.split(text)))
