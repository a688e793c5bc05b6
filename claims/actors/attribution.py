"""Give every statement its speakers, its reporters and its addressees."""

from collections.abc import Sequence

from claims.actors.casting import Cast
from claims.model import Actor, Attribution, Mode, SourceKind, Span, Statement
from claims.parse import Parsed

_NOBODY = frozenset({SourceKind.ABSENT, SourceKind.IMPERSONAL})


def attributions(
    parsed: Parsed, statements: Sequence[Statement], cast: Cast
) -> tuple[Attribution, ...]:
    """Return who makes each statement and through whom it reaches the reader, in order.

    A named source that resolves to nobody known stands with its own words, and ``via`` says why.
    """
    asked = _asked(statements, cast)
    return tuple(
        Attribution(
            statement=statement,
            speakers=_speakers(parsed, statement, cast),
            reporters=_reporters(parsed, statement, cast),
            addressees=_denoted(parsed, statement.addressee, statement.addressee, cast)
            or asked.get(statement.speech, ()),
        )
        for statement in statements
    )


def _asked(
    statements: Sequence[Statement], cast: Cast
) -> dict[tuple[Span, ...], tuple[Actor, ...]]:
    """Return whom each question of a transcript is put to: who answers next."""
    turns = [
        (s.speech, label)
        for s in statements
        if s.mode is Mode.TURN and (label := cast.voices.label(s)) is not None
    ]
    turns.sort(key=lambda turn: turn[0])
    found: dict[tuple[Span, ...], tuple[Actor, ...]] = {}
    answers: tuple[Actor, ...] = ()
    for speech, actor in reversed(turns):
        if actor.kind == "press":
            found[speech] = answers
        else:
            answers = (actor,)
    return found


def _speakers(parsed: Parsed, statement: Statement, cast: Cast) -> tuple[Actor, ...]:
    if statement.mode is Mode.TURN and (label := cast.voices.label(statement)) is not None:
        return (label,)
    if statement.source_kind in _NOBODY or statement.source is None:
        return ()
    found = _denoted(parsed, statement.source_head, statement.source, cast)
    return found or (_unknown(parsed, statement, cast),)


def _reporters(parsed: Parsed, statement: Statement, cast: Cast) -> tuple[Actor, ...]:
    """Return who passes the words on, innermost first."""
    chain: list[Actor] = []
    above = statement.parent
    while above is not None:
        chain.extend(_speakers(parsed, above, cast))
        above = above.parent
    return tuple(dict.fromkeys(chain))


def _denoted(
    parsed: Parsed, head: Span | None, phrase: Span | None, cast: Cast
) -> tuple[Actor, ...]:
    """Return whom a phrase denotes by its head word."""
    span = head or phrase
    if span is None:
        return ()
    passage, tokens = parsed.passage_at(span.start), parsed.tokens(span)
    if passage is None or tokens is None:
        return ()
    return cast.at(passage, tokens.root)


def _unknown(parsed: Parsed, statement: Statement, cast: Cast) -> Actor:
    """Return the source as the text words it."""
    source = statement.source
    assert source is not None
    words = " ".join(source.of(parsed.document.text).split())
    words = words.removesuffix("'s").removesuffix("’s")
    head = statement.source_head or source
    passage, tokens = parsed.passage_at(head.start), parsed.tokens(head)
    why = cast.why_open(passage, tokens.root) if passage and tokens is not None else ""
    return Actor(name=words, via=f"open: {why}" if why else "words")
