"""What a word must govern to report in a frame: asked first, for most words govern nothing of it.

The signs of a frame are labels in the tree, of what hangs on the word or of the word itself, the
prepositions that it needs, and a "that" somewhere behind it.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from claims.syntax import VERB
from claims.tokens import Token

CLAUSAL = frozenset({"ccomp", "xcomp", "oprd", "acomp"})
ALWAYS = frozenset({""})
"""The signs of a frame that is told without any."""

_THAT = "that behind"
_JOINS = frozenset({"IN", "WDT"})  # the tags of a "that" that leads to a clause
_REACH = 14  # words from a verb to a that-clause the parser hung elsewhere
_PARTICLE = "prt"
_HANGING = frozenset({"acl", "relcl"})
NOMINAL = {"VBN": "reduced", "VBG": "participle"}
"""What a verb on a noun is called: "a call made by", "a call urging"; others are offered."""

_PASSIVE = frozenset({"nsubjpass", "csubjpass", "auxpass", "agent"})
_SIGNS = {
    "passive": _PASSIVE,
    "reduced": frozenset({"reduced"}),
    "participle": frozenset({"participle"}),
    "offered": frozenset({"offered"}),
    "fronted": frozenset({"relcl"}),
    "object": frozenset({"dobj"}),
    "clause": CLAUSAL,
    "wh": CLAUSAL,
    "to": CLAUSAL,
    "ing": CLAUSAL,
    "small": CLAUSAL,
    "for": frozenset({"advcl"}),  # "call for the mayor to resign"
    "that": frozenset({_THAT}),
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
    kind, _, preposition = frame.removeprefix("object-").partition(":")
    return frozenset({preposition}) if kind == "prep" else _SIGNS.get(kind.split("-")[0], ALWAYS)


def may_report(verb: Token, signs: Mapping[str, frozenset[str]]) -> bool:
    """Return whether a verb bears one of the signs of the frames in which it reports.

    Args:
        verb: The verb.
        signs: Of each lemma, and under "" those of all others.
    """
    own = signs.get(verb.lemma_)
    if own is None:
        own = signs[""]
    if "" in own or (verb.dep_ in _HANGING and _as_hung(verb) in own):
        return True
    for kid in verb.children:
        label = kid.dep_
        if label in own or (label == "prep" and kid.lower_ in own):
            return label != _PARTICLE or _phrasal_may(verb, kid, signs)
    return _THAT in own and that_behind(verb) is not None


def _as_hung(verb: Token) -> str:
    """Return the sign that a verb is on the word it hangs on."""
    return NOMINAL.get(verb.tag_, "offered") if verb.dep_ == "acl" else verb.dep_


def _phrasal_may(verb: Token, particle: Token, signs: Mapping[str, frozenset[str]]) -> bool:
    """Return whether a verb may report with its particle: "turn out" is another than "turn"."""
    phrasal = signs.get(f"{verb.lemma_} {particle.lower_}", signs[""]) - {_PARTICLE}
    return may_report(verb, {"": phrasal})


def that_behind(verb: Token) -> Token | None:
    """Return the "that" of a clause the parser hung elsewhere: "predicted at the summit that …"."""
    for token in verb.doc[verb.i + 1 : verb.i + _REACH]:
        if token.tag_ in VERB:
            return None
        if token.tag_ in _JOINS and token.lower_ == "that" and token.head.i > token.i:
            break
    else:
        return None
    governor = token.head.head
    if token.dep_ != "mark" or token.i >= verb.sent.end:
        return None
    if governor.dep_ == "dobj" and governor.head is verb:
        return None  # "expressed hope that": the noun's clause
    return token
