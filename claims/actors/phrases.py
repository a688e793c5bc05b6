"""What a noun phrase says about whom it names: name, role, nationality, owner."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.actors.finding import Found
from claims.actors.lexicon import Form, Institution, Lexicon, Person
from claims.actors.names import fold
from claims.actors.rolewords import gender_of, group_of, is_role_word, is_title, sort_of
from claims.parse import Passage
from claims.tokens import Doc, Token

PROPER = frozenset({"NNP", "NNPS"})
MODIFIER = frozenset({"compound", "nmod", "amod", "npadvmod"})
_PARTICLES = frozenset(
    "al el bin bint ibn abu ben de del della di da dos du la le van von der den ter ul ur".split()
)
_HYPHENS = frozenset({"-", "‑", "–"})
_TO_PERSON = frozenset({"adviser", "advisor", "aide", "assistant", "counselor", "envoy"})
_IN = frozenset({"in", "throughout", "across", "inside"})
_OF = ("of", "for", "from", "at", "with")


@dataclass(frozen=True, slots=True)
class Scope:
    """A passage with its names by token, and the lexicon: all that reading a phrase needs.

    ``read`` remembers the phrases by head and depth: introductions are looked for before reading.
    """

    passage: Passage
    names: Mapping[int, tuple[Found, ...]]
    lexicon: Lexicon
    read: "dict[tuple[int, int], Phrase]" = field(default_factory=dict, repr=False)


class Phrase(NamedTuple):
    """A noun phrase read from its words alone, before the rest of the document is asked.

    Attributes:
        name: The capitalised words that are neither role nor nationality ("Tom Donilon").
        people: Whom of the lexicon the name means by its full form.
        role: The words of the office or part ("national security adviser").
        sort: The group of ``roles.yaml`` the role belongs to; "" for a thing or an unknown word.
        countries: The states it belongs to by its own words.
        owner: The head of the possessor ("Mr Obama's adviser": Obama).
        title: The title before the name, folded ("mr.").
        private: It serves a body that is no state's ("director of Youth Forum Togo").
    """

    head: Token
    first: int
    last: int
    name: str = ""
    people: tuple[Person, ...] = ()
    role: str = ""
    sort: str = ""
    countries: tuple[str, ...] = ()
    institution: Institution | None = None
    owner: Token | None = None
    title: str = ""
    gender: str = ""
    former: bool = False
    definite: bool = False
    plural: bool = False
    private: bool = False


def scope_of(passage: Passage, found: tuple[Found, ...], lexicon: Lexicon) -> Scope:
    """Return a passage with its names keyed by every token they cover."""
    names: dict[int, tuple[Found, ...]] = {}
    for each in found:
        for i in range(each.first, each.last + 1):
            names[i] = (*names.get(i, ()), each)
    return Scope(passage, names, lexicon)


def read_phrase(scope: Scope, head: Token, depth: int = 0) -> Phrase:
    """Return the noun phrase of a head word; of a plain thing ("growth") the place alone."""
    place = (head.i, depth)
    if place not in scope.read:
        if depth == 0 and _is_thing(scope, head):
            scope.read[place] = Phrase(head=head, first=head.i, last=head.i)
        else:
            scope.read[place] = _read(scope, head, depth)
    return scope.read[place]


def _is_thing(scope: Scope, head: Token) -> bool:
    """Return whether a word is a common noun for no person, body or state."""
    if head.tag_ not in {"NN", "NNS"} or head.i in scope.names or head.text[0].isupper():
        return False
    return not group_of(scope.lexicon.roles, fold(head.text))


def _read(scope: Scope, head: Token, depth: int) -> Phrase:
    roles = scope.lexicon.roles
    first, owner = _core(head)
    core = [scope.passage.doc[i] for i in range(first, head.i + 1)]
    named = _name_tokens(scope, core)
    lead = [token for token in core if token not in named]
    role = _role_tokens(scope, lead, head)
    countries = tuple(dict.fromkeys(_nationalities(scope, lead)))
    institution = _institution(scope, lead)
    private = False
    people = tuple(p for found in scope.names.get(head.i, ()) for p in found.people)
    words = {fold(token.text) for token in lead}
    if depth < 3 and not countries and owner is None:
        countries, institution, private = _complements(scope, head, institution, depth)
    if owner is None and not countries and institution is None and role:
        owner = _principal(head)
    role_text = " ".join(token.text for token in role)
    return Phrase(
        head=head,
        first=min(first, head.left_edge.i if owner is None else first),
        last=head.i,
        name=_written(named),
        people=people,
        role=role_text,
        sort=sort_of(roles, role, lead) if role else "",
        countries=countries,
        institution=institution,
        owner=owner,
        title=next((fold(t.text) for t in reversed(lead) if is_title(roles, t)), ""),
        gender=gender_of(roles, words),
        former=bool(words & roles.former) or _ex(core),
        definite=any(t.lower_ in {"the", "this", "that", "these", "those", "both"} for t in lead),
        plural=head.tag_ in {"NNS", "NNPS"},
        private=private,
    )


def _core(head: Token) -> tuple[int, Token | None]:
    """Return the first token behind the possessor, and the possessor's head."""
    if not head.lefts:
        return head.i, None
    owner = next((t for t in _left_modifiers(head) if t.dep_ == "poss"), None)
    first = head.left_edge.i if owner is None else owner.right_edge.i + 1
    doc = head.doc
    while first < head.i and (doc[first].is_punct or doc[first].dep_ in {"cc", "preconj"}):
        first += 1
    return _behind_break(doc, first, head.i), owner


