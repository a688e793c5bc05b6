"""What is asked of others or still to be shown, and so is not told as done."""

from collections.abc import Mapping

from claims.stance.frames import lemma
from claims.stance.triggers import only_when
from claims.syntax import is_verb
from claims.tokens import Token

Lists = Mapping[str, frozenset[str]]

_EMPTY: frozenset[str] = frozenset()
_AS_A_GUEST = frozenset({"discuss", "exchange", "talk", "pay", "congratulate", "thank", "brief"})
_DEMANDS_THAT = frozenset({"demand", "urge", "request", "require", "order", "ask", "want"})
_MODALS = frozenset({"would", "should", "must", "could"})


def calls_upon(verb: Token, asked: Token) -> bool:
    """Return whether the verb asks somebody for what follows: "call on Iran to stop".

    Who calls on a neighbour to discuss something is a guest.
    """
    if lemma(asked) in _AS_A_GUEST:
        return False
    brought = {c.lower_ for c in verb.children if c.dep_ == "prep" and not only_when(c)}
    return lemma(verb) in {"call", "prevail"} and bool(brought & {"on", "upon"})


def is_for_others(verb: Token) -> bool:
    """Return whether a clause says what somebody is to do: "lobbied for Chad to join"."""
    return verb.tag_ == "VB" and any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)


def of_others(word: str, lists: Lists) -> set[str]:
    """Return what a verb makes of a clause with "for": demanded, hoped."""
    return {name for name in ("demanded", "hoped") if word in lists.get(f"{name}-verbs", _EMPTY)}


def governs_finite(name: str, word: str) -> bool:
    """Return whether a verb makes a that-clause wished for and does not only report it."""
    if name == "demanded":
        return word in _DEMANDS_THAT
    return name != "future"


def is_wanted_proof(noun: Token, lists: Lists) -> bool:
    """Return whether proof is still to be brought: "must show proof", "demanded evidence"."""
    verb = noun.head
    if lemma(noun) not in lists.get("proof-nouns", _EMPTY) or not is_verb(verb):
        return False
    wanting = lists.get("demanded-verbs", _EMPTY) | lists.get("hoped-verbs", _EMPTY)
    while verb.dep_ == "xcomp" and lemma(verb) not in wanting:
        verb = verb.head
    asked = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children)
    return asked or lemma(verb) in wanting
