"""What one look at a word tells, before its phrase is read: a thing, or part of a name."""

from claims.actors.names import fold
from claims.actors.scope import COMMON, PROPER, Scope
from claims.tokens import Token

HYPHENS = frozenset({"-", "‑", "–"})
PARTICLES = frozenset(
    "al el bin bint ibn abu ben de del della di da dos du la le van von der den ter ul ur".split()
)


def is_thing(scope: Scope, head: Token) -> bool:
    """Return whether a word is a common noun for no person, body or state."""
    if head.tag_ not in COMMON or head.i in scope.names or head.text[0].isupper():
        return False
    return not scope.kinds[head.text].group


def may_be_full_name(scope: Scope, head: Token) -> bool:
    """Return whether a word may end a name of several words: a quick look before it is read."""
    if head.i in scope.names:
        return head.i in scope.people
    if head.i == 0:
        return False
    before = head.doc[head.i - 1]
    return before.tag_ in PROPER or before.i in scope.names or is_inside_name(before)


def is_name(scope: Scope, head: Token) -> bool:
    """Return whether a word alone is a name: capitalised, and no role, title or nationality."""
    if head.i in scope.people:
        return head.text not in HYPHENS
    if head.tag_ not in PROPER or head.i in scope.names or not head.text[0].isupper():
        return False
    return not scope.kinds[head.text].in_role


def is_inside_name(token: Token) -> bool:
    """Return whether a word of no capital may stand within a name: "Kim Jong-un", "bin Laden"."""
    return token.text in HYPHENS or fold(token.text) in PARTICLES
