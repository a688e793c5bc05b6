"""Whether a word itself is negated, and which clauses the negation of a verb above spares."""

from claims.stance.relatives import put_before
from claims.syntax import is_nobody, negation
from claims.tokens import Token

_LESS = {"less": frozenset({"still", "much"}), "alone": frozenset({"let"})}
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})
_MERELY = frozenset({"just", "only", "merely", "simply", "solely"})
NEGATIONS = frozenset(
    "not n't n’t never no neither nor nobody nothing none no-one hardly barely scarcely less alone "
    "little without".split()
)
"""One of these stands wherever anything is negated that no verb or noun of a list negates."""
_THAN = frozenset({"more", "less", "but", "other", "short"})  # "nothing but", "nothing less than"


def is_negated(word: Token) -> bool:
    """Return whether a word is negated, for whatever reason."""
    return _is_denied(word) or _empty_argument(word) or _still_less(word)


def _is_denied(node: Token) -> bool:
    """Return whether the word is negated; "partners, not rivals" negates the rivals alone.

    "Not just an insult" is an insult.
    """
    found = negation(node)
    if found is None or _is_merely(found):
        return False
    return not (node.tag_.startswith("NN") and found.i > node.i)


def _is_merely(negated: Token) -> bool:
    """Return whether a negation only says that there is more: "not just", "not merely"."""
    following = negated.doc[negated.i + 1 : negated.i + 2]
    return any(word.lower_ in _MERELY and word.tag_ == "RB" for word in following)


def _still_less(node: Token) -> bool:
    """Return whether "still less", "much less" or "let alone" stands before a word."""
    first, sentence = node.left_edge.i, node.sent
    for last in node.doc[max(first - 1, sentence.start + 1) : min(first + 2, node.i)]:
        if last.lower_ in _LESS and last.nbor(-1).lower_ in _LESS[last.lower_]:
            return True
    return False


def _empty_argument(verb: Token) -> bool:
    """Return whether subject or object is nobody: "no state condemned", "sent no aid".

    What is "nothing but a farce" is a farce.
    """
    empty = [child for child in verb.children if child.dep_ in _ARGUMENTS and is_nobody(child)]
    return any(not _is_nothing_but(child) for child in empty)


def _is_nothing_but(noun: Token) -> bool:
    return noun.lower_ == "nothing" and noun.i + 1 < noun.sent.end and noun.nbor().lower_ in _THAN


def stands_alone(clause: Token, head: Token) -> bool:
    """Return whether a clause is only strung before another: "it is a crime: Chad will not …"."""
    between = clause.doc[clause.i : head.i] if clause.i < head.i else ()
    return any(word.text in {":", ";", "–", "—"} for word in between)


def is_answered(clause: Token, verb: Token) -> bool:
    """Return whether a verb disputes what a noun behind the clause takes up, not the clause.

    "Chad accused Mali of theft, charges Mali denies": that Chad accused it is not denied.
    """
    noun = put_before(verb)
    return noun is not None and clause.i < noun.i
