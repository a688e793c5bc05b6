"""Words for roles: which group a word belongs to, and what it tells of who bears it."""

from functools import lru_cache

from claims.actors.lexicon import Roles
from claims.actors.names import fold
from claims.syntax import complements
from claims.tokens import Token


def is_role_word(roles: Roles, token: Token) -> bool:
    """Return whether a word belongs to a title or an office, and to no name."""
    return _is_role(roles, fold(token.text))


@lru_cache(maxsize=100_000)
def _is_role(roles: Roles, word: str) -> bool:
    return (
        word in roles.titles
        or any(
            in_group(group, word) for group in (roles.state, roles.body, roles.private, roles.press)
        )
        or word in {"foreign", "prime", "defense", "defence", "vice", "deputy", "interior"}
    )


def is_title(roles: Roles, token: Token) -> bool:
    """Return whether a word is a title before a name."""
    return fold(token.text) in roles.titles


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


@lru_cache(maxsize=100_000)
def group_of(roles: Roles, word: str) -> str:
    """Return the group of ``roles.yaml`` that a word belongs to, "" if to none."""
    for name in ("state", "acting", "body", "press", "private", "country"):
        if in_group(getattr(roles, name), word):
            return name
    return ""


def sort_of(roles: Roles, role: list[Token], lead: list[Token]) -> str:
    """Return the group of a role; another camp's leader speaks for no state."""
    group = group_of(roles, fold(role[-1].text))
    if role[-1].lower_ == "speakers":
        return "private"  # who speak at a meeting; a parliament has one speaker
    before = {fold(token.text) for token in lead if token.i < role[-1].i}
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


def gender_of(roles: Roles, words: set[str]) -> str:
    """Return the gender that titles and role words tell: m, f, or ""."""
    if words & roles.female:
        return "f"
    return "m" if words & roles.male else ""
