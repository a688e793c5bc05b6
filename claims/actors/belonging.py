"""To which states a role belongs: by its own words, its body, its owner, or the text's matter."""

from claims.actors.lexicon import key
from claims.actors.names import fold
from claims.actors.offices import stands_for, state_of
from claims.actors.others import is_beyond, other_than
from claims.actors.phrases import read_phrase
from claims.actors.reader import Reader
from claims.actors.rolewords import in_group
from claims.actors.scope import COMMON, Phrase, Scope
from claims.model import Actor
from claims.syntax import complements

HOME_ALONE = "home of the owner"  # how a state is known that nobody speaks for
_ONE_EACH = ("presidents", "premiers", "prime ministers", "foreign ministers", "governments",
             "parliaments", "kings", "chancellors", "foreign ministries", "heads")  # fmt: skip
_PUBLIC = ("state ", "official ", "presidential ")
_BEHIND = ("for", "of", "at", "from", "in")


def states_of(reader: Reader, scope: Scope, phrase: Phrase) -> tuple[tuple[str, ...], str]:
    """Return the states a phrase belongs to, and how that is known."""
    if phrase.countries:
        return phrase.countries, "nationality"
    if reader.named_in_order and _is_ethnic(phrase):
        return _of_minority(reader, scope, phrase), "minority"
    if _of_several(phrase):
        return (), "words"
    at_hand = reader.own or reader.main
    if phrase.institution is None and at_hand and _elected(reader, phrase):
        # "senators" in a text about Manila are no Americans, those of one about Tripoli are
        return (state_of(phrase, scope) or at_hand,), "state of the document"
    if reader.own and phrase.owner is not None and phrase.owner.lower_ == "our":
        return (reader.own,), "owner"
    if phrase.institution is None and phrase.owner is not None:
        owner = reader.actors_at(scope, phrase.owner)
        if bodies := tuple(a.country for a in owner if a.kind == "organisation" and a.country):
            return bodies, "owner"  # "NATO's secretary general" is not the one of the UN
    country, belongs = stands_for(phrase, scope)
    if country or belongs:
        return (country or belongs or "",), "institution"
    if phrase.institution is not None:
        return (), "institution"
    owners = _owners(reader, scope, phrase)
    # Whoever works for a person out of office speaks for no state either.
    codes = [a.country or (reader.homes.get(a) if a.kind != "person" else None) for a in owners]
    if is_beyond(phrase):
        other = other_than(reader, scope, phrase.head, (code for code in codes if code))
        return ((other,) if other else ()), "the other party"
    if owners:
        speak = any(a.country for a in owners)
        via = "owner" if speak else HOME_ALONE
        return tuple(dict.fromkeys(code for code in codes if code)), via
    if _is_open(scope, phrase):
        return (), "words"
    if (served := _served(reader, scope, phrase)) is not None:
        return (served,), "body spoken of"
    if shared := _shared(scope, phrase):
        return shared, "nationality"
    if reader.focus and _plain(reader, phrase):
        return (reader.focus,), "state of the sentence"
    return (), "words"


def _of_minority(reader: Reader, scope: Scope, phrase: Phrase) -> tuple[str, ...]:
    """Return the state where "ethnic Albanians" live: the first named that is not their own."""
    places = range(phrase.first, phrase.last)
    found = [name for i in places for name in scope.names.get(i, ())]
    people = {name.country.code for name in found if name.country}
    return tuple(code for code in reader.named_in_order if code not in people)[:1]


def _is_open(scope: Scope, phrase: Phrase) -> bool:
    """Return whether the name of the state is one of several: "the Congolese president"."""
    last = phrase.owner.i if phrase.owner is not None else phrase.head.i
    first = min(phrase.first, last)
    return any(len(found.countries) > 1 for i in range(first, last + 1)
               for found in scope.names.get(i, ()))  # fmt: skip


def _served(reader: Reader, scope: Scope, phrase: Phrase) -> str | None:
    """Return the state of the body that a role serves: "a spokesman for the ministry"."""
    if phrase.sort != "state":
        return None
    lead = scope.passage.doc[phrase.first : phrase.head.i] if phrase.definite else ()
    for word in (w for w in lead if scope.kinds[w.text].group == "body"):  # "ministry spokesman"
        body = reader.history.the(fold(word.text), "body", (), reader.now(scope, phrase.head))
        if body is not None:
            return body.actors[0].country
    for noun in (n for word in _BEHIND for n in complements(phrase.head, word)):
        told = scope.kinds[noun.text]
        if told.group == "body" and any(child.lower_ == "the" for child in noun.lefts):
            body = reader.history.the(told.folded, "body", (), reader.now(scope, phrase.head))
            return body.actors[0].country if body is not None else None
    return None


def _shared(scope: Scope, phrase: Phrase) -> tuple[str, ...]:
    """Return the states of the noun that a bare one is joined to: "Chilean ships and troops"."""
    head = phrase.head
    if head.dep_ != "conj" or head.lefts or head.head.i > head.i:
        return ()
    return read_phrase(scope, head.head).countries if head.head.tag_ in COMMON else ()


def _elected(reader: Reader, phrase: Phrase) -> bool:
    word = key(phrase.role).rpartition(" ")[2]
    return phrase.owner is None and in_group(reader.lexicon.roles.elected, word)


def _is_ethnic(phrase: Phrase) -> bool:
    doc = phrase.head.doc
    return any(doc[i].lower_ == "ethnic" for i in range(phrase.first, phrase.last))


def _plain(reader: Reader, phrase: Phrase) -> bool:
    """Return whether a role without a nationality is that of the state spoken of."""
    roles = reader.lexicon.roles
    word = key(phrase.role).rpartition(" ")[2]
    if in_group(roles.plain, word) or key(phrase.role).startswith(_PUBLIC):
        return True
    if phrase.sort == "body" and phrase.head.tag_ == "NNP":
        return phrase.first < phrase.last  # "the National Telecommunications Commission"
    return any(
        in_group(roles.plain, fold(noun.text))
        for prep in phrase.head.rights
        if prep.dep_ == "prep" and prep.lower_ in {"of", "for"}
        for noun in prep.children
    )


def _of_several(phrase: Phrase) -> bool:
    """Return whether they are several states': of a president, a state has one."""
    role = key(phrase.role)
    bare = phrase.owner is None and phrase.institution is None
    return phrase.plural and bare and role.endswith(_ONE_EACH)


def _owners(reader: Reader, scope: Scope, phrase: Phrase) -> tuple[Actor, ...]:
    """Return whose a body or an official is: "Iran's navy", "the Assad regime", "aide to Xi"."""
    if phrase.owner is not None:
        return reader.actors_at(scope, phrase.owner) or reader.person_at(scope, phrase.owner)
    for i in range(phrase.first, phrase.last):
        token = scope.passage.doc[i]
        if token.tag_ == "NNP" and (found := reader.person_at(scope, token)):
            return found
    return ()
