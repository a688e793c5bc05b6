"""For which state an office speaks by its own words: "senators", "MPs of Labour", "CNN's chief"."""

from dataclasses import replace
from functools import lru_cache

from claims.actors.lexicon import Lexicon, Roles, key
from claims.actors.rolewords import in_group
from claims.actors.scope import Phrase, Scope

_PARTY_POSTS = frozenset(
    "leader leadership chairman chairwoman chairperson chair chief head official spokesman "
    "spokeswoman spokesperson delegate director adviser aide".split()
)
_SHARED = ("foreign secretary", "home secretary", "defence secretary")


def with_title(told: Phrase, phrase: Phrase, roles: Roles) -> Phrase:
    """Return what is told of a name, or the office that its title is: "Sen. Ada Berg"."""
    title = phrase.title
    role = "" if told.sort in {"state", "body"} else roles.written_out.get(title, "")
    if not role:
        return told
    return replace(phrase, role=f"former {role}" if phrase.former else role, sort="state")


def stands_for(told: Phrase, scope: Scope) -> tuple[str | None, str | None]:
    """Return the state that a role speaks for, and the state it belongs to."""
    country = told.countries[0] if told.countries else None
    institution, lexicon = told.institution, scope.lexicon
    if institution is not None and country is None:
        country = institution.state_in(scope.near, scope.main)
        if institution.country is None:
            sits = institution.kind == "party" and _elected(told, lexicon)
            return (institution.home if sits else None), institution.home
    if country is None and told.role:
        country = state_of(told, scope)
    speaks = told.sort in {"state", "body"} and not told.former and not told.private
    if institution is not None and institution.country is None:
        speaks = institution.kind == "party" and _elected(told, lexicon)
    return (country if speaks else None), country


def state_of(told: Phrase, scope: Scope) -> str | None:
    """Return the only state that has an office of such a name, as the document's states allow.

    An office that several states have is none of Britain's where the text names others only, and
    that of the state it is about, if this has it.
    """
    roles, near = scope.lexicon.roles, scope.near
    country = _only_state(told.role, roles)
    if country is None:
        country = roles.state_of.get(told.title) if told.title in roles.written_out else None
    if country is None or (country in near and scope.main == country):
        return country
    elsewhere = _also_in(told.role, roles)
    if scope.main in elsewhere:
        return scope.main
    shared = key(told.role).endswith(_SHARED) or not near.isdisjoint(elsewhere)
    return None if near and country not in near and shared else country


@lru_cache(maxsize=10_000)
def _only_state(role: str, roles: Roles) -> str | None:
    """Return the only state that has such an office: "senators" are those of the USA."""
    said, (any_end, offices) = key(role), _offices(roles)
    if not said.endswith(any_end):
        return None
    return next(code for ends, code in offices if said.endswith(ends))


@lru_cache(maxsize=2)
def _offices(roles: Roles) -> tuple[tuple[str, ...], list[tuple[tuple[str, str], str]]]:
    """Return how a role of each office of one state only may end, one of them or several.

    Before them stand all ends together: one look tells that most roles have none of them.
    """
    found = [((key(name), f"{key(name)}s"), code) for name, code in roles.state_of.items()]
    return tuple([end for ends, _ in found for end in ends]), found


@lru_cache(maxsize=10_000)
def _also_in(role: str, roles: Roles) -> frozenset[str]:
    """Return the other states that have such an office."""
    said = key(role).removesuffix("s")
    ends = (name for name in roles.also_in if said.endswith(key(name)))
    return frozenset(code for name in ends for code in roles.also_in[name])


def _elected(told: Phrase, lexicon: Lexicon) -> bool:
    """Return whether a party's man or woman holds an office of the state: "Republican senators"."""
    last = key(told.role).rpartition(" ")[2]
    return in_group(lexicon.roles.elected, last) and not told.former


def is_of_a_party(told: Phrase, lexicon: Lexicon) -> bool:
    """Return whether a post is held in a party alone: "Democratic leaders", not "senators"."""
    if told.institution is None or told.institution.kind != "party" or _elected(told, lexicon):
        return False
    return in_group(_PARTY_POSTS, key(told.role).rpartition(" ")[2])
