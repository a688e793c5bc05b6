"""Files that people labelled: a JSON object a line, every line that is none told at once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from claims.errors import ClaimsError, Problem
from claims.located import text_of

T = TypeVar("T")


def read_lines(path: Path, make: Callable[[Any], T], what: str, fix: str) -> list[T]:
    """Return what ``make`` makes of each line that is not blank.

    Args:
        path: The file.
        make: Takes the line's value; raises as Python does where a field is missing or wrong.
        what: What is said of a line that is not as it should be.
        fix: How it should be.

    Raises:
        ClaimsError: With every such line.
        PackError: The file cannot be read, or is not UTF-8.
    """
    found: list[T] = []
    problems: list[Problem] = []
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(make(json.loads(line)))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            problems.append(Problem(str(path), number, 1, f"{what}: {_told(error)}", fix))
    if problems:
        raise ClaimsError("\n".join(map(str, problems)))
    return found


def _told(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
