"""What fills the slots of a trigger's frame: its subject, object, what a preposition brings."""

from claims.stance.predicates import predicates
from claims.stance.relatives import antecedent, asked_with, put_before
from claims.syntax import (
    agent,
    children,
    complements,
    conjuncts,
    is_passive,
    is_verb,
    left_out,
    mistaken_subject,
    objects,
    own_subject,
    shared_objects,
    subject,
)
from claims.tokens import Token

# The model's tables take "hoped" for a form of "hop"; diplomats do not hop.
MISTAKEN = {
    "hop": "hope", "rag": "rage", "snip": "snipe", "stag": "stage", "lambast": "lambaste",
    "su": "sue", "wag": "wage",
}  # fmt: skip
# what "co-" may stand before as a token of its own
OPERATING = frozenset(
    "operate operated operates operating operation operational operationally operations operative "
    "operatively operatives operator operators".split()
)
_ODD = MISTAKEN.keys() | OPERATING
# "used the summit to present": who uses presents, although the summit is the object
_SUBJECT_CONTROL = frozenset({"use", "take", "spend", "hold", "seize", "exploit", "make", "need"})
_OF_OTHERS = frozenset({"for", "of", "from", "with"})
_PARTS = frozenset(
    "one some many most all any part form forms kind kinds act acts sort sorts type types attempt "
    "attempts".split()
)
_LIGHT_DEPS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "conj", "pobj", "dative"})
_CARRIERS = frozenset({"prt", "prep", "advmod", "dobj", "acomp", "attr", "oprd", "nsubjpass"})
_EVERYWHERE = frozenset({"world", "region", "planet", "globe", "continent", "century", "history"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss", "quantmod"})


def lemma(token: Token) -> str:
    """Return the lemma in lower case; "co-operation", three tokens, counts as one word."""
    word = token.lemma_
    return word if word not in _ODD else _meant(token, word)


def _meant(token: Token, word: str) -> str:
    """Return the lemma of a word that may be part of another, or taken for another."""
    if word in MISTAKEN:
        return MISTAKEN[word] if is_verb(token) else word
    if token.i >= 2 and token.nbor(-1).text in {"-", "‑", "–"} and token.nbor(-2).lower_ == "co":
        return "co" + word
    return word


def fill(slot: str, token: Token, kind: str) -> list[Token]:
    """Return the heads of what fills a slot of the trigger, in text order; [] if nothing does."""
    if kind == "phrase":
        kind = "verb" if is_verb(token) else "adjective" if token.tag_[:2] == "JJ" else "noun"
    match slot:
        case "trigger":
            return [token]
        case "subject":
            return _joined(_subjects(token, kind))
        case "object":
            return _joined(_objects(token, kind))
        case "relative":
            before = put_before(token)
            return [before] if before is not None and before.tag_ == "WDT" else []
        case "possessor":
            return _joined(children(token, "poss"))
        case "modifier":
            return [child for child in token.children if child.dep_ in _MODIFIERS]
        case "governor":
            governor = _governor(token)
            return [governor] if governor is not None else []
        case "clause":
            return children(token, "ccomp", "xcomp", "acl") + _purposes(token)
        case "modified":
            return [token.head] if token.dep_ in {"amod", "compound"} else []
        case "predicate":
            return predicates(token)
        case "doing":
            return [token.head] if token.dep_ in {"nsubj", "nsubjpass"} else []
        case "clause-subject":
            clauses = map(own_subject, children(token, "ccomp", "acl") or _around(token))
            return _joined([found for found in clauses if found is not None])
        case "that":
            return [child for child in children(token, "ccomp", "acl") if _finite(child)]
        case "sentence":
            return list(token.sent)
    return _joined(_after(slot, token, kind))


def _around(verb: Token) -> list[Token]:
    """Return the clause that a verb of saying is thrown into: "Chad, she charged, had paid"."""
    return [verb.head] if verb.dep_ in {"ccomp", "parataxis"} and verb.i < verb.head.i else []


def _purposes(verb: Token) -> list[Token]:
    """Return infinitives that the parser hangs on a verb as adverbs ("called to discuss")."""
    return [
        child
        for child in children(verb, "advcl")
        if child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children)
    ]


def _joined(heads: list[Token]) -> list[Token]:
    """Return the heads and what is joined to them by "and"."""
    found: list[Token] = []
    for head in heads:
        if head not in found:
            found.append(head)
        if head.dep_ == "conj" or head.rights:
            found += [other for other in conjuncts(head) if other not in found]
    return found


def _finite(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in verb.children)


def _subjects(token: Token, kind: str) -> list[Token]:
    if kind == "verb":
        if _passive(token):
            by = agent(token)
            return [by] if by is not None else []
        if token.dep_ == "acl" and token.tag_ == "VB":
            return _subjects(token.head, "noun")  # "its bid to restore ties": whose bid it is
        if token.dep_ == "xcomp" and lemma(token.head) in _SUBJECT_CONTROL:
            return _subjects(token.head, "verb")
        if told := _told_of(token):
            return told
        if (asked := asked_with(token)) is not None:
            return _subjects(asked, "verb")
        found = subject(token)
        if found is None:
            above = _verb_above(token)
            found = subject(above) if above is not None else mistaken_subject(token)
        if found is None:
            return []
        several = [c for c in found.head.children if c.dep_ == found.dep_ == "nsubj"]
        return [antecedent(one) for one in several or [found]]
    if kind == "adjective":
        return _described(token)
    if token.dep_ == "compound":
        token = token.head
    if owners := [o for o in children(token, "poss") if o.tag_ != "PRP$" and _can_own(o)]:
        return owners
    governor = _governor(token)
    if governor is not None:
        return _subjects(governor, "verb")
    return complements(token, "by")


def _can_own(noun: Token) -> bool:
    """Return whether a noun is no mere measure: "the world's worst offender" is not the world's."""
    return lemma(noun) not in _EVERYWHERE


def _told_of(verb: Token) -> list[Token]:
    """Return whom a gerund is told of: "blamed Russia for stealing", "kept them from voting"."""
    prep = verb.head
    if verb.dep_ != "pcomp" or prep.lower_ not in _OF_OTHERS or not is_verb(prep.head):
        return []
    return objects(prep.head) if not _passive(prep.head) else []


def _verb_above(verb: Token) -> Token | None:
    """Return the verb above an adjective that governs an infinitive ("is about to restore")."""
    node = verb
    while node.dep_ in {"xcomp", "pcomp", "ccomp", "acomp", "prep"} and node.head != node:
        node = node.head
        if is_verb(node) or node.pos_ == "AUX":
            return node if own_subject(verb) is None else None
        if node.tag_[:2] not in {"JJ", "IN", "RB"}:
            return None
    return None


def _passive(verb: Token) -> bool:
    """Return whether the verb is passive, a bare participle included.

    Such a one stands behind a noun, or is joined to a passive: "were held and accused of theft".
    """
    if is_passive(verb):
        return True
    if verb.tag_ != "VBN" or children(verb, "nsubj"):
        return False  # "charges that Chad has denied"
    joined = verb.dep_ == "conj" and is_passive(verb.head) and not objects(verb)
    return joined or verb.dep_ in {"acl", "amod"}


def _objects(token: Token, kind: str) -> list[Token]:
    if kind == "noun":
        return complements(token, "of")
    if kind == "adjective":
        return []
    if _passive(token):
        found = own_subject(token)
        if found is None and token.dep_ in {"acl", "relcl", "amod"}:
            return [token.head]
        found = found if found is not None else subject(token)
        return [antecedent(found)] if found is not None else []
    direct = objects(token)
    if not direct:
        # "called China a bully", "called the claims baseless": the parser makes a small clause
        small = [clause for clause in children(token, "ccomp", "oprd") if not _finite_verb(clause)]
        direct = [s for clause in small if (s := own_subject(clause)) is not None]
    both = [c for c in children(token, "oprd") if children(c, "appos")]  # "called the envoy a fool"
    direct = direct or both or shared_objects(token)
    if token.dep_ == "relcl":
        direct = [antecedent(noun) for noun in direct] or left_out(token)
    return direct


def _finite_verb(clause: Token) -> bool:
    return is_verb(clause) and clause.tag_ in {"VBD", "VBP", "VBZ", "MD"}


def _described(token: Token) -> list[Token]:
    """Return what an adjective is said of: "the charge is baseless", "a baseless charge"."""
    head = token.head
    if token.dep_ == "amod":
        return [head]
    if (token.dep_ in {"acomp", "attr", "oprd"} and is_verb(head)) or head.pos_ == "AUX":
        if token.dep_ == "oprd" and objects(head):
            return objects(head)
        found = subject(head)
        return [antecedent(found)] if found is not None else []
    if own := own_subject(token):
        return [own]
    if token.dep_ in {"pobj", "amod", "pcomp"} or head.lower_ == "as":
        # "rejected the charge as baseless"
        above = head if head.dep_ == "prep" else head.head
        verb = above.head
        if is_verb(verb):
            return _objects(verb, "verb")
    if token.dep_ == "conj":
        return _described(head) if head.tag_[:2] in {"JJ", "VB"} else []
    if is_verb(head):
        return objects(head)
    return []


def _governor(noun: Token) -> Token | None:
    """Return the verb that a noun is the object or predicate of ("expressed support")."""
    token = _in_its_place(noun.head if noun.dep_ == "compound" else noun)
    for _ in range(3):
        head = token.head
        if token.dep_ in _LIGHT_DEPS and (is_verb(head) or head.pos_ == "AUX"):
            return head
        if token.dep_ == "prep" and head.lower_ in _PARTS:
            token = head
            continue
        if token.dep_ in {"conj", "appos"} or (token.dep_ == "pobj" and head.dep_ == "prep"):
            token = head
            if token.dep_ == "prep" and is_verb(token.head):
                return token.head
            if token.dep_ == "prep" and token.head.lower_ not in _PARTS:
                return None
            continue
        return None
    return None


def _in_its_place(noun: Token) -> Token:
    """Return "nothing" for the farce of "nothing more than a farce", else the noun itself."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"than", "but"}:
        return noun
    above = (noun.head.head, noun.head.head.head)
    return next((token for token in above if token.lower_ == "nothing"), noun)


def _after(preposition: str, token: Token, kind: str) -> list[Token]:
    """Return what a preposition brings, hung on the trigger, its object or its governor."""
    if kind == "noun" and token.dep_ == "compound":
        token = token.head
    found = complements(token, preposition)
    if found:
        return found
    if kind == "verb":
        for child in token.children:
            if child.dep_ in _CARRIERS or (preposition == "between" and child.dep_ == "nsubj"):
                found += complements(child, preposition)
    else:
        if kind == "adjective":
            found = [t for noun in _described(token) for t in complements(noun, preposition)]
        governor = _governor(token)
        if governor is not None and not found:
            found = complements(governor, preposition)
    return found
