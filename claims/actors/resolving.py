"""Answer "who is Mr Yang?": the candidates, their scores and why one of them was taken."""

from dataclasses import dataclass
from datetime import date

from claims.actors.casting import Cast
from claims.actors.gathering import Being
from claims.actors.labels import without_titles
from claims.actors.lexicon import Country, Form, Institution, Lexicon, Person, key
from claims.actors.people import LIKELY, MARGIN, by_family, likenesses, name_words, person_actor
from claims.actors.spelling import likely_country
from claims.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Somebody that a name may mean, how near it is (0 to 100), and why."""

    actor: Actor
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What came of a name: the one taken, or none and the reason, and all that were considered."""

    name: str
    taken: Actor | None
    why: str
    choices: tuple[Choice, ...]


def resolve(
    name: str, lexicon: Lexicon, on: date | None = None, cast: Cast | None = None
) -> Resolution:
    """Return whom a name means on a day, alone or in a document.

    Args:
        name: As a text would write it, title and all ("Mr Yang").
        lexicon: The lexicon to ask.
        on: The day; None means any day.
        cast: The document whose people go before all others.
    """
    bare, title = without_titles(name, lexicon)
    steps = (
        _introduced(bare, cast),
        _listed(bare, on, lexicon),
        _family(bare, title, on, lexicon, cast),
        _alike(bare, on, lexicon),
    )
    choices = next((step for step in steps if step), ())
    seen: tuple[Choice, ...] = tuple(dict.fromkeys(choice for step in steps for choice in step))
    if not choices:
        return Resolution(name=name, taken=None, why="nobody of that name", choices=())
    best = choices[0]
    if len(choices) == 1 and best.score >= LIKELY:
        return Resolution(name=name, taken=best.actor, why=best.why, choices=seen)
    if len(choices) > 1 and best.score >= LIKELY and best.score - choices[1].score >= MARGIN:
        return Resolution(name=name, taken=best.actor, why=best.why, choices=seen)
    if best.score < LIKELY:
        why = f"the nearest scores {best.score:.0f}, below {LIKELY}"
    else:
        tied = [c.actor.name for c in choices if best.score - c.score < MARGIN]
        why = f"a tie: {' or '.join(tied)}"
    return Resolution(name=name, taken=None, why=why, choices=seen)


def _introduced(bare: str, cast: Cast | None) -> tuple[Choice, ...]:
    """Return the people of the document who bear the name."""
    if cast is None:
        return ()
    asked = set(name_words(bare))
    fit: list[Being] = [b for b in cast.beings if asked and asked <= set(b.words)]
    family = [b for b in fit if b.family == key(bare)]
    return tuple(
        Choice(actor=b.actor, score=100.0, why="introduced in the document") for b in family or fit
    )


def _listed(bare: str, on: date | None, lexicon: Lexicon) -> tuple[Choice, ...]:
    """Return who bears exactly this full name, or which state or institution it is."""
    found = []
    for sense in lexicon.names.meanings(bare):
        entry = sense.entry
        if isinstance(entry, Person):
            actor = person_actor(entry, on, "alias", roles=lexicon.roles)
        elif isinstance(entry, Country):
            actor = Actor(name=entry.name, country=entry.code, kind=entry.kind, via=sense.form)
        elif isinstance(entry, Institution):
            kind = "institution" if entry.country else "organisation"
            actor = Actor(name=entry.name, country=entry.country, kind=kind, via="alias")
        else:
            continue
        found.append(Choice(actor=actor, score=100.0, why=f"the {sense.form or Form.NAME}"))
    return tuple(found)


def _family(
    bare: str, title: tuple[str, str], on: date | None, lexicon: Lexicon, cast: Cast | None
) -> tuple[Choice, ...]:
    role, gender = title
    near = cast.near if cast is not None else frozenset()
    found = by_family(bare, on, lexicon, gender=gender, role=role, near=near)
    return tuple(
        Choice(
            actor=person_actor(c.person, on, c.why, roles=lexicon.roles), score=c.score, why=c.why
        )
        for c in found
    )


def _alike(bare: str, on: date | None, lexicon: Lexicon) -> tuple[Choice, ...]:
    """Return whose name is most like a misspelt one."""
    country = likely_country(bare, lexicon)
    if country is not None:
        actor = Actor(name=country.name, country=country.code, kind=country.kind, via="fuzzy")
        return (Choice(actor=actor, score=float(LIKELY), why="a misspelt state"),)
    return tuple(
        Choice(
            actor=person_actor(c.person, on, c.why, roles=lexicon.roles), score=c.score, why=c.why
        )
        for c in likenesses(bare, lexicon)
    )
