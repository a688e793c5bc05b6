"""Reporting clauses set within what they report: "Talks, he said, go on"."""

from collections.abc import Iterable

from claims.model import Span
from claims.speech.draft import Draft, Source, minus
from claims.speech.scene import Scene
from claims.speech.sentences import end_of_sentence, start_of_sentence
from claims.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})
_SHORT = frozenset({"npadvmod", "advmod", "dative", "prt"})
_OPENS = frozenset({",", "-", "—", "–"})
_CLOSES = frozenset({",", ".", "-", "—", "–", ";", ":", "?", "!"})
_ACCOMPANIES = frozenset({"VBG", "WP", "WDT", "WRB"})  # "…," he said, wiping his face
_ADDRESSING = frozenset({"tell", "assure", "inform", "remind", "warn", "notify"})
_WHEN = frozenset({"as", "while", "after", "before", "when", "during", "in", "at", "on"})
_COMPLETING = frozenset(
    "about against among as for from into of on onto over to toward under upon with without".split()
)
_BRIEF = 8  # tokens
_FAR = 12  # tokens between a verb and its subject in such a clause


def parenthetical(scene: Scene, verb: Token, head: Token | None) -> Span | None:
    """Return a reporting clause set in commas within what it reports: "Talks, he said, go on".

    The span holds the commas. A clause that starts its sentence is none but with "as": "As she
    said, talks go on".
    """
    if head is None or verb.dep_ == "relcl" or not _is_finite(verb):
        return None
    aside = set_within(scene, verb, head)
    return None if aside is None or _goes_on(verb) else aside


def set_within(scene: Scene, verb: Token, head: Token) -> Span | None:
    """Return the clause of a verb and its subject where marks set it off, with those marks."""
    if abs(head.i - verb.i) > _FAR:
        return None
    doc = scene.passage.doc
    first = min(verb.i, head.left_edge.i)
    for part in verb.lefts:
        if part.dep_ in _PARTS and part.i < first:
            first = part.i
    while first > 0 and doc[first - 1].lower_ in {"as", "so"}:
        first -= 1
    set_off = first > 0 and doc[first - 1].text in _OPENS
    if not (set_off or _opens_with_as(doc[first])):
        return None
    first -= set_off
    last = max(verb.i, head.right_edge.i if head.i > verb.i else verb.i)
    for part in verb.rights:
        if part.left_edge.i == last + 1 and _is_short(part):
            last = part.right_edge.i
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if behind is not None and behind.text not in _CLOSES:
        return None
    if scene.regions and _reaches_into(scene, verb, (doc[first], doc[last])):
        return None
    end = scene.end(behind) if behind is not None and behind.text != "." else scene.end(doc[last])
    return Span(scene.at(doc[first]), end)


def _reaches_into(scene: Scene, verb: Token, edges: Iterable[Token]) -> bool:
    """Return whether a clause of a verb outside of quotations begins or ends in one."""
    if scene.quotation(scene.at(verb)) is not None:
        return False
    return any(scene.quotation(scene.at(token)) is not None for token in edges)


def parenthetical_draft(
    scene: Scene, verb: Token, cue: Span, source: Source | None, aside: Span
) -> Draft:
    """Return the sentence around a reporting clause as what it reports."""
    room = scene.span
    region = scene.quotation(scene.at(verb))
    if region is not None:
        room = region.inner
    start = start_of_sentence(scene.text, Span(room.start, aside.start))
    end = end_of_sentence(scene.text, Span(aside.end, room.end))
    behind = scene.tokens(Span(aside.end, end))
    opening = next((token for token in behind if not token.is_punct), None)
    told_before = any(map(str.isalnum, scene.text[start : aside.start]))
    if opening is None or opening.tag_ in _ACCOMPANIES or opening.lower_ in _WHEN:
        end = aside.start if told_before else end
    return Draft(
        anchor=scene.at(verb),
        head=verb,
        cue=(cue,),
        source=source,
        speech=tuple(minus([Span(start, end)], [aside])),
        pattern="verb-parenthetical",
        lemma=verb.lemma_,
        frame="parenthetical",
    )


def _opens_with_as(token: Token) -> bool:
    """Return whether "as" starts a sentence, or follows the conjunction that does."""
    if token.lower_ != "as":
        return False
    before = token.nbor(-1) if token.i else token
    return token.i == 0 or before.text in ".!?" or before.tag_ == "CC"


def _is_finite(verb: Token) -> bool:
    """Return whether a verb is finite, alone or by its auxiliary ("has said", "would say")."""
    if verb.tag_ in _FINITE:
        return True
    return verb.tag_ in {"VB", "VBN"} and any(
        child.dep_ == "aux" and child.tag_ != "TO" for child in verb.children
    )


def _goes_on(verb: Token) -> bool:
    """Return whether a preposition completes a verb: "…, he voted for it," reports nothing."""
    return any(
        part.dep_ == "prep" and part.lower_ in _COMPLETING and part.nbor(-1).text != ","
        for part in verb.rights
    )


def _is_short(token: Token) -> bool:
    """Return whether a complement only tells when, where or to whom: "told reporters in May"."""
    if token.dep_ in _SHORT:
        return True
    told = token.dep_ == "dobj" and token.head.lemma_ in _ADDRESSING
    return (told or token.dep_ == "prep") and token.right_edge.i - token.left_edge.i < _BRIEF
