"""Labels of transcripts: "MR. DONILON", "Mao Ning", "Q", "CCTV reporter"."""

import re
from dataclasses import replace
from itertools import pairwise

from claims.actors.gathering import Being
from claims.actors.lexicon import Country, Institution, Lexicon, Person, key
from claims.actors.names import fold, words
from claims.actors.people import by_family, holder_of, is_of_another_age, name_words, person_actor
from claims.model import Actor, Document, Span

_ASKS = frozenset(
    "q question reporter reporters journalist press media correspondent moderator host anchor "
    "interviewer participant audience unidentified".split()
)

_OF = re.compile(
    r"(?:the )?(\w[\w -]*?),? (?:of|for|to) (?:the )?(?:republic of |state of )?", re.IGNORECASE
)


def label_actor(
    document: Document, label: Span, beings: tuple[Being, ...], lexicon: Lexicon
) -> Actor:
    """Return whom a turn's label names.

    A name is looked up among those the document introduces, then among people in office on the
    day; the press asks for no state, state media neither.
    """
    written = label.of(document.text).removeprefix("((").removesuffix("))")
    text = re.sub(r"\([^)]*\)", "", written).strip(" :*")
    text = lexicon.roles.written_out.get(fold(text), text)
    said = [fold(word) for word, _, _ in words(text)]
    if not said or _asks(said, lexicon):
        return Actor(name=text, kind="press", via="label")
    if (media := _media(text, lexicon)) is not None:
        return Actor(name=media.name, kind="press", via="label")
    if (named := _named(text, document, lexicon)) is not None:
        return named
    title = [word for word in said if _title(word, lexicon)]
    name = [word for word in said if not _title(word, lexicon) and word not in _ASKS]
    if len(name) > 1:
        name = [word for word in name if len(word) > 1] or name  # "A. Berg" is Ada Berg
    if not name:
        return _by_role(text, said, beings)
    gender = _gender(title, lexicon)
    being = _introduced(name, gender, beings) or _introduced(_first(text), gender, beings)
    if being is not None:
        return being.actor
    return _listed(text, name, title, gender, document, lexicon)


def _asks(said: list[str], lexicon: Lexicon) -> bool:
    """Return whether a label is one of the press; a press secretary answers."""
    answers = any(a == "press" and b in lexicon.roles.state for a, b in pairwise(said))
    return not _ASKS.isdisjoint(said) and not answers


def _first(text: str) -> list[str]:
    """Return the words of a label before its first comma: "Ada Berg, a minister of Chad"."""
    before, comma, _ = text.partition(",")
    return [fold(word) for word, _, _ in words(before)] if comma else []


def without_titles(name: str, lexicon: Lexicon) -> tuple[str, tuple[str, str]]:
    """Return a name without its titles, and what the titles tell: role, and gender (m, f or "")."""
    said = name.split()
    titles = [fold(word) for word in said if _title(fold(word).strip("."), lexicon)]
    bare = [word for word in said if not _title(fold(word).strip("."), lexicon)]
    role = next((word for word in titles if word in lexicon.roles.state), "")
    return (" ".join(bare) or name), (role, _gender(titles, lexicon))


def _title(word: str, lexicon: Lexicon) -> bool:
    roles = lexicon.roles
    return word in roles.titles or f"{word}." in roles.titles or word in roles.state


def _gender(title: list[str], lexicon: Lexicon) -> str:
    if any(word in lexicon.roles.female for word in title):
        return "f"
    return "m" if any(word in lexicon.roles.male for word in title) else ""


def _media(text: str, lexicon: Lexicon) -> Institution | None:
    for hit in lexicon.names.find(text):
        for sense in hit.senses:
            if isinstance(sense.entry, Institution) and sense.entry.kind in {"media", "agency"}:
                return sense.entry
    return None


