"""Names of the lexicon in a parsed passage, with what is not meant struck out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claims.actors.lexicon import Country, Form, Institution, Lexicon, Person, Sense, Trap
from claims.actors.names import fold
from claims.parse import Passage
from claims.tokens import Token

_LANGUAGE_VERBS = frozenset(
    {"speak", "learn", "teach", "study", "read", "write", "understand", "translate"}
)
_YOUNGER = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III"})
_PART_OF_NAME = frozenset({"NNP", "NNPS"})
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central greater upper lower mainland "
    "new old former de in the of downtown".split()
)


@dataclass(slots=True, eq=False)  # frozen, it would take twice as long to make
class Found:
    """A name of the lexicon, tokens ``first`` to ``last``, and what it can mean here.

    Attributes:
        form: How it names.
        countries: The states it can mean; several where the text leaves it open.
        country: The one state it means.
        institution: The institution it means. ``people``: all of this full name.
    """

    start: int
    end: int
    first: int
    last: int
    senses: tuple[Sense, ...]
    form: Form
    countries: tuple[Country, ...]
    country: Country | None
    institution: Institution | None
    people: tuple[Person, ...]

    @classmethod
    def of(cls, start: int, end: int, first: int, last: int, senses: tuple[Sense, ...]) -> "Found":
        """Return a name at characters and tokens of a passage, with what its senses are."""
        entries = [sense.entry for sense in senses]
        named = {entry.code: entry for entry in entries if isinstance(entry, Country)}
        countries = tuple(named.values())  # "NATO" and "Nato" are one
        country = countries[0] if len(countries) == 1 else None
        institution = next((entry for entry in entries if isinstance(entry, Institution)), None)
        people = tuple([entry for entry in entries if isinstance(entry, Person)])
        form = senses[0].form
        return cls(start, end, first, last, senses, form, countries, country, institution, people)


Passages: TypeAlias = Sequence[tuple[Passage, Sequence[Token]]]
"""Each with its words that may begin a name."""
Named: TypeAlias = Mapping[int, tuple[Found, ...]]
"""The names of every passage in reading order, keyed by the passage's start."""


def in_order(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return names in reading order."""
    return tuple(sorted(found, key=lambda each: (each.last, each.first)))


def find_names(passages: Passages, lexicon: Lexicon) -> Named:
    """Return the names of a document that the lexicon has."""
    raw = {each.start: tuple(_in_passage(each, words, lexicon)) for each, words in passages}
    sure = Counter(
        found.country.code for each in raw.values() for found in each if found.country is not None
    )
    return {start: tuple(_settle(found, sure) for found in each) for start, each in raw.items()}


def _in_passage(passage: Passage, words: Sequence[Token], lexicon: Lexicon) -> Iterable[Found]:
    doc = passage.doc
    text = doc.text
    around: frozenset[str] | None = None
    for hit in lexicon.names.find_in(text, words):
        places = doc.places(hit.start, hit.end)
        if places is None:
            continue
        last = places[1] - 1
        if doc[last].head.i == last + 1 and doc[last + 1].text in _YOUNGER:
            last += 1  # "Joseph R. Biden Jr."
        found = Found.of(hit.start, hit.end, places[0], last, hit.senses)
        if found.form is Form.NOBODY:
            yield found
            continue
        if text[hit.end : hit.end + 2].strip().startswith("$"):
            continue  # "US $50": the money, not the state
        trap = lexicon.traps.get(text[hit.start : hit.end])
        if trap is not None and around is None:
            around = frozenset(token.text for token in doc)
        if trap is not None and _caught(found, trap, around or frozenset(), passage):
            continue
        if not _other_name(found, passage, lexicon, trapped=trap is not None) and not _language(
            found, passage, lexicon
        ):
            yield found


def _caught(found: Found, trap: Trap, around: frozenset[str], passage: Passage) -> bool:
    """Return whether the words beside a name make it mean something else."""
    before, after = _neighbours(found, passage)
    if before is not None and before.text in trap.not_after:
        return True
    if after is not None and after.text in trap.not_before:
        return True
    if around & trap.unless_beside:
        return False
    if around & trap.not_beside:
        return True
    return bool(trap.unless_beside) and not trap.not_beside


def _neighbours(found: Found, passage: Passage) -> tuple[Token | None, Token | None]:
    doc = passage.doc
    before = doc[found.first - 1] if found.first > 0 else None
    after = doc[found.last + 1] if found.last + 1 < len(doc) else None
    return before, after


def _other_name(found: Found, passage: Passage, lexicon: Lexicon, *, trapped: bool) -> bool:
    """Return whether a place's name stands as somebody's family name: "Barbara Jordan"."""
    word_alone = found.institution is not None and found.first == found.last
    place = trapped or found.form in {Form.CAPITAL, Form.REGION} or word_alone
    if found.people or not place:
        return False
    before, _ = _neighbours(found, passage)
    if before is None or before.tag_ not in _PART_OF_NAME or not before.text[0].isupper():
        return False
    if before.head.i not in range(found.first, found.last + 1) or before.text.isupper():
        return False
    word = fold(before.text)
    roles = lexicon.roles
    known = word in roles.state or word in roles.body or word in _DIRECTIONS
    return not known and not lexicon.names.meanings(before.text)


def _language(found: Found, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether an adjective names a language or a cuisine: "spoke Chinese"."""
    if found.form is not Form.ADJECTIVE:
        return False
    token = passage.doc[found.last]
    _, after = _neighbours(found, passage)
    if after is not None and after.lower_ in lexicon.roles.culture:
        return True
    if token.dep_ == "dobj" and token.head.lemma_ in _LANGUAGE_VERBS:
        return not any(child.dep_ == "det" for child in token.children)
    alone = token.dep_ == "pobj" and token.head.lower_ in {"in", "into"}
    return alone and not list(token.children) and not token.text.endswith("s")


def _settle(found: Found, sure: Counter[str]) -> Found:
    """Decide between states that share a name by those the document names plainly."""
    countries = found.countries
    if len(countries) < 2:
        return found
    named = [country for country in countries if sure[country.code]]
    if len(named) != 1:
        return found
    senses = tuple(s for s in found.senses if s.entry == named[0])
    return Found.of(found.start, found.end, found.first, found.last, senses)
