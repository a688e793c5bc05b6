"""Small questions that several rooms ask of a parsed sentence: its subject, its negation.

Labels are those of spaCy's English models (ClearNLP: nsubj, dobj, ccomp, pobj, agent, …).
"""

from collections.abc import Iterator

from claims.model import Span
from claims.parse import Passage
from claims.tokens import Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSE = frozenset({"ccomp", "xcomp"})
VERB = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
PASSIVE = frozenset({"nsubjpass", "csubjpass", "auxpass"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep"})
_NOBODY = frozenset({"nobody", "nothing", "none", "no-one", "neither"})
_NO = frozenset({"no", "neither"})
_NOT, _ONE = frozenset({"not", "hardly", "scarcely"}), frozenset({"a", "an", "any", "one"})
_OUTSIDE_NOUN_PHRASE = frozenset({"relcl", "appos", "punct", "cc", "conj", "advcl", "parataxis"})


def is_verb(token: Token) -> bool:
    """Return whether the token is a verb form; modals are not."""
    return token.tag_ in VERB


def children(token: Token, *deps: str) -> list["Token"]:
    """Return the children that bear one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in deps]


def by_label(token: Token) -> dict[str, Token]:
    """Return the first child of each label."""
    return {child.dep_: child for child in reversed(token.children)}


def own_subject(verb: Token) -> Token | None:
    """Return the head of the verb's own subject, passive or not; None if it shares another's."""
    for child in verb.children:
        if child.dep_ in SUBJECT:
            return child
    return None


def is_passive(verb: Token) -> bool:
    """Return whether the verb is passive: "was accused", and the bare "accused by"."""
    for child in verb.children:
        if child.dep_ in PASSIVE:
            return True
    return verb.tag_ == "VBN" and any(child.dep_ == "agent" for child in verb.children)


def subject(verb: Token) -> Token | None:
    """Return the head of the subject, the verb's own or the one it shares.

    Conjuncts, controlled infinitives and participles share their governor's subject ("Wang met
    Blinken, saying …"); a participle behind a noun has that noun ("a report accusing China").
    """
    for _ in range(4):  # longer chains are parse errors
        found = own_subject(verb)
        if found is not None:
            return found
        head = verb.head
        if verb.dep_ == "acl":
            return head
        if verb.dep_ == "xcomp" and not is_passive(head) and (controllers := objects(head)):
            return controllers[0]  # "urged Iran to stop": Iran stops
        if verb.dep_ == "prep" or verb.dep_ in _SHARES_SUBJECT:
            if head.dep_ in {"prep", "mark"} or head.tag_ == "IN":
                head = head.head
            if head == verb or not is_verb(head):
                return None
            verb = head
            continue
        return None
    return None


def mistaken_subject(verb: Token) -> Token | None:
    """Return a name right before a verb without a subject, which the parser took for a date.

    It may hang on what is thrown in between: "Chad, she said, had paid".
    """
    thrown_in = [c for c in verb.lefts if c.dep_ in {"parataxis", "ccomp"} and own_subject(c)]
    before = [c for clause in (*thrown_in, verb) for c in clause.lefts]
    names = [c for c in before if c.dep_ in {"npadvmod", "dep"} and c.tag_ in {"NNP", "NNPS"}]
    return names[-1] if names else None


def agent(verb: Token) -> Token | None:
    """Return who does it in the passive: "accused by Beijing"."""
    for by in verb.children:
        if by.dep_ == "agent":
            return next((child for child in by.children if child.dep_ == "pobj"), None)
    return None


def objects(verb: Token) -> list["Token"]:
    """Return the heads of direct and indirect objects, in text order."""
    return children(verb, "dobj", "dative")


def shared_objects(verb: Token) -> list["Token"]:
    """Return the objects that a verb shares with the next one: "denies and condemns the claim"."""
    for other in verb.rights:
        if other.dep_ == "conj" and is_verb(other) and own_subject(other) is None:
            bare = all(token.dep_ in {"cc", "advmod"} for token in verb.doc[verb.i + 1 : other.i])
            return objects(other) if bare else []
    return []


def left_out(clause: Token) -> list[Token]:
    """Return the noun that a clause without relative is about: "the pact London signed"."""
    begun = {child.tag_ for child in clause.children} & {"WDT", "WP", "WRB", "IN"}
    whole = own_subject(clause) is not None and clause.tag_ in {"VBD", "VBN"}
    return [clause.head] if whole and not begun else []


def complements(verb: Token, preposition: str) -> list["Token"]:
    """Return what follows a preposition of the verb or noun ("accused of theft": theft)."""
    return [
        child
        for prep in verb.children
        if prep.dep_ in {"prep", "agent", "dative"} and prep.lower_ == preposition
        for child in prep.children
        if child.dep_ in {"pobj", "pcomp"}
    ]


def conjuncts(token: Token) -> list["Token"]:
    """Return the token and what is joined to it: "China and Russia" gives both."""
    return [token, *(other for other in token.conjuncts if other.i > token.i)]


def negation(token: Token) -> Token | None:
    """Return what negates the token itself: not, never, or a "no" before a noun."""
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ in {"no", "neither"}):
            return child
        if child.dep_ == "advmod" and child.lower_ in {"never", "hardly", "barely"}:
            return child
    return None


def is_nobody(noun: Token) -> bool:
    """Return whether a phrase names nobody: "none of them", "no state", "not a single soldier"."""
    if noun.lower_ in _NOBODY:
        return True
    for left in noun.lefts:
        for token in (*left.lefts, left):
            word = token.lower_
            if word in _NO or (word in _NOT and token.nbor().lower_ in _ONE):
                return True
    return False


def whole(token: Token) -> tuple[Token, ...]:
    """Return a word with all that hangs on it, as it stands in the text."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def noun_phrase(head: Token) -> tuple[Token, "Token"]:
    """Return first and last token of the phrase of a noun, without relative clauses and conjuncts.

    What stands before the head stays whole, appositions behind it ("Yang Jiechi, Xi's adviser")
    do not.
    """
    last = head
    for child in head.rights:
        if child.dep_ in _OUTSIDE_NOUN_PHRASE:
            break
        last = child.right_edge
    first = head.left_edge
    while first.i < head.i and (first.is_punct or first.is_space):
        first = first.nbor(1)
    return first, last


def phrase_span(passage: Passage, head: Token) -> Span:
    """Return where the phrase of a noun stands in the document."""
    return passage.span(*noun_phrase(head))


def clause_above(token: Token) -> Token | None:
    """Return the nearest verb that governs the token, if one does."""
    for above in token.ancestors:
        if is_verb(above):
            return above
    return None


def walk_up(token: Token) -> Iterator["Token"]:
    """Yield the token and its governors up to the root."""
    yield token
    yield from token.ancestors
