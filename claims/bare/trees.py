"""Arc-eager parsing as spaCy's parser does it: moves over a stack and a buffer."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(5)
_AFTER = "||"  # "pobj||prep": pobj of the nearest prep below the head
_PASSES = 12  # over heads, until every word stands in its head's sentence

Scores = Callable[[NDArray[np.int64]], NDArray[np.float32]]
Tree = tuple[list[str], list[int], list[int]]
"""Labels and heads as in ``Analysis``, and where sentences begin."""


class Moves:
    """The actions of a trained parser, in the order of its scores."""

    def __init__(self, labels: dict[str, dict[str, int]]) -> None:
        self.actions = [
            (int(move), label)
            for move, counts in sorted(labels.items())
            for _, label in sorted(((n, label) for label, n in counts.items()), reverse=True)
        ]
        moves = np.array([move for move, _ in self.actions])
        allowed = np.arange(32)[:, None] >> moves & 1
        self._closed = np.where(allowed, 0, -np.inf).astype("float32")

    def trees(self, lengths: Sequence[int], scores: Scores) -> Iterator[Tree]:
        """Yield the trees of texts, given how to score the actions of states.

        A state is what stands at eight places, as rows of all texts' words one behind the other,
        counted from 1; 0 for nothing.
        """
        states: list[_State] = []
        row = 1
        for length in lengths:
            states.append(_State(length, row))
            row += length
        left = [state for state in states if state.length]
        while left:
            near = np.array([state.near() for state in left])
            found = scores(near) + self._closed[[state.allowed() for state in left]]
            for state, action in zip(left, found.argmax(axis=1).tolist(), strict=True):
                state.move(*self.actions[action])
            left = [state for state in left if state.stack or state.waiting()]
        return (_finished(state.heads, state.labels, state.left) for state in states)


class _State:
    """Stack and buffer of one text, and the arcs so far; -1 stands for no word.

    Lists have one place more than words, so that what hangs on no word is no word.
    """

    __slots__ = (
        "back", "first", "heads", "labels", "left", "length", "next", "older", "right", "row",
        "stack", "starts", "stuck",
    )  # fmt: skip

    def __init__(self, length: int, row: int) -> None:
        self.length, self.row = length, row
        self.stack: list[int] = []
        self.back: list[int] = []  # put back from the stack; the last is the buffer's first
        self.next = 0  # the first word that was never on the stack
        none = [-1] * (length + 1)
        self.heads, self.left, self.right, self.older = none[:], none[:], none[:], none[:]
        self.labels = [""] * length
        self.starts: set[int] = set()
        self.stuck: set[int] = set()  # put back once, and not to be shifted again

    def waiting(self) -> int:
        """Return the length of the buffer."""
        return self.length - self.next + len(self.back)

    def buffer(self) -> tuple[int, int]:
        """Return the first two words of the buffer."""
        near = (*self.back[:-3:-1], self.next, self.next + 1)
        end = self.length
        return near[0] if near[0] < end else -1, near[1] if near[1] < end else -1

    def near(self) -> tuple[int, ...]:
        """Return the rows of the eight words that actions are scored by."""
        b0, b1 = self.buffer()
        s2, s1, s0 = (-1, -1, -1, *self.stack)[-3:]
        left, row = self.left, self.row
        words = (b0, b1, s0, s1, s2, left[b0], left[s0], self.right[s0])
        return tuple(word + row if word >= 0 else 0 for word in words)

    def allowed(self) -> int:
        """Return the moves that may be made, a bit each."""
        b0, b1 = self.buffer()
        if not self.stack:
            found = 1 << _SHIFT
        elif b0 < 0:
            return 1 << _REDUCE
        else:
            found = 1 << _REDUCE
            if b0 not in self.starts:
                found |= 1 << _LEFT | 1 << _RIGHT
                if b1 >= 0 and b0 not in self.stuck:
                    found |= 1 << _SHIFT
        if b1 >= 0 and b1 == b0 + 1 and b1 not in self.starts:
            found |= 1 << _BREAK
        return found

    def move(self, move: int, label: str) -> None:
        """Make a move."""
        if move == _SHIFT:
            self._push()
        elif move == _REDUCE:
            word = self.stack.pop()
            if self.heads[word] < 0 and self.stack:
                self.back.append(word)
                self.stuck.add(word)
        elif move == _LEFT:
            self._hang_left(self.stack.pop(), self.buffer()[0], label)
        elif move == _RIGHT:
            head, word = self.stack[-1], self.buffer()[0]
            self.heads[word], self.labels[word] = head, label
            self.older[word], self.right[head] = self.right[head], word
            self._push()
        else:
            self.starts.add(self.buffer()[1])

    def _hang_left(self, word: int, head: int, label: str) -> None:
        """Hang the stack's top on the buffer's first, instead of where it hung, as the last."""
        if self.heads[word] >= 0:
            self.right[self.heads[word]] = self.older[word]
        self.heads[word], self.labels[word] = head, label
        self.left[head] = word
        self.stuck.discard(head)

    def _push(self) -> None:
        if self.back:
            self.stack.append(self.back.pop())
        else:
            self.stack.append(self.next)
            self.next += 1


def _finished(heads: list[int], labels: list[str], left: list[int]) -> Tree:
    """Return the tree, roots their own heads, with words brought down that hang too high.

    Args:
        heads: Of the words, and of no word; -1 for none.
        labels: Of the words.
        left: The first word that hangs on each and stands before it; -1 for none.
    """
    heads = [i if head < 0 else head for i, head in enumerate(heads[:-1])]
    labels = [label if heads[i] != i else "ROOT" for i, label in enumerate(labels)]
    if any(_AFTER in label for label in labels):
        _bring_down(heads, labels)
        first, _ = _edges(heads)
        opening = {first[i] for i, head in enumerate(heads) if head == i}
    else:
        opening = {_leftmost(i, left) for i, head in enumerate(heads) if head == i}
    return labels, [head - i for i, head in enumerate(heads)], sorted(opening - {0})


def _leftmost(word: int, left: list[int]) -> int:
    while left[word] >= 0:
        word = left[word]
    return word


def _bring_down(heads: list[int], labels: list[str]) -> None:
    """Hang words labelled "x||y" on the nearest y below their head, breadth first."""
    first, last = _edges(heads)

    def children(head: int) -> Iterable[int]:
        return (i for i in range(first[head], last[head] + 1) if heads[i] == head and i != head)

    def found(word: int, wanted: str) -> int:
        row = [heads[word]]
        while row:
            below = [child for head in row for child in children(head) if child != word]
            for child in below:
                if labels[child] == wanted:
                    return child
            row = below
        return heads[word]

    for word, label in enumerate(labels):
        own, after, wanted = label.partition(_AFTER)
        if after:
            heads[word], labels[word] = found(word, wanted), own


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """Return the first and the last word below each; passes end as spaCy's do."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    for _ in range(_PASSES):
        for order in (enumerate(heads), reversed(list(enumerate(heads)))):
            for word, head in order:
                first[head] = min(first[head], first[word])
                last[head] = max(last[head], last[word])
        if _within(heads, {first[i] for i, head in enumerate(heads) if head == i}):
            break
    return first, last


def _within(heads: list[int], starts: set[int]) -> bool:
    """Return whether every head stands in the sentence of its word; the last word is not asked."""
    end = len(heads) - 1
    begun = 0
    for stop in [*sorted(start for start in starts if 0 < start < end), end]:
        if any(not begun <= heads[j] <= stop for j in range(begun, stop)):
            return False
        begun = stop
    return True
