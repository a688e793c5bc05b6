"""Who takes a stance: the predicate's own subject, or whoever's words it stands in."""

from collections.abc import Sequence

from claims.model import Actor, Attribution
from claims.packs import Trigger
from claims.parse import Passage
from claims.speech.datelines import opening_words
from claims.stance.scene import Scene
from claims.syntax import own_subject
from claims.tokens import Token

_OWNED = frozenset({"accusation", "cooperation"})


def taking(
    scene: Scene, passage: Passage, trigger: Trigger, head: Token
) -> tuple[tuple[Actor, ...], bool] | None:
    """Return who takes the stance and whether it is the predicate's own subject; None if nobody."""
    rule = trigger.rule
    if rule.layer != "content":
        for slot in rule.speaker:
            if slot == "nobody":
                return (), True
            if slot == "source":
                continue
            tokens = _behind_dateline(scene, passage, scene.fill(slot, head, trigger.kind))
            found = [a for token in tokens for a in scene.named(passage, token)]
            cited = scene.introduced_by(passage, head) if slot == "subject" else None
            if cited is not None and (not found or own_subject(head) is None):
                # Of a shared subject the stage that reads speech knows more than the nearest verb.
                found = found if _is_unknown(cited) and found else list(cited.speakers)
            if rule.layer == "either" and _is_unnamed_pair(tokens, found):
                continue
            if found:
                return unique(found), True
            if any(scene.is_actor_like(token) for token in tokens):
                return (), True
    voice = scene.speaking(passage, head) if rule.layer != "reporting" else None
    if voice is None:
        return None
    if rule.stance in _OWNED and (scene.is_disowned(voice) or scene.is_unspoken(voice)):
        return None
    return voice.speakers, False


def _behind_dateline(scene: Scene, passage: Passage, subjects: list[Token]) -> list[Token]:
    """Return the subjects without a place that only stands in the dateline before them.

    "LIMA, Peru (AP) — Peruvian officials accused Chile": the officials alone.
    """
    if not subjects[1:]:
        return subjects
    begin = opening_words(scene.parsed.document.text, passage.start)
    return [token for token in subjects if passage.span(token).start >= begin] or subjects


def _is_unnamed_pair(subjects: Sequence[Token], found: Sequence[Actor]) -> bool:
    """Return whether "both sides" act and nobody knows which: the one who says so is of them."""
    pair = any(c.lower_ in {"both", "two"} for subject in subjects for c in subject.children)
    return pair and not any(actor.country for actor in found)


def _is_unknown(voice: Attribution) -> bool:
    return not any(actor.country for actor in voice.speakers)


def unique(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return the actors, each name and country once."""
    kept: dict[tuple[str, str | None], Actor] = {}
    for actor in actors:
        kept.setdefault((actor.name, actor.country), actor)
    return tuple(kept.values())
