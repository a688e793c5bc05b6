"""Whether what is demanded is demanded of others: "they must work with us" offers nothing."""

from claims.model import Actor
from claims.parse import Passage
from claims.stance.scene import Scene, is_ours
from claims.syntax import children, objects
from claims.tokens import Token

_ALL = frozenset({"both", "two", "all", "each", "together", "jointly"})


def is_imposed(
    scene: Scene, passage: Passage, head: Token, kind: str, speakers: tuple[Actor, ...]
) -> bool:
    """Return whether the one who is to act is neither the speaker nor among those who speak.

    "We must deepen our ties" and "both sides should talk" bind the speaker too; "it should seek
    dialogue" and "we urge them to cooperate" bind somebody else.
    """
    doers = scene.fill("subject", head, kind) or _told(head)
    if not doers:
        return False
    own = {actor.country for actor in speakers if actor.country}
    return not any(_binds(scene, passage, doer, own) for doer in doers)


def _binds(scene: Scene, passage: Passage, doer: Token, own: set[str]) -> bool:
    """Return whether a subject holds the speaker: "we", "both sides", the speaker's own state."""
    if any(is_ours(word) or word.lower_ in _ALL for word in (doer, *doer.children)):
        return True
    actors = scene.actors(passage, doer)
    return not actors or any(actor.country in own for actor in actors)


def _told(head: Token) -> list[Token]:
    """Return whom the verb above tells to act: "urged Chad to talk"."""
    if head.dep_ != "xcomp":
        return []
    return objects(head.head) or children(head.head, "nsubj")
