"""Words for roles: which group a word belongs to, and what it tells of who bears it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TypeAlias

from claims.actors.lexicon import Roles
from claims.actors.names import ByWord, fold
from claims.syntax import complements
from claims.tokens import Token

_BEFORE_ROLE = frozenset("foreign prime defense defence vice deputy interior".split())
# Before these, words for private people tell what the office looks after: "labour minister".
GOVERNS = frozenset(
    "minister ministers ministry ministries secretary secretaries department departments".split()
)
_LOOKED_AFTER = frozenset(
    "labor labour business youth religious community family people woman child student worker "
    "migrant refugee minority veteran farmer tribal".split()
)
_HEADS = frozenset({"president", "premier", "chancellor", "king", "prime", "leader", "emperor"})
LIKE = {
    "leader": _HEADS,
    "man": _HEADS,
    "pair": _HEADS,
    "counterpart": _HEADS,
    "both": _HEADS,
    "head": frozenset({"president", "king", "queen", "emperor", "emir"}),
}
"""Whom a word for leaders may stand for: those of two who bear one of these in their role."""
_ENVOYS = frozenset("ambassador envoy consul commissioner affaires attache diplomat".split())
_MINISTRIES = frozenset({"ministry", "mfa", "mofa", "dfa", "mod"})
TAKES_UP = {
    "head of state": frozenset({"president", "king", "queen", "emperor", "emir"}),
    "head of government": frozenset({"premier", "prime", "chancellor"}),
    "envoy": _ENVOYS,
    "diplomat": _ENVOYS,
    "ministry": _MINISTRIES,
    "mfa": _MINISTRIES,
    "mofa": _MINISTRIES,
    "pm": frozenset({"pm", "prime", "premier"}),
    "fm": frozenset({"fm", "foreign"}),
}
"""Which other words of a role "the envoy" or "the head of state" takes up."""
_LARGE = frozenset({"pm", "pms", "fm", "fms"})  # offices in short, where written so
_GROUPS = ("state", "acting", "body", "press", "private", "country")
_FOR = ("of", "from", "for")
_POINTS = frozenset({"the", "this", "that", "these", "those", "both"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What a written word tells of roles wherever it stands; found once for each word.

    Attributes:
        folded: The word without case and accents; "" where it tells nothing.
        group: The group of ``roles.yaml`` that it belongs to, "" if to none.
        in_role: It belongs to a title or an office, and to no name.
        marks: What else it tells, mostly nothing: it is a title, or "the" and its like; who bears
            it is a woman ("f") or a man ("m"); the office is over ("former"; "ex"). Before a role
            it tells whose that is: a "body", "private", of another camp, of the state.
    """

    folded: str
    group: str
    in_role: bool
    marks: tuple[str, ...]


_NOTHING, _EX = Kind("", "", False, ()), Kind("", "", False, ("ex",))


Kinds: TypeAlias = ByWord[Kind]


@lru_cache(maxsize=2)
def kinds_of(roles: Roles) -> Kinds:
    """Return what every word as it is written tells of roles."""
    return ByWord(partial(_kind_of, roles))


def _kind_of(roles: Roles, word: str) -> Kind:
    folded, lower = fold(word), word.lower()
    if folded in _LARGE and word.islower():
        return _NOTHING
    if lower not in _POINTS and _listed(roles).isdisjoint(singulars(folded)):
        return _EX if lower.startswith("ex-") else _NOTHING
    group = _group_of(roles, folded)
    told = {
        "title": folded in roles.titles,
        "f": folded in roles.female,
        "m": folded in roles.male,
        "former": folded in roles.former,
        "the": lower in _POINTS,
        "ex": lower == "ex" or lower.startswith("ex-"),
        "other camp": in_group(roles.other_camp, folded),
        "private": folded not in roles.state | {"national"} and in_group(roles.private, folded),
        "body": in_group(roles.body, folded),
        "of the state": folded in {"state", "official"},
    }
    in_role = told["title"] or folded in _BEFORE_ROLE or (group != "" and _is_role(roles, folded))
    return Kind(folded, group, in_role, tuple(mark for mark, is_so in told.items() if is_so))


@lru_cache(maxsize=2)
def _listed(roles: Roles) -> frozenset[str]:
    """Return every word that tells anything of roles: most words of a text are none of them."""
    return frozenset().union(
        *(roles.titles, roles.female, roles.male, roles.former, roles.other_camp, _BEFORE_ROLE),
        *(getattr(roles, name) for name in _GROUPS),
        ("state", "official", "ex"),
    )


def _is_role(roles: Roles, word: str) -> bool:
    return any(
        in_group(group, word) for group in (roles.state, roles.body, roles.private, roles.press)
    )


def in_group(group: frozenset[str], word: str) -> bool:
    """Return whether a word or its singular is in a group."""
    return not group.isdisjoint(singulars(word))


@lru_cache(maxsize=10_000)
def singulars(word: str) -> tuple[str, ...]:
    """Return a word, and what it may be the plural of."""
    if not word.endswith(("s", "men")):
        return (word,)
    endings = (("s", ""), ("es", ""), ("ies", "y"), ("men", "man"))
    found = (f"{word.removesuffix(end)}{one}" for end, one in endings if word.endswith(end))
    return (word, *found)


def _group_of(roles: Roles, word: str) -> str:
    """Return the group of ``roles.yaml`` that a word belongs to, "" if to none."""
    for name in _GROUPS:
        if in_group(getattr(roles, name), word):
            return name
    return ""


def sort_of(last: Kind, before: Sequence[Kind]) -> str:
    """Return the group of a role by its last word; another camp's leader speaks for no state.

    Args:
        last: The last word of the role.
        before: The words of the phrase before it.
    """
    group = last.group
    if last.folded == "speakers":
        return "private"  # who speak at a meeting; a parliament has one speaker
    if last.folded in GOVERNS:
        before = [kind for kind in before if not in_group(_LOOKED_AFTER, kind.folded)]
    marks = {mark for kind in before for mark in kind.marks}
    if group in {"state", "body"} and "other camp" in marks:
        return "private"
    if last.folded in {"captain", "captains"} and "body" not in marks:
        return "private"  # a team's; an army's is called so
    if group == "state" and "private" in marks:
        return "private"  # "company officials", "union leaders"
    if group == "press" and "of the state" in marks:
        return "body"  # "state media", "the official news agency"
    if group == "private" and "body" in marks:
        return "state" if any(kind.folded == "government" for kind in before) else group
    return group


def is_for_private(head: Token, roles: Roles) -> bool:
    """Return whether it stands for private people: "representatives of the business community"."""
    if not any(child.lower_ in _FOR for child in head.children):
        return False
    if fold(head.text) in GOVERNS:
        return False  # "the minister for family affairs"
    for noun in (n for word in _FOR for n in complements(head, word)):
        if noun.tag_ not in {"NN", "NNS"}:
            continue
        words = [fold(c.text) for c in (noun, *noun.lefts) if c.tag_ in {"NN", "NNS"}]
        if any(in_group(roles.private, w) or in_group(roles.other_camp, w) for w in words):
            return True
    return False
