"""Names of states for people to read: "CHN" is shown as China."""

import functools

from claims.located import read_located
from claims.shipped import shipped


def country_name(code: str) -> str:
    """Return the name of a state or organisation; its code where the lexicon has no name."""
    return _names().get(code, code)


def country_code(name: str) -> str | None:
    """Return the code of a state that is named in full, or by its code; None for no such state."""
    code = name.upper()
    return code if code in _names() else _codes().get(name.casefold())


@functools.cache
def _codes() -> dict[str, str]:
    """Return the codes by the names; of two that share a name, the first in the file has it."""
    return {name.casefold(): code for code, name in reversed(_names().items())}


@functools.cache
def _names() -> dict[str, str]:
    path = shipped("rules") / "lexicon" / "countries.yaml"
    root = read_located(path.read_text(encoding="utf-8"), str(path)).value
    entries = root["countries"] if isinstance(root, dict) else []
    return {str(e["code"]): str(e["name"]) for e in entries if isinstance(e, dict)}
