"""Cut a text into blocks: headline, caption, body, boilerplate, and the turns of a transcript."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.model import Block, BlockKind, Span
from claims.read.layout import Layout, layout
from claims.read.turns import Turn, turns
from claims.read.wrapping import unwrapped

_LONGEST_HEADLINE = 25  # words; of 924 news articles none has a longer one
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
_SPACES = " \t\v\f\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_MARKS = "*_#•🔹🔵" + _INVISIBLE + _SPACES
_OWN_PERSON = re.compile(r"\b(?:I|we|you|our|my|your|us|me)\b(?![.])")
_COLON = re.compile(r"[ \t\xa0)]*:")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")
_SPEAKING = 0.3  # share of a text's paragraphs that say "I" or "we" where it is somebody's speech
_ENDS = re.compile(r"[.!?…:;,][”\"’')\]]*$")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line of text without its outer blanks, or the part of one up to the next label."""

    span: Span
    words: str  # without bullets and other marks, as ``span``
    marked: str  # with them
    turn: Turn | None = None


def blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a text and what each is for, in reading order.

    Spans leave out the blanks around a paragraph and the labels of turns. A paragraph whose lines
    were broken by hand is one block.
    """
    text = unwrapped(text)
    paragraphs = list(_paragraphs(text, turns(text)))
    how = layout()
    repeated = Counter(p.words for p in paragraphs)
    heading = _heading(paragraphs, how)
    found: list[Block] = []
    seen: set[BlockKind] = set()
    label: Span | None = None
    for paragraph in paragraphs:
        kind = _kind(paragraph, how, repeated, seen)
        seen.add(kind)
        author = None if paragraph.turn else how.author(paragraph.words)
        author = author or (heading if paragraph is paragraphs[0] else None)
        if paragraph.turn is not None:
            label = paragraph.turn.label
        elif author or (heading is None and _ends_turn(paragraph, how, label, text)):
            label = None
        if kind is BlockKind.BODY and label is not None:
            kind = BlockKind.TURN
        speaks = label if kind is BlockKind.TURN else None
        found.append(Block(kind=kind, span=paragraph.span, label=speaks))
        if author:
            first = paragraph.span.start
            label = Span(first + author.start("who"), first + author.end("who"))
    return tuple(found)


def _heading(paragraphs: Sequence[_Paragraph], how: Layout) -> re.Match[str] | None:
    """Return the heading that names whose words a whole text is, where it speaks as "I" or "we"."""
    heading = how.heading(paragraphs[0].words) if paragraphs else None
    if heading is None or any(paragraph.turn for paragraph in paragraphs):
        return None
    below = [_QUOTED.sub("", paragraph.words) for paragraph in paragraphs[1:]]
    speaking = sum(_OWN_PERSON.search(words) is not None for words in below)
    return heading if speaking >= _SPEAKING * len(below) and speaking else None


def _ends_turn(paragraph: _Paragraph, how: Layout, label: Span | None, text: str) -> bool:
    """Return whether the editor of a transcript speaks again in this paragraph.

    An announcement speaks of others and says so at once; what a speaker says of an exchange
    ("we spoke with our partners") holds a first or second person.
    """
    own = _OWN_PERSON.search(paragraph.words) is not None
    if not own and how.exchanges.match(" ".join(paragraph.words.split()[:60])):
        return True
    if label is None:
        return False
    if _COLON.match(text, label.end):
        return not own and how.narrations.fullmatch(paragraph.words) is not None
    # An author does not name himself at the head of his own words.
    return label.of(text).split()[-1] in paragraph.words.split()[:5]


def _paragraphs(text: str, found: tuple[Turn, ...]) -> Iterator[_Paragraph]:
    """Cut at line ends and at labels; leave out blanks."""
    places = iter([*found, None])
    turn = next(places)
    for line in re.finditer(r"[^\r\n\u2028\u2029]+", text):
        start, opened = line.start(), None
        while turn is not None and turn.label.start < line.end():
            yield from _piece(text, start, turn.label.start, opened)
            start, opened = turn.words, turn
            turn = next(places)
        yield from _piece(text, start, line.end(), opened)


def _piece(text: str, start: int, end: int, turn: Turn | None) -> Iterator[_Paragraph]:
    marked = text[start:end].strip().strip(_INVISIBLE).strip()
    words = marked.strip(_MARKS)
    if words.strip("@"):  # the sign of an account stands before its label
        first = text.index(words, start)
        yield _Paragraph(Span(first, first + len(words)), words, marked, turn)


def _kind(
    paragraph: _Paragraph, how: Layout, repeated: Counter[str], before: set[BlockKind]
) -> BlockKind:
    words = paragraph.words
    if paragraph.turn is not None:
        return BlockKind.TURN
    if how.boilerplate.fullmatch(paragraph.marked) or how.dates.fullmatch(words):
        return BlockKind.BOILERPLATE
    if how.captions.fullmatch(words) or (repeated[words] > 1 and len(words.split()) > 4):
        return BlockKind.CAPTION
    body_begun = not before.isdisjoint({BlockKind.BODY, BlockKind.TURN})
    is_short = len(words.split()) <= _LONGEST_HEADLINE and not _ENDS.search(words)
    if is_short and not body_begun and BlockKind.HEADLINE not in before:
        return BlockKind.HEADLINE
    return BlockKind.BODY
