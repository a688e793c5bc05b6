"""What a claim is about: its own words tell, else its sentence, else what stands round it."""

import functools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from claims.model import BlockKind, Claim, Document, Span
from claims.sentences import asks, sentences
from claims.topicbook import Topic, book, hits

_NEAR = 2  # sentences before a claim's own that still tell what it is about
_LEAST = 2  # words of a topic by which a whole paragraph tells it

# Topic, by its number in the file, and whether its weak words tell it → how many of its words.
Told = Counter[tuple[int, bool]]


@functools.cache
def topics() -> tuple[Topic, ...]:
    """Return the shipped topics, in the order of the file."""
    return book().topics


@functools.cache
def topic_name(key: str) -> str:
    """Return the name of a topic to show; the key itself where no topic has it."""
    return next((topic.name for topic in topics() if topic.key == key), key)


def topic_of(document: Document, claim: Claim) -> str:
    """Return the key of the topic that a claim is about, or "".

    The nearest circle that has a topic's words tells it: the claim's words, its sentence, the
    two sentences before, the question it answers, the headline; at last its paragraph, which may
    speak of many things and has to say it twice, or nothing else. A general topic (the economy,
    the relationship itself) gives way to any other that stands about as near, and its weak words
    ("dialogue") to whatever the sentences before tell.
    """
    blocks = [n for n, b in enumerate(document.blocks) if any(map(b.span.meets, claim.spans))]
    holding = [s for n in blocks for s in _cut(document, n) if any(map(s.meets, claim.spans))]
    if not holding:
        return ""
    own, sentence = _told(document, claim.spans), _told(document, holding)
    around = [_told(document, spans) for spans in _around(document, blocks[0], holding[0])]
    around.append(_headline(document))
    paragraph = _told(document, [document.blocks[n].span for n in blocks])
    found = (
        _best([own, sentence], general=False)
        or _best([own, sentence], general=True)
        or _best(around, general=False)
        or _best([own, sentence], general=True, weak=True)
        or _best(around, general=True)
        or _best([paragraph], general=False, least=_LEAST)
        or _best([paragraph], general=True, least=_LEAST)
        or _only(paragraph)
    )
    return found.key if found else ""


def _only(paragraph: Told) -> Topic | None:
    """Return the topic of a paragraph that has a word of one topic and of no other."""
    return topics()[next(iter(paragraph))[0]] if len(paragraph) == 1 else None


def _best(
    circles: Iterable[Told], *, general: bool, weak: bool = False, least: int = 1
) -> Topic | None:
    """Return the topic that most words of the nearest circle tell; of equals, the first."""
    wanted = [n for n, topic in enumerate(topics()) if topic.general == general]
    for told in circles:
        most = max(wanted, key=lambda number: told[number, weak])
        if told[most, weak] >= least:
            return topics()[most]
    return None


def _told(document: Document, spans: Iterable[Span]) -> Told:
    """Return how often each topic is told between the ends of some spans."""
    starts, numbers = _hits(document.text)
    told: Told = Counter()
    for span in spans:
        told.update(numbers[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
    return told


@functools.lru_cache(maxsize=4)  # the claims of one document come one after another
def _hits(text: str) -> tuple[list[int], list[tuple[int, bool]]]:
    found = hits(text)
    return [hit.start for hit in found], [(hit.topic, hit.weak) for hit in found]


def _headline(document: Document) -> Told:
    """Return what the headline of an article tells; a transcript's does not speak of each turn."""
    if any(block.kind is BlockKind.TURN for block in document.blocks):
        return Counter()
    return Counter((hit.topic, hit.weak) for hit in hits(document.title))


def _around(document: Document, first: int, sentence: Span) -> list[list[Span]]:
    """Return what stands before a claim's sentence, the nearest first, each by itself."""
    before = [s for s in _cut(document, first) if s.end <= sentence.start]
    number = first - 1
    while number >= 0 and len(before) < _NEAR and _same_turn(document, number):
        before[:0] = _cut(document, number)
        number -= 1
    return [*([near] for near in before[: -_NEAR - 1 : -1]), _question(document, first)]


def _same_turn(document: Document, number: int) -> bool:
    """Return whether a block and the next one are of one person's turn."""
    here, after = document.blocks[number], document.blocks[number + 1]
    return here.label is not None and here.label == after.label


def _question(document: Document, number: int) -> list[Span]:
    """Return the turn before a block's own: in a transcript, what was asked."""
    label = document.blocks[number].label
    before = [block for block in document.blocks[:number] if block.label != label]
    asked = before[-1].label if label and before else None
    turn = [block.span for block in before if asked and block.label == asked]
    return turn if asks(document.text, turn) else []


def _cut(document: Document, number: int) -> tuple[Span, ...]:
    return sentences(document.text, document.blocks[number].span)
