"""Find quotation regions: marks are paired by kind and paragraph, never "first with second".

Curly marks pair by shape, straight ones by the white space around them. A mark inside an open
quotation opens a nested one. A quotation left open runs to the end of its paragraph; where the
next paragraph opens with a mark again, it goes on there (the convention of long quotations).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claims.model import Span

_MARK = re.compile(r"<[^<>\n]{0,300}>|“|”|„|«|»|\"|‘|’|''(?!')|``|'")
_FIRST = "<“”„«»\"‘’'`"  # with which a mark begins
_APOSTROPHES = frozenset("'’")
_DOUBLE_OPEN = frozenset({"“", "„", "«", "``"})
_DOUBLE_CLOSE = frozenset({"”", "»"})
_EITHER = frozenset({'"', "''"})
_LONGEST_SINGLE = 400  # characters; an apostrophe further away closes nothing
_ENDS = r"['’](?!\w|'(?!'))"  # before "''" it closes within a quotation: 'he said 'no,''' …
_SINGLE_CLOSE = re.compile(rf"(?<=[\w.,!?…]){_ENDS}")
_SINGLE_LATER = re.compile(rf"(?<=[.,!?…]){_ENDS}")


@dataclass(slots=True)
class Region:
    """One quotation, never changed.

    Attributes:
        outer: With its marks. ``inner``: without them.
        depth: 0 for a quotation that stands in no other.
        closed: Whether its closing mark was found.
        continues: Whether it goes on with the open quotation of the paragraph before.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    continues: bool = False


def regions(text: str, paragraphs: list[Span]) -> list[list[Region]]:
    """Return the quotations of each paragraph, in reading order, outer before nested."""
    found: list[list[Region]] = []
    left_open = False
    signs = _signs(text)
    for paragraph in paragraphs:
        begun = signs[bisect_left(signs, paragraph.start) : bisect_left(signs, paragraph.end)]
        here = list(_pair(text, paragraph, _marks(text, paragraph, begun))) if begun else []
        if len(here) > 1:
            here = _once(sorted(here, key=lambda r: (r.outer.start, -r.outer.end)))
        if left_open and here and here[0].outer.start == paragraph.start:
            first = here[0]
            here[0] = Region(first.outer, first.inner, first.depth, first.closed, True)
        left_open = bool(here) and any(not r.closed and r.depth == 0 for r in here)
        found.append(here)
    return found


def _signs(text: str) -> list[int]:
    """Return where marks may begin in a text, apostrophes within words left out.

    Each sign is sought by itself: one search for all would look at every letter, which takes ten
    times as long.
    """
    found = []
    for sign in _FIRST:
        at = text.find(sign)
        while at >= 0:
            within = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
            if not within or sign not in _APOSTROPHES:
                found.append(at)
            at = text.find(sign, at + 1)
    return sorted(found)


def _marks(text: str, paragraph: Span, begun: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the marks of a paragraph, in reading order."""
    end = paragraph.start
    for at in begun:
        mark = _MARK.match(text, at, paragraph.end) if at >= end else None
        if mark is not None:
            end = mark.end()
            yield mark


def _once(found: list[Region]) -> list[Region]:
    """Make one of two quotations with the same words: "“It is late,”" she said."""
    kept: list[Region] = []
    for region in found:
        if kept and region.outer == kept[-1].inner:
            kept[-1] = replace(kept[-1], inner=region.inner)
        else:
            kept.append(region)
    return kept


def _pair(text: str, paragraph: Span, marks: Iterable[re.Match[str]]) -> Iterator[Region]:
    """Pair the marks of one paragraph."""
    open_marks: list[tuple[int, int, str]] = []  # where it starts, where its words start, family
    single_until = -1  # where the single quotation that is open will close
    for mark in marks:
        sign, at, after = mark.group(), mark.start(), mark.end()
        if sign[0] == "<":
            continue  # markup: its quotation marks quote nobody
        if at == single_until:
            while open_marks and open_marks[-1][2] != "single":
                open_marks.pop()  # a double mark left open within: it was none
            if open_marks:
                start, words, _ = open_marks.pop()
                yield Region(Span(start, after), Span(words, at), len(open_marks))
            single_until = -1
        elif sign in {"'", "‘", "’"}:
            close = -1 if single_until >= 0 else _single_close(text, mark, paragraph)
            if close >= 0:
                open_marks.append((at, after, "single"))
                single_until = close
        elif _opens(text, mark, paragraph, open_marks):
            open_marks.append((at, after, "double"))
        elif open_marks and open_marks[-1][2] == "double":
            start, words, _ = open_marks.pop()
            yield Region(Span(start, after), Span(words, at), len(open_marks))
    for depth, (start, words, family) in enumerate(open_marks):
        if family == "double" and words < paragraph.end:
            end = Span(start, paragraph.end)
            yield Region(end, Span(words, paragraph.end), depth, closed=False)


def _opens(
    text: str, mark: re.Match[str], paragraph: Span, open_marks: list[tuple[int, int, str]]
) -> bool:
    """Return whether a double mark opens a quotation here."""
    sign = mark.group()
    inside = any(family == "double" for _, _, family in open_marks)
    if sign in _DOUBLE_OPEN:
        # A mark turned the wrong way closes: “… for her here,“ said the member.
        return not (inside and _behind_words(text, mark, paragraph))
    if sign in _DOUBLE_CLOSE:
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    behind = text[mark.end()] if mark.end() < paragraph.end else " "
    if not inside:
        return not (before.isdigit() and not behind.isalnum())  # 5'10" is a height
    # Inside an open quotation a mark opens only if it looks it: "He said "no" to me," ….
    return (before.isspace() or before in "([—–") and (behind.isalnum() or behind in "[‘'$")


def _behind_words(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Return whether a mark stands right behind a word or stop, and before a blank."""
    at, after = mark.start(), mark.end()
    return (
        at > paragraph.start
        and not text[at - 1].isspace()
        and text[at - 1] not in "([—–-"
        and (after >= paragraph.end or text[after].isspace())
    )


def _single_close(text: str, mark: re.Match[str], paragraph: Span) -> int:
    """Return where a single mark that opens here closes, or -1: it is an apostrophe."""
    at, after = mark.start(), mark.end()
    before = text[at - 1] if at > paragraph.start else " "
    if mark.group() == "’" or not (before.isspace() or before in '([—–“"‘-'):
        return -1
    if after >= paragraph.end or not (text[after].isalpha() or text[after] in "[$…"):
        return -1
    limit = min(paragraph.end, after + _LONGEST_SINGLE)
    close = _SINGLE_CLOSE.search(text, after, limit)
    if close is None:
        return -1
    if close.start() >= 1 and text[close.start() - 1] == "s":
        # "the officials' demand": a plural, if a mark behind punctuation follows
        later = _SINGLE_LATER.search(text, close.end(), limit)
        if later is not None and "'" not in text[close.end() : later.start()]:
            return later.start()
    return close.start()