def _named(text: str, document: Document, lexicon: Lexicon) -> Actor | None:
    """Return the person, state or institution that a label ends with, or an office of a state."""
    hits = list(lexicon.names.find(text))
    if not hits:
        return None
    last, first = hits[-1].senses[0].entry, hits[0].senses[0].entry
    at_end = hits[-1].end >= len(text)
    people = [s.entry for s in hits[-1].senses if isinstance(s.entry, Person)]
    if people and at_end:
        person = max(people, key=lambda p: (bool(p.held(document.published)), -people.index(p)))
        return person_actor(person, document.published, "label", roles=lexicon.roles)
    bare = text.removeprefix("The ").removeprefix("the ")
    if isinstance(last, Institution) and at_end and hits[-1].start >= len(text) - len(bare):
        return Actor(name=last.name, country=last.country, kind="institution", via="label")
    if isinstance(first, Country) and hits[0].start == len(text) - len(bare):
        held = _in_office(text, text[hits[0].end :].strip(), first, document, lexicon)
        if held is not None:
            return held
        name, office = (first.name, "") if hits[0].end >= len(text) else (text, "office")
        return Actor(name=name, country=first.code, kind=office or first.kind, via="label")
    role = _OF.fullmatch(text[: hits[-1].start])
    if isinstance(last, Country) and at_end and role is not None:
        return _in_office(text, role[1].lower(), last, document, lexicon)
    return None


def _in_office(
    text: str, role: str, state: Country, document: Document, lexicon: Lexicon
) -> Actor | None:
    """Return who holds an office of a state ("PRESIDENT OF CHAD"), else the office."""
    if not any(_title(word, lexicon) for word in map(fold, role.split())):
        return None
    holder = holder_of(role, state.code, document.published, lexicon)
    if holder is not None:
        return person_actor(
            holder, document.published, "label", roles=lexicon.roles, countries=(state.code,)
        )
    return Actor(name=text, role=role, country=state.code, kind="office", via="label")


def at_host(actor: Actor, host: str | None, lexicon: Lexicon) -> Actor:
    """Return an office or body of no stated state ("Spokesperson") as one of the host's."""
    said = [fold(word) for word, _, _ in words(actor.name)]
    roles = lexicon.roles
    office = any(word in roles.state or word in roles.body for word in said)
    if host is None or not office or actor.country or actor.kind == "press" or _is_person(actor):
        return actor
    return replace(actor, country=host, kind="office", via=f"{actor.via}, of the host")


def _is_person(actor: Actor) -> bool:
    return actor.via != "label"


def _introduced(name: list[str], gender: str, beings: tuple[Being, ...]) -> Being | None:
    """Return the person of the document whose name holds all words of the label."""
    if not name:
        return None
    fit = [
        being
        for being in beings
        if set(name) <= set(being.words) and not (gender and being.gender not in {gender, ""})
    ]
    by_family_name = [being for being in fit if being.family == name[-1]]
    best = by_family_name or fit
    return best[0] if best else None


def _by_role(text: str, said: list[str], beings: tuple[Being, ...]) -> Actor:
    """Return the one person introduced in the office that the label names."""
    fit = [being for being in beings if set(said) <= set(name_words(being.actor.role))]
    return fit[0].actor if len(fit) == 1 else Actor(name=text, via="label")


def _listed(
    text: str, name: list[str], title: list[str], gender: str, document: Document, lexicon: Lexicon
) -> Actor:
    """Return the person in office whom a label names, else the label's own words."""
    senses = lexicon.names.meanings(" ".join(word.title() for word in name))
    people = [sense.entry for sense in senses if isinstance(sense.entry, Person)]
    on = document.published
    if not people:
        role = next((word for word in title if word in lexicon.roles.state), "")
        family = key(text.split()[-1])  # of "Kang Min-ho" nobody's family name is Ho
        found = by_family(family, on, lexicon, gender=gender, role=role)
        over = bool(role) and any("out of office" in candidate.why for candidate in found)
        people = [] if over else [c.person for c in found if not is_of_another_age(c.person, on)]
    if len(people) == 1:
        return person_actor(people[0], on, "label", roles=lexicon.roles)
    why = " or ".join(person.name for person in people[:4])
    return Actor(name=text, kind="person", via=f"label, open: {why}" if why else "label")
