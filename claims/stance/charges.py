"""Who has charged a state with something, before it denies it, and in which words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from claims.model import Actor, Attribution, Block, BlockKind, Claim, Document, Mode, Span

if TYPE_CHECKING:
    from claims.actors import Cast

NEAR = 400  # characters, about two sentences: a charge so close needs no word in common
ALIKE = 2  # words in common by which a denial far from a charge is known for its answer
_PARAGRAPH = 700  # characters: a paragraph and the one before it
_ANSWER = 400  # characters of an answer in which the question's charge is still spoken of
_BARE = 4  # letters that must be left of a word without its ending: "news" is not "new"
_ENDINGS = ("ings", "ing", "ed", "ers", "er", "s")
# beginnings of words that tell of a charge
_CHARGING = frozenset(
    "accuse accusa allege allega charge blamed blames claim claims claime sugges compla insinu "
    "report rumour rumor suspec alarm eviden proof dossie".split()
)
# stems of words that say nothing of what a charge is about
_EMPTY = frozenset(
    "accusa accuse allege allega charge claim claime claimi denied denies denyin deny report "
    "reject dismis called call calling saying about again agains after before being could would "
    "should their there these those which while where other people countr nation state govern "
    "presid minist offici never nothin anythi someth have that with from said were been they this "
    "will what when than over into only also some more such very does done made make just them "
    "then your ours here must each even ever upon same well both like between since until during "
    "under through because without within former foreig spokes".split()
)
_MAKER_AFTER = re.compile(
    r"(?:[’']s?)? (?:[\w-]+ ){0,2}(?:claim|charge|accusation|allegation|complaint|protest)s?\b"
)
_MAKER_BEFORE = re.compile(
    r"\b(?:claim|charge|accusation|allegation|complaint|protest)s? (?:made |levelled |leveled )?"
    r"(?:of (?:the )?|(?:by|from) (?:the )?(?:[\w-]+ ){0,2})$"
)
_AROUND = 60  # characters beside a name in which its charge is looked for


@dataclass(frozen=True, slots=True)
class Telling:
    """A document, who says what in it, and whom its words denote.

    Attributes:
        turns: The blocks of its turns.
        ended: Up to where words reach: those of each attribution, or of one before it.
        begun: From where on words stand: those of each attribution, or of one behind it.
    """

    document: Document
    attributions: Sequence[Attribution]
    cast: "Cast"
    turns: Sequence[Block]
    ended: Sequence[int]
    begun: Sequence[int]

    @classmethod
    def of(cls, document: Document, attributions: Sequence[Attribution], cast: "Cast") -> "Telling":
        """Return a document with its turns, and where its words begin and end."""
        speech = [each.statement.speech for each in attributions]
        ended = accumulate((pieces[-1].end for pieces in speech), max)
        begun = accumulate((pieces[0].start for pieces in reversed(speech)), min)
        return cls(
            document, attributions, cast, turns_of(document), tuple(ended), tuple(begun)[::-1]
        )

    def between(self, start: int, end: int) -> Sequence[Attribution]:
        """Return the attributions without those of which it is plain that they stand elsewhere."""
        return self.attributions[bisect_left(self.ended, start) : bisect_left(self.begun, end)]

    def speaks_of(self, span: Span, country: str | None) -> bool:
        """Return whether a state, its men or its things are named within a span."""
        found = (actor for mention in self.cast.mentions(span) for actor in mention.actors)
        return any(actor.country == country for actor in found)


def turns_of(document: Document | None) -> tuple[Block, ...]:
    """Return the blocks of a document's turns, in reading order."""
    blocks = document.blocks if document is not None else ()
    return tuple([block for block in blocks if block.kind is BlockKind.TURN])


def exchange(denial: Claim, turns: Sequence[Block]) -> Span | None:
    """Return the turn that a denial stands in, with the turn before it; None outside turns."""
    said = denial.spans[0]
    here = bisect_right(turns, said.start, key=lambda block: block.span.end)
    if here == len(turns) or not turns[here].span.meets(said):
        return None
    answer = _first_of_turn(turns, here)
    question = _first_of_turn(turns, max(answer - 1, 0))
    return Span(turns[question].span.start, turns[here].span.end)


def _first_of_turn(turns: Sequence[Block], place: int) -> int:
    """Return where the turn begins that a block continues: a turn's blocks share its label."""
    while place > 0 and turns[place - 1].label == turns[place].label:
        place -= 1
    return place


def swapped(denial: Claim, charge: Claim) -> bool:
    """Return whether a charge is another state's, against the denier."""
    if denial.speaker_country is None or charge.target_country != denial.speaker_country:
        return False
    if charge.speaker_country == denial.speaker_country:
        return False
    return denial.target_country in {None, charge.speaker_country}


def provokes(charge: Claim, denial: Claim, asked: Span | None) -> bool:
    """Return whether a charge stands so before a denial that it can be what is denied.

    A charge that nobody is known to make provokes one where it is put to the denier, in the
    exchange that is asked about.
    """
    if not swapped(denial, charge) or denial.spans[0].start < charge.spans[0].start:
        return False
    gap = denial.spans[0].start - charge.spans[-1].end
    known = charge.speaker_country is not None
    if known and (gap <= NEAR or closeness(denial, charge) >= ALIKE):
        return True
    return asked is not None and asked.covers(charge.spans[0]) and gap <= NEAR + _ANSWER


