"""Where a content may end: the phrases behind its start that might be told with it, or not."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.model import Span
from claims.speech.contexts import frame_name
from claims.speech.draft import Draft
from claims.speech.scene import Scene
from claims.speech.sentences import end_of_sentence
from claims.tokens import Token

_REACH = 1_500  # characters behind a content that its sentence is looked for in
_FAR = 120  # tokens from the start of a content to its last possible end
_LOOSE = frozenset({"prep", "cc", "advcl", "npadvmod"})
_OUTSIDE = frozenset({"cue", "above", "root"})


class Core(NamedTuple):
    """The last piece of a content: its first and last word by grammar, and where it must end.

    Attributes:
        cue: The head word of its cue. ``head``: the word of the content that hangs on no other.
        frame: As its contexts name it.
        tellers: Where the cues of its paragraph stand, as numbers of tokens.
    """

    cue: Token
    first: Token
    last: Token
    head: Token
    limit: int
    frame: str
    tellers: frozenset[int]


class End(NamedTuple):
    """Where a content may end: behind ``last``, before the phrase that opens with ``behind``.

    Attributes:
        head: The head word of that phrase; the word itself where none opens. At the end of a
            sentence both are None.
        beyond: Whether the end by grammar comes before (1), stands here (0) or comes later (-1).
        commas: How many stand between the start of the content and here.
    """

    last: Token
    behind: Token | None
    head: Token | None
    opens: bool
    beyond: int
    commas: int


def core_of(scene: Scene, draft: Draft, tellers: frozenset[int]) -> Core | None:
    """Return the last piece of a content; None where it stands before its cue, or is too long."""
    if draft.head is None or not draft.speech or draft.speech[-1].start < draft.anchor:
        return None
    piece, doc, begin = draft.speech[-1], scene.passage.doc, scene.passage.start
    region = scene.quotation(draft.anchor)
    end = scene.span.end if region is None else region.inner.end
    room = Span(piece.start, max(piece.end, min(end, piece.end + _REACH)))
    words = doc.places(piece.start - begin, min(piece.end, scene.span.end) - begin)
    whole = doc.places(piece.start - begin, end_of_sentence(scene.text, room) - begin)
    if words is None or whole is None or not 0 < words[1] - words[0] <= _FAR:
        return None
    start, last = words[0], words[1] - 1
    limit = min(max(whole[1] - 1, last), start + _FAR)
    first = doc[start]
    head = _head(doc[start : last + 1])
    frame = frame_name(draft)
    return Core(draft.head, first, _bare(doc[last], first), head, limit, frame, tellers)


def _head(words: Sequence[Token]) -> Token:
    """Return the first word of a content that hangs on none of its words."""
    start, last = words[0].i, words[-1].i
    for token in words:
        if not start <= token.head.i <= last and not token.is_punct:
            return token
    return words[0]


def _bare(last: Token, first: Token) -> Token:
    """Return the last token that is no mark, from one on backwards."""
    while last.i > first.i and last.is_punct:
        last = last.nbor(-1)
    return last


def ends_of(scene: Scene, core: Core) -> Iterator[End]:
    """Yield where a content may end, in reading order, its sentence's end last."""
    start, inner, doc = core.first.i, core.last.i, core.first.doc
    edges = doc.edges[0]
    loose = {edges[c.i] for held in (core.cue, core.head) for c in held.rights if c.dep_ in _LOOSE}
    before, commas, passed = core.first, 0, 0
    for token in doc[start + 1 : core.limit + 1]:
        text = token.text
        if not text[0].isalnum() and (token.is_punct or token.is_space):
            if "\n" in text:
                break
            passed += text == ","
            continue
        place = token.i
        last, before = before, token
        until, commas = commas, passed
        apart = last.i < place - 1
        if not apart:
            governor = token.head.i
            amid = edges[governor] < place < governor  # the phrase it stands in began before
            if amid or (last.i < inner and place not in loose):
                continue
        head = _topmost(token, edges)
        opens = edges[head.i] == place and (head.head.i < place or head.head is head)
        beyond = (last.i > inner) - (last.i < inner)
        if not (opens or apart) or (beyond and not _may_end(core, head, opens, apart, beyond)):
            continue
        if not _within_another(scene, core, scene.at(token)):
            yield End(last, token, head, opens, beyond, until)
    yield End(before, None, None, False, (before.i > inner) - (before.i < inner), commas)


def _topmost(first: Token, edges: Sequence[int]) -> Token:
    """Return the head of the widest phrase that begins with a word."""
    head = first
    while head.head is not head and edges[head.head.i] == first.i:
        head = head.head
    return head


def _within_another(scene: Scene, core: Core, at: int) -> bool:
    """Return whether a place lies within a quotation that does not hold the cue."""
    region = scene.quotation(at)
    if region is None or region.outer.start >= at:
        return False
    return not region.outer.start <= scene.at(core.cue) < region.outer.end


def _may_end(core: Core, head: Token, opens: bool, apart: bool, beyond: int) -> bool:
    """Return whether a content may end before a phrase: one set off, or no part of its core."""
    if apart and (opens or beyond > 0):
        return True
    held = held_by(core, head)
    if head.dep_ in _LOOSE and opens and held in {"cue", "head"}:
        return True
    return beyond > 0 and held in _OUTSIDE


def held_by(core: Core, head: Token) -> str:
    """Return what a phrase hangs on: the cue, the content's head, a word in it, or above it."""
    governor = head.head
    if governor is head:
        return "root"
    if governor is core.cue:
        return "cue"
    if governor is core.head:
        return "head"
    return "in" if core.first.i <= governor.i <= core.limit else "above"
