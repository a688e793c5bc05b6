"""Names of states for people to read: "CHN" is shown as China."""

import functools

from claims.located import read_located
from claims.shipped import shipped


def country_name(code: str) -> str:
    """Return the name of a state or organisation; its code where the lexicon has no name."""
    return _names().get(code, code)


def country_code(name: str) -> str | None:
    """Return the code of a state that is named in full, or by its code; None for no such state."""
    wanted = name.casefold()
    if name.upper() in _names():
        return name.upper()
    return next((code for code, known in _names().items() if known.casefold() == wanted), None)


@functools.cache
def _names() -> dict[str, str]:
    path = shipped("rules") / "lexicon" / "countries.yaml"
    root = read_located(path.read_text(encoding="utf-8"), str(path)).value
    entries = root["countries"] if isinstance(root, dict) else []
    return {str(e["code"]): str(e["name"]) for e in entries if isinstance(e, dict)}
