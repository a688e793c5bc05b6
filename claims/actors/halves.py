"""States of one land by the half that they are: "North and South Korea", "Pyongyang and the South".

Only where both halves are states: beside "South Africa" and "South Sudan" the North is none.
"""

from collections.abc import Iterator, Sequence

from claims.actors.finding import Found, Named, Passages, in_order
from claims.actors.lexicon import Country, Form, Lexicon, Sense
from claims.parse import Passage
from claims.tokens import Token, text_of

_HALVES = frozenset({"North", "South", "East", "West"})
_JOINS = frozenset({"and", "or", "nor"})
_GOES_ON = ("NN", "JJ", "CD")


def with_halves(passages: Passages, names: Named, lexicon: Lexicon) -> Named:
    """Return the names of a document with those that are written as a half alone."""
    lands = {
        land: None
        for passage, _ in passages
        for found in names[passage.start]
        if (land := _land(passage, found)) and _has_halves(land, lexicon)
    }
    if not lands:
        return names
    found = {
        passage.start: [*_joined(passage, names[passage.start], lexicon), *names[passage.start]]
        + [each for land in lands for each in _alone(words, names[passage.start], land, lexicon)]
        for passage, words in passages
    }
    return {start: in_order(each) for start, each in found.items()}


def _land(passage: Passage, found: Found) -> str:
    """Return what two states share: "Korea" of "North Korea"; "" for any other name."""
    if found.country is None or found.form is not Form.NAME or found.first == found.last:
        return ""
    half, *land = passage.doc[found.first : found.last + 1]
    return text_of(land) if half.text in _HALVES else ""


def _has_halves(land: str, lexicon: Lexicon) -> bool:
    """Return whether at least two halves of a land are states."""
    return sum(bool(_states(half, land, lexicon)) for half in _HALVES) > 1


def _states(half: str, land: str, lexicon: Lexicon) -> tuple[Sense, ...]:
    """Return the senses of a half's full name, if it is a state."""
    senses = lexicon.names.meanings(f"{half} {land}")
    return senses if any(isinstance(sense.entry, Country) for sense in senses) else ()


def _joined(passage: Passage, names: Sequence[Found], lexicon: Lexicon) -> Iterator[Found]:
    """Yield the half before an "and": "North and South Korea"."""
    doc = passage.doc
    for found in names:
        land, first = _land(passage, found), found.first - 2
        if land and first >= 0 and doc[first + 1].lower_ in _JOINS and doc[first].text in _HALVES:
            senses = _states(doc[first].text, land, lexicon)
            if senses:
                yield Found.of(doc[first].idx, found.end, first, found.last, senses)


def _alone(
    words: Sequence[Token], names: Sequence[Found], land: str, lexicon: Lexicon
) -> Iterator[Found]:
    """Yield the halves without their land: "Pyongyang and the South", not "the South China Sea"."""
    covered = {i for found in names for i in range(found.first, found.last + 1)}
    for token in words:
        if token.text not in _HALVES or token.i in covered or not _is_whole(token):
            continue
        if senses := _states(token.text, land, lexicon):
            end = token.idx + len(token.text)
            yield Found.of(token.idx, end, token.i, token.i, senses)


def _is_whole(token: Token) -> bool:
    """Return whether "the South" is no part of a longer name."""
    doc, i = token.doc, token.i
    if i == 0 or doc[i - 1].lower_ != "the":
        return False
    joint, half = doc[i + 1 : i + 2], doc[i + 2 : i + 3]
    if half and joint[0].lower_ in _JOINS and half[0].text in _HALVES:
        return False  # "the South and East China Sea"
    return i + 1 == len(doc) or not doc[i + 1].tag_.startswith(_GOES_ON)
