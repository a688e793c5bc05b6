"""Texts that a cell of an XLSX file can hold: seen as they are, never cut without a mark."""

from claims.files.texts import lines_visible, storable

LONGEST = 32_767  # of a cell, in units of UTF-16


def cell_text(text: str) -> str:
    """Return a text as it goes into a cell, however long it is."""
    return lines_visible(storable(text))


def is_too_long(text: str) -> bool:
    """Return whether a cell cannot hold a text."""
    return len(text) > LONGEST // 2 and len(text.encode("utf-16-le")) // 2 > LONGEST


def cut(text: str) -> str:
    """Return the beginning of a text that is too long, and that it goes on."""
    mark = f" … [cut: {len(text):,} characters in all; CSV and JSON have the whole]"
    room = (LONGEST - len(mark)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + mark