def contradicted(denial: Claim, telling: Telling) -> tuple[Actor, Attribution] | None:
    """Return which other state has just said, in words that the denial takes up, what it denies.

    "Kigali says that Ugandan soldiers crossed the river": "no soldier of ours was there".
    """
    theirs = stems(denial.words)
    for actor, attribution in _said_before(denial, telling, NEAR):
        pieces = attribution.statement.speech
        shared = {word for piece in pieces for word in stems(piece.of(telling.document.text))}
        # a whole turn holds many words: it takes more than one for the turn to be about the same
        needed = ALIKE if attribution.statement.mode is Mode.TURN else 1
        if len(shared & theirs) >= needed:
            return actor, attribution
    return None


def spoken_of(denial: Claim, telling: Telling) -> tuple[Actor, Attribution] | None:
    """Return which other state has spoken of the denier last, right before the denial."""
    for actor, attribution in _said_before(denial, telling, _PARAGRAPH):
        pieces = attribution.statement.speech
        if any(telling.speaks_of(piece, denial.speaker_country) for piece in pieces):
            return actor, attribution
    return None


def _said_before(
    denial: Claim, telling: Telling, reach: int
) -> Iterator[tuple[Actor, Attribution]]:
    """Yield other states' words near before a denial or in its question, the last first.

    Of whole turns only the one that is answered counts.
    """
    begin, here = denial.spans[0].start, exchange(denial, telling.turns)
    earliest = begin - reach if here is None else min(begin - reach, here.start)
    for attribution in reversed(telling.between(earliest, begin)):
        speech = attribution.statement.speech
        if speech[-1].end > begin:
            continue
        asked = here is not None and here.covers(speech[0])
        if not asked and (
            attribution.statement.mode is Mode.TURN or begin - speech[-1].end > reach
        ):
            continue
        for actor in attribution.speakers:
            if actor.country not in {None, denial.speaker_country}:
                yield actor, attribution
                break


def is_asked_about(denial: Claim, telling: Telling) -> bool:
    """Return whether the words right before, a question or a report, charge somebody with it."""
    begin = denial.spans[0].start
    here = exchange(denial, telling.turns)
    start = begin - NEAR if here is None else max(here.start, begin - NEAR - _ANSWER)
    before = telling.document.text[max(start, 0) : begin]
    charged = any(stem in _CHARGING for stem in (w[:6].lower() for w in before.split()))
    return charged and len(stems(before) & stems(denial.words)) >= ALIKE


def quoted(denial: Claim, telling: Telling) -> tuple[Actor, Attribution] | None:
    """Return the one other state whose words the question holds."""
    here = exchange(denial, telling.turns)
    if here is None or denial.mode is not Mode.TURN:
        return None
    told = [
        (actor, attribution)
        for attribution in telling.attributions
        for actor in attribution.speakers
        if actor.country not in {None, denial.speaker_country}
        if attribution.statement.mode is not Mode.TURN
        and here.covers(attribution.statement.speech[0])
        and attribution.statement.speech[0].end <= denial.spans[0].start
    ]
    return told[-1] if len({actor.country for actor, _ in told}) == 1 else None


def maker(denial: Claim, telling: Telling) -> tuple[Actor, Span] | None:
    """Return whose charge the headline or the words before name: "claims by Chad"."""
    begin, text = denial.spans[0].start, telling.document.text
    for block in reversed(telling.document.blocks):
        if block.span.start > begin:
            continue
        if block.kind is not BlockKind.HEADLINE and block.span.end < begin - _PARAGRAPH:
            continue
        for mention in telling.cast.mentions(block.span):
            after = text[mention.span.end : mention.span.end + _AROUND]
            before = text[max(mention.span.start - _AROUND, 0) : mention.span.start]
            if not (_MAKER_AFTER.match(after) or _MAKER_BEFORE.search(before)):
                continue
            for actor in mention.actors:
                if actor.country not in {None, denial.speaker_country}:
                    return actor, mention.span
    return None


def closeness(denial: Claim, charge: Claim) -> int:
    """Return how many words that say what it is about the two share."""
    return len(stems(denial.words) & stems(charge.words))


@lru_cache(maxsize=1_000)
def stems(words: str) -> frozenset[str]:
    """Return the beginnings of the content words, without names."""
    bare = (word.strip(".,“”\"'‘’();:?") for word in words.split())
    return frozenset({_stem(word) for word in bare if len(word) > 3 and word.islower()} - _EMPTY)


def _stem(word: str) -> str:
    """Return the beginning of a word, one for "plot", "plots" and "plotted"; "lorry", "lorries"."""
    word = word.removesuffix("ies") + "y" if word.endswith("ies") else word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _BARE:
            word = word[: -len(ending)]
            word = word[:-1] if word[-1] == word[-2] and len(word) > _BARE else word
            break
    return word[:6]
