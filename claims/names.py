"""Names of states for people to read, CHN as China; and what a misspelt name may mean."""

import functools
from collections.abc import Mapping
from typing import Any

from claims.located import read_located
from claims.shipped import shipped

_NEAR = 60.0  # of 100 by which a name must be like what was written, to be told


def country_name(code: str) -> str:
    """Return the name of a state or organisation; its code where the lexicon has no name."""
    return _names().get(code, code)


def country_code(name: str) -> str | None:
    """Return the code of a state that is named in full, or by its code; None for no such state."""
    code = name.upper()
    return code if code in _names() else _codes().get(name.casefold())


def country_meant(name: str) -> str | None:
    """Return the code of a state as a reader may name it, "UK" or "Britain"; None if not one."""
    others = _others().get(name.casefold(), ())
    return country_code(name) or (others[0] if len(others) == 1 else None)


def unknown_country(name: str) -> str:
    """Return what to do about a name that is no single state's: take another, or write a code."""
    others = _others()
    known = {other: few[0] for other, few in others.items()} | _codes()
    known |= {code: code for code in _names()}
    meant = others.get(name.casefold(), []) or nearest(name, known)
    shown = [f"{country_name(code)} ({code})" for code in meant]
    return did_you_mean(shown) or "write its ISO 3166 alpha-3 code or its English name: CHN, China"


def nearest(name: str, known: Mapping[str, str]) -> list[str]:
    """Return what names stand for that are like a misspelt one, the likest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        name, list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_NEAR, limit=5
    )
    return list(dict.fromkeys(known[text] for text, _, _ in found))


def did_you_mean(names: list[str]) -> str:
    """Return a question for names that may be meant, "" for none."""
    return f"did you mean {', '.join(names)}?" if names else ""


@functools.cache
def _codes() -> dict[str, str]:
    """Return the codes by the names; of two that share a name, the first in the file has it."""
    return {name.casefold(): code for code, name in reversed(_names().items())}


@functools.cache
def _others() -> dict[str, list[str]]:
    """Return the codes of the states that a second name may mean."""
    found: dict[str, list[str]] = {}
    for entry in _entries():
        for name in entry.get("also", ()):
            found.setdefault(str(name).casefold(), []).append(str(entry["code"]))
    return found


@functools.cache
def _names() -> dict[str, str]:
    return {str(entry["code"]): str(entry["name"]) for entry in _entries()}


@functools.cache
def _entries() -> tuple[dict[str, Any], ...]:
    path = shipped("rules") / "lexicon" / "countries.yaml"
    root = read_located(path.read_text(encoding="utf-8"), str(path)).value
    entries = root["countries"] if isinstance(root, dict) else []
    return tuple(entry for entry in entries if isinstance(entry, dict))
