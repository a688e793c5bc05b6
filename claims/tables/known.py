"""Names that a reader may ask for: a misspelt one is told, and is no answer of no claims."""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from claims.errors import ClaimsError
from claims.ledger.select import CORE, Filter
from claims.names import country_meant, did_you_mean, nearest, unknown_country

_STANCE = re.compile(r"^stance: *(\w+)", re.MULTILINE)
_SHOWN = 60  # names that a message lists: every topic, and the events of a small ledger


def known(db: sqlite3.Connection, wanted: Filter) -> Filter:
    """Return a filter with the codes and keys of the names in it.

    Raises:
        ClaimsError: One of them is neither in our lexicon nor in the ledger.
    """
    meant = replace(
        wanted,
        countries=tuple(country_meant(name) or name for name in wanted.countries),
        targets=tuple(country_meant(name) or name for name in wanted.targets),
        topics=tuple(map(topic, wanted.topics)),
        events=tuple(map(event, wanted.events)),
    )
    require_known(db, meant)
    return meant


def require_known(db: sqlite3.Connection, wanted: Filter, folders: Sequence[Path] = ()) -> None:
    """Complain of a state, stance, topic or event that neither our lexicon nor the ledger has.

    Args:
        db: The ledger; users give documents events of their own.
        wanted: What is asked for.
        folders: The user's rules, which may have stances of their own.

    Raises:
        ClaimsError: There is one.
    """
    own = {"speaker_country": wanted.countries, "target_country": wanted.targets}
    for column, codes in own.items():
        for code in _strangers(db, column, (code for code in codes if not country_meant(code))):
            raise ClaimsError(f"no state '{code}'\n  fix: {unknown_country(code)}")
    for stance in _strangers(db, "stance", wanted.stances):
        names = stances(folders)
        _require("stance", stance, dict(zip(names, names, strict=True)), names)
    for topic in _strangers(db, "topic", wanted.topics):
        keys = sorted(set(_topics().values()))
        _require("topic", topic, _topics() | dict(zip(keys, keys, strict=True)), keys)
    for event in _strangers(db, "event", wanted.events):
        rows = db.execute("SELECT DISTINCT event FROM documents WHERE event <> '' ORDER BY event")
        here = [key for (key,) in rows]
        _require("event", event, _events() | dict(zip(here, here, strict=True)), here)


def topic(name: str) -> str:
    """Return the key of a topic that is named as tables name it; another name as it is."""
    return _topics().get(name.casefold(), name)


def event(name: str) -> str:
    """Return the key of an event that is called by its name; another name as it is."""
    return _events().get(name.casefold(), name)


def stances(folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return every stance that rules give, the three chief ones first."""
    from claims.shipped import shipped_files

    own = (file for folder in folders for file in folder.rglob("*.yaml"))
    heads = [file.read_text(encoding="utf-8") for file in shipped_files("rules")]
    heads += [file.read_text(encoding="utf-8", errors="replace") for file in own]
    found = {name for head in heads for name in _STANCE.findall(head)}
    return (*CORE, *sorted(found - set(CORE)))


def _strangers(db: sqlite3.Connection, column: str, values: Iterable[str]) -> list[str]:
    """Return those of these values that no claim of the ledger has."""
    query = f"SELECT 1 FROM propositions WHERE {column} = ? LIMIT 1"
    return [v for v in values if v not in CORE and not db.execute(query, (v,)).fetchone()]


def _topics() -> dict[str, str]:
    from claims.topics import topics

    return {topic.name.casefold(): topic.key for topic in topics()}


def _events() -> dict[str, str]:
    """Return the keys of our events by their names, and by themselves."""
    from claims.eventbook import events

    return {text.casefold(): event.key for event in events() for text in (*event.names, event.key)}


def _require(what: str, name: str, known: Mapping[str, str], shown: Sequence[str]) -> None:
    """Complain if a name is not known; ``known`` leads from names to what they stand for."""
    if name in known.values():
        return
    fix = did_you_mean(nearest(name, known)) or f"take one of {', '.join(shown[:_SHOWN])}"
    raise ClaimsError(f"no {what} '{name}'\n  fix: {fix}")
