"""Where a content may end: the phrases behind its start that might be told with it, or not."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

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


@dataclass(slots=True)
class Core:
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


@dataclass(slots=True)
class End:
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


def ends_of(scene: Scene, core: Core) -> Iterator[End]:
    """Yield where a content may end, in reading order, its sentence's end last."""
    inner, doc = core.last.i, core.first.doc
    firsts, marks = doc.edges[0], _marks(core)
    for place in _openings(core, marks):
        last, token = _before(place, marks), doc[place]
        apart = last < place - 1
        if not apart or doc[place - 1].tag_ in _QUOTES:
            governor = token.head.i
            if firsts[governor] < place < governor:
                continue  # the phrase it stands in began before
        head = _topmost(token, firsts)
        opens = firsts[head.i] == place and (head.head.i < place or head.head is head)
        beyond = (last > inner) - (last < inner)
        if not (opens or apart) or (beyond and not _may_end(core, head, opens, apart, beyond)):
            continue
        if not _within_another(scene, core, token):
            yield End(doc[last], token, head, opens, beyond)
    last = _before(core.limit + 1, marks)
    yield End(doc[last], None, None, False, (last > inner) - (last < inner))


def _marks(core: Core) -> set[int]:
    """Return where marks stand behind the first word of a content, to its sentence's end."""
    return {
        token.i
        for token in core.first.doc[core.first.i + 1 : core.limit + 1]
        if not token.text[0].isalnum() and (token.is_punct or token.is_space)
    }


def _before(place: int, marks: Set[int]) -> int:
    """Return where the last word before a place stands."""
    last = place - 1
    while last in marks:
        last -= 1
    return last


def _openings(core: Core, marks: Set[int]) -> list[int]:
    """Return before which words a content may end: behind its core, loose in it or set off."""
    start, inner = core.first.i, core.last.i
    within = _loose(core).union([mark + 1 for mark in marks])
    places = sorted([place for place in within if start < place <= inner])
    places += range(inner + 1, core.limit + 1)
    return [place for place in places if place not in marks] if marks else places


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


def _within_another(scene: Scene, core: Core, token: Token) -> bool:
    """Return whether a word stands within a quotation that does not hold the cue, or opens none."""
    region = scene.quotation(scene.at(token)) if scene.regions else None
    if region is None or region.outer.start >= scene.at(token):
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
