"""One claim per speaker, stance, target and proposition; the rest is remembered as considered."""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from claims.model import BlockKind, Claim, Considered, Span
from claims.stance.make import Draft
from claims.syntax import is_verb, walk_up
from claims.tokens import Token

_ALIKE = 0.5  # share of content words that a headline must have in common with the body
_WORD = re.compile(r"[^\W\d_]{3,}")
_STRETCH = 500  # characters; drafts without words in one stretch have none in common
_Key: TypeAlias = tuple[str, int]


def one_per_proposition(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts in reading order, repeated finds merged into the best of them."""
    kept: list[Draft] = []
    filed: dict[_Key, list[int]] = {}
    for draft in sorted(drafts, key=_rank):
        near = {i for key in _sought(draft) for i in filed.get(key, ())}
        same = next((i for i in sorted(near) if _same(kept[i], draft)), None)
        if same is None:
            for key in _borne(draft):
                filed.setdefault(key, []).append(len(kept))
            kept.append(draft)
        else:
            kept[same] = _merged(kept[same], draft)
    body = _without_repeated_headlines(kept)
    return sorted(body, key=_reading_order)


def _borne(draft: Draft) -> Iterator[_Key]:
    """Yield by what a draft can be found to be the same as another."""
    yield from _shared(draft)
    yield "said", id(draft.hit.voice)
    yield "cue", id(draft.introduces)


def _sought(draft: Draft) -> Iterator[_Key]:
    """Yield what a draft that is the same bears: a cue is sought by the words it introduces."""
    yield from _shared(draft)
    if draft.introduces is not None:
        yield "said", id(draft.introduces)
    if draft.hit.voice is not None:
        yield "cue", id(draft.hit.voice)


def _shared(draft: Draft) -> Iterator[_Key]:
    """Yield the tree that a draft stands in, and the stretches of text that its words are of."""
    *_, root = walk_up(draft.hit.head)
    yield "tree", id(root)
    for span in draft.claim.spans:
        for stretch in range(span.start // _STRETCH, span.end // _STRETCH + 1):
            yield "text", stretch


def _reading_order(draft: Draft) -> tuple[object, ...]:
    return (_places(draft.claim.spans), draft.depth, draft.claim.id)


def _places(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the places of spans as bare numbers: they are compared a hundred times a text."""
    return [(span.start, span.end) for span in spans]


def _rank(draft: Draft) -> tuple[object, ...]:
    """Order by what is kept: a named target, the more specific rule, the higher predicate."""
    rule, claim = draft.hit.rule, draft.claim
    return (
        claim.target_country is None,
        not claim.target,
        rule.uncertain,
        draft.depth,
        -draft.hit.specificity,
        -rule.priority,
        _places(draft.hit.evidence),
        claim.id,
    )


def _same(one: Draft, other: Draft) -> bool:
    """Return whether two drafts are one speech act."""
    a, b = one.claim, other.claim
    if a.stance != b.stance or a.speaker_country != b.speaker_country:
        return False
    if b.target and a.target != b.target and a.target_country != b.target_country:
        return False
    if not _same_speaker(one, other):
        return False
    if a.stance == "cooperation" and a.target_country and _one_act(one, other):
        return True
    if a.stance == "denial" and _goes_with(one, other):
        return True
    if _introduces(one, other) or _introduces(other, one):
        return True
    return _overlap(a.spans, b.spans) > 0.5


def _same_speaker(one: Draft, other: Draft) -> bool:
    """Return whether two drafts of one state are one party's: of one name, or told of twice.

    Joint speakers, who come of one hit, stay apart.
    """
    if one.claim.speaker == other.claim.speaker:
        return True
    return one.claim.speaker_country is not None and one.hit is not other.hit


def _one_act(one: Draft, other: Draft) -> bool:
    """Return whether two dealings are one act: told by one voice, one within the other's clause."""
    if one.hit.voice is not other.hit.voice or one.hit.passage is not other.hit.passage:
        return False
    first, second = one.hit.head, other.hit.head
    return _within(first, second) or _within(second, first)


def _goes_with(one: Draft, other: Draft) -> bool:
    """Return whether one denial is a participle of the other: "rejected it, calling it a lie"."""
    upper, lower = sorted((one.hit.head, other.hit.head), key=lambda head: head.dep_ == "advcl")
    return lower.dep_ == "advcl" and lower.tag_ == "VBG" and lower.head is upper


def _within(inner: Token, outer: Token) -> bool:
    """Return whether a word hangs below another, not as a second predicate behind "and"."""
    node = inner
    while node != outer:
        if node.head == node or (node.dep_ == "conj" and is_verb(node)):
            return False
        node = node.head
    return True


def _introduces(one: Draft, other: Draft) -> bool:
    """Return whether one is the cue of the words in which the other stands."""
    return one.introduces is not None and one.introduces is other.hit.voice


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the share of the shorter claim's characters that both have."""
    if one[-1].end <= other[0].start or other[-1].end <= one[0].start:
        return 0.0  # most claims stand apart
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    shorter = min(sum(s.end - s.start for s in one), sum(s.end - s.start for s in other))
    return shared / shorter if shorter else 0.0


def _merged(best: Draft, other: Draft) -> Draft:
    claim = best.claim
    lost = Considered(
        rule=other.hit.rule.id,
        outcome=f"same proposition as {claim.rules[0]}",
        evidence=other.hit.evidence,
    )
    rules = tuple(dict.fromkeys((*claim.rules, *other.claim.rules)))
    evidence = tuple(sorted({*claim.evidence, *other.claim.evidence}))
    considered = claim.considered
    if other.hit.rule.id != best.hit.rule.id:
        considered = (*considered, lost)
    merged = dataclasses.replace(claim, rules=rules, evidence=evidence, considered=considered)
    return dataclasses.replace(best, claim=merged)


def _without_repeated_headlines(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop a headline's claim where the body makes the same one."""
    bodies = [d for d in drafts if d.hit.passage.block.kind is not BlockKind.HEADLINE]
    kept = []
    for draft in drafts:
        headline = draft.hit.passage.block.kind is BlockKind.HEADLINE
        if not (headline and any(_repeats(draft.claim, body.claim) for body in bodies)):
            kept.append(draft)
    return kept


def _repeats(headline: Claim, body: Claim) -> bool:
    if headline.stance != body.stance:
        return False
    countries = (headline.speaker_country, headline.target_country)
    if headline.speaker_country and countries == (body.speaker_country, body.target_country):
        return True
    ours, theirs = _content(headline.words), _content(body.words)
    return bool(ours) and len(ours & theirs) / len(ours) >= _ALIKE


def _content(words: str) -> set[str]:
    return {word.lower()[:6] for word in _WORD.findall(words)}
