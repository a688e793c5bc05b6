"""A row a claim as JSON: an array, or an object a line."""

import json
import re
from collections.abc import Iterable

from claims.files.row import Row
from claims.files.sink import Sink

# JSON leaves these as they are, but a terminal obeys some, some programs end a line at others,
# and no UTF-8 file holds half a character. As \uXXXX they are the same text to every reader.
_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def write_jsonl(rows: Iterable[Row], file: Sink) -> None:
    """Write an object a line."""
    for row in rows:
        file.write(_json(row).encode() + b"\n")


def write_json(rows: Iterable[Row], file: Sink) -> None:
    """Write an array, indented."""
    between = "[\n"
    for row in rows:
        file.write((between + _json(row, indent=2)).encode())
        between = ",\n"
    file.write(b"[]\n" if between == "[\n" else b"\n]\n")


def _json(row: Row, indent: int | None = None) -> str:
    text = json.dumps(row, ensure_ascii=False, indent=indent)
    return text if text.isascii() and "\x7f" not in text else _ESCAPED.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
