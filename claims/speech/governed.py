"""What a word must govern to report in a frame: asked first, for most words govern nothing of it.

The signs of a frame are labels in the tree, of what hangs on the word or of the word itself, and
the prepositions that it needs.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from claims.tokens import Token

CLAUSAL = frozenset({"ccomp", "xcomp", "oprd", "acomp"})
ALWAYS = frozenset({""})
"""The signs of a frame that is told without any."""

_PASSIVE = frozenset({"nsubjpass", "csubjpass", "auxpass", "agent"})
_SIGNS = {
    "passive": _PASSIVE,
    "reduced": frozenset({"acl"}),
    "participle": frozenset({"acl"}),
    "offered": frozenset({"acl"}),
    "fronted": frozenset({"relcl"}),
    "object": frozenset({"dobj"}),
    "clause": CLAUSAL,
    "wh": CLAUSAL,
    "to": CLAUSAL,
    "ing": CLAUSAL,
    "small": CLAUSAL,
    "as": frozenset(),  # "as reported by": sought at "as"
}


def signs_of(frames: Iterable[str]) -> frozenset[str]:
    """Return by which signs a verb may report in one of these frames."""
    found: set[str] = set()
    for frame in frames:
        found |= _signs_of(frame)
    return frozenset(found)


@cache
def _signs_of(frame: str) -> frozenset[str]:
    kind, _, preposition = frame.partition(":")
    return frozenset({preposition}) if kind == "prep" else _SIGNS.get(kind.split("-")[0], ALWAYS)


def may_report(verb: Token, kids: Mapping[str, Sequence[Token]], signs: frozenset[str]) -> bool:
    """Return whether a verb bears one of the signs.

    Args:
        verb: The verb.
        kids: What hangs on it, by label.
        signs: Of the frames in which it reports.
    """
    if signs >= ALWAYS or not signs.isdisjoint(kids) or verb.dep_ in signs:
        return True
    return "prep" in kids and any(kid.lower_ in signs for kid in kids["prep"])
