"""Who is named near a trigger, where no slot of it says whom it is aimed at."""

from collections.abc import Callable

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

# what two make, and who has left: whose name they bear is not to blame for them
NAMED_AFTER = frozenset(
    {"deal", "agreement", "accord", "treaty", "pact", "summit", "talk", "protocol", "refugee",
     "migrant", "immigrant", "exile", "hostage"}
)  # fmt: skip
ORIGINS = frozenset({"born", "based"})
_BEFORE_NOUNS = frozenset({"amod", "compound", "poss", "nmod"})
TOLD_TO = frozenset({"to", "with", "before"})  # a forum hears the charge (guideline 13)
_FORUMS = frozenset(
    "council court nations un assembly tribunal organization icj icc wto osce".split()
)
_PLACES = frozenset({"in", "on", "at", "near", "against"})


def _is_patient(scene: Scene, name: Span) -> bool:
    """Return whether a name only says whose it is that is harmed: "Chad's sovereignty"."""
    return any(word in PATIENTS for word in _owned(scene, name))


def _is_beside_it(scene: Scene, name: Span) -> bool:
    """Return whether a name says whose is harmed, or where: "the raid in Chad"."""
    if any(word in PATIENTS or word in NAMED_AFTER for word in _owned(scene, name)):
        return True
    tokens = scene.parsed.tokens(name) or ()
    suffered = scene.packs.words.get("patient-of-nouns", frozenset())
    if any(_is_origin(token) or _hears_it(token) for token in tokens):
        return True
    there = [_what_is_there(token) for token in tokens if not _did_it(scene, token)]
    return any(lemma(noun) in suffered for noun in there)


def _did_it(scene: Scene, name: Token) -> bool:
    """Return whether a deed is somebody's own: "Chad's raid", "Chadian involvement"."""
    lists, deed = scene.packs.words, lemma(name.head)
    if name.dep_ not in {"poss", "amod"} or deed not in lists.get("patient-of-nouns", frozenset()):
        return False
    return name.dep_ == "poss" or deed not in lists.get("suffered-nouns", frozenset())


def _hears_it(name: Token) -> bool:
    """Return whether a name is the forum's that a charge is brought before."""
    return name.dep_ == "pobj" and name.head.lower_ in TOLD_TO and lemma(name) in _FORUMS


def _is_origin(name: Token) -> bool:
    """Return whether somebody only comes from there: "a Chad-born preacher"."""
    after = name.doc[name.i + 1 : min(name.i + 3, name.sent.end)]
    return any(word.lower_ in ORIGINS for word in after)


def _what_is_there(name: Token) -> Token:
    """Return what a place belongs to: the raid of "the raid at a school in Chad"."""
    node = name
    while node.dep_ in _BEFORE_NOUNS:
        node = node.head
    while node.dep_ == "pobj" and node.head.lower_ in _PLACES:
        node = node.head.head
    return node


def _owned(scene: Scene, name: Span) -> list[str]:
    """Return what bears a name as its owner or adjective."""
    tokens = scene.parsed.tokens(name) or ()
    return [lemma(t.head) for t in tokens if t.dep_ in {"poss", "compound", "amod"}]


def in_content(scene: Scene, passage: Passage, head: Token, own: set[str]) -> tuple[Actor, ...]:
    """Return the first foreign state that is named in what hangs on the trigger."""
    edge = head.right_edge
    return _first_abroad(scene, passage.span(head, edge if edge.i >= head.i else head), own)


def blamed_in_content(
    scene: Scene, passage: Passage, head: Token, own: set[str]
) -> tuple[Actor, ...]:
    """Return the first foreign state in what hangs on the trigger that can be to blame for it."""
    edge = head.right_edge
    span = passage.span(head, edge if edge.i >= head.i else head)
    return _first_abroad(scene, span, own, _is_beside_it)


def in_sentence(scene: Scene, passage: Passage, head: Token, own: set[str]) -> tuple[Actor, ...]:
    """Return the first foreign state that is named in the sentence."""
    sentence = head.sent
    return _first_abroad(scene, passage.span(sentence[0], sentence[-1]), own)


def _first_abroad(
    scene: Scene,
    span: Span,
    own: set[str],
    spared: Callable[[Scene, Span], bool] = _is_patient,
) -> tuple[Actor, ...]:
    for mention in scene.cast.mentions(span):
        foreign = tuple(a for a in mention.actors if a.country and a.country not in own)
        if foreign and not spared(scene, mention.span):
            return foreign
    return ()
