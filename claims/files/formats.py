"""The kinds of file that claims are written to, and how a name tells them."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from claims.errors import ClaimsError


class Format(StrEnum):
    """A kind of file; all but ``md`` hold every column of a claim."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"
    MD = "md"


BINARY = frozenset({"xlsx", "parquet"})
_TEXTS = {"", "txt", "text", "log", "out"}  # endings that tell of no kind of file


def chosen(given: str | None, output: Path | None, known: Collection[str], otherwise: str) -> str:
    """Return the format that was asked for, or that the ending of the output's name tells.

    Raises:
        ClaimsError: They are at odds, or the ending is of a kind that is not written.
    """
    ending = output.suffix[1:].lower() if output else ""
    told = {"ndjson": "jsonl", "markdown": "md", "htm": "html"}.get(ending, ending)
    if given is None:
        if told in known or told in _TEXTS:
            return told if told in known else otherwise
        written = ", ".join(f".{name}" for name in known if name != "table")
        what = f"--output '{output}': nothing is written as .{ending}"
        raise ClaimsError(f"{what}\n  fix: name a file in {written} or .txt, or add --format")
    if told in known and told != given:
        what = f"--format {given}, but --output '{output}' ends in .{ending}"
        raise ClaimsError(f"{what}\n  fix: leave --format out, or name a .{given} file")
    return given
