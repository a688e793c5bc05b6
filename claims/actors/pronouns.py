"""Whom he, she, it and they take up."""

from claims.actors.history import SUBJECTS, Mentioned, Place
from claims.actors.lexicon import key
from claims.actors.people import with_via
from claims.actors.reader import Reader
from claims.actors.scope import Scope
from claims.actors.together import met
from claims.model import Actor
from claims.tokens import Token

_GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SEEMS = frozenset({"be", "seem", "appear", "remain", "become", "turn"})
PRONOUNS = _IT | _THEY | frozenset(_GENDERS)


def read_pronoun(reader: Reader, scope: Scope, token: Token) -> None:
    """Note whom a pronoun of the third person takes up, if anybody."""
    if _is_expletive(token):
        return
    word, now = token.lower_, reader.now(scope, token)
    gender = _GENDERS.get(word, "")
    if gender:
        speakers = _speakers(reader, scope, token)
        taken = reader.history.he(gender, now, speakers)
    else:
        taken = reader.history.it(now) if word in _IT else _they(reader, now)
    if taken is None:
        return
    actors = tuple([with_via(a, f"pronoun of {a.name}") for a in taken.actors])
    for before, after in zip(taken.actors, actors, strict=True):
        if (state := reader.homes.get(before)) is not None:
            reader.homes[after] = state
    told = Mentioned(
        actors, now, gender or taken.gender, taken.plural, taken.sort, taken.words, taken.unnamed
    )
    reader.note(scope, token, told)


def _they(reader: Reader, now: Place) -> Mentioned | None:
    """Return which people "they" takes up: the two who meet before a single state or body."""
    taken = reader.history.they(now)
    told = taken is not None and (taken.plural or len(taken.actors) > 1)
    if told or now.quote >= 0 or now.token.dep_ not in SUBJECTS:
        return taken
    two = met(reader.history, now)
    return Mentioned(two, now, plural=True, sort="person") if two else taken


def _speakers(reader: Reader, scope: Scope, token: Token) -> tuple[Actor, ...]:
    """Return who speaks the words a token stands in, where names alone tell."""
    statement = reader.voices.statement(scope.passage.start + token.idx)
    if statement is None:
        return ()
    if statement.source is not None and statement.source in reader.voices.labels:
        return (reader.voices.labels[statement.source],)
    head = statement.source_head
    being = reader.company.at(head.start) if head else None
    if being is None and head is not None:
        text = key(head.of(reader.voices.parsed.document.text))
        named = reader.by_word.get(text, ())
        being = named[0] if named else None
    return (being.actor,) if being else ()


def _is_expletive(token: Token) -> bool:
    """Return whether "it" stands for a clause: "it is clear that", "it takes time to"."""
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return False
    deps = {child.dep_ for child in token.head.children}
    if token.head.tag_ == "JJ" and token.head.dep_ == "ccomp" and deps & {"ccomp", "xcomp"}:
        return True  # "called it strange that the border was closed"
    clause = {"ccomp", "xcomp", "advcl", "csubj"} | ({"acomp"} if token.i == 0 else set())
    return token.head.lemma_ in _SEEMS and bool(deps & {"acomp", "attr"}) and bool(deps & clause)
