"""Who is speaking at a place of the document: for "we", "I" and "our two countries"."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from claims.actors.floor import label_actors
from claims.actors.gathering import Being
from claims.actors.lexicon import Lexicon
from claims.model import Actor, Mode, Span, Statement
from claims.parse import Parsed, Passage

if TYPE_CHECKING:
    from claims.actors.casting import Cast

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]?")
_Turn: TypeAlias = tuple[tuple[Span, ...], Actor]
_OWN_WORDS = frozenset({Mode.DIRECT, Mode.MIXED, Mode.TURN})


@dataclass(frozen=True, slots=True)
class Voices:
    """The quotations and turns of a document, and whose they are."""

    parsed: Parsed
    regions: tuple[tuple[Span, Statement], ...]  # the shorter before the longer
    edges: tuple[int, ...]  # where a region begins or ends, in reading order
    innermost: tuple[int, ...]  # the number of the region behind each edge, -1 for none
    labels: Mapping[Span, Actor]
    lexicon: Lexicon
    host: str | None  # the state of all who answer in a transcript, if it is one
    answers: Mapping[tuple[Span, ...], tuple[Actor, ...]]  # whom a turn is said to, by its speech
    partners: Mapping[str, Actor]  # of two states at a joint appearance, by the other's state

    @classmethod
    def of(
        cls,
        parsed: Parsed,
        statements: Sequence[Statement],
        beings: tuple[Being, ...],
        lexicon: Lexicon,
    ) -> "Voices":
        """Return the voices of a document; transcript labels are resolved here."""
        regions = [
            (span, statement)
            for statement in statements
            if statement.mode in _OWN_WORDS
            for span in _own_words(statement, parsed.document.text)
        ]
        regions.sort(key=lambda pair: (pair[0].end - pair[0].start, pair[0].start))
        labels = label_actors(parsed.document, statements, beings, lexicon)
        states = {actor.country for actor in labels.values() if actor.country}
        host = next(iter(states)) if len(states) == 1 else None
        partners = _partners(labels)
        answers = _answers(statements, labels, partners)
        edges, innermost = _laid_out([span for span, _ in regions])
        return cls(
            parsed, tuple(regions), edges, innermost, labels, lexicon, host, answers, partners
        )

    def at(self, place: int) -> int:
        """Return the number of the innermost quotation at a character, -1 outside."""
        before = bisect_right(self.edges, place)
        return self.innermost[before - 1] if before else -1

    def label_at(self, place: int) -> Actor | None:
        """Return whom the label of the turn at a character names."""
        statement = self.statement(place)
        if statement is None or statement.source is None:
            return None
        return self.labels.get(statement.source)

    def partner(self, country: str) -> Actor | None:
        """Return the other party where two states appear together in a transcript."""
        return self.partners.get(country)

    def label(self, statement: Statement) -> Actor | None:
        """Return whom the label of a turn names."""
        return self.labels.get(statement.source) if statement.source is not None else None

    def statement(self, place: int) -> Statement | None:
        """Return the innermost statement in whose own words a character stands."""
        number = self.at(place)
        return self.regions[number][1] if number >= 0 else None

    def speakers(self, place: int, cast: "Cast") -> tuple[Actor, ...]:
        """Return who speaks at a character."""
        statement = self.statement(place)
        if statement is None:
            return ()
        if statement.source is not None and statement.source in self.labels:
            return (self.labels[statement.source],)
        return self._denoted(statement.source_head, place, cast)

    def addressees(self, place: int, cast: "Cast") -> tuple[Actor, ...]:
        """Return to whom the words at a character are said: "you"."""
        statement = self.statement(place)
        if statement is None:
            return ()
        told = self._denoted(statement.addressee, place, cast)
        return told or self.answers.get(statement.speech, ())

    def both(self, place: int, cast: "Cast") -> tuple[Actor, ...]:
        """Return the speaker's state and the other party: "our two countries"."""
        own = self.states(self.speakers(place, cast))
        statement = self.statement(place)
        if not own or statement is None:
            return ()
        codes = {actor.country for actor in own}
        told = self.states(self._denoted(statement.addressee, place, cast))
        others = [actor for actor in told if actor.country not in codes]
        if not others and (partner := self.partner(own[0].country or "")) is not None:
            others = list(self.states((partner,)))
        if not others:
            others = self._most_named(place, codes, cast)
        return (*own, *others[:1]) if others else ()

    def states(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return the states that actors speak for, each once."""
        found = []
        for actor in actors:
            country = self.lexicon.country(actor.country or "")
            if country is not None:
                via = f"the state of {actor.name}"
                found.append(
                    Actor(name=country.name, country=country.code, kind=country.kind, via=via)
                )
        return tuple(dict.fromkeys(found))

    def _denoted(self, span: Span | None, place: int, cast: "Cast") -> tuple[Actor, ...]:
        """Return whom the words at a span denote; its own words excepted, which would go round."""
        if span is None or span.start <= place < span.end:
            return ()
        passage, tokens = self.parsed.passage_at(span.start), self.parsed.tokens(span)
        if passage is None or tokens is None or self.at(span.start) == self.at(place):
            return ()
        return cast.at(passage, tokens.root)

    def _most_named(self, place: int, codes: set[str | None], cast: "Cast") -> list[Actor]:
        """Return the other state that the paragraph named last, else the most named one.

        What is named before ``place`` counts twice.
        """
        count: Counter[str] = Counter()
        passage = self.parsed.passage_at(place)
        last: dict[int, str] = {}
        for start, readings in cast.readings.items():
            near = 2 if start <= place else 1
            for i, actor in ((i, a) for i, actors in readings.items() for a in actors):
                if actor.country and actor.country not in codes:
                    count[actor.country] += near
                    if passage and start == passage.start and _is_before(passage, i, place):
                        last[i] = actor.country
        most = sorted(count, key=lambda code: (-count[code], code))[:1]
        best = [last[max(last)]] if last else most
        named = [self.lexicon.country(code) for code in best]
        return [
            Actor(name=c.name, country=c.code, kind=c.kind, via="the other party")
            for c in named
            if c is not None and c.kind == "country"
        ]


def _laid_out(spans: Sequence[Span]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the edges of spans in order, and behind each the first span that lies there."""
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    first = [-1] * len(edges)
    for number in reversed(range(len(spans))):
        start, end = bisect_left(edges, spans[number].start), bisect_left(edges, spans[number].end)
        first[start:end] = [number] * (end - start)
    return tuple(edges), tuple(first)


def _own_words(statement: Statement, text: str) -> tuple[Span, ...]:
    """Return the pieces that are the source's own words: of mixed speech, what is in marks.

    In "Mr Wu said he felt “no shame”" the "he" is the reporter's word, and may be Mr Wu.
    """
    if statement.mode is not Mode.MIXED:
        return statement.speech
    quoted = [
        Span(span.start + match.start(), span.start + match.end())
        for span in statement.speech
        for match in _QUOTED.finditer(span.of(text))
    ]
    return tuple(quoted) or statement.speech


def _partners(labels: Mapping[Span, Actor]) -> dict[str, Actor]:
    """Return each of two states' other at a joint appearance: all but the press speak for them."""
    speaking = [labels[span] for span in sorted(labels) if labels[span].kind != "press"]
    states = list(dict.fromkeys(actor.country for actor in speaking))
    if len(states) != 2 or None in states:
        return {}
    first = {actor.country: actor for actor in reversed(speaking)}
    one, other = states
    return {one or "": first[other], other or "": first[one]}


def _answers(
    statements: Sequence[Statement],
    labels: Mapping[Span, Actor],
    partners: Mapping[str, Actor],
) -> dict[tuple[Span, ...], tuple[Actor, ...]]:
    """Return whom each turn is said to.

    A question is put to who speaks next and is not the press; what is said at a joint appearance,
    and answers no question, to the other party.
    """
    turns = [
        (s.speech, labels[s.source])
        for s in statements
        if s.mode is Mode.TURN and s.source is not None and s.source in labels
    ]
    found: dict[tuple[Span, ...], tuple[Actor, ...]] = {}
    answers: tuple[Actor, ...] = ()
    for speech, actor in sorted(turns, key=lambda turn: turn[0], reverse=True):
        if actor.kind == "press":
            found[speech] = answers
        else:
            answers = (actor,)
    in_order = sorted(turns, key=lambda turn: turn[0])
    for before, (speech, actor), after in _neighbours(in_order):
        partner = partners.get(actor.country or "")
        asked = before is not None and before.kind == "press"
        if partner is not None and not asked and partner in {before, after}:
            found[speech] = (partner,)
    return found


def _neighbours(turns: Sequence[_Turn]) -> Iterator[tuple[Actor | None, _Turn, Actor | None]]:
    """Yield each turn with who spoke before it and who speaks behind it."""
    actors = [None, *(actor for _, actor in turns), None]
    for i, turn in enumerate(turns):
        yield actors[i], turn, actors[i + 2]


def _is_before(passage: Passage, i: int, place: int) -> bool:
    return passage.start + passage.doc[i].idx < place
