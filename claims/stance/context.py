"""The context of a trigger: negated, asked, conditional, hedged, historic, wanted of others.

A context has scope: "did not say that it had accused" negates the saying and what is said;
"said it had not accused" negates the accusing alone; a comma and "but" end it.
"""

from collections.abc import Mapping

from claims.stance.frames import lemma
from claims.stance.negated import NEGATIONS, is_answered, is_negated, stands_alone
from claims.stance.past import is_past
from claims.stance.performed import is_performed
from claims.stance.relatives import asked_with
from claims.stance.wanted import (
    calls_upon,
    governs_finite,
    is_for_others,
    is_wanted_proof,
    of_others,
)
from claims.syntax import is_verb, negation
from claims.tokens import Token

Lists = Mapping[str, frozenset[str]]

_LINKS = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "acl", "relcl"})
_CLAUSES = frozenset({"advcl", "ccomp", "pcomp", "relcl", "conj", "csubj", "csubjpass", "ROOT"})
_SAME_CLAUSE = frozenset(
    "xcomp pcomp dobj pobj attr acomp oprd prep nsubjpass prt amod compound".split()
)
_IF = frozenset({"if", "unless", "whether", "provided", "should", "lest"})
_LEADS_IN = frozenset({"mark", "advmod", "aux"})
_FUTURE = frozenset({"will", "wo", "shall", "'ll", "’ll", "would"})  # "wo": of "won't"
_MODALS = {
    **dict.fromkeys(("may", "might", "could"), "hedged"),
    **dict.fromkeys(("can", "ca"), "able"),  # "ca": of "can't"
    **dict.fromkeys(("should", "must", "ought"), "demanded"),
    **dict.fromkeys(_FUTURE, "future"),
}
_EMPTY: frozenset[str] = frozenset()
_OF_CHARGES = frozenset({"of", "about", "with", "into", "for", "to"})
_FULL_STOPS = frozenset({".", "!", "...", "…", ";"})


def signs(context: str, lists: Lists) -> frozenset[str]:
    """Return the words without one of which no sentence makes a context; none where any may."""
    match context:
        case "future":
            return _FUTURE | lists.get("future-verbs", _EMPTY)
        case "negated":
            listed = (lists.get(f"negated-{kind}", _EMPTY) for kind in ("verbs", "nouns"))
            return NEGATIONS.union(*listed)
    return _EMPTY


def contexts(token: Token, lists: Lists, year: int | None = None) -> frozenset[str]:
    """Return the names of the contexts that the trigger stands in.

    Args:
        token: The trigger's head word.
        lists: Word lists; those named after a context hold the verbs that make it.
        year: The year the document was published, to tell what is past.
    """
    found: set[str] = set()
    _climb(token, lists, found)
    if token.tag_ == "VBN" and token.dep_ == "relcl" and not _agent(token):
        found.add("background")  # "the man who was accused of"
    if token.tag_ == "VBN" and token.dep_ in {"acl", "amod", "advcl"} and not _has_aux(token):
        found.add("participle")
        if not _agent(token):
            found.add("background")
    if _asked(token):
        found.add("asked")
    if is_past(token, year):
        found.add("historic")
    return frozenset(found)


def _agent(verb: Token) -> bool:
    """Return whether somebody is named who does it, or the verb is active."""
    deps = {child.dep_ for child in verb.children}
    return "agent" in deps or ("auxpass" not in deps and bool(deps & {"aux", "nsubj"}))


def _has_aux(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for child in verb.children)


def _climb(token: Token, lists: Lists, found: set[str]) -> None:
    """Collect contexts from the trigger up through the clauses that hold it."""
    node = token
    shared = True  # still within the trigger's own clause
    for _ in range(12):
        _own_marks(node, lists, found, shared)
        head, dep = node.head, node.dep_
        if head == node or dep in {"parataxis"}:
            return
        if dep == "conj":
            if (asked := asked_with(node)) is not None:
                node = asked
                continue
            if not _shares_negation(node):
                node, shared = _conj_root(node), False
                _clause_marks(node, found)
                if node.head == node or node.dep_ == "conj":
                    return
                head, dep = node.head, node.dep_
            else:
                node = head
                continue
        if dep == "pobj":
            _charged(head, lists, found)
        if dep in _LINKS and not _enter(node, head, dep, lists, found):
            return
        shared = shared and dep in _SAME_CLAUSE
        if dep == "ccomp":
            shared = False
        if dep in {"relcl", "nsubj", "appos", "npadvmod"}:
            return
        node = head


def _enter(node: Token, head: Token, dep: str, lists: Lists, found: set[str]) -> bool:
    """Note what the governor does to the clause below; return whether to climb on."""
    if dep == "pcomp":
        head = next((above for above in head.ancestors if above.tag_[:2] in {"VB", "NN"}), head)
    word = lemma(head)
    if dep == "xcomp" and word == "have" and not _finite(node):
        found.add("demanded")  # "they have to work with us"
    if dep in {"advcl", "acl", "relcl"}:
        _clause_marks(node, found)
        if dep == "advcl":
            _beside_verb(node, head, lists, found)
        if dep == "acl":
            _behind_noun(node, head, lists, found)
        return dep == "acl" and node.tag_ in {"VB", "TO"} and _wanted(word, lists, found)
    for name in ("negated", "demanded", "hoped", "hedged", "future", "alleged"):
        if word not in lists.get(f"{name}-verbs", _EMPTY):
            continue
        if name in {"demanded", "hoped"} and is_performed(node, head):
            continue
        if name == "negated" and is_answered(node, head):
            continue
        if dep == "ccomp" and _finite(node) and not governs_finite(name, word):
            continue
        found.add(name)
        if name == "negated":
            found.add("stopped")  # "stop lying" says that there were lies
    if dep == "ccomp" and negation(head) is not None:
        if word not in lists.get("factive-verbs", _EMPTY) and not stands_alone(node, head):
            found.add("negated")
        return False
    return True


