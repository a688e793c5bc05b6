"""Who is named near a trigger, where no slot of it says whom it is aimed at."""

from claims.model import Actor, Span
from claims.parse import Passage
from claims.stance.frames import lemma
from claims.stance.scene import Scene
from claims.tokens import Token

# what is done to, and whom it is done to: whose they are has done nothing
PATIENTS = frozenset(
    {"sovereignty", "integrity", "independence", "airspace", "downfall", "destruction",
     "overthrow", "victim", "survivor"}
)  # fmt: skip


def in_content(scene: Scene, passage: Passage, head: Token, own: set[str]) -> tuple[Actor, ...]:
    """Return the first foreign state that is named in what hangs on the trigger."""
    edge = head.right_edge
    return _first_abroad(scene, passage.span(head, edge if edge.i >= head.i else head), own)


def in_sentence(scene: Scene, passage: Passage, head: Token, own: set[str]) -> tuple[Actor, ...]:
    """Return the first foreign state that is named in the sentence."""
    sentence = head.sent
    return _first_abroad(scene, passage.span(sentence[0], sentence[-1]), own)


def _first_abroad(scene: Scene, span: Span, own: set[str]) -> tuple[Actor, ...]:
    for mention in scene.cast.mentions(span):
        foreign = tuple(a for a in mention.actors if a.country and a.country not in own)
        if foreign and not _is_patient(scene, mention.span):
            return foreign
    return ()


def _is_patient(scene: Scene, name: Span) -> bool:
    """Return whether a name only says whose it is that is harmed: "Chad's sovereignty"."""
    tokens = scene.parsed.tokens(name) or ()
    return any(t.dep_ in {"poss", "compound", "amod"} and lemma(t.head) in PATIENTS for t in tokens)
