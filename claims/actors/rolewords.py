"""Words for roles: which group a word belongs to, and what it tells of who bears it."""

from functools import lru_cache
from typing import NamedTuple

from claims.actors.lexicon import Roles
from claims.actors.names import fold
from claims.syntax import complements
from claims.tokens import Token

_BEFORE_ROLE = frozenset("foreign prime defense defence vice deputy interior".split())
_POINTS = frozenset({"the", "this", "that", "these", "those", "both"})


class Kind(NamedTuple):
    """What a written word tells of roles wherever it stands; found once for each word.

    Attributes:
        folded: The word without case and accents.
        group: The group of ``roles.yaml`` that it belongs to, "" if to none.
        in_role: It belongs to a title or an office, and to no name.
        points: An article or a pronoun that makes a phrase definite.
        marks: It tells title, gender, a time that is over, or definiteness.
    """

    folded: str
    group: str
    in_role: bool
    is_title: bool
    is_female: bool
    is_male: bool
    is_former: bool
    points: bool
    marks: bool


@lru_cache(maxsize=10_000)
def kind_of(roles: Roles, word: str) -> Kind:
    """Return what a word as it is written tells of roles."""
    folded = fold(word)
    is_title, is_former = folded in roles.titles, folded in roles.former
    is_female, is_male = folded in roles.female, folded in roles.male
    points = word.lower() in _POINTS
    return Kind(
        folded=folded,
        group=_group_of(roles, folded),
        in_role=_is_role(roles, folded),
        is_title=is_title,
        is_female=is_female,
        is_male=is_male,
        is_former=is_former,
        points=points,
        marks=is_title or is_female or is_male or is_former or points,
    )


def _is_role(roles: Roles, word: str) -> bool:
    return (
        word in roles.titles
        or any(
            in_group(group, word) for group in (roles.state, roles.body, roles.private, roles.press)
        )
        or word in _BEFORE_ROLE
    )


def in_group(group: frozenset[str], word: str) -> bool:
    """Return whether a word or its singular is in a group."""
    return (
        word in group
        or (word.endswith("s") and word[:-1] in group)
        or (word.endswith("ies") and f"{word[:-3]}y" in group)
        or (word.endswith("men") and f"{word[:-3]}man" in group)
        or (word.endswith("women") and f"{word[:-5]}woman" in group)
        or (word.endswith("es") and word[:-2] in group)
    )


def _group_of(roles: Roles, word: str) -> str:
    """Return the group of ``roles.yaml`` that a word belongs to, "" if to none."""
    for name in ("state", "acting", "body", "press", "private", "country"):
        if in_group(getattr(roles, name), word):
            return name
    return ""


def sort_of(roles: Roles, last: Kind, before: set[str]) -> str:
    """Return the group of a role by its last word; another camp's leader speaks for no state.

    Args:
        roles: The words for roles.
        last: The last word of the role.
        before: The folded words of the phrase before it.
    """
    group = last.group
    if last.folded == "speakers":
        return "private"  # who speak at a meeting; a parliament has one speaker
    if group in {"state", "body"} and any(in_group(roles.other_camp, word) for word in before):
        return "private"
    if group == "state" and any(in_group(roles.private, word) for word in before - roles.state):
        return "private"  # "company officials", "union leaders"
    if group == "press" and before & {"state", "official"}:
        return "body"  # "state media", "the official news agency"
    if group == "private" and any(in_group(roles.body, word) for word in before):
        return "state" if "government" in before else group
    return group


def is_for_private(head: Token, roles: Roles) -> bool:
    """Return whether it stands for private people: "representatives of the business community"."""
    for noun in (n for word in ("of", "from", "for") for n in complements(head, word)):
        if noun.tag_ not in {"NN", "NNS"}:
            continue
        words = [fold(c.text) for c in (noun, *noun.lefts) if c.tag_ in {"NN", "NNS"}]
        if any(in_group(roles.private, w) or in_group(roles.other_camp, w) for w in words):
            return True
    return False
