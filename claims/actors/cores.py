"""Where the own words of a noun phrase begin: behind who owns it, and behind a break."""

from claims.tokens import Doc, Token, is_punct

_JOINS, _MODIFIES = frozenset({"cc", "preconj"}), frozenset({"compound", "nmod", "amod"})
_BREAKS, _DASHES = frozenset("():;—–"), frozenset({"-", "--"})


def core_of(head: Token) -> tuple[int, Token | None]:
    """Return the first token behind the possessor, and the possessor's head."""
    if not head.lefts:
        return head.i, None
    owner = _possessor(head)
    doc = head.doc
    first = doc.edges[0][head.i] if owner is None else doc.edges[1][owner.i] + 1
    last = head.i
    while first < last and (doc[first].dep_ in _JOINS or is_punct(doc[first].text)):
        first += 1
    return _behind_break(doc, first, last), owner


def _possessor(head: Token) -> Token | None:
    """Return who owns a head, or a compound of it ("Obama's adviser Donilon")."""
    for child in head.lefts:
        if child.dep_ == "poss":
            return child
        if child.lefts and child.dep_ in _MODIFIES and (found := _possessor(child)):
            return found
    return None


def _behind_break(doc: Doc, first: int, last: int) -> int:
    """Return the first token behind the last comma or bracket before a head."""
    for token in reversed(doc[first:last]):
        if token.text in _BREAKS or (token.text in _DASHES and _is_apart(token)):
            return token.i + 1
    return first


def _is_apart(token: Token) -> bool:
    """Return whether blanks stand on both sides of a dash."""
    return bool(token.whitespace_ and token.doc[token.i - 1].whitespace_)
