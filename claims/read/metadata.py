"""What is known of a document besides its text: a sidecar, front matter, a dateline, its name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from claims.errors import PackError, Problem
from claims.located import Located, read_located
from claims.model import Block, BlockKind
from claims.read.layout import layout

SIDECAR = "metadata.yaml"
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATES = (
    re.compile(rf"{_MONTH}[ .-]+(\d{{1,2}})(?:st|nd|rd|th)?,?[ -]+(\d{{4}})", re.IGNORECASE),
    re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -]+{_MONTH}[.,]*[ -]+(\d{{4}})", re.IGNORECASE),
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SHORT = re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2})-(\d{2})$")  # "9-22-15" at the end of a name
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The fields that a sidecar or front matter can give; "" and None where it gives none."""

    title: str = ""
    outlet: str = ""
    url: str = ""
    published: date | None = None
    event: str = ""

    def over(self, other: "Metadata") -> "Metadata":
        """Return ``other`` with every field that is known here in place of its own."""
        known: dict[str, Any] = {
            f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name)
        }
        return replace(other, **known)


def sidecar(folder: Path) -> dict[str, Metadata]:
    """Return what the folder's ``metadata.yaml`` says, by file name; nothing if it has none.

    Raises:
        PackError: With every fault in the file.
    """
    path = folder / SIDECAR
    if not path.is_file():
        return {}
    return sidecar_text(path.read_bytes(), str(path), lambda name: (folder / name).exists())


def sidecar_text(raw: bytes, path: str, exists: Callable[[str], bool]) -> dict[str, Metadata]:
    """Return what a sidecar says, by file name.

    Args:
        raw: The file as it was read.
        path: What faults name.
        exists: Tells whether a file of this name stands beside the sidecar.

    Raises:
        PackError: With every fault in the file.
    """
    located = _yaml(raw, path)
    if not isinstance(located.value, dict):
        raise PackError([Problem(path, 1, 1, "not a mapping", "write 'FILE.txt:' and fields")])
    problems: list[Problem] = []
    found = {name: _metadata(located, (name,), problems) for name in located.value}
    for name in found:
        if not exists(name):
            line, column = located.place((name,))
            what, fix = f"there is no file '{name}' in this folder", "mend the name, or remove it"
            problems.append(Problem(path, line, column, what, fix))
    if problems:
        raise PackError(problems)
    return found


def _yaml(raw: bytes, path: str) -> Located:
    """Read YAML of unknown origin, in which nothing may stand for something else.

    Raises:
        PackError: It is no YAML, or has aliases: nine of them can stand for a billion words.
    """
    try:
        text = raw.decode("utf-8-sig")
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            fix = "write the value out, in quotes if it begins with '*'"
            raise PackError([Problem(path, 1, 1, "a value stands for another one", fix)])
        return read_located(text, path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        fault = Problem(path, line, column, error.problem or "not YAML", "check the indent")
        raise PackError([fault]) from error
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        fault = Problem(path, 1, 1, "not YAML in UTF-8", "save it again as UTF-8")
        raise PackError([fault]) from error


def front_matter(text: str, path: str) -> tuple[Metadata, int]:
    """Return what stands between the ``---`` lines a Markdown file may open with, and their end.

    Raises:
        PackError: It is not YAML, or names unknown fields.
    """
    match = _FRONT_MATTER.match(text)
    if not match:
        return Metadata(), 0
    # A line above it keeps the line numbers of the file.
    located = _yaml(("\n" + match["yaml"]).encode("utf-8", "replace"), path)
    problems: list[Problem] = []
    found = _metadata(located, (), problems, strict=False)
    if problems:
        raise PackError(problems)
    return found, match.end()


def _metadata(
    located: Located, steps: tuple[str, ...], problems: list[Problem], *, strict: bool = True
) -> Metadata:
    value = located.value
    for step in steps:
        value = value[step] if isinstance(value, dict) else value
    names = [field.name for field in fields(Metadata)]
    if not isinstance(value, dict):
        line, column = located.place(steps)
        problems.append(
            Problem(located.path, line, column, "no fields", f"write some of {', '.join(names)}")
        )
        return Metadata()
    found = Metadata()
    for name, text in value.items():
        line, column = located.place((*steps, name))
        if name not in names:
            if strict:
                what, fix = f"unknown field '{name}'", f"known fields: {', '.join(names)}"
                problems.append(Problem(located.path, line, column, what, fix))
        elif name == "published":
            found = replace(found, published=_iso(str(text)))
            if found.published is None:
                what = f"'{text}' is no date"
                problems.append(Problem(located.path, line, column, what, "write it as YYYY-MM-DD"))
        else:
            given: dict[str, Any] = {name: str(text)}
            found = replace(found, **given)
    return found


def inferred(text: str, found: Sequence[Block], stem: str) -> Metadata:
    """Return what the text's own dateline and headline, or the file's name, tell."""
    title, dateline = "", None
    for block in found[:12]:
        words = block.span.of(text)
        if block.kind is BlockKind.HEADLINE and not title:
            title = " ".join(words.split())
        if block.kind is BlockKind.BOILERPLATE and layout().dates.fullmatch(words):
            dateline = dateline or day(words)
    return Metadata(title=title, published=dateline or day(stem) or _short(stem))


def day(text: str) -> date | None:
    """Return the first day written out in a text: "June 8, 2013", "8 June 2013", "2013-06-08"."""
    for number, pattern in enumerate(_DATES):
        match = pattern.search(text)
        if match:
            month, day_of_month = match.groups()[:2] if number == 0 else match.groups()[1::-1]
            return _date(int(match[3]), _MONTHS.index(month[:3].lower()) + 1, int(day_of_month))
    return _iso(text)


def _short(stem: str) -> date | None:
    """Return an American short date, where the order of day and month is beyond doubt."""
    match = _SHORT.search(stem)
    if match is None or int(match[2]) <= 12:
        return None
    return _date(2000 + int(match[3]), int(match[1]), int(match[2]))


def _iso(text: str) -> date | None:
    match = _ISO.search(text)
    return _date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _date(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return datetime(year, month, day_of_month).date()
    except ValueError:
        return None
