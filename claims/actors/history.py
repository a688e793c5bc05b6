"""What was spoken of so far, and whom a pronoun or a definite description takes up."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claims.actors.lexicon import key
from claims.actors.rolewords import LIKE, TAKES_UP
from claims.model import Actor
from claims.tokens import Token

_FAR = 6  # sentences; a pronoun further away takes up nobody
_FURTHER = 40  # sentences, for "the ministry", "the two leaders"
_WEIGHTS = {"nsubj": 3.0, "nsubjpass": 2.8, "agent": 2.0, "dobj": 2.0, "dative": 2.0, "poss": 0.8}
_ALIKE = frozenset({"conj", "appos", "compound"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOW = 1.5  # what a mention in the same sentence counts more
_BELOW = 0.6  # what the subject of a clause within another counts less
_LIKELY = 0.6  # mentions of the same sentence that a state is worth for being the document's own
_WHOLLY = 10.0  # what a mention counts more that bears a role of two words and not its last one
_FADES = 1.4  # what a mention counts less with every sentence
_ALIKE_GENDER = 0.5  # what one counts more whose gender is known to be the same
_MOST = max(_WEIGHTS.values()) + _ALIKE_GENDER  # what one of the sentence before counts at most
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


@dataclass(slots=True, eq=False)  # frozen, it would take twice as long to make
class Place:
    """Where a word stands, as far as it matters for whom it takes up.

    Attributes:
        sentence: Running number of the sentence in the document.
        token: The word itself: "he" is not his own object.
        weight: How prominent the place is: subject over object over the rest.
        quote: Number of the quotation it stands in; -1 outside.
    """

    sentence: int
    token: Token
    weight: float
    quote: int


@dataclass(slots=True, eq=False)
class Mentioned:
    """One mention of somebody, at a place.

    Attributes:
        sort: person, group, body, country, or thing: what is nobody, but an "it".
        words: Folded words of role and name, for "the minister".
        unnamed: No name stands there, a role only; less often taken up.
    """

    actors: tuple[Actor, ...]
    place: Place
    gender: str = ""
    plural: bool = False
    sort: str = ""
    words: frozenset[str] = frozenset()
    unnamed: bool = False


@dataclass(slots=True)
class History:
    """The mentions of a document up to the word now read."""

    mentions: list[Mentioned] = field(default_factory=list)
    _begins: list[int] = field(default_factory=list)  # how many mentions precede each sentence
    _named: dict[str, list[int]] = field(default_factory=dict)  # sentences by an actor's name
    _known: int = 0  # how many mentions stand in it

    def begin(self) -> int:
        """Begin a sentence; return its running number, from 1."""
        self._begins.append(len(self.mentions))
        return len(self._begins)

    def of(self, name: str) -> Sequence[int]:
        """Return the sentences of all mentions of whom this name is."""
        for mention in self.mentions[self._known :]:
            for actor in mention.actors:
                self._named.setdefault(actor.name, []).append(mention.place.sentence)
        self._known = len(self.mentions)
        return self._named.get(name, ())

    def he(self, gender: str, now: Place, besides: Iterable[Actor]) -> Mentioned | None:
        """Return whom "he" or "she" takes up; never one of ``besides``."""
        names = {actor.name for actor in besides}
        fit = (
            mention
            for mention in self._before(now)
            if mention.sort == "person"
            and not mention.plural
            and (mention.gender == gender or not mention.gender)
            and mention.actors
            and mention.actors[0].name not in names
            and not _bound(mention, now)
        )
        return _best(fit, now, gender)

    def it(self, now: Place) -> Mentioned | None:
        """Return which state or body "it" takes up."""
        fit = (
            mention
            for mention in self._before(now)
            if (
                mention.sort == "thing"
                or (mention.sort in {"country", "body"} and len(mention.actors) == 1)
            )
            and not _bound(mention, now)
        )
        best = _best(fit, now)
        return best if best is not None and best.actors else None

    def they(self, now: Place) -> Mentioned | None:
        """Return which people "they" takes up: several, a group, else a body."""
        many: list[Mentioned] = []
        states: list[Mentioned] = []
        bodies: list[Mentioned] = []
        for mention in self._before(now):
            if mention.plural or len(mention.actors) > 1:
                many.append(mention)
            elif mention.sort == "country":
                states.append(mention)
            elif mention.sort == "body" and mention.actors:
                bodies.append(mention)
        last = many[0].place.sentence if many else now.sentence - 2
        # in speech a state is "they" too, where nobody else was spoken of since
        since = [mention for mention in states if mention.place.sentence > last + 1]
        return _best(since + many, now) or _best(bodies, now)

    def the(
        self,
        word: str,
        sort: str,
        countries: tuple[str, ...],
        now: Place,
        role: frozenset[str] = frozenset(),
    ) -> Mentioned | None:
        """Return who bears a role and is most spoken of: "the minister", "the ministry".

        Whoever holds the office goes before whoever held it, and who bears the whole role first.
        """
        scores: dict[str, float] = {}
        last: dict[str, Mentioned] = {}
        wanted = TAKES_UP.get(word, {word})
        for mention in self.within(_FURTHER, now):
            if mention.sort != sort or len(mention.actors) != 1 or wanted.isdisjoint(mention.words):
                continue
            far, actor = now.sentence - mention.place.sentence, mention.actors[0]
            if not countries or actor.country in countries:
                office = 1.0 if actor.country else 0.3
                office += _WHOLLY if len(role) > 1 and role <= mention.words else 0.0
                scores[actor.name] = scores.get(actor.name, 0.0) + office / (2 + far)
                last[actor.name] = mention
        best = max(scores, key=lambda name: scores[name], default=None)
        return last[best] if best is not None else None

    def country(self, now: Place) -> Actor | None:
        """Return the state last spoken of: "the country"."""
        for mention in reversed(self.mentions):
            if mention.sort == "country" and len(mention.actors) == 1:
                return mention.actors[0]
            if now.sentence - mention.place.sentence > _FAR:
                break
        return None

    def pair(
        self,
        kind: str,
        word: str,
        count: int,
        now: Place,
        likely: Sequence[str] = (),
        besides: Collection[str] = (),
    ) -> tuple[Actor, ...]:
        """Return the ``count`` leaders or states most spoken of, of different countries.

        "the two presidents": persons who bear the word, else any persons; "both countries": the
        states behind whatever was named. They come in order of mention.

        Args:
            kind: "person" or "state".
            word: The head word of the phrase.
            count: How many.
            now: The place of the phrase.
            likely: The states that the document is about, preferred.
            besides: The states that are none of them: who acts on "both sides".
        """
        if kind == "person" and len(named := self._just_named(word, now)) == count:
            return named
        near: dict[str, tuple[float, int]] = {}
        told: dict[str, dict[str, tuple[float, int, Actor]]] = {}
        for place, fits, far, actor in self._fitting(kind, word, now):
            if actor.country and actor.country not in besides:
                start = _LIKELY if actor.country in likely else 0.0
                score, first = near.get(actor.country, (start, place))
                near[actor.country] = (score + fits / (1 + far), first)
                people = told.setdefault(actor.country, {})
                people[actor.name] = (people.get(actor.name, (0.0,))[0] + fits, place, actor)
        chosen = sorted(near, key=lambda each: (-near[each][0], near[each][1]))[:count]
        if len(chosen) < count:
            return ()
        in_order = sorted(chosen, key=lambda each: near[each][1])
        # of one state's people the one most spoken of, and not who was named last
        return tuple(max(told[each].values(), key=_spoken_of)[2] for each in in_order)

    def _fitting(self, kind: str, word: str, now: Place) -> Iterator[tuple[int, float, int, Actor]]:
        """Yield who may be one of a pair: the mention's number, how well it fits, how far it is."""
        for place, mention in enumerate(self.within(_FURTHER, now)):
            if kind == "person" and mention.sort != "person":
                continue
            fits = 4.0 if kind == "person" and mention.words & LIKE.get(word, {word}) else 1.0
            for actor in mention.actors:
                if actor.kind not in {"group", "organisation"}:
                    yield place, fits, now.sentence - mention.place.sentence, actor

    def _just_named(self, word: str, now: Place) -> tuple[Actor, ...]:
        """Return the persons that the sentence before names, if each holds such an office."""
        found: dict[str, Actor] = {}
        fitting = LIKE.get(word, {word})
        for mention in self.within(1, now):
            if mention.sort == "person" and mention.place.sentence == now.sentence - 1:
                for actor in mention.actors:
                    if not fitting & {*key(actor.role).split()}:
                        return ()
                    if actor.country:
                        found.setdefault(actor.country, actor)
        return tuple(found.values())

    def _before(self, now: Place) -> Iterator[Mentioned]:
        """Return the mentions that a pronoun can take up, the last one first."""
        return reversed(self.within(_FAR, now))

    def within(self, sentences: int, now: Place) -> list[Mentioned]:
        """Return the mentions of the last sentences, in reading order."""
        return self.mentions[self._begins[max(0, now.sentence - sentences - 1)] :]


