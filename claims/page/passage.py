"""The words around a claim, cut into pieces by what they are."""

import re
from collections.abc import Iterable
from itertools import pairwise

from claims.model import Block, BlockKind, Claim, Document, Span
from claims.page.nouns import Passage, Piece

_CONTEXT = 200  # characters of a sentence shown before the first mark, and after the last
_NEAR = 300  # characters that a cue or a speaker may stand away and still be shown
_LONGEST = 1600  # characters of one passage; of more, the beginning and the end are shown
_TAIL = 300
_SENTENCE_END = re.compile(r"[.!?…]['\"’”»)\]]*\s+|[。！？]")


def passages(claim: Claim, document: Document) -> tuple[Passage, ...]:
    """Return the parts of paragraphs that hold the claim, with speaker, cue and evidence marked."""
    spans = {
        "words": claim.spans,
        "speaker": (claim.source,) if claim.source else (),
        "cue": claim.cue_spans,
        "evidence": joined(claim.evidence, document.text),
    }
    held = [block for block in document.blocks if any(map(block.span.meets, claim.spans))]
    whole = Block(kind=BlockKind.BODY, span=Span(0, len(document.text)))
    return tuple(_passage(document.text, block, spans) for block in held or [whole])


def joined(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Return spans in order, those with nothing but a blank between them made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and not text[found[-1].end : span.start].strip():
            span = Span(found[-1].start, max(found.pop().end, span.end))
        found.append(span)
    return tuple(found)


def _passage(text: str, block: Block, spans: dict[str, tuple[Span, ...]]) -> Passage:
    words = [span for span in spans["words"] if block.span.meets(span)]
    first = max(block.span.start, min((span.start for span in words), default=block.span.start))
    last = min(block.span.end, max((span.end for span in words), default=block.span.end))
    reach = Span(max(block.span.start, first - _NEAR), min(block.span.end, last + _NEAR))
    near = [span for known in spans.values() for span in known if reach.covers(span)]
    start = _start(text, block.span.start, min([first, *(span.start for span in near)]))
    end = _end(text, block.span.end, max([last, *(span.end for span in near)]))
    return Passage(
        pieces=_pieces(text, Span(start, end), spans),
        label=block.label.of(text) if block.label else "",
        begins=start == block.span.start,
        ends=end == block.span.end,
    )


def _start(text: str, least: int, first: int) -> int:
    """Return where the sentence begins that holds a place; a long one is cut between words."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, least, first)]
    start = ends[-1] if ends else least
    if first - start <= _CONTEXT:
        return start
    blank = text.find(" ", first - _CONTEXT, first)
    return first - _CONTEXT if blank < 0 else blank + 1


def _end(text: str, most: int, last: int) -> int:
    if last and text[last - 1] in ".!?。！？":
        return last
    match = _SENTENCE_END.search(text, max(0, last - 1), most)
    end = match.start() + len(match[0].rstrip()) if match else most
    if end - last <= _CONTEXT:
        return max(last, end)
    blank = text.rfind(" ", last, last + _CONTEXT)
    return last + _CONTEXT if blank < 0 else blank


def _pieces(text: str, window: Span, spans: dict[str, tuple[Span, ...]]) -> tuple[Piece, ...]:
    if window.end - window.start <= _LONGEST:
        return _marked(text, window, spans)
    head, tail = window.start + _LONGEST - _TAIL, window.end - _TAIL
    cut = Piece(f" [… {tail - head:,} characters left out …] ", ("cut",))
    begun = _marked(text, Span(window.start, head), spans)
    return (*begun, cut, *_marked(text, Span(tail, window.end), spans))


def _marked(text: str, window: Span, spans: dict[str, tuple[Span, ...]]) -> tuple[Piece, ...]:
    """Return a window's text, cut wherever a mark begins or ends."""
    inside = {kind: [s for s in known if s.meets(window)] for kind, known in spans.items()}
    edges = {edge for known in inside.values() for s in known for edge in (s.start, s.end)}
    inner = {edge for edge in edges if window.start < edge < window.end}
    pieces = []
    for start, end in pairwise(sorted({window.start, window.end, *inner})):
        here = Span(start, end)
        marks = tuple(kind for kind, known in inside.items() if any(s.covers(here) for s in known))
        pieces.append(Piece(here.of(text), marks))
    return tuple(pieces)
