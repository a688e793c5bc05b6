"""What is known of a document besides its text: a sidecar, front matter, a dateline, its name."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from claims.errors import PackError, Problem
from claims.located import Located, read_located
from claims.model import Block, BlockKind
from claims.read.dating import day_of_head, day_of_name, iso_day

SIDECAR = "metadata.yaml"
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)


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
    except UnicodeDecodeError as error:
        fault = Problem(path, 1, 1, "not UTF-8", "save it again as UTF-8")
        raise PackError([fault]) from error
    if place := _first_alias(text):
        fix = "write the value out, in quotes if it begins with '*'"
        raise PackError([Problem(path, *place, "a value stands for another one", fix)])
    return read_located(text, path)


def _first_alias(text: str) -> tuple[int, int] | None:
    """Return line and column of the first alias; what is no YAML at all is told by its reader."""
    with suppress(yaml.YAMLError, RecursionError):
        for token in yaml.scan(text):
            if isinstance(token, yaml.AliasToken):
                return token.start_mark.line + 1, token.start_mark.column + 1
    return None


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
            found = replace(found, published=iso_day(str(text)))
            if found.published is None:
                what = f"'{text}' is no date"
                problems.append(Problem(located.path, line, column, what, "write it as YYYY-MM-DD"))
        else:
            given: dict[str, Any] = {name: str(text)}
            found = replace(found, **given)
    return found


def inferred(text: str, found: Sequence[Block], stem: str) -> Metadata:
    """Return what the text's own head, or the file's name, tells."""
    title = next(
        (" ".join(b.span.of(text).split()) for b in found[:12] if b.kind is BlockKind.HEADLINE), ""
    )
    return Metadata(title=title, published=day_of_head(text, found) or day_of_name(stem))
