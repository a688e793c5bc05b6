"""Walk a document's words from first to last, and read each name, phrase and pronoun."""

from claims.actors.lexicon import key
from claims.actors.listed import read_listed
from claims.actors.named import note_being, read_surname
from claims.actors.nominals import denoted_by_role
from claims.actors.phrases import MODIFIER, PROPER, Scope, read_phrase
from claims.actors.pronouns import PRONOUNS, read_pronoun
from claims.actors.reader import Reader
from claims.tokens import Token

_NOUN = PROPER | {"NN", "NNS"}
_ARGUMENT = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})


def read_passage(reader: Reader, scope: Scope) -> None:
    """Read one passage; the reader remembers."""
    for sentence in scope.passage.doc.sents:
        reader.begin(scope, sentence.start, sentence.end)
        for token in sentence:
            _read_token(reader, scope, token)


def _read_token(reader: Reader, scope: Scope, token: Token) -> None:
    word = token.lower_
    if word in PRONOUNS:
        read_pronoun(reader, scope, token)
        return
    i = token.i
    if i in scope.names and (found := [f for f in scope.names[i] if f.last == i]):
        read_listed(reader, scope, token, found)
    elif _is_head(reader, token):
        _read_phrase(reader, scope, token)


def _is_head(reader: Reader, token: Token) -> bool:
    """Return whether a word heads a phrase of its own: a noun, "both", a name misread as a verb."""
    if token.tag_ in _NOUN or _is_both(token):
        return not _inside_name(token)
    known = token.text[:1].isupper() and key(token.text) in reader.by_word
    return known and token.dep_ in _ARGUMENT


def _read_phrase(reader: Reader, scope: Scope, token: Token) -> None:
    phrase = read_phrase(scope, token)
    being = reader.company.at(scope.passage.start + token.idx)
    if being is not None:
        note_being(reader, scope, token, being)
    elif phrase.name:
        read_surname(reader, scope, token, phrase)
    elif token.text[0].isupper() and key(token.text) in reader.by_word:
        read_surname(reader, scope, token, phrase._replace(name=token.text))  # tagged as a noun
    elif token.dep_ not in MODIFIER:
        denoted_by_role(reader, scope, token, phrase)


def _is_both(token: Token) -> bool:
    """Return whether "both" stands alone for two: "both said"."""
    return token.lower_ == "both" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}


def _inside_name(token: Token) -> bool:
    """Return whether a noun is a part of the phrase of a later one, and no head of its own."""
    if token.dep_ not in MODIFIER or token.head.i < token.i:
        return False
    following = token.nbor(1)
    if token.tag_ not in PROPER:
        return True
    # "Trump officials": a name of its own before a common noun; "Wu claimed": a verb misread
    return following.tag_ in PROPER or not (
        token.head == following or following.tag_.startswith(("VB", "MD"))
    )
