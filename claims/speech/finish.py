"""From drafts to statements: edges, mode, and which statement stands in which."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.model import Mode, SourceKind, Span, Statement
from claims.speech.draft import Draft, Source, joined, minus, trimmed
from claims.speech.quotations import Region
from claims.speech.scene import Scene


class Told(NamedTuple):
    """A statement but for the one it stands in."""

    speech: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: Source | None
    mode: Mode
    pattern: str
    addressee: Span | None = None


def finished(scene: Scene, drafts: Iterable[Draft]) -> list[Told]:
    """Return what a paragraph's drafts come to, in order."""
    found = []
    for draft in drafts:
        pieces = _outside(scene, draft)
        around = _around(scene, draft, pieces) if scene.regions else []
        if around:
            pieces = [_balanced(piece, around) for piece in pieces]
        speech = tuple([kept for piece in pieces if (kept := trimmed(scene.text, piece))])
        if speech:
            mode = _mode(scene, speech, around) if around or draft.quoted else Mode.INDIRECT
            found.append(
                Told(speech, draft.cue, draft.source, mode, draft.pattern, draft.addressee)
            )
    if len(found) > 1:
        found.sort(key=lambda told: (told.speech[0].start, told.cue, -told.speech[-1].end))
    return found


def _outside(scene: Scene, draft: Draft) -> Sequence[Span]:
    """Return what a draft tells, without the words that name its cue and source."""
    holes = draft.cue if draft.source is None else (*draft.cue, draft.source.span)
    told = joined(scene.text, draft.speech)
    return joined(scene.text, minus(told, holes))


def _around(scene: Scene, draft: Draft, pieces: Sequence[Span]) -> list[Region]:
    """Return the outermost quotations at the pieces that do not hold the cue themselves."""
    if not pieces:
        return []
    found = scene.quotations_in(Span(pieces[0].start, pieces[-1].end))
    return [
        region
        for region in found
        if region.depth == 0
        and (not draft.cue or not region.outer.start <= draft.anchor < region.outer.end)
    ]


def _balanced(piece: Span, quotations: Sequence[Region]) -> Span:
    """Leave the marks of a quotation that is the whole piece; else keep both, or neither."""
    for region in quotations:
        if not region.outer.meets(piece):
            continue
        if region.outer.covers(piece):
            start, end = max(piece.start, region.inner.start), min(piece.end, region.inner.end)
            return Span(start, end) if start < end else piece
        if piece.end == region.inner.end:
            piece = Span(piece.start, region.outer.end)
        if piece.start == region.inner.start:
            piece = Span(region.outer.start, piece.end)
    return piece


def _mode(scene: Scene, speech: Sequence[Span], quotations: Sequence[Region]) -> Mode:
    """Return whether the words stand wholly, partly or not at all in quotation marks.

    Pieces in other paragraphs are quotations that go on.
    """
    here = [span for span in speech if span.meets(scene.span)]
    near = [region.outer for region in quotations if any(map(region.outer.meets, here))]
    if len(here) == len(speech) and not near:
        return Mode.INDIRECT
    left = minus(here, near)
    bare = any(any(map(str.isalnum, span.of(scene.text))) for span in left)
    return Mode.MIXED if bare else Mode.DIRECT


def nested(told: Sequence[Told]) -> list[Statement]:
    """Return the statements, each within the shortest longer one in whose speech its cue stands."""
    sizes = [sum([end - start for start, end in one.speech]) for one in told]
    holders = _holders(told, sizes)
    done: dict[int | None, Statement | None] = {None: None}
    for index in sorted(range(len(told)), key=sizes.__getitem__, reverse=True):  # parents first
        done[index] = _statement(told[index], done[holders[index]])
    return [one for i in range(len(told)) if (one := done[i]) is not None]


def _statement(told: Told, parent: Statement | None) -> Statement:
    source = told.source
    return Statement(
        speech=told.speech,
        cue=told.cue,
        source=source.span if source else None,
        source_head=source.head if source else None,
        source_kind=source.kind if source else SourceKind.ABSENT,
        mode=told.mode,
        pattern=told.pattern,
        addressee=told.addressee,
        parent=parent,
    )


def _holders(told: Sequence[Told], sizes: Sequence[int]) -> list[int | None]:
    """Return for each statement which one it stands in, in one sweep over the text."""
    pieces = sorted([(start, -end, i) for i, one in enumerate(told) for start, end in one.speech])
    places = sorted([(*(one.cue or one.speech)[0], i) for i, one in enumerate(told)])
    found: list[int | None] = [None] * len(told)
    open_pieces: list[tuple[int, int]] = []  # where it ends, whose it is
    following = 0
    for start, end, index in places:
        if open_pieces:
            open_pieces = [piece for piece in open_pieces if piece[0] > start]
        while following < len(pieces) and pieces[following][0] <= start:
            if -pieces[following][1] > start:
                open_pieces.append((-pieces[following][1], pieces[following][2]))
            following += 1
        if open_pieces:
            own = sizes[index]
            longer = [(sizes[i], i) for last, i in open_pieces if end <= last and sizes[i] > own]
            found[index] = min(longer)[1] if longer else None
    return found
