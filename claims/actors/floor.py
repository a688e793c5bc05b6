"""Who has the floor: the state of a label of a transcript, where its own words name none.

It stands in brackets behind the label, in the heading beside the name, in what the chair says
before ("I give the floor to the representative of Chad"), or in what the speaker says of himself
("I speak on behalf of Mali"). At a briefing of one state all who answer are that state's.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.actors.gathering import Being
from claims.actors.headings import Heading, beside, heading_of, state_in
from claims.actors.labels import at_host, label_actor
from claims.actors.lexicon import Lexicon, key
from claims.actors.rolewords import in_group
from claims.model import Actor, Document, Mode, Span, Statement

_HEADING = 600  # characters before the first label: a title, and who meets whom
_SAID_FIRST = 400  # characters of a turn in which speakers say for whom they speak
_NAMED = 90  # characters behind "on behalf of" that can name a state
_ASIDE = re.compile(r"\s{0,2}\(([^()\n]{1,60})\)")
_GIVES = re.compile(
    r"\b(?:give|gives|yield) the floor (?:\w+ )?to|\b(?:invite|call (?:up)?on|recognize|recognise)"
    r" (?=[^.]{0,60}\b(?:of|for)\b)|\bthe floor (?:is|goes|belongs) to\b",
    re.IGNORECASE,
)
_GIVING = ("floor", "invite", "call", "recogni")  # one of these stands in all that it finds
_SPEAKS_FOR = re.compile(
    r"\bspeak(?:ing)? (?:here |today |now )?(?:as|for)\b|\bon behalf of\b"
    r"|\bin my (?:\w+ )?capacity as\b|\b[Aa]s (?:the )?(?:representative|(?:prime|foreign) minister"
    r"|president|ambassador) of\b|\bI (?:represent|have the honou?r to represent)\b"
)
_OF_NAME = r" of ((?:(?:the|of|and) )*[A-Z][\w’'-]*(?: (?:(?:the|of|and) )*[A-Z][\w’'-]*)*)"
_ENDS = frozenset(".?!…”\"’')]")
_ANSWERS = frozenset({"a", "answer", "response", "reply"})
_ASKING = 0.5  # share of an unknown's turns that end in a question, from which he interviews


def label_actors(
    document: Document,
    statements: Sequence[Statement],
    beings: tuple[Being, ...],
    lexicon: Lexicon,
) -> dict[Span, Actor]:
    """Return whom each label of a transcript names, and for which state that one speaks."""
    turns: dict[Span, tuple[Span, ...]] = {}  # an interpreter's turn is the speaker's before
    for statement in statements:
        if statement.mode is Mode.TURN and statement.source is not None:
            turns[statement.source] = (*turns.get(statement.source, ()), *statement.speech)
    if not turns:
        return {}
    labels = {span: label_actor(document, span, beings, lexicon) for span in turns}
    heading = heading_of(document.text[: _begins(document.text, turns)][-_HEADING:], lexicon)
    if heading.host is None or not _asked(labels):
        heading = replace(heading, host=None)
    labels = _told(document, turns, labels, heading, lexicon)
    labels = _again(document.text, labels)
    labels = _of_the_house(labels, heading.host or _only(labels), lexicon)
    return _at_briefing(document.text, turns, labels, heading)


def _of_the_house(
    labels: Mapping[Span, Actor], host: str | None, lexicon: Lexicon
) -> dict[Span, Actor]:
    """Return the labels, offices of no stated state as the host's while nobody else has the floor.

    Of a page that joins several events the host is the first one's only.
    """
    found: dict[Span, Actor] = {}
    floor = host
    for span in sorted(labels):
        actor = labels[span]
        floor = actor.country or floor
        here = floor == host or any(w in lexicon.roles.body for w in key(actor.name).split())
        found[span] = at_host(actor, host, lexicon) if here else actor
    return found


def _begins(text: str, turns: Mapping[Span, tuple[Span, ...]]) -> int:
    """Return where the first turn begins; a title with a colon is none: "Ministry: Briefing"."""
    first = min(turns)
    said = turns[first][0].of(text)
    once = sum(span.of(text) == first.of(text) for span in turns) == 1
    if first.start == 0 and once and len(turns) > 1 and said[-1:] not in _ENDS:
        return turns[first][0].end
    return first.start


def _asked(labels: Mapping[Span, Actor]) -> bool:
    return any(actor.kind == "press" for actor in labels.values())


def _only(labels: Mapping[Span, Actor]) -> str | None:
    """Return the only state that the labels name."""
    states = {actor.country for actor in labels.values() if actor.country}
    return next(iter(states)) if len(states) == 1 else None


def _told(
    document: Document,
    turns: Mapping[Span, tuple[Span, ...]],
    labels: Mapping[Span, Actor],
    heading: Heading,
    lexicon: Lexicon,
) -> dict[Span, Actor]:
    """Return the labels with the states that the text tells of them."""
    found: dict[Span, Actor] = {}
    given: str | None = None
    for span in sorted(labels):
        actor, said = labels[span], document.text[turns[span][0].start : turns[span][-1].end]
        if actor.kind != "press":
            code, how = _state_of(document.text, span, said, actor, heading, given, lexicon)
            if code is not None and code != actor.country:
                actor = replace(actor, country=code, kind="person", via=f"label, {how}")
        given = _given(said, lexicon)
        found[span] = actor
    return found


def _state_of(
    text: str,
    label: Span,
    said: str,
    actor: Actor,
    heading: Heading,
    given: str | None,
    lexicon: Lexicon,
) -> tuple[str | None, str]:
    """Return a label's state and how it is known; a listed person keeps the one in office."""
    aside = _ASIDE.match(text, label.end)
    if aside is not None and (code := state_in(aside[1], lexicon)):
        return code, "state in brackets"
    if actor.country is not None and actor.via == "label" and actor.role:
        return None, ""
    if actor.country is None and _is_private(actor.role, lexicon):
        return None, ""
    if code := beside(label.of(text), heading, lexicon):
        return code, "state in the heading"
    if actor.country is not None:
        return None, ""
    opening, name = said[:_SAID_FIRST], re.escape(label.of(text).lower().removeprefix("the "))
    whole = re.search(rf"(?i:{name}){_OF_NAME}", opening)  # "the Ministry", then "… of Chad"
    if whole is not None and (code := state_in(whole[1], lexicon)):
        return code, "state in full"
    for lead in _SPEAKS_FOR.finditer(opening):
        if code := _behind(said, lead.end(), lexicon):
            return code, "by his own words"
    return given, "given the floor"


