"""One paragraph as the constructions see it: tokens, quotations, places in the document."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from claims.model import Span
from claims.parse import Passage
from claims.speech.quotations import Region
from claims.tokens import Token


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage, the text of its document and the quotations that stand in the passage.

    Attributes:
        span: Where the passage stands in the document. ``index``: which passage it is.
        regions: Its quotations. ``starts``: where each of them starts.
    """

    text: str
    passage: Passage
    span: Span
    regions: tuple[Region, ...]
    starts: tuple[int, ...]
    index: int

    def at(self, token: Token) -> int:
        """Return where a token starts in the document."""
        return self.passage.start + token.idx

    def end(self, token: Token) -> int:
        """Return where a token ends in the document."""
        return self.passage.start + token.idx + len(token.text)

    def run(self, first: Token, last: Token) -> Span:
        """Return the span from one token to another."""
        start = self.passage.start
        return Span(start + first.idx, start + last.idx + len(last.text))

    def below(self, head: Token) -> Span:
        """Return the span of a token and all that hangs on it."""
        doc = self.passage.doc
        first, last = doc.edges
        return self.run(doc[first[head.i]], doc[last[head.i]])

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that stand wholly in a span, or those it cuts; none if it is empty."""
        first, behind = self.places(span)
        return self.passage.doc[first:behind]

    def places(self, span: Span) -> tuple[int, int]:
        """Return from which place to which the tokens of a span stand; (0, 0) if there are none."""
        passage = self.passage
        start, end = span
        start, end = start - passage.start, end - passage.start
        if start < 0 or end > len(passage.doc.text):
            start, end = max(start, 0), min(end, len(passage.doc.text))
        return passage.doc.places(start, end) or (0, 0)

    def quotation(self, position: int) -> Region | None:
        """Return the innermost quotation that holds a character of the document."""
        if not self.regions:
            return None
        for index in range(bisect_right(self.starts, position) - 1, -1, -1):
            region = self.regions[index]
            if position < region.outer.end:
                return region
            if region.depth == 0:
                return None  # those before it end before it starts
        return None

    def parted(self, one: Token, other: Token) -> bool:
        """Return whether a quotation holds one of two tokens and not the other."""
        if not self.regions:
            return False
        return self.quotation(self.at(one)) is not self.quotation(self.at(other))

    def outermost(self, position: int) -> Region | None:
        """Return the quotation of depth 0 that holds a character of the document."""
        for index in range(bisect_right(self.starts, position) - 1, -1, -1):
            region = self.regions[index]
            if region.depth == 0:
                return region if position < region.outer.end else None
        return None

    def quotations_in(self, span: Span) -> list[Region]:
        """Return the quotations of any depth that share a character with a span."""
        start, end = span
        index = bisect_right(self.starts, start) - 1
        while index > 0 and self.regions[index].depth > 0:
            index -= 1
        behind = bisect_left(self.starts, end)
        near = self.regions[max(0, index) : behind]
        return [region for region in near if region.outer.end > start]
