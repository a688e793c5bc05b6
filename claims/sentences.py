"""What stands near what: the paragraphs and, without a parse, the sentences that hold a claim."""

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence

from claims.model import Block, Document, Span

_QUESTION = 1500  # characters; the longest of 102 questions put at seven press briefings has 1,004
_END = re.compile(
    r"[.!?](?<![A-Z].)(?<!\b(?:Mr|Ms|Dr|St).)(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Jan|Feb|Aug|Oct|Nov|Dec).)"
    r"(?<!\bSept.)[”\"’)]*\s+(?=[A-Z“\"])"
)


@functools.lru_cache(maxsize=256)  # claims of one paragraph come one after another
def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of a paragraph, blanks behind them included; together they are it."""
    cuts = [match.end() for match in _END.finditer(text, span.start, span.end)]
    starts = [span.start, *cuts]
    ends = [*cuts, span.end]
    pairs = zip(starts, ends, strict=True)
    return tuple(Span(start, end) for start, end in pairs if start < end)


def asks(text: str, spans: Sequence[Span]) -> bool:
    """Return whether a turn asks something, short enough to be a question and no speech."""
    long = sum(span.end - span.start for span in spans)
    return long <= _QUESTION and any("?" in span.of(text) for span in spans)


def blocks_of(document: Document, spans: Sequence[Span]) -> list[int]:
    """Return the numbers of the blocks that any of some spans meets, in reading order."""
    found: set[int] = set()
    for span in spans:
        first = max(0, bisect_right(document.blocks, span.start, key=_start) - 1)
        for number in range(first, len(document.blocks)):
            if document.blocks[number].span.start >= span.end:
                break
            if document.blocks[number].span.meets(span):
                found.add(number)
    return sorted(found)


def _start(block: Block) -> int:
    return block.span.start
