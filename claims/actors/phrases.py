"""What a noun phrase says about whom it names: name, role, nationality, owner."""

from collections.abc import Iterator, Sequence

from claims.actors.cores import core_of
from claims.actors.finding import Found
from claims.actors.glance import HYPHENS, is_inside_name, is_name, is_thing
from claims.actors.lexicon import Form, Institution, Person
from claims.actors.names import fold
from claims.actors.rolewords import GOVERNS, Kind, in_group, sort_of
from claims.actors.scope import PLURAL, PROPER, Phrase, Scope
from claims.tokens import Token, text_of

_TO_PERSON = frozenset({"adviser", "advisor", "aide", "assistant", "counselor", "envoy"})
_ABROAD = frozenset(  # "diplomats in Lima" are other states'
    "diplomat negotiator mediator delegate delegation envoy ambassador emissary".split()
)
_IN = frozenset({"in", "throughout", "across", "inside"})
_HEADED = frozenset({"state", "government"})  # "the head of Government" serves no person
_OF = ("of", "for", "from", "at", "with")


def read_phrase(scope: Scope, head: Token, depth: int = 0) -> Phrase:
    """Return the noun phrase of a head word; of a plain thing ("growth") the place alone."""
    place = (head.i, depth)
    phrase = scope.read.get(place)
    if phrase is None:
        if not head.children and is_name(scope, head):
            phrase = _alone(scope, head)
        elif depth == 0 and is_thing(scope, head):
            phrase = Phrase(head, head.i, head.i)
        else:
            phrase = _read(scope, head, depth)
        scope.read[place] = phrase
    return phrase


def _read(scope: Scope, head: Token, depth: int) -> Phrase:
    first, owner = core_of(head)
    core = scope.passage.doc[first : head.i + 1]
    told = scope.kinds
    kinds = [told[token.text] for token in core]
    marks = {mark for kind in kinds for mark in kind.marks}
    former = "ex" in marks and _ex(core)
    named = head.tag_ in PROPER or head.i in scope.people
    begin = _begin_of_name(scope, core, kinds) if named else len(core)
    if begin == 0:
        return _named(scope, head, first, owner, depth, former=former)
    lead, name = core, ""
    if begin < len(core):
        lead, name = core[:begin], _written(core[begin:])
        del kinds[begin:]
        marks = {mark for kind in kinds for mark in kind.marks}
    role = _role(scope, lead, kinds, head)
    countries, institution, private = _whose(scope, head, lead, owner, depth)
    if owner is None and not countries and institution is None and role:
        owner = _principal(head)
    return Phrase(
        head=head,
        first=scope.passage.doc.edges[0][head.i] if owner is None else first,
        last=head.i,
        name=name,
        people=_people(scope, head),
        role=_written(lead[role.start : role.stop]) if role else "",
        sort=sort_of(kinds[role.stop - 1], kinds[: role.stop - 1]) if role else "",
        countries=countries,
        institution=institution,
        owner=owner,
        title=_title(kinds) if "title" in marks else "",
        gender="f" if "f" in marks else "m" if "m" in marks else "",
        former=former or "former" in marks,
        definite="the" in marks,
        plural=head.tag_ in PLURAL,
        private=private,
    )


def _whose(
    scope: Scope, head: Token, lead: Sequence[Token], owner: Token | None, depth: int
) -> tuple[tuple[str, ...], Institution | None, bool]:
    """Return the states and the institution that a phrase names, and if that is of no state."""
    countries: tuple[str, ...] = ()
    institution, private = None, False
    if scope.names and not scope.names.keys().isdisjoint(range(lead[0].i, head.i + 1)):
        countries, institution = _nationalities(scope, lead), _institution(scope, lead)
    if head.children and depth < 3 and not countries and owner is None:
        countries, institution, private = _complements(scope, head, institution, depth)
    return countries, institution, private


def _named(
    scope: Scope, head: Token, first: int, owner: Token | None, depth: int, *, former: bool
) -> Phrase:
    """Return a phrase whose own words are a name and nothing else."""
    core = scope.passage.doc[first : head.i + 1]
    countries: tuple[str, ...] = ()
    institution, private = None, False
    if head.children and depth < 3 and owner is None:
        countries, institution, private = _complements(scope, head, None, depth)
    return Phrase(
        head=head,
        first=scope.passage.doc.edges[0][head.i] if owner is None else first,
        last=head.i,
        name=_written(core),
        people=_people(scope, head),
        countries=countries,
        institution=institution,
        owner=owner,
        former=former,
        plural=head.tag_ in PLURAL,
        private=private,
    )


def _alone(scope: Scope, head: Token) -> Phrase:
    """Return the phrase of a name of one word that nothing hangs on: half of all names."""
    ex, plural = head.lower_.startswith("ex-"), head.tag_ in PLURAL
    people = _people(scope, head)
    return Phrase(head, head.i, head.i, head.text, people, former=ex, plural=plural)


def _people(scope: Scope, head: Token) -> tuple[Person, ...]:
    """Return whom of the lexicon a full name that a head belongs to can mean."""
    if head.i not in scope.people:
        return ()
    return tuple([person for found in scope.names[head.i] for person in found.people])


