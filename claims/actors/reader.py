"""What is known of a document up to the word now read: readings, mentions, the state at hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from claims.actors.finding import Found
from claims.actors.gathering import Being, Company
from claims.actors.history import History, Mentioned, Place, weight_of
from claims.actors.lexicon import Lexicon, key
from claims.actors.people import by_family, person_actor
from claims.actors.scope import MODIFIER, PROPER, Scope
from claims.actors.voices import Voices
from claims.model import Actor
from claims.tokens import Run, Token

UNIONS = frozenset({"EUU", "NATO"})  # bodies of states that act as one
_REPORTS = frozenset({"media", "agency"})
_AGAINST = frozenset(  # of whom these are said to is another state
    "accuse blame blast condemn criticise criticize denounce deny dismiss expel rebuff rebuke "
    "refute reject slam summon".split()
)
_PLACES = frozenset({"in", "from", "at"})
_INITIALS = 4  # letters: "UK", "USA" are names written so; a dateline is longer


@dataclass(slots=True)
class Reader:
    """The reading of one document, from first word to last; built and dropped by ``cast``.

    Attributes:
        readings: Whom a token denotes, by passage and place.
        inside: The tokens that are part of a longer mention, and no mention of their own.
        both: Those that stand for the speaker's state and the other party ("our two countries").
    """

    lexicon: Lexicon
    on: date | None
    company: Company
    by_word: Mapping[str, tuple[Being, ...]]
    voices: Voices
    near: frozenset[str]  # the states that the document names
    main: str | None  # the one it is about
    often: frozenset[str] = frozenset()  # those that it names more than once
    pair: tuple[str, ...] = ()  # the two it is about
    readings: dict[int, dict[int, tuple[Actor, ...]]] = field(default_factory=dict)
    inside: set[tuple[int, int]] = field(default_factory=set)
    both: set[tuple[int, int]] = field(default_factory=set)
    homes: dict[Actor, str] = field(default_factory=dict)
    open: dict[tuple[int, int], str] = field(default_factory=dict)
    history: History = field(default_factory=History)
    sentence: int = 0
    focus: str | None = None
    own: str | None = None  # the state of whoever has the floor
    topic: str | None = None  # the state that the paragraph is about so far
    alone: str | None = None  # the only state that the sentence names
    home: str | None = None  # the state of the dateline: where the text is written
    named_in_order: list[str] = field(default_factory=list)
    settled: dict[str, Actor] = field(default_factory=dict)  # people whose state the text implied

    def begin(self, scope: Scope, sentence: Run) -> int:
        """Begin a sentence: count it, and take the state it is about; return where it ends."""
        self.sentence = self.history.begin()
        self._look_ahead(scope, sentence.start, sentence.end)
        return sentence.end

    def actors_at(self, scope: Scope, token: Token) -> tuple[Actor, ...]:
        """Return whom an earlier token of the passage denotes."""
        return self.readings[scope.passage.start].get(token.i, ())

    def person_at(self, scope: Scope, token: Token) -> tuple[Actor, ...]:
        """Return the person that a name stands for, read or not yet read."""
        if token.i in scope.names and token.i not in scope.people:
            return ()
        being = self.company.at(scope.passage.start + token.idx)
        if being is None:
            known = self.by_word.get(key(token.text), ())
            being = known[0] if known else None
        if being is not None:
            if being.home:
                self.homes[being.actor] = being.home
            return (being.actor,)
        found = by_family(token.text, self.on, self.lexicon, near=self.near)
        if len(found) != 1:
            return ()
        return (person_actor(found[0].person, self.on, found[0].why, roles=self.lexicon.roles),)

    def now(self, scope: Scope, token: Token) -> Place:
        """Return where a token of the sentence now read stands."""
        quote = self.voices.at(scope.passage.start + token.idx)
        return Place(self.sentence, token, weight_of(token), quote)

    def settle(self, being: Being) -> Actor:
        """Return a person, with the state the text implies where it names none."""
        actor = self.settled.get(being.actor.name, being.actor)
        if being.adrift and being.actor.name not in self.settled and self.focus:
            actor = replace(actor, country=self.focus, via=f"{actor.via}, state of the sentence")
            self.settled[being.actor.name] = actor
        return actor

    def note(self, scope: Scope, token: Token, told: Mentioned) -> None:
        """Keep whom a token denotes, for the pronouns to come.

        Somebody of no known state is at home in the only one that the sentence names.
        """
        if self.alone is not None:
            for actor in told.actors:
                if actor.country is None and actor.kind != "press":
                    self.homes.setdefault(actor, self.alone)
        self.readings[scope.passage.start][token.i] = told.actors
        self.history.mentions.append(told)

    def denote(self, scope: Scope, token: Token, actors: tuple[Actor, ...]) -> None:
        """Keep whom a token denotes, where the same was noted beside it."""
        self.readings[scope.passage.start][token.i] = actors

    def _look_ahead(self, scope: Scope, start: int, end: int) -> None:
        """Take the state a sentence is about.

        That of its subject, else of the place it opens with ("In Lima the minister said"), else
        the one its paragraph was about so far; else that of whoever speaks, the one the document
        is written in or about, or the first it names. A state that somebody without a name only
        speaks of comes last: "the ministry said Chad's raid was a crime".
        """
        first: str | None = None
        subject: str | None = None
        nested: str | None = None
        opening: str | None = None
        spoken_of: str | None = None
        if start == 0:
            self.topic = None
        self.named_in_order = named = []
        for found in scope.ending(start, end):
            code = self._state(found)
            if code is None:
                continue
            named.append(code)
            first = first or code
            token = self._leads(scope, found, code, start)
            if token.dep_ in {"nsubj", "nsubjpass"}:
                subject = subject or (code if _is_top(token.head) else None)
                nested = nested or code
            elif subject is None and nested is None and _opens(token, start):
                opening = opening or code
        self.alone = first if first is not None and named.count(first) == len(named) else None
        first = first if self.main is None else None
        verb = _verb_of_somebody(scope, start, end) if subject is None else None
        if verb is not None:
            spoken_of = nested or first
            nested = None
            first = None
        self.topic = subject or opening or self.topic or nested
        self.own = own = self._speaker(scope, start) if self.voices.labels else None
        at_hand = self.home or self.main or self.focus or spoken_of
        if named and verb is not None and verb.lemma_ in _AGAINST:
            at_hand = self._other_than(named[0]) or at_hand
        self.focus = self.topic or own or first or at_hand

    def _other_than(self, code: str) -> str | None:
        """Return the state of the text, else of what was told before, that is not this one."""
        likely = (self.home, self.main, self.focus, *self.pair)
        found = next((each for each in likely if each and each != code), None)
        others = self.near - {code}
        return found or (next(iter(others)) if len(others) == 1 else None)

    def _leads(self, scope: Scope, found: Found, code: str, start: int) -> Token:
        """Return the head of the phrase a name stands in; note a dateline's state as the home."""
        token = scope.passage.doc[found.last]
        if start == 0 and self.home is None and code in self.often and _dateline(token, start):
            self.home = code
        return token.head if token.dep_ in MODIFIER or token.dep_ == "poss" else token

    def _state(self, found: Found) -> str | None:
        """Return the state that a name belongs to."""
        if found.country is not None:
            state = found.country.kind == "country" or found.country.code in UNIONS
            return found.country.code if state else None
        body = found.institution
        if body is not None and body.kind in _REPORTS:
            return None  # "Xinhua reported": it tells of others
        return (body.state_in(self.near, self.main) or body.home) if body else None

    def _speaker(self, scope: Scope, start: int) -> str | None:
        """Return the state of whoever has the floor at a token."""
        speaker = self.voices.label_at(scope.passage.start + scope.passage.doc[start].idx)
        return speaker.country if speaker is not None else None


