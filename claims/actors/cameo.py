"""Turn a PETRARCH actor dictionary (CAMEO codes, dated roles) into lexicon files of our form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import yaml

from claims.actors.lexicon import Lexicon

_CODES = re.compile(r"\[([A-Z]{3,}[A-Z_]*)\s*([<>]?)\s*(\d{6,8})?(?:-(\d{6,8}))?\s*\]")
_SPEAKS = {
    "GOV": "Government", "MIL": "Military", "LEG": "Legislature", "JUD": "Judiciary",
    "COP": "Police", "SPY": "Intelligence",
}  # fmt: skip
_BODIES = {"IGOUNO": "UNO", "IGOEEC": "EUU", "IGONAT": "NATO", "IGOASN": "ASEAN"}
_RENAMED = {"PAL": "PSE", "KSV": "XKX", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS"}
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM"})
_CENTURY = 30  # "29…" is 2029, "30…" is 1930: the dictionaries end in 2014


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A lexicon file made of a dictionary.

    Attributes:
        text: The YAML, for a folder of the user's own.
        left_out: How many entries name a state itself, one bare word, or no state of ours.
    """

    text: str
    people: int
    institutions: int
    left_out: int


@dataclass(slots=True)
class _Actor:
    """One entry of the dictionary: its names, and its codes with their dates."""

    names: list[str]
    codes: list[tuple[str, date | None, date | None]] = field(default_factory=list)


def import_cameo(text: str, lexicon: Lexicon) -> Imported:
    """Return people and institutions of a PETRARCH dictionary, as a lexicon file.

    Dated entries are people, undated ones institutions. A role that speaks for no state (ELI,
    OPP, REB) is no office. States themselves are left to our own list.
    """
    people: dict[str, dict[str, object]] = {}
    institutions: dict[str, dict[str, object]] = {}
    left_out = 0
    for actor in _actors(text):
        name = actor.names[0]
        also = sorted({other for other in actor.names[1:] if " " in other} - {name})
        if " " not in name or not actor.codes:
            left_out += 1
        elif any(start or end for _, start, end in actor.codes):
            offices = list(_offices(actor, lexicon))
            if offices:
                people.setdefault(name, _person(name, also, offices))
            left_out += not offices
        elif (told := _institution(actor, lexicon)) is not None:
            institutions.setdefault(name, {"name": name, "also": also, **told})
        else:
            left_out += 1
    found = {"people": list(people.values()), "institutions": list(institutions.values())}
    dumped = yaml.safe_dump(
        found, sort_keys=False, allow_unicode=True, width=110, default_flow_style=None
    )
    head = "# Made of a PETRARCH actor dictionary; roles and dates are those of the dictionary.\n"
    return Imported(
        text=head + dumped,
        people=len(people),
        institutions=len(institutions),
        left_out=left_out,
    )


def _actors(text: str) -> Iterator[_Actor]:
    """Yield the entries: a name, its other names (+), its codes on the same or the next lines."""
    actor: _Actor | None = None
    for raw in text.splitlines():
        line = raw.partition("#")[0].rstrip()
        if not line.strip():
            continue
        written = line.partition("[")[0]
        if written.strip() and not line[0].isspace():
            name = _name(written.lstrip("+"))
            if line.startswith("+") and actor is not None:
                actor.names.append(name)
            else:
                if actor is not None:
                    yield actor
                actor = _Actor([name])
        if actor is not None:
            actor.codes.extend(_codes(line))
    if actor is not None:
        yield actor


def _name(written: str) -> str:
    """Return a name as news writes it: "YANG_JIECHI_" is "Yang Jiechi"."""
    return " ".join(written.replace("_", " ").split()).title()


def _codes(line: str) -> Iterator[tuple[str, date | None, date | None]]:
    for code, sign, first, last in _CODES.findall(line):
        begun, over = _day(first), _day(last)
        yield (code, None, begun) if sign == "<" else (code, begun, over)


def _day(digits: str) -> date | None:
    """Return YYMMDD or YYYYMMDD as a day; a day that no calendar has is the month's first."""
    if len(digits) < 6:
        return None
    year, rest = (digits[:4], digits[4:]) if len(digits) == 8 else (digits[:2], digits[2:])
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < _CENTURY else 1900
    month, day = int(rest[:2]), int(rest[2:4])
    try:
        return date(number, month, day)
    except ValueError:
        return date(number, month, 1) if 1 <= month <= 12 else None


def _state(code: str, lexicon: Lexicon) -> tuple[str | None, str]:
    """Return the state or body of a code, and what is left of the code."""
    for prefix, body in _BODIES.items():
        if code.startswith(prefix):
            return body, code[len(prefix) :] or "GOV"
    state = _RENAMED.get(code[:3], code[:3])
    return (state if lexicon.country(state) else None), code[3:]


def _offices(actor: _Actor, lexicon: Lexicon) -> Iterator[dict[str, str]]:
    """Yield the offices that speak for a state, each with its days."""
    for code, start, end in actor.codes:
        state, rest = _state(code, lexicon)
        role = _SPEAKS.get(rest[:3])
        if state is None or role is None or (start and end and end < start):
            continue
        office = {"role": role, "country": state}
        if start:
            office["from"] = start.isoformat()
        if end:
            office["to"] = end.isoformat()
        yield office


def _person(name: str, also: list[str], offices: list[dict[str, str]]) -> dict[str, object]:
    entry: dict[str, object] = {"name": name}
    if offices[0]["country"] in _FAMILY_FIRST:
        entry["family"] = name.split()[0]
    if also:
        entry["aliases"] = also
    return {**entry, "offices": offices}


def _institution(actor: _Actor, lexicon: Lexicon) -> dict[str, str] | None:
    """Return the state an undated entry speaks for, or belongs to; None for a state itself."""
    state, rest = _state(actor.codes[0][0], lexicon)
    if state is None or not rest:
        return None
    return {"country": state} if rest[:3] in _SPEAKS else {"home": state, "kind": "group"}
