"""Make what a terminal would obey, or swallow, visible: escapes, control and bidi characters."""

import unicodedata

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def visible(text: str) -> str:
    r"""Return one line of text in which no character moves the cursor, hides or reorders others.

    Line ends and tabs become a blank; C0 and C1 control characters become their pictures or
    ``\x9b``; bidirectional controls become ``\u202e``.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character in "\n\r\t\u2028\u2029":
        return " "
    if ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\u2421"
    nothing = ord(character) & 0xFFFE == 0xFFFE  # no character at all, and no XML holds it
    if nothing or character in _BIDI or unicodedata.category(character) in {"Cc", "Cs"}:
        return character.encode("unicode_escape", "surrogatepass").decode("ascii")
    return character
