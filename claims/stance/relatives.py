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


def _cleft(relative: Token) -> Token | None:
    """Return who is meant in "it was Russia that started it"."""
    clause = relative.head
    copula = clause.head
    if clause.dep_ != "ccomp" or copula.lemma_ != "be":
        return None
    if not any(c.lower_ == "it" for c in children(copula, "nsubj")):
        return None
    return next(iter(children(copula, "attr")), None)
