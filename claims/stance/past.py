"""Whether a stance is told of a time before the document's own (guideline 16)."""

import re

from claims.syntax import own_subject
from claims.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_FEW = 8  # words of a phrase that may date it
_PAST_WORDS = frozenset({"previously", "formerly", "once", "historically", "decades"})
_IN = frozenset({"in", "on", "during", "since"})
_DATING = frozenset({"npadvmod", "prep", "advmod", "tmod"})
_PAST_PERIOD = frozenset({"year", "decade", "century", "summer", "winter", "spring"})


def is_past(token: Token, year: int | None) -> bool:
    """Return whether the clause is dated before the document's own time."""
    node = token
    for _ in range(4):
        if _dated(node, year):
            return True
        if node.dep_ in {"ROOT", "relcl", "advcl", "ccomp"} or node.head == node:
            return False
        if node.dep_ == "conj" and own_subject(node) is not None:
            return False  # "was approved last year, but officials have since refused"
        node = node.head
    return False


def _beginning(word: Token) -> tuple[Token, ...]:
    """Return the first words of what hangs on a word."""
    first = word.left_edge.i
    return word.doc[first : min(first + _FEW, word.right_edge.i + 1)]


def _dated(verb: Token, year: int | None) -> bool:
    for child in verb.children:
        if child.dep_ not in _DATING:
            continue
        words = [t.lower_ for t in _beginning(child)]
        if child.dep_ == "advmod" and words and words[-1] in _PAST_WORDS:
            return True
        if "ago" in words and not {"hours", "minutes", "days", "day"} & set(words):
            return True
        if words[:1] == ["last"] and len(words) > 1 and words[1] in _PAST_PERIOD:
            return True
        if year is not None and child.dep_ == "prep" and child.lower_ in _IN:
            years = [int(word) for word in words if _YEAR.fullmatch(word)]
            if years and max(years) < year:
                return True
    return False
