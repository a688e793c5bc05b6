"""Who is who in one document: every noun phrase and pronoun, read once from first to last."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.actors.finding import Found, find_names
from claims.actors.gathering import Being, by_word, gather
from claims.actors.halves import with_halves
from claims.actors.initials import with_initials
from claims.actors.lexicon import Form, Lexicon
from claims.actors.others import pair_of
from claims.actors.reader import UNIONS, Reader
from claims.actors.scope import Scope, scope_of
from claims.actors.voices import Voices
from claims.actors.walking import read_passage, words_of
from claims.model import Actor, BlockKind, Span, Statement
from claims.parse import Parsed, Passage
from claims.syntax import children, complements
from claims.tokens import Token

_FIRST = frozenset({"we", "us", "our", "ours", "ourselves"})
_OFTENER = 2  # times that the state a document is about is named, against any other
WRITTEN = frozenset(
    "statement letter tweet post remark comment message speech note memo release testimony "
    "announcement declaration communique readout interview email briefing account words".split()
)
"""What somebody writes or says: its words are those of whoever made it."""
_YOU = frozenset({"you", "your", "yours"})
_SELF = frozenset({"i", "me", "my", "mine", "myself"})
_SPEAKING = _FIRST | _YOU | _SELF


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the document where somebody is spoken of."""

    span: Span
    actors: tuple[Actor, ...]


class _Told(NamedTuple):
    """The mentions of a passage in reading order, and where each begins and ends."""

    mentions: list[Mention]
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, mentions: list[Mention]) -> "_Told":
        spans = [mention.span for mention in mentions]
        return cls(mentions, [span.start for span in spans], [span.end for span in spans])


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom the words of one document denote.

    Attributes:
        homes: The state that an actor belongs to without speaking for it ("Chinese students").
        open: Why a name was left open, by place of its passage and token.
        beings: Whom the document names in full. ``near``: the states that it names.
    """

    parsed: Parsed
    readings: Mapping[int, Mapping[int, tuple[Actor, ...]]] = field(repr=False)
    inside: Set[tuple[int, int]] = field(repr=False)
    both: Set[tuple[int, int]] = field(repr=False)
    voices: Voices = field(repr=False)
    homes: Mapping[Actor, str] = field(repr=False)
    open: Mapping[tuple[int, int], str] = field(repr=False)
    beings: tuple[Being, ...] = field(repr=False)
    near: frozenset[str] = field(repr=False)
    _mentions: dict[int, _Told] = field(default_factory=dict, repr=False)

    def at(self, passage: Passage, token: Token) -> tuple[Actor, ...]:
        """Return whom the noun phrase headed by a token denotes, with what is joined to it.

        Several for "China and Russia" and "the two leaders"; none where it denotes nobody, a thing
        ("China's theft"), or is left open (``why_open`` says why).
        """
        found = self._alone(passage, token)
        if token.dep_ == "conj" or token.rights:
            for other in token.conjuncts:
                if other.i > token.i and _joined(other, token):
                    found += self._alone(passage, other)
        return tuple(dict.fromkeys(found)) if len(found) > 1 else found

    def who(self, phrase: Span, head: Span | None = None) -> tuple[Actor, ...]:
        """Return whom the words at a place denote: a label, a noun phrase, "Mr Wu's letter"."""
        label = self.voices.labels.get(phrase)
        if label is not None:
            return (label,)
        span = head or phrase
        passage, tokens = self.parsed.passage_at(span.start), self.parsed.tokens(span)
        if passage is None or tokens is None:
            return ()
        noun = tokens.root
        found = self.at(passage, noun)
        if found or noun.lemma_ not in WRITTEN:
            return found
        authors = children(noun, "poss") + complements(noun, "by") + complements(noun, "from")
        authors += [by for clause in children(noun, "acl") for by in complements(clause, "by")]
        authors += reversed(children(noun, "compound", "amod"))
        return next((actors for author in authors if (actors := self.at(passage, author))), ())

    def mentions(self, span: Span) -> list[Mention]:
        """Return who is spoken of within a span, in reading order."""
        passage = self.parsed.passage_at(span.start)
        if passage is None:
            return []
        told = self._mentions.get(passage.start)
        if told is None:
            told = self._mentions[passage.start] = _Told.of(self._spoken_of(passage))
        first, last = bisect_right(told.ends, span.start), bisect_left(told.starts, span.end)
        return told.mentions[first:last]

    def among(
        self, passage: Passage, tokens: Iterable[Token]
    ) -> Iterator[tuple[Token, tuple[Actor, ...]]]:
        """Yield those of a passage's words that speak of somebody, and of whom."""
        readings, start = self.readings[passage.start], passage.start
        for token in tokens:
            if token.i not in readings and token.lower_ not in _SPEAKING:
                continue
            if (start, token.i) not in self.inside and (actors := self._alone(passage, token)):
                yield token, actors

    def _spoken_of(self, passage: Passage) -> list[Mention]:
        """Return every mention of a passage."""
        found = self.among(passage, passage.doc)
        return [Mention(passage.span(token), actors) for token, actors in found]

    def home(self, actor: Actor) -> str | None:
        """Return the state an actor speaks for, or else belongs to."""
        return actor.country or self.homes.get(actor)

    def why_open(self, passage: Passage, token: Token) -> str:
        """Return why a token was left open, "" if it was not."""
        return self.open.get((passage.start, token.i), "")

    def _alone(self, passage: Passage, token: Token) -> tuple[Actor, ...]:
        """Return whom one token denotes, without its conjuncts."""
        word = token.lower_
        if token.text != "US" and (word in _FIRST or word in _SELF):
            speakers = self.voices.speakers(passage.start + token.idx, self)
            return self.voices.states(speakers) if word in _FIRST else speakers
        if word in _YOU:
            return self.voices.addressees(passage.start + token.idx, self)
        if self.both and (passage.start, token.i) in self.both:
            return self.voices.both(passage.start + token.idx, self)
        return self.readings[passage.start].get(token.i, ())


