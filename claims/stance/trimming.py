"""The edges of a claim's words: no dateline, no "that", no comma, each quotation closed."""

from claims.model import Span
from claims.parse import Passage
from claims.speech.datelines import opening_words
from claims.stance.scene import Scene

_QUOTES = (("“", "”"), ("‘", "’"), ("«", "»"), ('"', '"'))
_TRIM = " \xa0\t\n\r,;:–—-"


def own_words(scene: Scene, passage: Passage, span: Span) -> Span | None:
    """Return a span without what only leads into its words; None if nothing is left."""
    text = scene.parsed.document.text
    opening = opening_words(text, passage.start)
    begun = Span(max(span.start, opening), span.end) if opening < span.end else span
    trimmed = _trim(_behind_that(scene, begun), text)
    return _closed(trimmed, text) if trimmed is not None else None


def _behind_that(scene: Scene, span: Span) -> Span:
    """Return a clause without the "that" which leads into it."""
    if scene.parsed.document.text[span.start : span.start + len("that")].lower() != "that":
        return span
    tokens = scene.parsed.tokens(span)
    if not tokens or tokens[0].dep_ != "mark" or tokens[0].lower_ != "that":
        return span
    return Span(span.start + len(tokens[0].text), span.end)


def _trim(span: Span, text: str) -> Span | None:
    """Return the span without white space and separators at its edges; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end) if start < end else None


def _closed(span: Span, text: str) -> Span:
    """Return the span with the mark that closes a quotation opened within it."""
    words, after = span.of(text), text[span.end : span.end + 2]
    for opening, closing in _QUOTES:
        if closing not in after or after.startswith(" "):
            continue
        opened = words.count(opening) > words.count(closing)
        if opening == closing:
            opened = words.count(opening) % 2 == 1 and not words.endswith(opening)
        if opened:
            return Span(span.start, span.end + after.index(closing) + 1)
    return span
