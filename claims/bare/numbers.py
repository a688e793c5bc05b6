"""The numbers that spaCy knows strings by: 64-bit hashes, and small numbers for its symbols."""

import re
from functools import lru_cache
from pathlib import Path

_64 = 2**64 - 1
_M, _SEED = 0xC6A4A7935BD1E995, 1
_SYMBOL = re.compile(r"^ +(\w+)(?: *= *(\d+))?", re.MULTILINE)


class Numbers:
    """The function from a string to its number."""

    def __init__(self, spacy: Path) -> None:
        self._symbols = _symbols((spacy / "symbols.pxd").read_text(encoding="utf-8"))
        self.of = lru_cache(maxsize=10_000)(self._of)

    def _of(self, text: str) -> int:
        found = self._symbols.get(text)
        return hash_of(text) if found is None else found


def hash_of(text: str) -> int:
    """Return MurmurHash64A of a string in UTF-8, with spaCy's seed."""
    raw = text.encode("utf-8", "surrogatepass")
    whole = len(raw) & ~7
    found = _SEED ^ (len(raw) * _M & _64)
    for place in range(0, whole, 8):
        block = int.from_bytes(raw[place : place + 8], "little") * _M & _64
        found = (found ^ (block ^ block >> 47) * _M & _64) * _M & _64
    if whole < len(raw):
        found = (found ^ int.from_bytes(raw[whole:], "little")) * _M & _64
    found = (found ^ found >> 47) * _M & _64
    return found ^ found >> 47


def _symbols(text: str) -> dict[str, int]:
    """Read the enumeration of symbols; one without a number has that of the one before and 1."""
    found: dict[str, int] = {}
    number = 0
    for name, given in _SYMBOL.findall(text):
        number = int(given or number)
        found[name] = number
        number += 1
    found[""] = found.pop("NIL")
    return found
