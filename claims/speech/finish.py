"""From drafts to statements: edges, mode, and which statement stands in which."""

from collections.abc import Iterable, Sequence

from claims.model import Mode, SourceKind, Span, Statement
from claims.speech.draft import Draft, joined, minus, trimmed
from claims.speech.quotations import Region
from claims.speech.scene import Scene


def finished(scene: Scene, drafts: Iterable[Draft]) -> list[Statement]:
    """Return the statements that a paragraph's drafts make, parents not yet set, in order."""
    text = scene.text
    found = []
    for draft in drafts:
        holes = list(draft.cue) if draft.source is None else [*draft.cue, draft.source.span]
        pieces = joined(text, minus(joined(text, draft.speech), holes))
        around = _around(scene, draft, pieces)
        if around:
            pieces = tuple([_balanced(piece, around) for piece in pieces])
        speech = tuple([kept for piece in pieces if (kept := trimmed(text, piece)) is not None])
        if not speech:
            continue
        source = draft.source
        found.append(
            Statement(
                speech=speech,
                cue=draft.cue,
                source=source.span if source else None,
                source_head=source.head if source else None,
                source_kind=source.kind if source else SourceKind.ABSENT,
                mode=_mode(scene, speech, around),
                pattern=draft.pattern,
                addressee=draft.addressee,
            )
        )
    return sorted(found, key=lambda s: (s.speech[0].start, s.cue, -s.speech[-1].end))


def _around(scene: Scene, draft: Draft, pieces: Sequence[Span]) -> list[Region]:
    """Return the outermost quotations at the pieces that do not hold the cue themselves."""
    if not pieces or not scene.regions:
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


def nested(statements: Sequence[Statement]) -> list[Statement]:
    """Set each statement's parent: the shortest longer one in whose speech its cue stands."""
    sizes = [sum([span.end - span.start for span in one.speech]) for one in statements]
    holders = _holders(statements, sizes)
    done = list(statements)
    for index in sorted(range(len(done)), key=lambda i: -sizes[i]):  # parents first
        holder = holders[index]
        if holder is not None:
            done[index] = _within(done[index], done[holder])
    return done


def _within(one: Statement, parent: Statement) -> Statement:
    """Return a statement, all its fields, with its parent: ``replace`` takes thrice as long."""
    return Statement(
        speech=one.speech,
        cue=one.cue,
        source=one.source,
        source_head=one.source_head,
        source_kind=one.source_kind,
        mode=one.mode,
        pattern=one.pattern,
        addressee=one.addressee,
        parent=parent,
    )


def _holders(statements: Sequence[Statement], sizes: Sequence[int]) -> list[int | None]:
    """Return for each statement which one it stands in, in one sweep over the text."""
    pieces = sorted([(s.start, -s.end, i) for i, one in enumerate(statements) for s in one.speech])
    spans = enumerate(map(_place, statements))
    places = sorted([(place.start, place.end, i) for i, place in spans])
    found: list[int | None] = [None] * len(statements)
    open_pieces: list[tuple[int, int]] = []  # where it ends, whose it is
    following = 0
    for start, end, index in places:
        while following < len(pieces) and pieces[following][0] <= start:
            open_pieces.append((-pieces[following][1], pieces[following][2]))
            following += 1
        open_pieces = [piece for piece in open_pieces if piece[0] > start]
        if open_pieces:
            own = sizes[index]
            longer = [(sizes[i], i) for last, i in open_pieces if end <= last and sizes[i] > own]
            found[index] = min(longer)[1] if longer else None
    return found


def _place(statement: Statement) -> Span:
    """Return where a statement is made: its cue, or its first words if it has none."""
    return statement.cue[0] if statement.cue else statement.speech[0]