def _best(fit: Iterable[Mentioned], now: Place, gender: str = "") -> Mentioned | None:
    """Return the most prominent of those that fit, the last one first; it wins of equals."""
    best, most = None, -math.inf
    for mention in fit:
        place = mention.place
        far = now.sentence - place.sentence
        if far > 0 and most >= _MOST - _FADES * (far - 1):
            break  # nothing so far back can be more
        value = place.weight + (_NOW if far == 0 else -_FADES * (far - 1))
        if mention.unnamed:
            value -= 1.0
        if place.quote != now.quote:  # what stands in a quotation is taken up in it
            value -= 3.0 if far == 0 and now.quote < 0 else 1.5  # "Chad lies," it said
        if gender and mention.gender == gender:
            value += _ALIKE_GENDER
        if value > most:
            best, most = mention, value
    return best


def _spoken_of(told: tuple[float, int, Actor]) -> tuple[float, int]:
    return told[0], told[1]


def _bound(mention: Mentioned, now: Place) -> bool:
    """Return whether a mention is the subject of the clause whose object is read: "he saw him"."""
    place = mention.place
    return 1.0 <= now.weight < place.weight and _verb(place.token) is _verb(now.token)


def _verb(token: Token) -> Token:
    """Return the verb above a word, the word itself if there is none."""
    verb = token.head
    while verb.tag_ not in _VERBS and verb.head is not verb:
        verb = verb.head
    return verb if verb.tag_ in _VERBS else token


def weight_of(token: Token) -> float:
    """Return how prominent a word's place in its sentence is; a main clause's subject most."""
    while token.dep_ in _ALIKE and token.head is not token:
        token = token.head
    weight = _WEIGHTS.get(token.dep_, 1.0)
    if token.dep_ in SUBJECTS:
        verb = token.head
        while verb.dep_ == "conj":
            verb = verb.head
        weight -= 0.0 if verb.dep_ == "ROOT" else _BELOW
    return weight


def words_of(*texts: str) -> frozenset[str]:
    """Return the folded words of names and roles; those of an office that is over say so each."""
    return _words_of(texts[0]) if len(texts) == 1 else frozenset().union(*map(_words_of, texts))


@lru_cache(maxsize=10_000)
def _words_of(text: str) -> frozenset[str]:
    said = key(text).split()
    return frozenset(map("former {}".format, said) if "former" in said else said)
