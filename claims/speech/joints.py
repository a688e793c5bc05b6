"""Where a content may end: the phrases behind its start that might be told with it, or not."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from claims.model import Span
from claims.speech.contexts import frame_name
from claims.speech.draft import Draft
from claims.speech.scene import Scene
from claims.speech.sentences import end_of_sentence
from claims.tokens import Token

_REACH = 1_500  # characters behind a content that its sentence is looked for in
_FAR = 120  # tokens from the start of a content to its last possible end
_FEW = 12  # words of a content up to which no other end was better (PolNeAR train, held out)
_LOOSE = frozenset({"prep", "cc", "advcl", "npadvmod"})
_STOPS = frozenset({".", "?", "!"})
_QUOTES = frozenset({"''", "``"})
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

    @property
    def size(self) -> int:
        """How many words it has by grammar."""
        return self.last.i - self.first.i + 1

    @property
    def is_long(self) -> bool:
        """Whether its sentence holds twice as many words, or more."""
        return self.limit - self.first.i >= 2 * self.size


class End(NamedTuple):
    """Where a content may end: behind ``last``, before the phrase that opens with ``behind``.

    Attributes:
        head: The head word of that phrase; the word itself where none opens. At the end of a
            sentence both are None.
        beyond: Whether the end by grammar comes before (1), stands here (0) or comes later (-1).
    """

    last: Token
    behind: Token | None
    head: Token | None
    opens: bool
    beyond: int


def core_of(scene: Scene, draft: Draft, tellers: frozenset[int]) -> Core | None:
    """Return the last piece of a content; None where it stands before its cue, or is too long.

    None also where it is short and its sentence ends with it: then it ends there too.
    """
    if draft.head is None or not draft.speech or draft.speech[-1].start < draft.anchor:
        return None
    start, behind = scene.places(draft.speech[-1])
    if not 0 < behind - start <= _FAR:
        return None
    words = scene.passage.doc[start:behind]
    last = _bare(words)
    limit = min(max(_limit(scene, draft, last), behind - 1), start + _FAR)
    size = last.i - start + 1
    if size <= _FEW and limit - start < 2 * size:
        return None
    return Core(draft.head, words[0], last, _head(words), limit, frame_name(draft), tellers)


def _bare(words: Sequence[Token]) -> Token:
    """Return the last word that is no mark; of nothing but marks the first."""
    for token in reversed(words):
        if token.text[0].isalnum() or not token.is_punct:
            return token
    return words[0]


def _head(words: Sequence[Token]) -> Token:
    """Return the first word of a content that hangs on none of its words."""
    start, last = words[0].i, words[-1].i
    for token in words:
        if not start <= token.head.i <= last and not token.is_punct:
            return token
    return words[0]


def _limit(scene: Scene, draft: Draft, last: Token) -> int:
    """Return the last place in the sentence of a content, and in the quotation of its cue."""
    doc, piece = scene.passage.doc, draft.speech[-1]
    following = doc[last.i + 1 : last.i + 2]
    if not following or following[0].text in _STOPS:
        return last.i + len(following)
    region = scene.quotation(draft.anchor)
    end = scene.span.end if region is None else region.inner.end
    room = Span(piece.start, max(piece.end, min(end, piece.end + _REACH)))
    return scene.places(Span(piece.start, end_of_sentence(scene.text, room)))[1] - 1


def ends_of(scene: Scene, core: Core, until: float = inf) -> Iterator[End]:
    """Yield where a content may end, in reading order, its sentence's end last.

    Args:
        scene: Its paragraph.
        core: Its last piece.
        until: The place from which on no more ends are asked for.
    """
    start, inner, doc = core.first.i, core.last.i, core.first.doc
    edges, loose, before = doc.edges[0], _loose(core), core.first
    for token in doc[start + 1 : core.limit + 1]:
        if not token.text[0].isalnum() and (token.is_punct or token.is_space):
            continue
        last, before, place = before, token, token.i
        if last.i >= until:
            return
        apart = last.i < place - 1
        if not apart and last.i < inner and place not in loose:
            continue
        if not apart or doc[place - 1].tag_ in _QUOTES:
            governor = token.head.i
            if edges[governor] < place < governor:
                continue  # the phrase it stands in began before
        head = _topmost(token, edges)
        opens = edges[head.i] == place and (head.head.i < place or head.head is head)
        beyond = (last.i > inner) - (last.i < inner)
        if not (opens or apart) or (beyond and not _may_end(core, head, opens, apart, beyond)):
            continue
        if not _within_another(scene, core, scene.at(token)):
            yield End(last, token, head, opens, beyond)
    if before.i < until:
        yield End(before, None, None, False, (before.i > inner) - (before.i < inner))


def _loose(core: Core) -> set[int]:
    """Return where phrases begin that hang on the cue or the content's head, and may be left."""
    edges = core.first.doc.edges[0]
    kids = (*core.cue.rights, *core.head.rights)
    return {edges[kid.i] for kid in kids if kid.dep_ in _LOOSE}


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
