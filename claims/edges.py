"""How far what hangs on each word of a tree reaches."""

from collections.abc import Sequence
from operator import gt, lt


def edges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the places of the first and the last word below each, itself included.

    One pass finds them; where arcs cross, it is made again until nothing moves any more.

    Args:
        heads: The place of each word's governor; a root is its own.
    """
    first, last = list(range(len(heads))), list(range(len(heads)))
    while True:
        for i, head in enumerate(heads):
            if first[i] < first[head]:
                first[head] = first[i]
        for i in range(len(heads) - 1, -1, -1):
            if last[i] > last[heads[i]]:
                last[heads[i]] = last[i]
        before = any(map(lt, first, map(first.__getitem__, heads)))
        behind = any(map(gt, last, map(last.__getitem__, heads)))
        if not before and not behind:
            return first, last
