"""Where a find stands: contexts in which cues report oftener, or less often, than words promise.

"Backs" with an object of a dozen words that ends its sentence is mostly a stance, with one word in
mid-sentence seldom. The lexicon holds for each context how many finds were right there, how many
their words (and the contexts told before it) had promised, and how many there were.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from math import prod

from claims.speech.draft import Draft
from claims.speech.scene import Scene
from claims.tokens import Doc, Token

KINDS = ("behind", "length", "distance", "before", "governor", "source", "first")
"""The kinds of contexts, in the order in which each is counted given those before it."""

_LEAST, _MOST = 0.01, 0.99  # shares that odds are told of
STEADY = 20.0  # finds as promised that are added to each count
_LENGTHS = (1, 2, 3, 5, 7, 11, 20, 30)  # words up to which contents are as long
_SIZES = (*_LENGTHS, "more")
_FARTHEST = 7  # of distances, each twice the one before
_BEHIND = {".": "end", "": "end", ",": "comma", ":": "colon", "-LRB-": "colon"}
_BEHIND |= {"IN": "preposition", "TO": "preposition", "RB": "adverb", "CC": "and", "VBG": "part"}
_BEHIND |= dict.fromkeys(("''", "``"), "quotation") | dict.fromkeys(("WRB", "WDT", "WP"), "wh")
_BEHIND |= dict.fromkeys(("VBD", "VBZ", "VBP", "VBN", "MD"), "verb")


@dataclass(frozen=True, slots=True)
class Standing:
    """How many finds were right in a context, how many promised to be, and how many there were."""

    right: int
    expected: int
    found: int

    def drawn(self, steady: float) -> float:
        """Return what odds are multiplied by here, with so many finds as promised added."""
        promised = self.expected / self.found
        kept = (self.right + steady * promised) / (self.found + steady)
        return odds(kept) / odds(promised)


def odds(share: float) -> float:
    """Return the odds of a share, none of it for sure."""
    if share > _MOST:
        share = _MOST
    elif share < _LEAST:
        share = _LEAST
    return share / (1 - share)


def placed(trust: float, contexts: Iterable[str], factors: Mapping[str, float]) -> float:
    """Return how far a find is trusted that words alone trust so far, where it stands."""
    found = prod(map(factors.get, contexts, repeat(1.0)), start=odds(trust))
    return found / (1 + found)


def frame_name(draft: Draft) -> str:
    """Return the frame of a find as its contexts name it: its word class too, but for verbs."""
    word_class = draft.pattern.partition("-")[0]
    frame = draft.frame.partition(":")[0]
    return frame if word_class == "verb" else f"{word_class}-{frame}"


def contexts_of(scene: Scene, draft: Draft, head: Token) -> tuple[str, ...]:
    """Return the names of the contexts a find stands in, one of each kind.

    Args:
        scene: Its paragraph.
        draft: The find.
        head: The head word of its cue.
    """
    if not draft.speech:
        return ()
    doc, frame = scene.passage.doc, frame_name(draft)
    pieces = [(first, end) for first, end in map(scene.places, draft.speech) if first < end]
    behind = pieces[-1][1] if pieces else len(doc)
    tag = doc[behind].tag_ if behind < len(doc) else ""
    gap = draft.speech[0].start - draft.anchor
    return (
        f"behind {frame} {_BEHIND.get(tag, 'other')}",
        f"length {frame} {_SIZES[bisect_left(_LENGTHS, sum([end - i for i, end in pieces]))]}",
        f"distance {frame} {'before' if gap < 0 else min(_FARTHEST, gap.bit_length())}",
        f"before {frame} {doc[head.i - 1].tag_ if head.i else 'nothing'}",
        f"governor {head.head.dep_}",
        f"source {frame} {draft.source.kind if draft.source else 'absent'}",
        f"first {frame} {_opening(doc, pieces, head).tag_}",
    )


def _opening(doc: Doc, pieces: Iterable[tuple[int, int]], head: Token) -> Token:
    """Return the first word of a content that is no mark; of a content without one the cue."""
    for first, behind in pieces:
        for token in doc[first:behind]:
            if token.text[0].isalnum() or not token.is_punct:
                return token
    return head
