"""What a claim is about: its own words tell, else its sentence, else what stands round it."""

import functools
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claims.model import Block, Claim, Document, Span
from claims.sentences import asks, blocks_of, sentences
from claims.topicbook import Hit, Topic, book, hits

_NEAR = 2  # sentences before a claim's own that still tell what it is about
_BACK = 4  # turns before a claim's own, the question first
_LEAST = 2  # words of a topic by which a whole paragraph tells it

# Topic, by its number in the file, and whether its weak words tell it → how many of its words.
Told = Counter[tuple[int, bool]]
Place = tuple[int, Span]  # characters, and the number of the block that holds them


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
    found = next(filter(None, _found(document, claim)), None)
    return found.key if found else ""


def _found(document: Document, claim: Claim) -> Iterator[Topic | None]:
    """Yield what each circle round a claim tells, or None; most claims need but the first."""
    blocks = blocks_of(document, claim.spans)
    if not blocks:
        return
    own = [(n, span) for n in blocks for span in claim.spans]
    holding = list(_holding(document, blocks, claim.spans))
    near = [_told(document, own), _told(document, holding)]
    yield _best(near, general=False)
    yield _best(near, general=True)
    before = [_told(document, [place]) for place in _before(document, *holding[0])]
    yield _best(before, general=False)
    yield _best(near, weak=True)
    yield _best(before, general=True)
    around = [*(_told(document, turn) for turn in _asked(document, blocks[0])), _headline(document)]
    yield _best(around, general=False)
    yield _best(around, general=True)
    paragraph = _told(document, [(n, document.blocks[n].span) for n in blocks])
    yield _best([paragraph], general=False, least=_LEAST)
    yield _best([paragraph], general=True, least=_LEAST)
    yield _only(paragraph)


def _only(paragraph: Told) -> Topic | None:
    """Return the topic of a paragraph that has a word of one topic and of no other."""
    return topics()[next(iter(paragraph))[0]] if len(paragraph) == 1 else None


def _best(
    circles: Iterable[Told], *, general: bool | None = None, weak: bool = False, least: int = 1
) -> Topic | None:
    """Return the topic that most words of the nearest circle tell; of equals, the first."""
    known = topics()
    for told in circles:
        counted = (
            (count, -number)
            for (number, is_weak), count in told.items()
            if is_weak == weak and general in {None, known[number].general}
        )
        count, number = max(counted, default=(0, 0))
        if count >= least:
            return known[-number]
    return None


def _told(document: Document, places: Iterable[Place]) -> Told:
    """Return how often each topic is told at some places."""
    told: Told = Counter()
    for number, span in places:
        block = document.blocks[number].span
        found = _hits(document.text, block)
        first = bisect_left(found, span.start - block.start, key=_start)
        last = bisect_left(found, span.end - block.start, key=_start)
        told.update((hit.topic, hit.weak) for hit in found[first:last])
    return told


@functools.lru_cache(maxsize=256)  # claims of one paragraph come one after another
def _hits(text: str, span: Span) -> tuple[Hit, ...]:
    return hits(span.of(text))


def _start(hit: Hit) -> int:
    return hit.start


def _headline(document: Document) -> Told:
    title = document.title
    return Counter((hit.topic, hit.weak) for hit in _hits(title, Span(0, len(title))))


def _before(document: Document, first: int, sentence: Span) -> list[Place]:
    """Return the sentences before a claim's in the same turn, the nearest first."""
    cut = sentences(document.text, document.blocks[first].span)
    end = bisect_left(cut, sentence)
    before = [(first, span) for span in cut[max(0, end - _NEAR) : end]]
    number = first - 1
    while number >= 0 and len(before) < _NEAR and _same_turn(document, number):
        before[:0] = _cut(document, [number])
        number -= 1
    return before[: -_NEAR - 1 : -1]


def _same_turn(document: Document, number: int) -> bool:
    """Return whether a block and the next one are of one person's turn."""
    here, after = document.blocks[number], document.blocks[number + 1]
    return here.label is not None and here.label == after.label


def _asked(document: Document, number: int) -> Iterator[list[Place]]:
    """Yield the question that a block answers, and what was said before it, turn by turn.

    A question that names nothing goes on with what was spoken of.
    """
    end = _turn_start(document.blocks, number + 1)
    for back in range(_BACK):
        start = _turn_start(document.blocks, end)
        turn = [(n, document.blocks[n].span) for n in range(start, end)]
        if not turn or (back == 0 and not asks(document.text, [span for _, span in turn])):
            return
        yield turn
        end = start


def _turn_start(blocks: Sequence[Block], end: int) -> int:
    """Return where the turn begins that ends before a block; that block where none does."""
    start = end
    while start and blocks[start - 1].label and blocks[start - 1].label == blocks[end - 1].label:
        start -= 1
    return start


def _holding(document: Document, numbers: Iterable[int], spans: Sequence[Span]) -> Iterator[Place]:
    """Yield the sentences of some blocks that hold any of some spans."""
    start, end = min(spans).start, max(span.end for span in spans)
    for number in numbers:
        cut = sentences(document.text, document.blocks[number].span)
        first = max(0, bisect_right(cut, start, key=_starts) - 1)
        last = bisect_left(cut, end, key=_starts)
        yield from ((number, s) for s in cut[first:last] if any(map(s.meets, spans)))


def _starts(span: Span) -> int:
    return span.start


def _cut(document: Document, numbers: Iterable[int]) -> list[Place]:
    spans = ((n, document.blocks[n].span) for n in numbers)
    return [(n, sentence) for n, span in spans for sentence in sentences(document.text, span)]
