"""Undo hard line breaks without moving a character.

Mail, agencies and old archives break lines at 60 to 90 characters inside paragraphs, which blank
lines part. Such breaks become blanks here, one for one, so that every offset stays true.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

_WIDEST = 100  # characters of the longest line that anybody wraps at
_NARROWEST = 40
_LINE = re.compile(r"(?P<line>[^\r\n\u2028\u2029]*)(?P<end>\r\n|[\r\n\u2028\u2029]|\Z)")
_NEW_PARAGRAPH = re.compile(r"[ \t\xa0]{2,}|\t|[-*•·] |Q[.:]? ")
_ITEM = re.compile(  # behind a closed sentence: the number of an item, the label of a turn
    r"\(?\d{1,3}[.)] |[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5}(?: ?\([^()]*\))?:(?:\s|$)"
)
_CLOSED = re.compile(r"[.!?…:][”\"’')\]]*$")


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    end: tuple[int, int]  # where its line end stands

    @property
    def closed(self) -> bool:
        return _CLOSED.search(self.words.rstrip()) is not None


def unwrapped(text: str) -> str:
    """Return the text with blanks for the line ends inside paragraphs; as long as it was.

    A text whose lines are paragraphs comes back as it is.
    """
    lines = [
        _Line(match["line"], match.span("end"))
        for match in _LINE.finditer(text)
        if match["line"] or match["end"]
    ]
    width = _width(lines)
    if not width:
        return text
    pieces, start = [], 0
    for line, following in pairwise(lines):
        if _goes_on(line, following, width):
            pieces += [text[start : line.end[0]], " " * (line.end[1] - line.end[0])]
            start = line.end[1]
    return "".join([*pieces, text[start:]])


def _width(lines: list[_Line]) -> int:
    """Return the width that the lines are wrapped at; 0 for text that is not wrapped.

    In wrapped text most lines end in mid-sentence and the next goes on in lower case; a
    paragraph does neither.
    """
    lengths = sorted(len(line.words.rstrip()) for line in lines if line.words.strip())
    if len(lengths) < 3:
        return 0
    width = lengths[int(0.95 * (len(lengths) - 1))]
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if line.words.strip() and following.words.strip()
    ]
    going_on = sum(_in_mid_sentence(*pair) for pair in pairs)
    if not _NARROWEST <= width <= _WIDEST or going_on < 2 or going_on * 3 < len(pairs):
        return 0
    return width


def _in_mid_sentence(line: _Line, following: _Line) -> bool:
    return not line.closed and following.words.lstrip()[:1].islower()


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    """Return whether a paragraph goes on from one line to the next.

    A line is full where the next word would not have fitted; a quarter of the width is left for
    programs that level the lines of a paragraph.
    """
    if not line.words.strip() or not following.words.strip():
        return False
    if _unbroken(line, width) or _unbroken(following, width):
        return False
    if _NEW_PARAGRAPH.match(following.words) and not _indented_alike(line, following):
        return False
    if line.closed and _ITEM.match(following.words.lstrip()):
        return False
    next_word = len(following.words.split(maxsplit=1)[0])
    return len(line.words.rstrip()) + 1 + next_word > 0.75 * width


def _unbroken(line: _Line, width: int) -> bool:
    """Return whether a line is a whole paragraph; a long address is none."""
    return len(line.words) > 1.5 * width and " " in line.words.strip()


def _indented_alike(line: _Line, following: _Line) -> bool:
    """Return whether both lines stand in by as much (a quoted passage), with no mark between."""
    indent = len(following.words) - len(following.words.lstrip())
    same = len(line.words) - len(line.words.lstrip()) == indent
    return same and indent > 0 and not _NEW_PARAGRAPH.match(following.words.lstrip())
