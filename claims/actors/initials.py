"""Names that a text shortens to their initials: "Papua New Guinea (PNG)", "PNG" from there on."""

from collections.abc import Mapping, Sequence

from claims.actors.finding import Found, Named, Passages, in_order
from claims.actors.lexicon import Form, Lexicon, Sense
from claims.actors.rolewords import Kinds, kinds_of
from claims.tokens import Doc, Token

_LONGEST = 4  # words between a state's name and the bracket: "Solomon Islands Government (SIG)"


def with_initials(passages: Passages, names: Named, lexicon: Lexicon) -> Named:
    """Return the names of a document with those that the text writes short."""
    kinds = kinds_of(lexicon.roles)
    short: dict[str, tuple[Sense, ...]] = {}
    usual: dict[str, dict[str, tuple[Sense, ...]]] = {}
    for passage, _ in passages:
        brackets = "(" in passage.doc.text
        for found in names[passage.start]:
            if brackets and _is_body(found) and (word := _behind(passage.doc, found, kinds)):
                short.setdefault(word, found.senses)
            if found.first < found.last and found.country and found.form is Form.NAME:
                for word in _usual(passage.doc[found.first : found.last + 1]):
                    usual.setdefault(word, {})[found.country.code] = found.senses
    for word, states in usual.items():
        if len(states) == 1:
            short.setdefault(word, *states.values())
    short = {word: each for word, each in short.items() if not lexicon.names.opens(word)}
    if not short:
        return names
    return {
        passage.start: in_order([*names[passage.start], *_written(words, short)])
        for passage, words in passages
    }


def _usual(name: Sequence[Token]) -> tuple[str, ...]:
    """Return how a state of several words is written short unsaid: "PNG", "SIG" its government."""
    letters = "".join([word.text[0] for word in name if word.text[0].isupper()])
    return () if len(letters) < 2 else (letters, f"{letters}G")


def _is_body(found: Found) -> bool:
    """Return whether a name is a state's or an institution's."""
    return found.country is not None or found.institution is not None


def _behind(doc: Doc, found: Found, kinds: Kinds) -> str:
    """Return the initials in the bracket behind a name, or behind the body of a state."""
    for i in range(found.last + 1, min(found.last + 2 + _LONGEST, len(doc) - 2)):
        if doc[i].text == "(":
            whole = doc[found.first : i]
            fits = i == found.last + 1 or any(kinds[t.text].group == "body" for t in whole)
            word = doc[i + 1].text if doc[i + 2].text == ")" else ""
            return word if fits and word.isupper() and _are_initials(word, whole) else ""
    return ""


def _are_initials(letters: str, words: Sequence[Token]) -> bool:
    """Return whether letters are the first ones of words, in order; "of" may be left out."""
    firsts = iter([word.text[0].upper() for word in words if word.text[0].isalpha()])
    return len(letters) > 1 and all(letter in firsts for letter in letters)


def _written(words: Sequence[Token], short: Mapping[str, tuple[Sense, ...]]) -> list[Found]:
    """Return the names of a passage that are written short."""
    return [
        Found.of(token.idx, token.idx + len(token.text), token.i, token.i, short[token.text])
        for token in words
        if token.text in short
    ]