def _begin_of_name(scope: Scope, core: Sequence[Token], kinds: Sequence[Kind]) -> int:
    """Return where the capitalised last words begin that are no role, title or nationality."""
    begin = len(core)
    for i in range(len(core) - 1, -1, -1):
        token = core[i]
        if token.i not in scope.people:
            if token.i in scope.names or kinds[i].in_role:
                break
            proper = token.tag_ in PROPER and token.text[0].isupper()
            if not proper and (begin == len(core) or not is_inside_name(token)):
                break
        begin = i
    while begin < len(core) and core[begin].text in HYPHENS:
        begin += 1
    return begin


def _role(scope: Scope, lead: Sequence[Token], kinds: Sequence[Kind], head: Token) -> range:
    """Return the places of the role's words: the head word itself, or what leads up to a name."""
    names, last = scope.names, len(lead) - 1
    while not kinds[last].group or lead[last].i in names:
        if last == 0 or lead[-1] is head:
            return range(0)
        last -= 1
    if lead[last].dep_ == "det" or _is_hour(lead, last):
        return range(0)
    begin = last
    while begin > 0 and lead[begin - 1].i not in names:
        joint = begin > 1 and lead[begin - 1].text in HYPHENS  # "the secretary-general"
        if not _modifies_role(lead[begin - 1 - joint]):
            break
        begin -= 1 + joint
    return range(begin, last + 1)


def _is_hour(lead: Sequence[Token], last: int) -> bool:
    """Return whether a word tells the time: "5 PM"."""
    return lead[last].text == "PM" and last > 0 and lead[last - 1].text[0].isdigit()


def _modifies_role(token: Token) -> bool:
    rank = token.lower_ in {"top", "senior", "other"}
    return token.tag_ in {"NN", "NNP", "JJ", "NNS"} and not rank


def _nationalities(scope: Scope, lead: Sequence[Token]) -> tuple[str, ...]:
    """Return the states whose adjectives or names stand in a phrase before its head."""
    if any(token.lower_ == "ethnic" for token in lead):
        return ()  # "ethnic Albanians" are at home elsewhere
    codes = [
        found.country.code
        for token in lead
        for found in scope.names.get(token.i, ())
        if found.last == token.i and found.country and not _spoken_of(scope, found)
    ]
    return tuple(dict.fromkeys(codes))


def _spoken_of(scope: Scope, found: Found) -> bool:
    """Return whether a name only qualifies: "pro-Russian", "U.S.-backed", "Iran-made"."""
    doc = scope.passage.doc
    before = [fold(doc[i].text) for i in range(max(0, found.first - 2), found.first)]
    if before and before[-1] in HYPHENS and before[0] in {"pro", "anti", "non", "ex"}:
        return True
    if before and before[-1] in {"pro", "anti", "pro-", "anti-"}:
        return True
    if found.last + 2 < len(doc) and doc[found.last + 1].text in HYPHENS:
        return fold(doc[found.last + 2].text) in scope.lexicon.roles.spoken_of
    return False


def _institution(scope: Scope, lead: Sequence[Token]) -> Institution | None:
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
    for holder in (head, *head.lefts):
        if not holder.rights or (holder is not head and holder.dep_ != "compound"):
            continue
        for prep in holder.rights:
            if prep.dep_ != "prep":
                continue
            to = prep.lower_ == "to" and fold(holder.text) in _TO_PERSON
            kind = scope.kinds[holder.text]
            inside = prep.lower_ in _IN and kind.group != "" and not in_group(_ABROAD, kind.folded)
            if prep.lower_ not in _OF and not to and not inside:
                continue
            if prep.lower_ == "with" and kind.group != "state":
                continue  # "the ministry with the Chilean envoy"; "an adviser with the ministry"
            for noun in prep.children:
                if noun.dep_ == "pobj":
                    found, inner, private = _belongs(scope, noun, depth)
                    private = private and kind.folded not in GOVERNS
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
            codes.extend(below.countries or _owner_named(scope, below.owner))
            inner = inner or below.institution
            private = private or bool(below.name or below.sort == "private")
        elif any(t.tag_ in PROPER and t.i not in scope.names for t in token.lefts):
            private = True  # "Youth Forum Togo"
    return tuple(dict.fromkeys(codes)), inner, private


def _owner_named(scope: Scope, owner: Token | None) -> Iterator[str]:
    """Yield the state that owns a body: "the head of Peru's ports authority"."""
    for found in scope.names.get(owner.i, ()) if owner is not None else ():
        if found.country is not None and found.form is not Form.NOBODY:
            yield found.country.code


def _principal(head: Token) -> Token | None:
    """Return whom an adviser serves: "an aide to Mr Xi"."""
    for prep in head.rights:
        if prep.dep_ == "prep" and (prep.lower_ in {"of", "for"} or fold(head.text) in _TO_PERSON):
            for noun in prep.children:
                if noun.dep_ == "pobj" and noun.tag_ in PROPER and noun.lower_ not in _HEADED:
                    return noun
    return None


def _title(kinds: Sequence[Kind]) -> str:
    """Return the last of the titles."""
    return next(kind.folded for kind in reversed(kinds) if "title" in kind.marks)


def _ex(core: Sequence[Token]) -> bool:
    """Return whether "ex" stands before a role or a name."""
    alone = len(core) > 1 and core[0].lower_ == "ex" and core[1].text in HYPHENS
    return alone or any(token.lower_.startswith("ex-") for token in core)


def _written(named: Sequence[Token]) -> str:
    """Return the words of a name or role as they stand, on one line; most are one."""
    if len(named) == 1:
        return named[0].text
    return " ".join(text_of(named).split())
