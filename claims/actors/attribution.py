"""Give every statement its speakers, its reporters and its addressees."""

from collections.abc import Sequence
from dataclasses import replace

from claims.actors.casting import WRITTEN, Cast
from claims.model import Actor, Attribution, SourceKind, Statement
from claims.parse import Parsed
from claims.syntax import is_verb, own_subject
from claims.tokens import Token

_NOBODY = frozenset({SourceKind.ABSENT, SourceKind.IMPERSONAL})
_DEFINITE = frozenset({"the", "this", "that"})
_PARAGRAPHS_BACK = 4


def attributions(
    parsed: Parsed, statements: Sequence[Statement], cast: Cast
) -> tuple[Attribution, ...]:
    """Return who makes each statement and through whom it reaches the reader, in order.

    A named source that resolves to nobody known stands with its own words, and ``via`` says why.
    "The statement" and "the letter" say what whoever issued them says.
    """
    found: list[Attribution] = []
    for statement in statements:
        speakers = _speakers(parsed, statement, cast)
        if not any(actor.country for actor in speakers):
            speakers = _issuer(parsed, statement, cast, found) or speakers
        told = _addressees(statement, cast) or cast.voices.answers.get(statement.speech, ())
        reporters = _reporters(parsed, statement, cast)
        found.append(
            Attribution(
                statement=statement, speakers=speakers, reporters=reporters, addressees=told
            )
        )
    return tuple(found)


def _issuer(
    parsed: Parsed, statement: Statement, cast: Cast, before: Sequence[Attribution]
) -> tuple[Actor, ...]:
    """Return who made the paper that speaks, as told before, else who spoke last."""
    head = _source_word(parsed, statement)
    if head is None or head.lemma_ not in WRITTEN or not _is_definite(head):
        return ()
    known = [a.speakers for a in before if a.statement is not statement.parent]
    known = [speakers for speakers in known if any(actor.country for actor in speakers)]
    made = _maker(parsed, statement, head.lemma_, cast) or (known[-1] if known else ())
    via = f"issuer of the {head.lemma_}"
    return tuple(replace(actor, via=via) for actor in made if actor.country)


def _maker(parsed: Parsed, statement: Statement, paper: str, cast: Cast) -> tuple[Actor, ...]:
    """Return whose a paper of this name is where the text told of it last."""
    span = statement.source_head or statement.source
    here = [p for p in parsed.passages if span is not None and p.start <= span.start]
    for passage in reversed(here[-_PARAGRAPHS_BACK:]):
        for noun in reversed(passage.doc):
            if noun.lemma_ == paper and (span is None or passage.span(noun).start < span.start):
                doer = own_subject(clause) if (clause := _clause(noun)) is not None else None
                found = cast.who(passage.span(noun))
                found = found or (cast.at(passage, doer) if doer is not None else ())
                if any(actor.country for actor in found):
                    return found
    return ()


def _clause(noun: Token) -> Token | None:
    """Return the verb of the clause that a noun stands in."""
    return next((token for token in noun.ancestors if is_verb(token)), None)


def _source_word(parsed: Parsed, statement: Statement) -> Token | None:
    span = statement.source_head or statement.source
    tokens = parsed.tokens(span) if span is not None else None
    return tokens.root if tokens else None


def _is_definite(noun: Token) -> bool:
    """Return whether a noun takes up what was told, and has no maker of its own beside it."""
    if any(child.dep_ in {"poss", "compound", "amod", "acl", "relcl"} for child in noun.children):
        return False
    return any(child.lower_ in _DEFINITE for child in noun.lefts)


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
