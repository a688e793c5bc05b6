"""A passage with its names, and what reading one noun phrase of it brings."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from claims.actors.finding import Found
from claims.actors.lexicon import Institution, Lexicon, Person
from claims.actors.rolewords import Kinds, kinds_of
from claims.parse import Passage
from claims.tokens import Token

PROPER = frozenset({"NNP", "NNPS"})
COMMON = frozenset({"NN", "NNS"})
NOUNS = PROPER | COMMON
PLURAL = frozenset({"NNS", "NNPS"})
MODIFIER = frozenset({"compound", "nmod", "amod", "npadvmod"})
ARGUMENT = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})


@dataclass(slots=True, eq=False)  # frozen, it would take twice as long to make
class Scope:
    """A passage with its names by token, and the lexicon: all that reading a phrase needs.

    Attributes:
        ends: The names by their last token, in reading order. ``lasts``: those places.
        words: Those that may denote somebody or be an "it", a third of all.
        kinds: What words tell of roles.
        people: The places of names that are a listed person's.
        near: The states that the document names. ``main``: the one it is about.
        read: The phrases by head and depth: introductions are looked for before reading.
    """

    passage: Passage
    names: Mapping[int, tuple[Found, ...]]
    ends: Mapping[int, list[Found]]
    lasts: Sequence[int]
    words: Sequence[Token]
    people: Set[int]
    lexicon: Lexicon
    kinds: Kinds
    near: frozenset[str] = frozenset()
    main: str | None = None
    read: "dict[tuple[int, int], Phrase]" = field(default_factory=dict, repr=False)

    def ending(self, start: int, end: int) -> Iterator[Found]:
        """Yield the names whose last token is one from a place to another, in reading order."""
        for last in self.lasts[bisect_left(self.lasts, start) : bisect_left(self.lasts, end)]:
            yield from self.ends[last]


@dataclass(slots=True, eq=False)  # frozen, it would take twice as long to make
class Phrase:
    """A noun phrase read from its words alone, before the rest of the document is asked.

    Attributes:
        name: The capitalised words that are neither role nor nationality ("Tom Donilon").
        people: Whom of the lexicon the name means by its full form.
        role: The words of the office or part ("national security adviser").
        sort: The group of ``roles.yaml`` the role belongs to; "" for a thing or an unknown word.
        countries: The states it belongs to by its own words.
        owner: The head of the possessor ("Mr Obama's adviser": Obama).
        title: The title before the name, folded ("mr.").
        private: It serves a body that is no state's ("director of Youth Forum Togo").
    """

    head: Token
    first: int
    last: int
    name: str = ""
    people: tuple[Person, ...] = ()
    role: str = ""
    sort: str = ""
    countries: tuple[str, ...] = ()
    institution: Institution | None = None
    owner: Token | None = None
    title: str = ""
    gender: str = ""
    former: bool = False
    definite: bool = False
    plural: bool = False
    private: bool = False


def scope_of(
    passage: Passage,
    words: Sequence[Token],
    found: tuple[Found, ...],
    lexicon: Lexicon,
    near: frozenset[str] = frozenset(),
    main: str | None = None,
) -> Scope:
    """Return a passage with its names keyed by every token they cover.

    Args:
        passage: The passage.
        words: Those that may denote somebody by their form or their place in the tree.
        found: Its names; their words may denote somebody too.
        lexicon: Where they were found.
        near: The states that the document names.
        main: The one it is about.
    """
    names: dict[int, tuple[Found, ...]] = {}
    ends: dict[int, list[Found]] = {}
    people: set[int] = set()
    for each in found:
        ends.setdefault(each.last, []).append(each)
        for i in range(each.first, each.last + 1):
            names[i] = (*names.get(i, ()), each)
            if each.people:
                people.add(i)
    more = {passage.doc[i] for i in names}
    more.update([token.head for token in words if token.dep_ == "appos"])
    if more := more.difference(words):
        words = sorted([*words, *more], key=_place)
    kinds = kinds_of(lexicon.roles)
    return Scope(passage, names, ends, sorted(ends), words, people, lexicon, kinds, near, main)


def _place(token: Token) -> int:
    return token.i
