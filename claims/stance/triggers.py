"""Where a rule's trigger stands: a word, a verb with its particle, a run of words."""

from claims.packs import Trigger
from claims.stance.frames import lemma
from claims.syntax import is_verb
from claims.tokens import Token

_GAP = 3  # tokens that a "*" in a phrase may span
_NO_VERB = frozenset({"aux", "auxpass", "amod", "compound", "nsubj", "nsubjpass", "dobj", "poss"})
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday eve".split()
)


def fits(token: Token, part: frozenset[str]) -> bool:
    """Return whether a token is one of a phrase's words, by its lemma or as it stands."""
    return token.lower_ in part or lemma(token) in part


def trigger_words(trigger: Trigger, token: Token) -> tuple[Token, ...] | None:
    """Return the trigger's words if it stands at this token, which bears its first one."""
    if trigger.kind == "phrase":
        doc = token.doc
        places = _run(trigger.rest, token)
        if places is None or places[-1] >= token.sent.end:
            return None
        return tuple(doc[i] for i in places)
    if trigger.kind == "verb" and token.dep_ in _NO_VERB:
        return None
    if not trigger.rest:
        return (token,)
    found = [token]
    for part in trigger.rest:
        hung = _hanging(token, part)
        if hung is None:
            return None
        found.append(hung)
    return tuple(found)


def _hanging(token: Token, part: frozenset[str]) -> Token | None:
    """Return a child, or a preposition's object, that bears one of these lemmas."""
    for child in token.children:
        if child.dep_ == "prep" and only_when(child):
            continue
        if lemma(child) in part or child.lower_ in part:
            return child
        if child.dep_ in {"prep", "prt", "dobj", "advmod"}:
            for grand in child.children:
                if lemma(grand) in part:
                    return grand
    return None


def only_when(prep: Token) -> bool:
    """Return whether a preposition brings a date and not what the verb is about ("on Tuesday")."""
    brought = [child for child in prep.children if child.dep_ == "pobj"]
    return any(child.lower_ in _DATES or child.is_digit for child in brought)


def _run(parts: tuple[frozenset[str], ...], first: Token) -> list[int] | None:
    """Return the places of a phrase that begins at this one; a gap spans up to three tokens.

    Each gap is closed at its first fit, so that the work is linear in the phrase's length.
    """
    doc, found, gap = first.doc, [first.i], 0
    for part in parts:
        if not part:
            gap = _GAP
            continue
        at = found[-1] + 1
        for place in range(at, min(at + gap + 1, len(doc))):
            if fits(doc[place], part):
                found.append(place)
                break
        else:
            return None
        gap = 0
    return found


def head_of(words: tuple[Token, ...]) -> Token:
    """Return the word of a phrase that governs the others."""
    if len(words) == 1 and words[0].dep_ == "advmod" and is_verb(words[0].head):
        return words[0].head  # "wrongfully": what was done so
    inside = {word.i for word in words}
    for word in words:
        if word.head.i not in inside or word.head == word:
            if word.is_punct and len(words) > 1:
                continue
            return _carrier(word)
    return words[0]


def _carrier(word: Token) -> Token:
    """Return the word that bears the frame: of an auxiliary or preposition, its governor."""
    if word.dep_ in {"aux", "auxpass", "neg", "det", "nummod"} or word.tag_ == "MD":
        return word.head
    if word.tag_ in {"IN", "TO"} and word.dep_ in {"prep", "agent"}:
        return word.head
    return word
