"""How far what hangs on each word of a tree reaches."""

from collections.abc import Sequence


def edges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the places of the first and the last word below each, itself included.

    One pass finds them; where arcs cross, it is made again until nothing moves any more.

    Args:
        heads: The place of each word's governor; a root is its own.
    """
    first, last = list(range(len(heads))), list(range(len(heads)))
    while _spread(heads, first, last):
        pass
    return first, last


def _spread(heads: Sequence[int], first: list[int], last: list[int]) -> bool:
    """Hand the edge of each word to its governor; return whether one got its own too late."""
    late = False
    for i, head in enumerate(heads):
        if first[i] < first[head]:
            first[head] = first[i]
            late = late or head < i
    for i in range(len(heads) - 1, -1, -1):
        head = heads[i]
        if last[i] > last[head]:
            last[head] = last[i]
            late = late or head > i
    return late