def _joined(other: Token, token: Token) -> bool:
    """Return whether two conjuncts are nouns of one phrase, and no clause is."""
    return other.tag_.startswith(("NN", "PRP", "JJ")) and token.tag_.startswith(("NN", "PRP", "JJ"))


def _main(named: Counter[str]) -> str | None:
    """Return the state that a document is about: named twice as often as any other."""
    best = sorted(named, key=lambda code: (-named[code], code))[:2]
    if not best or (len(best) > 1 and named[best[0]] < _OFTENER * named[best[1]]):
        return None
    return best[0]


def _unions(names: Mapping[int, tuple[Found, ...]]) -> Counter[str]:
    """Return how often the bodies of states are named that act as one, themselves or by a body."""
    found = (each for passage in names.values() for each in passage)
    codes = (
        each.country.code if each.country else each.institution.country if each.institution else ""
        for each in found
    )
    return Counter(code for code in codes if code in UNIONS)


def _in_title(scopes: Sequence[Scope]) -> list[str]:
    """Return the states that the first paragraph names, where it is a title."""
    if not scopes or scopes[0].passage.block.kind is not BlockKind.HEADLINE:
        return []
    found = {each.first: each for names in scopes[0].names.values() for each in names}
    return [
        each.country.code
        for _, each in sorted(found.items())
        if each.country is not None and each.form is not Form.REGION
    ]


def cast(parsed: Parsed, statements: Sequence[Statement], lexicon: Lexicon) -> Cast:
    """Return whom every noun phrase and pronoun of a document denotes."""
    words = [words_of(each, lexicon) for each in parsed.passages]
    passages = tuple(zip(parsed.passages, words, strict=True))
    names = with_halves(passages, find_names(passages, lexicon), lexicon)
    names = with_initials(passages, names, lexicon)
    named = Counter(
        found.country.code
        for each in names.values()
        for found in each
        if found.country is not None and found.country.kind == "country"
    )
    near, main = frozenset(named), _main(named)
    scopes = tuple(
        scope_of(each, told, names[each.start], lexicon, near, main) for each, told in passages
    )
    on = parsed.document.published
    company = gather(scopes, on)
    beings = company.inside()
    voices = Voices.of(parsed, statements, beings, lexicon)
    reader = Reader(lexicon, on, company, by_word(beings), voices, near, main)
    reader.often = frozenset(code for code, times in named.items() if times > 1)
    reader.pair = pair_of(_in_title(scopes), named + _unions(names))
    for scope in scopes:
        read_passage(reader, scope)
    return Cast(
        parsed,
        reader.readings,
        reader.inside,
        reader.both,
        voices,
        reader.homes,
        reader.open,
        beings,
        near,
    )
