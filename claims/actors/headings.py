"""What the heading of a transcript tells: whose event it is, and the state beside a name."""

import re
from dataclasses import dataclass

from claims.actors.lexicon import Country, Form, Institution, Lexicon
from claims.actors.names import bare_words, fold

_PARTS = re.compile(
    r"\s(?:and|with|following|after|versus|vs\.?)\s|[;:\n]|\s[-–—|]+\s", re.IGNORECASE
)
_ABOUT = re.compile(r"\s(?:on|about|over|regarding|concerning|amid|as|ahead of)\s(?!\d)", re.I)
_BRIEFS = re.compile(
    r"\b(?:briefing|press conference|news conference|presser|gaggle|press availability"
    r"|press statement|press remarks|remarks (?:to|with) the press|stakeout|spokes\w+)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s*[A-Z][\w.’' -]*, [A-Z][\w.’' -]*\s*")  # "Oslo, Norway"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands before the first turn: its parts, and the state that holds the event."""

    parts: tuple[str, ...]
    host: str | None


def heading_of(text: str, lexicon: Lexicon) -> Heading:
    """Return the parts of a heading, and its one state if it announces a briefing."""
    parts = tuple(part for part in _PARTS.split(text) if part.strip())
    told = (_ABOUT.split(part)[0] for part in parts if not _is_place(part, lexicon))
    states = {code for part in told if (code := state_in(part, lexicon))}
    one = next(iter(states)) if len(states) == 1 and _BRIEFS.search(text) else None
    return Heading(parts, one)


def _is_place(part: str, lexicon: Lexicon) -> bool:
    """Return whether a line tells where it was: "Oslo, Norway" may be abroad."""
    body = lexicon.roles.body
    return bool(_PLACE.fullmatch(part)) and body.isdisjoint(map(fold, bare_words(part)))


def state_in(text: str, lexicon: Lexicon) -> str | None:
    """Return the only state that a text names, itself or by one of its bodies."""
    states = set(_states(text, lexicon))
    return next(iter(states)) if len(states) == 1 else None


def _states(text: str, lexicon: Lexicon) -> list[str]:
    """Return the states that a text names in order; a body of a state counts as its state."""
    found: list[str] = []
    for hit in lexicon.names.find(text):
        before = text[: hit.start].split()[-1:]
        if before and hit.end - hit.start > 3 and fold(before[0]) in lexicon.roles.titles:
            continue  # "Secretary Holland" is nobody's secretary
        entries = [sense.entry for sense in hit.senses]
        codes = {e.code for e in entries if isinstance(e, Country)}
        codes |= {
            e.country
            for e in entries
            if isinstance(e, Institution) and e.country and e.kind == "institution"
        }
        found.extend(codes if len(codes) == 1 else ())
    return found


def beside(label: str, heading: Heading, lexicon: Lexicon) -> str | None:
    """Return the state in the part of the heading that holds a label's last name."""
    name = bare_words(label)[-1:]
    if not name or len(name[0]) < 3 or fold(name[0]) in lexicon.roles.state:
        return None
    for part in heading.parts:
        if fold(name[0]) in map(fold, bare_words(part)):
            named = re.compile(rf"\b{name[0]}\b", re.IGNORECASE)
            told = named.sub("", _ABOUT.split(part)[0])  # Mr Holland is not of Holland
            return state_in(told, lexicon) if _tells_office(told, lexicon) else None
    return None


def _tells_office(text: str, lexicon: Lexicon) -> bool:
    """Return whether a state is more than where somebody comes from: "Chilean singer Ada Berg"."""
    forms = {sense.form for hit in lexicon.names.find(text) for sense in hit.senses}
    roles = lexicon.roles
    said = map(fold, bare_words(text))
    return forms != {Form.ADJECTIVE} or any(w in roles.state or w in roles.body for w in said)