def _left_modifiers(head: Token) -> Iterator[Token]:
    """Yield the modifiers before a head, and those of its compounds ("Obama's adviser Donilon")."""
    for child in head.lefts:
        yield child
        if child.dep_ in {"compound", "nmod", "amod"}:
            yield from _left_modifiers(child)


def _behind_break(doc: Doc, first: int, last: int) -> int:
    """Return the first token behind the last comma or bracket before a head."""
    for i in range(last - 1, first - 1, -1):
        dash = doc[i].text in {"-", "--"} and doc[i].whitespace_ and doc[i - 1].whitespace_
        if dash or doc[i].text in {"(", ")", ":", ";", "—", "–"}:
            return i + 1
    return first


def _name_tokens(scope: Scope, core: list[Token]) -> list[Token]:
    """Return the capitalised last words that are no role, title or nationality."""
    named: list[Token] = []
    for token in reversed(core):
        found = scope.names.get(token.i, ())
        if any(each.people for each in found):
            named.append(token)
            continue
        inside = named and (token.text in _HYPHENS or fold(token.text) in _PARTICLES)
        if not inside and (token.tag_ not in PROPER or not token.text[0].isupper()):
            break
        if found or is_role_word(scope.lexicon.roles, token):
            break
        named.append(token)
    while named and (named[-1].text in _HYPHENS):
        named.pop()
    return named[::-1]


def _role_tokens(scope: Scope, lead: list[Token], head: Token) -> list[Token]:
    """Return the words of the role: the head word itself, or what leads up to a name."""
    roles, names = scope.lexicon.roles, scope.names
    ends = [i for i, t in enumerate(lead) if t.i not in names and group_of(roles, fold(t.text))]
    if not ends or lead[ends[-1]].dep_ == "det" or (lead[-1] == head and ends[-1] + 1 < len(lead)):
        return []
    begin = ends[-1]
    while begin > 0 and lead[begin - 1].i not in names and _modifies_role(lead[begin - 1]):
        begin -= 1
    return lead[begin : ends[-1] + 1]


def _modifies_role(token: Token) -> bool:
    rank = token.lower_ in {"top", "senior", "other"}
    return token.tag_ in {"NN", "NNP", "JJ", "NNS"} and not rank


