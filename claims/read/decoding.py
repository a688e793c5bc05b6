"""Bytes to text, whatever encoding they are in; nothing of the text is changed or left out."""

import codecs
import re

from charset_normalizer import from_bytes

from claims.read.fault import ReadError

LONGEST = 5_000_000  # characters of one article; War and Peace has 3.2 million

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\0", "a compressed file"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
)
_TO_TEXT = "convert it to text (UTF-8) first"
_SAMPLE = 100_000  # bytes that tell an encoding
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")


def decoded(raw: bytes) -> str:
    """Return the text of a file, with line ends and byte-order mark kept.

    Raises:
        ReadError: It is no text, or too much of it.
    """
    return checked(_decode(raw, encoding_of(raw)))


def encoding_of(raw: bytes) -> str:
    """Return the name of the encoding that bytes are in.

    Raises:
        ReadError: No encoding makes text of them, or they are UTF-8 with damage.
    """
    for start, kind in _OTHER_KINDS:
        if raw.startswith(start):
            raise ReadError(f"{kind}, not a text file", _TO_TEXT)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    wide = _unmarked_wide(raw[:_SAMPLE])
    if wide:
        return wide
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _older(raw, error)
    return "utf-8"


def checked(text: str) -> str:
    """Return a text as it is.

    Raises:
        ReadError: It holds what no text holds, nothing at all, or is too long.
    """
    if not text.strip("\ufeff \t\r\n"):
        raise ReadError("the file is empty", "remove it, or put the article in")
    if len(text) > LONGEST:
        what = f"{len(text):,} characters, where one article may have {LONGEST:,}"
        raise ReadError(what, "split it into articles")
    half = _SURROGATE.search(text)
    if half:
        what = f"half a character (a lone surrogate) in line {_line(text, half.start())}"
        raise ReadError(what, "remove it, or export the text again")
    controls = len(_CONTROLS.findall(text))
    if "\0" in text or controls * 100 > len(text):
        raise ReadError("not a text file", _TO_TEXT)
    return text


def _decode(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"not valid {encoding.upper()} at byte {error.start:,}"
        raise ReadError(what, "save it again as UTF-8") from error


def _unmarked_wide(sample: bytes) -> str:
    """Return which UTF-16 bytes without a mark are in: English has a zero in every pair."""
    pairs = len(sample) // 2
    if pairs < 2 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.5 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.5 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return ""


def _older(raw: bytes, error: UnicodeDecodeError) -> str:
    """Return the encoding of text that is no UTF-8, told apart from UTF-8 with damage."""
    line = raw.count(b"\n", 0, error.start) + 1
    if _SURROGATE_BYTES.search(raw):
        what = f"half a character (a lone surrogate) near line {line}"
        raise ReadError(what, "save it again as UTF-8")
    lossy = raw.decode("utf-8", "replace")
    if len(_BEYOND_ASCII.findall(lossy)) > lossy.count("\ufffd"):
        what = f"UTF-8 that is damaged in line {line}: byte 0x{raw[error.start]:02x} is no letter"
        raise ReadError(what, "mend that line, or save the text again as UTF-8")
    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None:
        raise ReadError("not a text file", _TO_TEXT)
    # English text with a few curly quotes fits many code pages; Windows' own is meant.
    return "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
