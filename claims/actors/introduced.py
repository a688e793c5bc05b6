"""What a text puts beside a name to say who that is: "Wang Yi, the minister"."""

from collections.abc import Iterator
from dataclasses import replace

from claims.actors.names import fold
from claims.actors.phrases import read_phrase
from claims.actors.scope import Phrase, Scope
from claims.syntax import complements, objects
from claims.tokens import Token

_SPEAKS_FOR = frozenset({"speak", "represent", "head", "lead", "run", "chair"})
_SEATS = frozenset({"to", "in", "of"})
_ENVOYS = frozenset(
    "ambassador envoy consul commissioner representative attache affaires plenipotentiary".split()
)
_LEADS_TO = frozenset({"is", "was", "became", "remains"})


def described(scope: Scope, phrase: Phrase) -> Phrase:
    """Return the phrase that tells the role: the name's own words, or an apposition to it."""
    if phrase.role and (phrase.countries or phrase.owner is not None or phrase.institution):
        return phrase
    for other in _appositions(scope, phrase.head):
        told = read_phrase(scope, other)
        if told.role and not told.name and told.sort != "country":
            return replace(told, private=False) if phrase.head.dep_ == "pobj" else told
    return _by_duty(scope, phrase) or phrase


def _by_duty(scope: Scope, phrase: Phrase) -> Phrase | None:
    """Return the role that a clause tells: "Li Gang, who speaks for the ministry of Chad"."""
    for clause in phrase.head.children:
        if clause.dep_ != "relcl" or clause.lemma_ not in _SPEAKS_FOR:
            continue
        if not any(c.dep_ == "nsubj" and c.lower_ == "who" for c in clause.children):
            continue
        served = complements(clause, "for") if clause.lemma_ == "speak" else objects(clause)
        for noun in served:
            body = read_phrase(scope, noun)
            owners = scope.names.get(body.owner.i, ()) if body.owner is not None else ()
            named = [*scope.names.get(noun.i, ()), *owners]
            codes = body.countries or tuple(f.country.code for f in named if f.country)[:1]
            if (codes or body.institution is not None) and body.sort != "private":
                return replace(body, role="representative", sort="state", countries=codes, name="")
    return None


def named_beside(scope: Scope, head: Token) -> Token | None:
    """Return the word before a name that says who that is: "the minister, Wang Yi".

    Behind an envoy's seat a name is the envoy's: "Chilean Ambassador to Peru Ada Berg".
    """
    if head.dep_ == "appos":
        return head.head
    if head.dep_ == "nsubj":
        return _loosely_beside(scope, head)
    to = head.head
    if head.dep_ != "pobj" or to.lower_ not in _SEATS or not 0 < to.i < head.i:
        return None
    office, seat = head.doc[to.i - 1], head.doc[to.i + 1]
    placed = seat.dep_ == "compound" and seat.i in scope.names and seat.i not in scope.people
    return office if placed and fold(office.text) in _ENVOYS else None


def _loosely_beside(scope: Scope, head: Token) -> Token | None:
    """Return an office that only a comma ties to a subject: "the minister, Ada Berg"."""
    doc, first = head.doc, head.left_edge.i
    if first < 2 or doc[first - 1].text != ",":
        return None
    ends = (child for child in head.head.lefts if child.right_edge.i == first - 2)
    return next(
        (c for c in ends if c.dep_ in {"dep", "nsubj"} and scope.kinds[c.text].group == "state"),
        None,
    )


def _appositions(scope: Scope, head: Token) -> Iterator[Token]:
    """Yield what is put beside a name: "Wang Yi, the minister", "the minister, Wang Yi"."""
    yield from (child for child in head.children if child.dep_ == "appos")
    if (beside := named_beside(scope, head)) is not None:
        yield beside
    for clause in head.children:  # "Li Gang, who is the ministry's spokesman"
        if clause.dep_ == "relcl" and clause.lower_ in _LEADS_TO:
            yield from (child for child in clause.children if child.dep_ == "attr")
    if head.dep_ == "nsubj" and head.head.lower_ in _LEADS_TO:
        yield from (child for child in head.head.children if child.dep_ == "attr")
