"""What a verb says its object or subject is: "called it illegal", "described it as a threat"."""

from claims.syntax import children, complements, conjuncts, is_verb
from claims.tokens import Token


def predicates(verb: Token) -> list[Token]:
    """Return what a verb says its object is: "called it illegal", "described it as a threat"."""
    found = children(verb, "oprd", "attr", "acomp")
    found += [c for c in children(verb, "ccomp", "xcomp") if not is_verb(c) or c.tag_ == "VBN"]
    found += [b for a in children(verb, "oprd") for b in children(a, "appos")]
    found += [b for a in children(verb, "dobj") for noun in conjuncts(a) for b in _behind(noun)]
    found += [b for noun in children(verb, "dobj") for b in complements(noun, "as")]
    found += complements(verb, "as")
    for prep in children(verb, "prep"):
        if prep.lower_ == "as":
            found += children(prep, "amod", "pobj", "pcomp", "acomp")
    if len(direct := children(verb, "dobj", "dative")) > 1:
        found.append(direct[-1])
    return found + [adjective for noun in found for adjective in children(noun, "amod")]


def _behind(noun: Token) -> list[Token]:
    """Return what stands behind an object as if it were part of it: "called it a bluff"."""
    return [c for c in noun.rights if c.dep_ in {"appos", "amod"}]
