"""Whom a relative pronoun stands for: "the envoy who …", "it was Russia that …"."""

from claims.syntax import children
from claims.tokens import Token


def antecedent(token: Token) -> Token:
    """Return the noun that a relative "who" or "which" stands for, else the token itself."""
    if token.tag_ in {"WP", "WDT"} or (token.lower_ == "that" and token.dep_ in {"nsubj", "dobj"}):
        for above in token.ancestors:
            if above.dep_ == "relcl":
                return above.head
        return _cleft(token) or token
    return token


def put_before(verb: Token) -> Token | None:
    """Return the object that stands before its verb's subject: "charges that Chad denies".

    The parser may take it for one subject of two.
    """
    subjects = children(verb, "nsubj")
    for token in verb.lefts:
        if token.dep_ == "dobj" or (len(subjects) == 2 and token == subjects[0]):
            return token
    return None


def _cleft(relative: Token) -> Token | None:
    """Return who is meant in "it was Russia that started it"."""
    clause = relative.head
    copula = clause.head
    if clause.dep_ != "ccomp" or copula.lemma_ != "be":
        return None
    if not any(c.lower_ == "it" for c in children(copula, "nsubj")):
        return None
    return next(iter(children(copula, "attr")), None)


def asked_with(verb: Token) -> Token | None:
    """Return the infinitive that a bare verb goes on from: "urge Chad to pay, stop lying".

    The parser joins the bare verb to whoever urges; a verb of its own time would have its form.
    """
    if verb.dep_ != "conj" or verb.tag_ != "VB":
        return None
    if any(child.dep_ in {"aux", "nsubj", "nsubjpass"} for child in verb.children):
        return None
    first = verb.head
    if first.tag_ == "VB":
        return asked_with(first)
    asked = (c for c in first.children if c.dep_ in {"xcomp", "ccomp"} and c.i < verb.i)
    return next((infinitive for infinitive in asked if infinitive.tag_ == "VB"), None)
