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
    return tuple(
        Attribution(
            statement=statement,
            speakers=_speakers(parsed, statement, cast),
            reporters=_reporters(parsed, statement, cast),
            addressees=_denoted(parsed, statement.addressee, statement.addressee, cast),
        )
        for statement in statements
    )


def _speakers(parsed: Parsed, statement: Statement, cast: Cast) -> tuple[Actor, ...]:
    if statement.mode is Mode.TURN and statement.source in cast.voices.labels:
        return (cast.voices.labels[statement.source],)
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
    head = statement.source_head or source
    passage, tokens = parsed.passage_at(head.start), parsed.tokens(head)
    why = cast.why_open(passage, tokens.root) if passage and tokens is not None else ""
    return Actor(name=words, via=f"open: {why}" if why else "words")
