"""Where a rule's trigger stands: a word, a verb with its particle, a run of words."""

from typing import TYPE_CHECKING

from claims.packs import Packs, Trigger
from claims.stance.frames import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_GAP = 3  # tokens that a "*" in a phrase may span
_NO_VERB = frozenset({"aux", "auxpass", "amod", "compound", "nsubj", "nsubjpass", "dobj", "poss"})
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday eve".split()
)


def triggers_at(packs: Packs, token: "Token") -> tuple[Trigger, ...]:
    """Return what the token's lemma triggers, and the phrases that begin with its very form."""
    index, word = packs.index, lemma(token)
    found = index.get(word, ())
    if token.lower_ != word:
        found += tuple(t for t in index.get(token.lower_, ()) if t.kind == "phrase")
    return found


def trigger_words(trigger: Trigger, token: "Token") -> tuple["Token", ...] | None:
    """Return the trigger's words if it stands at this token."""
    if trigger.kind == "phrase":
        return _run(trigger.rest, token)
    tag = str(token.tag_)
    if trigger.kind == "verb":
        if not tag.startswith("VB") or token.dep_ in _NO_VERB:
            return None
    elif trigger.kind == "noun":
        if tag not in {"NN", "NNS"}:  # a proper name tells no deed: "War Crimes Tribunal"
            return None
    elif not (tag.startswith("JJ") or tag in {"VBN", "VBG", "RB"}):
        return None
    found = [token]
    for part in trigger.rest:
        hung = _hanging(token, part)
        if hung is None:
            return None
        found.append(hung)
    return tuple(found)


def _hanging(token: "Token", part: frozenset[str]) -> "Token | None":
    """Return a child, or a preposition's object, that bears one of these lemmas."""
    for child in token.children:
        if child.dep_ == "prep" and _only_when(token, child):
            continue
        if lemma(child) in part or child.lower_ in part:
            return child
        if child.dep_ in {"prep", "prt", "dobj", "advmod"}:
            for grand in child.children:
                if lemma(grand) in part:
                    return grand
    return None


def _only_when(verb: "Token", prep: "Token") -> bool:
    """Return whether a preposition brings a date and not what the verb is about ("on Tuesday")."""
    brought = [child for child in prep.children if child.dep_ == "pobj"]
    return any(child.lower_ in _DATES or child.is_digit for child in brought)


def _run(parts: tuple[frozenset[str], ...], token: "Token") -> tuple["Token", ...] | None:
    """Return the words of a phrase that begins at this token; a gap spans up to three tokens.

    Each gap is closed at its first fit, so that the work is linear in the phrase's length.
    """
    doc, at, found, gap = token.doc, token.i + 1, [token], 0
    end = min(token.sent.end, len(doc))
    for part in parts:
        if not part:
            gap = _GAP
            continue
        for step in range(gap + 1):
            if at + step >= end:
                return None
            other = doc[at + step]
            if lemma(other) in part or other.lower_ in part:
                found.append(other)
                at += step + 1
                break
        else:
            return None
        gap = 0
    return tuple(found)


def head_of(words: tuple["Token", ...]) -> "Token":
    """Return the word of a phrase that governs the others."""
    inside = {word.i for word in words}
    for word in words:
        if word.head.i not in inside or word.head == word:
            if word.is_punct and len(words) > 1:
                continue
            return _carrier(word)
    return words[0]


def _carrier(word: "Token") -> "Token":
    """Return the word that bears the frame: of an auxiliary or preposition, its governor."""
    if word.dep_ in {"aux", "auxpass", "neg", "det"} or word.tag_ == "MD":
        return word.head
    if word.tag_ in {"IN", "TO"} and word.dep_ in {"prep", "agent"}:
        return word.head
    return word
