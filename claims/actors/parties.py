"""Who acts on whom in a sentence: the states of its subject, and those of whom it reaches."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.actors.casting import Cast
from claims.model import Actor
from claims.parse import Passage
from claims.syntax import agent, is_verb, objects, own_subject
from claims.tokens import Run, Token

_REPORTS = frozenset(
    "say report announce confirm tell quote state add reveal disclose note declare claim".split()
)
_DUTY = frozenset({"must", "should", "need", "ought", "shall"})
_PLACES = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout"})
BODIES = frozenset("EUU NATO UNO G7 G8 G20 APEC ASEAN AFU LAS OSCE GCC OPEC OAS".split())
_REACHES = frozenset("dobj dative attr prep xcomp ccomp advcl oprd conj acomp acl".split())
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "EX", "DT"})


@dataclass(frozen=True, slots=True)
class Parties:
    """The states on both sides of an event, codes in order of mention; either may be empty."""

    source: tuple[str, ...]
    target: tuple[str, ...]


def parties(passage: Passage, sentence: Run, cast: Cast) -> Parties:
    """Return whose act a sentence tells, and whom it reaches.

    What somebody merely reports is told of whoever does it ("X has agreed, Y said": X); what
    somebody says another must do is a demand of the speaker's. States are those that actors speak
    for or belong to. The target is the object's, else the first state behind the verb that is not
    the source's own, else the first at all.
    """
    verb = _deed(sentence.root)
    doer, sufferer = _doer(verb), _sufferer(verb)
    source = _states(cast, passage, doer) if doer is not None else ()
    if not source and (doer is None or doer.tag_ in _PRONOUNS):
        end = sufferer.left_edge.i if sufferer is not None else verb.i
        source = next(_mentioned(cast, passage, sentence.start, end), ())
    source = source or _place(cast, passage, verb) or _only(cast, passage, sentence)
    if sufferer is not None and (target := _states(cast, passage, sufferer)):
        return Parties(source or target, target)  # nobody named who does it: it is theirs to tell
    reached = _object(cast, passage, verb) or sorted(
        _reached(cast, passage, verb), key=lambda codes: set(codes) <= BODIES
    )  # a forum that is complained to is no target beside a state
    foreign = next((t for t in reached if not set(t) & set(source)), ())
    return Parties(source, foreign or next(iter(reached), ()))


def _deed(root: Token) -> Token:
    """Return the verb of what is told, below the verbs that only report it."""
    verb = root
    for _ in range(3):
        told = next((c for c in verb.children if c.dep_ == "ccomp" and is_verb(c)), None)
        if told is None:
            return verb
        if verb.lemma_ not in _REPORTS and own_subject(verb) is not None:
            return verb
        subject = own_subject(told)
        if subject is None or any(c.lower_ in _DUTY for c in told.children):
            return verb
        verb = told
    return verb


def _passive(verb: Token) -> bool:
    if verb.lemma_ in _REPORTS:
        return False  # "was quoted as saying": the subject speaks
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def _sufferer(verb: Token) -> Token | None:
    """Return the subject of a passive."""
    return own_subject(verb) if _passive(verb) else None


def _doer(verb: Token) -> Token | None:
    """Return who does it: the subject, in the passive whoever stands behind "by"."""
    if _passive(verb):
        return agent(verb)
    if not is_verb(verb) and verb.tag_.startswith("NN"):
        return verb  # the verb was misread as part of the noun
    found = own_subject(verb)
    above = verb
    while found is None and above.dep_ in {"xcomp", "conj", "ccomp"}:
        above = above.head
        found = own_subject(above)
    return found


def _states(cast: Cast, passage: Passage, noun: Token) -> tuple[str, ...]:
    """Return the states of a noun phrase: of whom it denotes, else the first named in it."""
    found = _homes(cast, cast.at(passage, noun))
    return found or next(_mentioned(cast, passage, noun.left_edge.i, noun.right_edge.i + 1), ())


def _homes(cast: Cast, actors: tuple[Actor, ...]) -> tuple[str, ...]:
    codes = (cast.home(actor) for actor in actors)
    return tuple(dict.fromkeys(code for code in codes if code))


def _mentioned(cast: Cast, passage: Passage, start: int, end: int) -> Iterator[tuple[str, ...]]:
    """Yield the states of each mention in a run of tokens."""
    if start >= end:
        return
    span = passage.span(passage.doc[start], passage.doc[end - 1])
    for mention in cast.mentions(span):
        if found := _homes(cast, mention.actors):
            yield found


def _object(cast: Cast, passage: Passage, verb: Token) -> list[tuple[str, ...]]:
    """Return the states that the direct object names itself, not those of its owner."""
    for noun in objects(verb):
        if not any(child.dep_ == "poss" for child in noun.children):
            return list(_mentioned(cast, passage, noun.left_edge.i, noun.i + 1))
    return []


def _only(cast: Cast, passage: Passage, sentence: Run) -> tuple[str, ...]:
    """Return the only state that a sentence names."""
    named = set(_mentioned(cast, passage, sentence.start, sentence.end))
    return next(iter(named)) if len(named) == 1 else ()


def _place(cast: Cast, passage: Passage, verb: Token) -> tuple[str, ...]:
    """Return the state where something happens, for a doer of no known state."""
    for prep in verb.rights:
        if prep.dep_ == "prep" and prep.lower_ in _PLACES:
            span = prep.left_edge.i, prep.right_edge.i + 1
            if found := next(_mentioned(cast, passage, *span), ()):
                return found
    return ()


def _reached(cast: Cast, passage: Passage, verb: Token) -> Iterator[tuple[str, ...]]:
    """Yield the states of what hangs on a verb behind it, in order."""
    for child in verb.rights:
        if child.dep_ in _REACHES:
            yield from _mentioned(cast, passage, child.left_edge.i, child.right_edge.i + 1)
