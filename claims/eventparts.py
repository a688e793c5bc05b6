"""Which event a part of a document is about, where the whole is about none or many."""

import functools
from collections.abc import Sequence
from datetime import date, timedelta

from claims.eventbook import Event, events
from claims.eventwords import meeting_told, met, named, placed, spoken_of
from claims.model import Block, Claim, Document, Span
from claims.sentences import asks, blocks_of, sentences

_SOON = timedelta(days=14)  # after an event, in which "their meeting" is likely to mean it
_SHORT = 40  # characters of a question that only goes on: "You're optimistic?"


def event_of_claim(document: Document, claim: Claim) -> str:
    """Return the key of the event that a claim is about, or "".

    It is the document's. In one that is about none, as a briefing on many matters, it is the
    event of those days that the claim's sentence or paragraph tells of, or what was asked and
    answered with it. Of several that are told as near, the nearest to the day counts.
    """
    day = document.published
    if document.event or day is None:
        return document.event
    current = _current(document.text, day)
    if not current:
        return ""
    whole, circles = _circles(document, claim)
    for texts in circles:
        told = [(event, _tells(event, whole, texts, day)) for event in current]
        best = max(strength for _, strength in told)
        if best:
            found = [event for event, strength in told if strength == best]
            return min(found, key=lambda event: _far(event, day)).key
    return ""


@functools.lru_cache(maxsize=4)  # the claims of one document come one after another
def _current(text: str, day: date) -> tuple[Event, ...]:
    """Return the events of some days that any words of a text may mean."""
    return tuple(event for event in events() if event.in_the_news(day) and spoken_of(event, text))


def _tells(event: Event, whole: str, texts: Sequence[str], day: date) -> int:
    """Return how clearly texts tell of an event: 2 by its name, 1 by who meets, 0 not at all."""
    if any(named(event, text, day, whole) for text in texts):
        return 2
    if not met(event, whole) or not any(meeting_told(event, text) for text in texts):
        return 0
    return int(day <= event.last + _SOON or placed(event, whole))


def _circles(document: Document, claim: Claim) -> tuple[str, list[list[str]]]:
    """Return all that belongs together with a claim, and what stands round it, the nearest first.

    Its sentence, its paragraph, the one before in the same turn; and where somebody was asked,
    the whole answer and the question.
    """
    blocks = document.blocks
    own = blocks_of(document, claim.spans)
    if not own:
        return "", []
    sentence = [s for n in own for s in _cut(document, n) if any(map(s.meets, claim.spans))]
    inner = [_line(document, own[0], span) for span in sentence]
    paragraph = [_line(document, n) for n in own]
    if blocks[own[0]].label is None:
        return "\n".join(paragraph), [inner, paragraph]
    turn = [n for n, block in enumerate(blocks) if block.label == blocks[own[0]].label]
    answer = [_line(document, n) for n in turn]
    asked = [_line(document, n) for n in _asked(document, turn[0])]
    near = [_line(document, n) for n in range(max(turn[0], own[0] - 1), own[-1] + 1)]
    circles = [inner, paragraph, near, *([[*asked, *answer]] if asked else [])]
    return "\n".join([*asked, *answer]), circles


def _asked(document: Document, first: int) -> range:
    """Return the question right before a turn; of a short one, also the exchange it goes back to.

    Empty where the turn before asks nothing.
    """
    start = _turn_before(document.blocks, first)
    spans = [block.span for block in document.blocks[start:first]]
    if not asks(document.text, spans):
        return range(first, first)
    if sum(span.end - span.start for span in spans) <= _SHORT:
        start = _asked(document, _turn_before(document.blocks, start)).start
    return range(start, first)


def _turn_before(blocks: Sequence[Block], end: int) -> int:
    """Return where the turn begins that ends at a block; that block itself where none does."""
    start = end
    while start and blocks[start - 1].label and blocks[start - 1].label == blocks[end - 1].label:
        start -= 1
    return start


def _cut(document: Document, number: int) -> tuple[Span, ...]:
    return sentences(document.text, document.blocks[number].span)


def _line(document: Document, number: int, span: Span | None = None) -> str:
    """Return what a block says and by whom: whose turn it is may be who met."""
    block = document.blocks[number]
    spoken = " ".join((span or block.span).of(document.text).split())
    return f"{block.label.of(document.text)}: {spoken}" if block.label else spoken


def _far(event: Event, day: date) -> int:
    """Return by how many days an event was missed."""
    return max((event.first - day).days, (day - event.last).days, 0)