def _verb_of_somebody(scope: Scope, start: int, end: int) -> Token | None:
    """Return what somebody without a name says or does to others: "the ministry said that …"."""
    for token in scope.passage.doc[start:end]:
        somebody = token.tag_ in PROPER or scope.kinds[token.text].group
        if token.dep_ == "nsubj" and _is_top(token.head) and somebody:
            said = "dobj" if token.head.lemma_ in _AGAINST else "ccomp"
            return token.head if any(c.dep_ == said for c in token.head.children) else None
    return None


def _is_top(verb: Token) -> bool:
    """Return whether a verb is that of the main clause, or joined to it."""
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def _opens(token: Token, start: int) -> bool:
    """Return whether a name stands in a dateline, or in the place or source a sentence opens with.

    "In Lima the minister said"; "According to the Peruvian ministry, the men were Chilean".
    """
    if token.i - start <= 1 and token.dep_ != "pobj":
        return _dateline(token, start)
    if token.dep_ != "pobj":
        return False
    opens = token.head.lower_ in _PLACES and token.head.i == start
    return opens or (token.head.i == start + 1 and token.doc[start].lower_ == "according")


def _dateline(token: Token, start: int) -> bool:
    return token.i - start <= 1 and token.text.isupper() and len(token.text) > _INITIALS