def _is_private(role: str, lexicon: Lexicon) -> bool:
    """Return whether a known role is no office: "chess player"."""
    last = key(role).rpartition(" ")[2]
    return in_group(lexicon.roles.private, last) and not in_group(lexicon.roles.state, last)


def _given(said: str, lexicon: Lexicon) -> str | None:
    """Return the state whose representative the chair calls upon last."""
    lower = said.lower()
    if not any(word in lower for word in _GIVING):
        return None
    leads = list(_GIVES.finditer(said))
    return _behind(said, leads[-1].end(), lexicon) if leads else None


def _behind(said: str, place: int, lexicon: Lexicon) -> str | None:
    """Return the one state named behind a place, before the sentence or clause ends."""
    after = re.split(r"[.;?!:]|, (?:I|we)\b", said[place : place + _NAMED])[0]
    return state_in(after, lexicon)


def _again(text: str, labels: Mapping[Span, Actor]) -> dict[Span, Actor]:
    """Return the labels, each with the state that the same words bear elsewhere.

    An office alone ("The President") may be held by whoever presides, and speak for a state once.
    """
    known: dict[str, set[Actor]] = {}
    for span, actor in labels.items():
        if actor.country is not None:
            known.setdefault(key(span.of(text)), set()).add(actor)
    found = {}
    for span, actor in labels.items():
        same = known.get(key(span.of(text)), set())
        alike = actor.country is None and actor.kind == "person" and len(same) == 1
        office = key(span.of(text)).removeprefix("the ") in {"president", "chair", "chairman"}
        found[span] = next(iter(same)) if alike and not office else actor
    return found


def _at_briefing(
    text: str,
    turns: Mapping[Span, tuple[Span, ...]],
    labels: Mapping[Span, Actor],
    heading: Heading,
) -> dict[Span, Actor]:
    """Return the labels, those who answer at a state's briefing as that state's officials.

    "A" is whoever of the state last spoke under a name.
    """
    asks = _asking(text, turns)
    found: dict[Span, Actor] = {}
    last: Actor | None = None
    for span in sorted(labels):
        actor, word = labels[span], key(span.of(text))
        if actor.country is None and actor.kind != "press" and word in _ANSWERS:
            state = heading.host or _only(labels)
            actor = last or replace(actor, country=state, kind="office", via="label, who answers")
        elif _is_unknown(actor) and word in asks:
            actor = replace(actor, kind="press", via="label, who asks")
        elif heading.host and _is_unknown(actor) and (last is None or last.country == heading.host):
            actor = replace(actor, country=heading.host, via="label, at a briefing of the state")
        if actor.country is not None:
            last = actor
        found[span] = actor
    return found


def _is_unknown(actor: Actor) -> bool:
    return actor.country is None and actor.kind in {"person", "unknown"} and not actor.role


def _asking(text: str, turns: Mapping[Span, tuple[Span, ...]]) -> frozenset[str]:
    """Return the labels whose turns mostly ask: interviewers, and no officials."""
    count: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for span, said in turns.items():
        count[key(span.of(text))] += 1
        asked[key(span.of(text))] += said[-1].of(text).rstrip(" \n”\"'’)").endswith("?")
    return frozenset(name for name in count if 2 <= asked[name] >= _ASKING * count[name])
