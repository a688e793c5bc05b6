"""Give every statement its speakers, its reporters and its addressees."""

from collections.abc import Sequence

from claims.actors.casting import Cast
from claims.model import Actor, Attribution, SourceKind, Statement
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
            addressees=_addressees(statement, cast)
            or cast.voices.answers.get(statement.speech, ()),
        )
        for statement in statements
    )


def _speakers(parsed: Parsed, statement: Statement, cast: Cast) -> tuple[Actor, ...]:
    if statement.source_kind in _NOBODY or statement.source is None:
        return ()
    found = cast.who(statement.source, statement.source_head)
    return found or (_unknown(parsed, statement, cast),)


def _reporters(parsed: Parsed, statement: Statement, cast: Cast) -> tuple[Actor, ...]:
    """Return who passes the words on, innermost first."""
    chain: list[Actor] = []
    above = statement.parent
    while above is not None:
        chain.extend(_speakers(parsed, above, cast))
        above = above.parent
    return tuple(dict.fromkeys(chain))


def _addressees(statement: Statement, cast: Cast) -> tuple[Actor, ...]:
    return cast.who(statement.addressee) if statement.addressee is not None else ()


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
