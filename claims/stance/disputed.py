"""What a denial that comes behind a charge disputes: "he arms rebels, a charge they deny"."""

from claims.model import Span
from claims.stance.frames import lemma
from claims.stance.match import Hit
from claims.stance.relatives import put_before
from claims.stance.scene import Scene
from claims.syntax import is_verb
from claims.tokens import Token

_EMPTY: frozenset[str] = frozenset()


def taken_up(scene: Scene, verb: Token) -> Token | None:
    """Return the noun or the "which" before a verb that stands for a charge made before it."""
    charges = scene.packs.words.get("charge-nouns", _EMPTY) | {"something"}
    before = put_before(verb)
    if before is not None and (before.tag_ == "WDT" or lemma(before) in charges):
        return before
    behind = verb.dep_ in {"relcl", "acl"} and is_verb(verb) and verb.tag_ != "VBG"
    return verb.head if behind and lemma(verb.head) in charges else None


def disputed(scene: Scene, hit: Hit, end: int) -> Span | None:
    """Return the charge together with its denial; None where the denial takes up none before it.

    Args:
        scene: The document.
        hit: The denial.
        end: Where its clause ends, in characters of the document.
    """
    noun = taken_up(scene, hit.head) if hit.rule.stance == "denial" else None
    if noun is None:
        return None
    start = hit.passage.span(noun if noun.tag_ == "WDT" else noun.left_edge).start
    sentence = hit.passage.span(hit.head.sent[0], hit.head.sent[-1])
    introduced = scene.introduced_by(hit.passage, hit.head)
    said = [
        piece.start
        for piece, voice in scene.voices.get(hit.passage.start, ())
        if voice is not introduced and sentence.start <= piece.start < start
    ]
    return Span(max(said, default=start), end)
