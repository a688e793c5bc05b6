"""One document as the rules see it: who is speaking at a token, whom a noun phrase denotes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from claims.model import Actor, Attribution, Mode, SourceKind, Span
from claims.packs import Packs
from claims.parse import Parsed, Passage
from claims.stance.context import contexts
from claims.stance.frames import fill, lemma
from claims.stance.voices import (
    Said,
    Shelf,
    innermost_first,
    is_foretold,
    is_press,
    is_taken_back,
    laid_out,
    turns,
)
from claims.syntax import complements, phrase_span
from claims.tokens import Token

if TYPE_CHECKING:
    from claims.actors import Cast

T = TypeVar("T")
Of = TypeVar("Of", Passage, Attribution)

_UNASKED: Any = object()
FIRST = frozenset({"i", "we", "us", "me", "my", "our", "ours", "myself", "ourselves"})
SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
_PERSONS = frozenset({"he", "she", "they", "who", "him", "her", "them", "his", "their"})
_EMPTY: frozenset[str] = frozenset()
_PRONOUNS = _PERSONS | FIRST | SECOND
_SPOKEN_OF = frozenset({"it", "this", "that", "these", "those", "they", "them", "he", "she"})
_STATE_BODIES = frozenset(
    "administration government country nation president minister ministry military army navy "
    "department secretary ambassador cabinet congress parliament side delegation team".split()
)


def is_ours(token: Token) -> bool:
    """Return whether a word is "I" or "we" in any of its forms; the US is not us."""
    return token.lower_ in FIRST and token.text != "US"


def once(
    ask: Callable[["Scene", Passage, Token], T],
) -> Callable[["Scene", Passage, Token], T]:
    """Make a scene answer a question about a token once: many rules ask the same of a word."""
    name = ask.__name__

    def answer(self: "Scene", passage: Passage, token: Token) -> T:
        known, key = self._known, (name, token)
        found: T = known.get(key, _UNASKED)
        if found is _UNASKED:
            found = known[key] = ask(self, passage, token)
        return found

    return answer


def once_each(ask: Callable[["Scene", Of], T]) -> Callable[["Scene", Of], T]:
    """Make a scene answer a question about a voice or passage once."""
    name = ask.__name__

    def answer(self: "Scene", about: Of) -> T:
        known, key = self._known, (name, id(about))
        found: T = known.get(key, _UNASKED)
        if found is _UNASKED:
            found = known[key] = ask(self, about)
        return found

    return answer


@dataclass(frozen=True, slots=True)
class Scene:
    """The document's voices and actors; built once, asked for every trigger.

    Attributes:
        voices: What is said in each passage, by its start, and by whom; cues: what introduces it.
        turns: By state: where those take their turns who speak for it, and who they are.
    """

    parsed: Parsed
    cast: "Cast"
    packs: Packs
    voices: Shelf = field(repr=False)
    cues: Shelf = field(repr=False)
    turns: Mapping[str, Sequence[tuple[int, Actor]]] = field(repr=False)
    _known: dict[tuple[str, object], Any] = field(default_factory=dict, repr=False)
    _filled: dict[tuple[Token, str, str], list[Token]] = field(default_factory=dict, repr=False)

    def fill(self, slot: str, token: Token, kind: str) -> list[Token]:
        """Return the heads of what fills a slot of a trigger; nobody may change the list."""
        key = (token, slot, kind)
        found = self._filled.get(key)
        if found is None:
            found = self._filled[key] = fill(slot, token, kind)
        return found

    @once
    def contexts(self, passage: Passage, head: Token) -> frozenset[str]:
        """Return the contexts that a trigger's head stands in."""
        published = self.parsed.document.published
        return contexts(head, self.packs.words, published.year if published else None)

    @once
    def voice(self, passage: Passage, token: Token) -> Attribution | None:
        """Return the innermost attribution in whose words the token stands, and that can speak."""
        at, innermost = passage.start + token.idx, None
        for start, end, voice in self.said(passage):
            if start <= at < end:
                if self.speaks(voice):
                    return voice
                innermost = innermost or voice
        return innermost

    @once_each
    def said(self, passage: Passage) -> Said:
        """Return where which words are said in a passage, the innermost first, then the shorter."""
        return innermost_first(self.voices.get(passage.start, ()))

    @once
    def speaking(self, passage: Passage, token: Token) -> Attribution | None:
        """Return in whose words a token stands, if they can carry a stance."""
        voice = self.voice(passage, token)
        return voice if voice is not None and self.speaks(voice) else None

    @once_each
    def speaks(self, voice: Attribution) -> bool:
        """Return whether words in this voice can carry a stance.

        A journalist's question cannot, nor what "it is believed", nor what a deed "shows".
        """
        statement = voice.statement
        if any(actor.country for actor in voice.speakers):
            return True
        if statement.mode is Mode.TURN or any(is_press(actor) for actor in voice.speakers):
            return False
        if statement.source_kind in {SourceKind.IMPERSONAL, SourceKind.ABSENT}:
            return False
        if statement.source is not None and self.is_first(voice):
            return False  # "we think": whoever speaks above
        if statement.source_head is None:
            return True
        heads = self.parsed.tokens(statement.source_head)
        return heads is None or any(self.is_actor_like(head) for head in heads)

    @once
    def introduced_by(self, passage: Passage, token: Token) -> Attribution | None:
        """Return the attribution whose cue a token is part of ("denied" of "denied that …")."""
        first = passage.start + token.idx
        last = first + len(token.text)
        cues = self._cues(passage)
        return next((v for start, end, v in cues if start <= first and last <= end), None)

    @once_each
    def _cues(self, passage: Passage) -> list[tuple[int, int, Attribution]]:
        """Return where the cues of a passage stand, and what they introduce."""
        return [(span.start, span.end, cited) for span, cited in self.cues.get(passage.start, ())]

    @once_each
    def cue_places(self, passage: Passage) -> frozenset[int]:
        """Return where the words of cues stand: each begins somebody's next words."""
        found = [self.parsed.tokens(span) for span, _ in self.cues.get(passage.start, ())]
        return frozenset(token.i for tokens in found for token in tokens or ())

    @once_each
    def is_disowned(self, voice: Attribution) -> bool:
        """Return whether the cue takes the words back: what is denied is not said."""
        return is_taken_back(self.parsed, voice, self.packs.words.get("disowning-verbs", _EMPTY))

    @once_each
    def is_unspoken(self, voice: Attribution) -> bool:
        """Return whether the words are only foretold: "Chad may say"; "I would say" says it."""
        return not self.is_first(voice) and is_foretold(self.parsed, voice)

    def is_first(self, voice: Attribution) -> bool:
        """Return whether the source is "I" or "we", or there is none."""
        source = voice.statement.source
        words = source.of(self.parsed.document.text) if source is not None else "I"
        return words.lower() in FIRST and words != "US"

    def speech_at(self, passage: Passage, token: Token) -> tuple[Span, ...]:
        """Return the pieces of speech of the innermost voice that lie in this passage."""
        voice = self.voice(passage, token)
        here = Span(passage.start, passage.end)
        if voice is None:
            return ()
        return tuple(span for span in voice.statement.speech if here.meets(span))

    @once
    def actors(self, passage: Passage, token: Token) -> tuple[Actor, ...]:
        """Return whom the noun phrase headed by the token denotes, "I" and "we" included."""
        if is_ours(token):
            voice = self.voice(passage, token)
            return voice.speakers if voice is not None else ()
        if token.lower_ in {"it", "they"} and (found := self._themselves(passage, token)):
            return found
        if token.lower_ in SECOND:
            voice = self.voice(passage, token)
            return voice.addressees if voice is not None else ()
        if token.lower_ in _SPOKEN_OF and (found := self._told_of(passage, token)):
            return found
        return self.cast.at(passage, token)

    def _told_of(self, passage: Passage, token: Token) -> tuple[Actor, ...]:
        """Return of whom a quotation is said: "“They lie,” she said of Chad's generals"."""
        voice = self.voice(passage, token)
        if voice is None or voice.statement.mode is not Mode.DIRECT:
            return ()
        for cue in voice.statement.cue:
            for verb in self.parsed.tokens(cue) or ():
                for noun in complements(verb, "of"):
                    return self.actors(passage, noun) or self.within(passage, noun.left_edge, noun)
        return ()

    def _themselves(self, passage: Passage, token: Token) -> tuple[Actor, ...]:
        """Return the source where "it" begins what the source says: "Iran said it would …"."""
        voice = self.voice(passage, token)
        if voice is None or voice.statement.mode is not Mode.INDIRECT:
            return ()
        position = passage.start + token.idx
        starts = [piece.start for piece in voice.statement.speech]
        return voice.speakers if any(0 <= position - s <= len("that ") for s in starts) else ()

    def within(self, passage: Passage, first: Token, last: Token) -> tuple[Actor, ...]:
        """Return the first actors of a state that are mentioned between two tokens."""
        for _, actors in self.cast.among(passage, passage.doc[first.i : last.i + 1]):
            if any(actor.country for actor in actors):
                return actors
        return ()

    def is_actor_like(self, token: Token) -> bool:
        """Return whether a noun could speak at all: a name, a person, a body of persons."""
        if token.tag_ in {"NNP", "NNPS"} or token.lower_ in _PRONOUNS:
            return True
        word = lemma(token)
        if word in self.packs.words.get("speakers", frozenset()):
            return True
        if token.tag_ in {"JJ", "CD", "DT"}:
            return word in {"many", "some", "both", "other", "two"}
        return any(c.dep_ == "appos" and c.tag_ in {"NNP", "NNPS"} for c in token.children)

    def _ours(self, passage: Passage, token: Token) -> tuple[Actor, ...]:
        """Return the speaker for "my administration", "our government"."""
        if lemma(token) not in _STATE_BODIES:
            return ()
        owned = any(c.dep_ == "poss" and c.lower_ in {"my", "our"} for c in token.children)
        voice = self.voice(passage, token) if owned else None
        return voice.speakers if voice is not None else ()

    def _sides(self, passage: Passage, token: Token) -> tuple[Actor, ...]:
        """Return the states whose people a noun is: "the trade teams of the two countries"."""
        for noun in complements(token, "of") if token.tag_ == "NNS" else ():
            states = tuple(actor for actor in self.actors(passage, noun) if actor.country)
            if len({actor.country for actor in states}) > 1 and self.is_actor_like(token):
                return states
        return ()

    @once
    def named(self, passage: Passage, token: Token) -> tuple[Actor, ...]:
        """Return whom a noun denotes; an unknown name or person stands for itself."""
        found = self.actors(passage, token)
        if not any(actor.country for actor in found):
            found = self._sides(passage, token) or self._ours(passage, token) or found
        if found:
            return found
        if lemma(token) in self.packs.words.get("documents", frozenset()):
            authors = self.fill("subject", token, "noun") or complements(token, "by")
            return tuple(
                a for author in authors if author != token for a in self.named(passage, author)
            )
        if not self.is_actor_like(token) or token.lower_ in _PRONOUNS:
            return ()
        if lemma(token) == "it":
            return ()
        words = phrase_span(passage, token).of(self.parsed.document.text)
        return (Actor(name=" ".join(words.split()), kind="unknown", via="words"),)


def scene(parsed: Parsed, attributions: Sequence[Attribution], cast: "Cast", packs: Packs) -> Scene:
    """Return the document with its voices laid out by passage."""
    voices, cues = laid_out(parsed, attributions)
    return Scene(parsed, cast, packs, voices, cues, turns(voices))