def _nationalities(scope: Scope, lead: list[Token]) -> Iterator[str]:
    """Yield the states whose adjectives or names stand in a phrase before its head."""
    if any(token.lower_ == "ethnic" for token in lead):
        return  # "ethnic Albanians" are at home elsewhere
    for token in lead:
        for found in scope.names.get(token.i, ()):
            if found.last == token.i and found.country and not _spoken_of(scope, found):
                yield found.country.code


def _spoken_of(scope: Scope, found: Found) -> bool:
    """Return whether a name only qualifies: "pro-Russian", "U.S.-backed", "Iran-made"."""
    doc = scope.passage.doc
    before = [fold(doc[i].text) for i in range(max(0, found.first - 2), found.first)]
    if before and before[-1] in _HYPHENS and before[0] in {"pro", "anti", "non", "ex"}:
        return True
    if before and before[-1] in {"pro", "anti", "pro-", "anti-"}:
        return True
    if found.last + 2 < len(doc) and doc[found.last + 1].text in _HYPHENS:
        return fold(doc[found.last + 2].text) in scope.lexicon.roles.spoken_of
    return False


def _institution(scope: Scope, lead: list[Token]) -> Institution | None:
    for token in reversed(lead):
        for found in scope.names.get(token.i, ()):
            if found.institution is not None:
                return found.institution
    return None


def _complements(
    scope: Scope, head: Token, institution: Institution | None, depth: int
) -> tuple[tuple[str, ...], Institution | None, bool]:
    """Return the states and the institution named behind a role: "spokesman for the …".

    The third says whether that is a body of no state.
    """
    roles = scope.lexicon.roles
    holders = [head, *(t for t in head.lefts if t.dep_ == "compound")]
    for holder in holders:
        for prep in holder.rights:
            if prep.dep_ != "prep":
                continue
            to = prep.lower_ == "to" and fold(holder.text) in _TO_PERSON
            inside = prep.lower_ in _IN and bool(group_of(roles, fold(holder.text)))
            if prep.lower_ not in _OF and not to and not inside:
                continue
            for noun in prep.children:
                if noun.dep_ == "pobj":
                    found, inner, private = _belongs(scope, noun, depth)
                    if found or inner:
                        return found, institution or inner, private
    return (), institution, False


def _belongs(
    scope: Scope, noun: Token, depth: int
) -> tuple[tuple[str, ...], Institution | None, bool]:
    """Return the states that a noun and its conjuncts are, or belong to."""
    codes: list[str] = []
    inner, private = None, False
    for token in (noun, *(t for t in noun.conjuncts if t.i > noun.i)):
        for found in scope.names.get(token.i, ()):
            inner = inner or found.institution
            if found.country and found.form is not Form.NOBODY:
                codes.append(found.country.code)
        if not codes:
            below = read_phrase(scope, token, depth + 1)
            codes.extend(below.countries)
            inner = inner or below.institution
            private = private or bool(below.name or below.sort == "private")
        elif any(t.tag_ in PROPER and t.i not in scope.names for t in token.lefts):
            private = True  # "Youth Forum Togo"
    return tuple(dict.fromkeys(codes)), inner, private


def _principal(head: Token) -> Token | None:
    """Return whom an adviser serves: "an aide to Mr Xi"."""
    for prep in head.rights:
        if prep.dep_ == "prep" and (prep.lower_ in {"of", "for"} or fold(head.text) in _TO_PERSON):
            for noun in prep.children:
                if noun.dep_ == "pobj" and noun.tag_ in PROPER:
                    return noun
    return None


def _ex(core: list[Token]) -> bool:
    return any(fold(token.text).startswith("ex-") for token in core) or (
        len(core) > 1 and fold(core[0].text) == "ex" and core[1].text in _HYPHENS
    )


def _written(named: list[Token]) -> str:
    """Return the words of a name as they stand, on one line."""
    return " ".join("".join(token.text_with_ws for token in named).split())
