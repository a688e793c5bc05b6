"""Whether an office of no stated state may be one of the state that the text is about."""

from collections.abc import Iterator

from claims.actors.glance import HYPHENS
from claims.actors.names import fold
from claims.actors.rolewords import in_group
from claims.actors.scope import PROPER, Phrase, Scope
from claims.tokens import Token

_PUBLIC = frozenset(
    "foreign defence defense interior security intelligence nuclear cabinet federal government "
    "state parliamentary military presidential".split()
)
_SERVED = ("of", "for", "to", "at", "with", "in")


def may_be_of_state(scope: Scope, told: Phrase) -> bool:
    """Return whether a role can be an office of the state that the text is about.

    "Minister Ada Berg" and "army chief Ada Berg" can. A company has a director too and a candidate
    a spokesman: theirs is the state's only beside a public matter or body, or where no other
    is named. Of 75 people in half of PolNeAR train whose state this takes away, 67 had none.
    """
    if told.sort != "state" or told.former:
        return False
    roles, last = scope.lexicon.roles, fold(told.role.rpartition(" ")[2])
    if in_group(roles.states_only, last):
        return not told.private and (told.institution is None or told.institution.kind == "party")
    if _serves_no_state(scope, told):
        return False
    if _is_public(scope, told):
        return True
    return not told.private and in_group(roles.plain, last) and not _of_a_name(scope, told)


def principal_of(scope: Scope, told: Phrase) -> Token | None:
    """Return whom a role serves: "Mr Moreau's aide", "Moreau spokesman Ada Berg"."""
    if told.owner is not None or told.sort != "state":
        return told.owner
    return next((word for word in reversed(_lead(scope, told)) if _is_name(scope, word)), None)


def _serves_no_state(scope: Scope, told: Phrase) -> bool:
    """Return whether a role is of a body or person of no state: "the union's president"."""
    if told.institution is not None and told.institution.country is None:
        return True
    owner = told.owner
    if owner is None or owner.tag_ == "PRP$":
        return False
    return owner.tag_ in PROPER or scope.kinds[owner.text].group in {"private", "press"}


def _is_public(scope: Scope, told: Phrase) -> bool:
    """Return whether a role is of a public matter or body: "navy chief", "aide to the minister"."""
    roles = scope.lexicon.roles
    lead = [fold(word.text) for word in _lead(scope, told)]
    if any(word in _PUBLIC or in_group(roles.body, word) for word in lead):
        return True
    doc = scope.passage.doc
    served = [
        fold(t.text) for noun in _served(told.head) for t in doc[noun.left_edge.i : noun.i + 1]
    ]
    return any(
        word in _PUBLIC or in_group(roles.body, word) or in_group(roles.plain, word)
        for word in served
    )


def _of_a_name(scope: Scope, told: Phrase) -> bool:
    """Return whether a role is of a name that nothing explains: "Crowdpac spokesman"."""
    words = [*_lead(scope, told), *_served(told.head)]
    return any(_is_name(scope, word) for word in words)


def _is_name(scope: Scope, word: Token) -> bool:
    """Return whether a word before a role is a name; "Lima-based" tells a place."""
    if word.tag_ not in PROPER or scope.kinds[word.text].in_role:
        return False
    doc = word.doc
    return word.i + 1 == len(doc) or doc[word.i + 1].text not in HYPHENS


def _lead(scope: Scope, told: Phrase) -> list[Token]:
    """Return the words of a phrase before its head that belong to no name of a person."""
    named = told.name.split()
    return [t for t in scope.passage.doc[told.first : told.head.i] if t.text not in named]


def _served(head: Token) -> Iterator[Token]:
    """Yield whom or what a role serves: "spokesman for the ministry"."""
    for prep in head.rights:
        if prep.dep_ == "prep" and prep.lower_ in _SERVED:
            yield from (noun for noun in prep.children if noun.dep_ == "pobj")
