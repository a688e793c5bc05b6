"""Walk a document's words from first to last, and read each name, phrase and pronoun."""

from dataclasses import replace
from functools import lru_cache

from claims.actors.lexicon import Lexicon, Roles, key
from claims.actors.listed import read_listed
from claims.actors.named import note_being, read_surname
from claims.actors.names import ByWord, fold
from claims.actors.nominals import PARTS, denoted_by_role, note_thing
from claims.actors.others import COMPANIONS
from claims.actors.phrases import read_phrase
from claims.actors.pronouns import PRONOUNS, read_pronoun
from claims.actors.reader import Reader
from claims.actors.rolewords import kinds_of, singulars
from claims.actors.scope import ARGUMENT, MODIFIER, NOUNS, PROPER, Scope
from claims.actors.several import SEVERAL
from claims.parse import Passage
from claims.tokens import Token

_TAKEN_UP = frozenset({"nsubj", "nsubjpass", "appos"})
_UNNAMED = SEVERAL | COMPANIONS | PARTS  # who these are is told elsewhere


@lru_cache(maxsize=2)
def denoting(roles: Roles) -> ByWord[bool]:
    """Return whether a word may denote somebody wherever it stands: a name, a role, a pronoun."""
    kinds = kinds_of(roles)
    return ByWord(
        lambda word: (
            word[:1].isupper()
            or word.lower() in PRONOUNS | {"both"}
            or bool(kinds[word].group)
            or not _UNNAMED.isdisjoint(singulars(fold(word)))
        )
    )


@lru_cache(maxsize=2)
def _telling(lexicon: Lexicon) -> ByWord[bool]:
    """Return whether a word may denote somebody or begin a name."""
    denotes, names = denoting(lexicon.roles), lexicon.names
    return ByWord(lambda word: denotes[word] or names.opens(word))


def words_of(passage: Passage, lexicon: Lexicon) -> list[Token]:
    """Return the words of a passage that may denote somebody, begin a name, or be an "it"."""
    tells = _telling(lexicon)
    return [token for token in passage.doc if tells[token.text] or token.dep_ in _TAKEN_UP]


def read_passage(reader: Reader, scope: Scope) -> None:
    """Read one passage; the reader remembers."""
    reader.readings[scope.passage.start] = {}
    denotes, ends, names = denoting(scope.lexicon.roles), scope.ends, scope.names
    sentences, end = iter(scope.passage.doc.sents), 0
    for token in scope.words:
        while token.i >= end:
            end = reader.begin(scope, next(sentences))
        if not denotes[token.text] and token.i not in names:
            if token.tag_ in NOUNS and token.dep_ not in MODIFIER:
                note_thing(reader, scope, token)
        elif token.lower_ in PRONOUNS:
            read_pronoun(reader, scope, token)
        elif token.i in ends:
            read_listed(reader, scope, token, ends[token.i])
        elif token.tag_ in NOUNS:
            if not _inside_name(token):
                _read_phrase(reader, scope, token)
        elif token.dep_ in ARGUMENT and _is_head(reader, scope, token):
            _read_phrase(reader, scope, token)
    for sentence in sentences:
        reader.begin(scope, sentence)


def _is_head(reader: Reader, scope: Scope, token: Token) -> bool:
    """Return whether a word that is no noun heads a phrase.

    "both", an office misread ("the secretary-general"), a name misread as a verb.
    """
    if token.lower_ == "both" and token.dep_ != "dative":
        return True
    if token.tag_ == "JJ" and scope.kinds[token.text].group == "state":
        return True
    return token.text[:1].isupper() and key(token.text) in reader.by_word


def _read_phrase(reader: Reader, scope: Scope, token: Token) -> None:
    being = reader.company.at(scope.passage.start + token.idx)
    if being is not None:
        note_being(reader, scope, token, being)
        return
    phrase = read_phrase(scope, token)
    if phrase.name:
        read_surname(reader, scope, token, phrase)
    elif token.text[0].isupper() and key(token.text) in reader.by_word:
        read_surname(reader, scope, token, replace(phrase, name=token.text))  # tagged as a noun
    elif token.dep_ not in MODIFIER:
        denoted_by_role(reader, scope, token, phrase)


def _inside_name(token: Token) -> bool:
    """Return whether a noun is a part of the phrase of a later one, and no head of its own."""
    if token.dep_ not in MODIFIER or token.head.i < token.i:
        return False
    if token.tag_ not in PROPER:
        return True
    following = token.nbor(1)
    # "Trump officials": a name of its own before a common noun; "Wu claimed": a verb misread
    return following.tag_ in PROPER or not (
        token.head == following or following.tag_.startswith(("VB", "MD"))
    )
