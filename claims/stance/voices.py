"""Whose words stand where in a document, and which cues take them back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from claims.model import Actor, Attribution, Mode, Span, Statement
from claims.parse import Parsed, Passage
from claims.stance.frames import lemma
from claims.tokens import Run

Shelf: TypeAlias = Mapping[int, tuple[tuple[Span, Attribution], ...]]
"""By the start of each passage: pieces of text, and the attribution they are of."""
Said: TypeAlias = Sequence[tuple[int, int, Attribution]]
"""From where to where which words are said in a passage."""

_NOT_YET = frozenset({"will", "shall", "would", "may", "might", "could", "should", "'ll", "’ll"})
_PRESS = frozenset(
    "newspaper newspapers agency reporter reporters media source sources report reports paper "
    "journalist journalists correspondent reuters ap afp cnn bbc post times journal news tv "
    "television radio website outlet outlets magazine daily".split()
)


def laid_out(parsed: Parsed, attributions: Sequence[Attribution]) -> tuple[Shelf, Shelf]:
    """Return what is said in each passage, and the cues that introduce it."""
    said = ((piece, each) for each in attributions for piece in each.statement.speech)
    cues = ((piece, each) for each in attributions for piece in each.statement.cue)
    return _by_passage(parsed, said), _by_passage(parsed, cues)


def _by_passage(parsed: Parsed, pieces: Iterable[tuple[Span, Attribution]]) -> Shelf:
    """Return pieces of text by the starts of the passages that they begin or go on in."""
    starts = [passage.start for passage in parsed.passages]
    ends = [passage.end for passage in parsed.passages]
    shelf: dict[int, list[tuple[Span, Attribution]]] = {}
    for placed in pieces:
        start, end = placed[0]
        first = bisect_right(starts, start) - 1
        if first < 0 or ends[first] <= start:
            continue
        shelf.setdefault(starts[first], []).append(placed)
        if end > ends[first]:
            for further in starts[first + 1 : bisect_left(starts, end, lo=first + 1)]:
                shelf.setdefault(further, []).append(placed)
    return {start: tuple(found) for start, found in shelf.items()}


def turns(voices: Shelf) -> Mapping[str, Sequence[tuple[int, Actor]]]:
    """Return where those take their turns to speak who speak for a state, by state."""
    found: dict[str, list[tuple[int, Actor]]] = {}
    for said in voices.values():
        for span, voice in said:
            for actor in voice.speakers if voice.statement.mode is Mode.TURN else ():
                if actor.country and actor.kind != "press":
                    found.setdefault(actor.country, []).append((span.start, actor))
    return found


def nesting(statement: Statement) -> int:
    """Return in how many other statements a statement stands."""
    count, above = 0, statement.parent
    while above is not None:
        count, above = count + 1, above.parent
    return count


def innermost_first(pieces: Sequence[tuple[Span, Attribution]]) -> Said:
    """Return what is said in a passage, the innermost first, then the shorter."""
    if len(pieces) > 1:
        pieces = sorted(pieces, key=_innermost)
    return [(span.start, span.end, voice) for span, voice in pieces]


def _innermost(piece: tuple[Span, Attribution]) -> tuple[int, int]:
    """Order words by how deep in others' words they stand, then by length."""
    span, voice = piece
    return -nesting(voice.statement), span.end - span.start


def is_spoken(passage: Passage, sentence: Run, said: Said) -> bool:
    """Return whether any of a sentence's words are somebody's."""
    last = sentence[-1]
    first, end = passage.start + sentence[0].idx, passage.start + last.idx + len(last.text)
    return any(start < end and first < stop for start, stop, _ in said)


def is_press(actor: Actor) -> bool:
    """Return whether a source is a paper or an unnamed "source": it tells and takes no side."""
    words = actor.name.lower().split()
    return actor.country is None and bool(words and words[-1] in _PRESS)


def is_taken_back(parsed: Parsed, voice: Attribution, disowning: frozenset[str]) -> bool:
    """Return whether the cue takes the words back by one of these verbs, or what it brings."""
    for span in voice.statement.cue:
        for token in parsed.tokens(span) or ():
            brought = [child for child in token.children if child.dep_ == "dobj"]
            if any(lemma(word) in disowning for word in (token, *brought)):
                return True
    return False


def is_foretold(parsed: Parsed, voice: Attribution) -> bool:
    """Return whether the words are only foretold or imagined: "Chad may say that …"."""
    for span in voice.statement.cue:
        for token in parsed.tokens(span) or ():
            shared = token.dep_ == "conj" and token.tag_ == "VB"
            for child in (*token.children, *(token.head.children if shared else ())):
                if child.dep_ == "aux" and child.lower_ in _NOT_YET:
                    return True
    return False


def is_own_words(voice: Attribution | None) -> bool:
    """Return whether the words are the speaker's very own: quoted, or a turn."""
    return voice is not None and voice.statement.mode in {Mode.DIRECT, Mode.MIXED, Mode.TURN}