def _beside_verb(node: Token, head: Token, lists: Lists, found: set[str]) -> None:
    """Note what a verb does to a clause of purpose beside it."""
    if node.tag_ == "VB" and negation(head) is not None:
        found.add("negated")  # "will not go to Moscow to meet him"
    if node.tag_ == "VB" and calls_upon(head, node):
        found.add("demanded")
    if is_for_others(node):
        found.update(of_others(lemma(head), lists))


def _behind_noun(node: Token, head: Token, lists: Lists, found: set[str]) -> None:
    """Note what a noun does to the clause behind it."""
    word = lemma(head)
    if _unproven(head, lists):
        found.add("negated")
    if head.dep_ == "pobj":
        _charged(head.head, lists, found)  # "suspicions of abuse committed by"
    if is_wanted_proof(head, lists):
        found.add("alleged")  # "would have to show proof that they lied"
    if _finite(node) and word in lists.get("alleged-nouns", _EMPTY):
        found.add("alleged")
    if node.tag_ == "VB" and negation(head) is not None:
        found.add("negated")  # "no plans to meet"
    if word == "hope":
        found.add("hoped")  # "expressed the hope that they would agree"


def _charged(preposition: Token, lists: Lists, found: set[str]) -> None:
    """Note a deed that is only charged: "suspicions of abuse", "charged the man with murder"."""
    word = lemma(preposition.head)
    if preposition.lower_ in _OF_CHARGES and (
        word in lists.get("alleged-nouns", _EMPTY) or word in lists.get("alleged-verbs", _EMPTY)
    ):
        found.add("alleged")


def _unproven(noun: Token, lists: Lists) -> bool:
    """Return whether proof is said to be missing: "saw no evidence", "did not see a sign"."""
    if lemma(noun) not in lists.get("proof-nouns", _EMPTY):
        return False
    if noun.head.lower_ == "without" or any(c.lower_ in {"no", "little"} for c in noun.lefts):
        return True
    return is_verb(noun.head) and negation(noun.head) is not None


def _finite(verb: Token) -> bool:
    """Return whether a clause has its own tense: "that it stop", not "to stop"."""
    return not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _wanted(word: str, lists: Lists, found: set[str]) -> bool:
    """Note a noun that makes what it governs wished for only ("a call to join")."""
    for name in ("demanded", "hoped", "negated"):
        if word in lists.get(f"{name}-nouns", _EMPTY):
            found.add(name)
    return False


def _own_marks(node: Token, lists: Lists, found: set[str], own: bool) -> None:
    """Note negation and auxiliaries that hang on one word."""
    if own and is_negated(node):
        found.add("negated")
    if node.dep_ in {"pcomp", "pobj"} and node.head.lower_ == "without":
        found.add("negated")
    for child in node.children:
        dep, low = child.dep_, child.lower_
        if dep == "aux":
            if own and low in _MODALS:
                found.add(_MODALS[low])
        elif dep == "advmod":
            if low in lists.get("hedges", _EMPTY):
                found.add("hedged")
        elif dep == "preconj":
            if low == "neither":
                found.add("negated")
        elif dep == "advcl" and _has_if(child):
            found.add("conditional")
    _clause_marks(node, found)


def _clause_marks(node: Token, found: set[str]) -> None:
    if node.dep_ in _CLAUSES and _has_if(node):
        found.add("hedged" if _whether(node) else "conditional")
        found.add("hypothetical")
        if _whether(node):
            found.add("asked")


def _has_if(verb: Token) -> bool:
    for child in verb.children:
        word = child.lower_
        if word not in _IF or child.dep_ not in _LEADS_IN:
            continue
        if word != "should" or child.i == verb.left_edge.i:
            return True
    return False


def _whether(verb: Token) -> bool:
    return verb.dep_ in {"ccomp", "pcomp", "csubj"} or any(
        c.lower_ == "whether" for c in verb.children
    )


def _conj_root(node: Token) -> Token:
    while node.dep_ == "conj" and node.head != node:
        node = node.head
    return node


def _shares_negation(node: Token) -> bool:
    """Return whether a conjunct stands under its first conjunct's negation and modals."""
    if is_verb(node) or node.pos_ == "AUX":
        first = node.head
        has_own = any(c.dep_ in {"nsubj", "nsubjpass", "aux", "neg"} for c in node.children)
        joined_by_or = any(c.lower_ in {"or", "nor"} for c in first.children if c.dep_ == "cc")
        bare = node.tag_ == "VB" and first.tag_ == "VB"
        return not has_own and (joined_by_or or bare)
    return not any(c.lower_ == "but" for c in node.head.children if c.dep_ == "cc")


def _asked(token: Token) -> bool:
    """Return whether the sentence is a question, from the word on without another full stop.

    "Chad is a bully … How can it do this?" asks nothing of the bully.
    """
    sentence = token.sent
    for place in range(sentence.end - 1, sentence.start - 1, -1):
        last = token.doc[place]
        if last.text == "?":
            return not any(w.text in _FULL_STOPS for w in token.doc[token.i : place])
        if not (last.is_quote or last.is_space or last.is_bracket):
            return False
    return False
