"""What the constructions hand to one another before a statement is complete."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.model import SourceKind, Span
from claims.tokens import Token

_EDGE = " \t\r\n\xa0,;:—–-"
_ABBREVIATED = frozenset(
    {"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "jr", "sr", "inc", "etc", "st", "co"}
)


class Source(NamedTuple):
    """The noun phrase that names who speaks."""

    span: Span
    head: Span
    kind: SourceKind


@dataclass(slots=True, kw_only=True)
class Draft:
    """A statement in the making, never changed; frozen it would take thrice as long to make.

    Attributes:
        anchor: Where the head word of its cue starts; one draft is kept for one anchor.
        lemma: Of the cue's head word. ``frame``: what it governs here ("clause", "to", "object").
        quoted: Whether quotations were laid to it that are not part of its syntax.
        head: That word, of a draft that a construction made.
    """

    anchor: int
    cue: tuple[Span, ...]
    source: Source | None
    speech: tuple[Span, ...]
    pattern: str
    lemma: str = ""
    frame: str = ""
    addressee: Span | None = None
    quoted: bool = False
    head: Token | None = None

    def telling(self, speech: tuple[Span, ...]) -> "Draft":
        """Return it with other words."""
        return self._anew(speech, self.source, self.quoted)

    def quoting(self, speech: tuple[Span, ...], source: Source | None) -> "Draft":
        """Return it with other words, quotations among them, and another source."""
        return self._anew(speech, source, quoted=True)

    def said_by(self, source: Source | None) -> "Draft":
        """Return it with another source."""
        return self._anew(self.speech, source, self.quoted)

    def _anew(self, speech: tuple[Span, ...], source: Source | None, quoted: bool) -> "Draft":
        """Return it with some fields changed; ``replace`` would take five times as long."""
        return Draft(
            anchor=self.anchor,
            cue=self.cue,
            source=source,
            speech=speech,
            pattern=self.pattern,
            lemma=self.lemma,
            frame=self.frame,
            addressee=self.addressee,
            quoted=quoted,
            head=self.head,
        )


def trimmed(text: str, span: Span) -> Span | None:
    """Return a span without the blanks and punctuation at its edges; None if nothing is left."""
    first, last = span
    start, end = first, last
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if end - start > 1 and text[end - 1] == "." and not _abbreviates(text, start, end):
        end -= 1
    if start == end or not (text[start].isalnum() or any(map(str.isalnum, text[start:end]))):
        return None
    return span if start == first and end == last else Span(start, end)


def _abbreviates(text: str, start: int, end: int) -> bool:
    """Return whether the full stop at the end belongs to the word before it."""
    word = text[max(start, end - 12) : end - 1].split(" ")[-1]
    return "." in word or (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATED


def minus(spans: Iterable[Span], holes: Iterable[Span]) -> list[Span]:
    """Return the parts of spans that lie in no hole."""
    left = list(spans)
    for hole in holes:
        start, end = hole
        for span in left:
            if span.start < end and start < span.end:
                left = list(_around(left, start, end))
                break
    return left


def _around(spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    """Yield the parts of spans that do not lie between two characters."""
    for span in spans:
        if span.start >= end or start >= span.end:
            yield span
            continue
        if span.start < start:
            yield Span(span.start, start)
        if end < span.end:
            yield Span(end, span.end)


def joined(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """Return spans in reading order, those merged that touch.

    Blanks, and one quotation mark at the edge of a quotation, do not keep two apart.
    """
    if len(spans) < 2:
        return spans
    found: list[Span] = []
    for span in sorted(spans):
        if found and (span.start <= found[-1].end or _is_joint(text[found[-1].end : span.start])):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _is_joint(gap: str) -> bool:
    return "\n" not in gap and gap.strip() in {"", '"', "“", "”", "''", "‘", "’", "'"}


def clipped(spans: Iterable[Span], frame: Span) -> list[Span]:
    """Return the parts of spans that lie in a frame."""
    cut = (Span(max(s.start, frame.start), min(s.end, frame.end)) for s in spans if s.meets(frame))
    return list(cut)
