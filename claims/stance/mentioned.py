"""Who is named near a trigger, where no slot of it says whom it is aimed at."""

from collections.abc import Callable

from claims.model import Actor
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
_EMPTY: frozenset[str] = frozenset()
_FORUMS = frozenset(
    "council court nations un assembly tribunal organization icj icc wto osce".split()
)
_PLACES = frozenset({"in", "on", "at", "near", "against"})


def _is_patient(scene: Scene, name: Token) -> bool:
    """Return whether a name only says whose it is that is harmed: "Chad's sovereignty"."""
    return _owned(name) in PATIENTS


def _is_beside_it(scene: Scene, name: Token) -> bool:
    """Return whether a name says whose is harmed, or where: "the raid in Chad"."""
    if (owned := _owned(name)) in PATIENTS or owned in NAMED_AFTER:
        return True
    if _is_origin(name) or _hears_it(name):
        return True
    suffered = scene.packs.words.get("patient-of-nouns", _EMPTY)
    return not _did_it(scene, name) and lemma(_what_is_there(name)) in suffered


def _did_it(scene: Scene, name: Token) -> bool:
    """Return whether a deed is somebody's own: "Chad's raid", "Chadian involvement"."""
    lists, deed = scene.packs.words, lemma(name.head)
    if name.dep_ not in {"poss", "amod"} or deed not in lists.get("patient-of-nouns", _EMPTY):
        return False
    return name.dep_ == "poss" or deed not in lists.get("suffered-nouns", _EMPTY)


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


def _owned(name: Token) -> str:
    """Return what bears a name as its owner or adjective, "" if nothing does."""
    return lemma(name.head) if name.dep_ in {"poss", "compound", "amod"} else ""


def in_content(scene: Scene, passage: Passage, head: Token, own: set[str]) -> tuple[Actor, ...]:
    """Return the first foreign state that is named in what hangs on the trigger."""
    return _first_abroad(scene, passage, _from(head), own)


def blamed_in_content(
    scene: Scene, passage: Passage, head: Token, own: set[str]
) -> tuple[Actor, ...]:
    """Return the first foreign state in what hangs on the trigger that can be to blame for it."""
    return _first_abroad(scene, passage, _from(head), own, _is_beside_it)


def in_sentence(scene: Scene, passage: Passage, head: Token, own: set[str]) -> tuple[Actor, ...]:
    """Return the first foreign state that is named in the sentence."""
    return _first_abroad(scene, passage, head.sent, own)


def _from(head: Token) -> tuple[Token, ...]:
    """Return a word and what hangs on it behind it."""
    return head.doc[head.i : max(head.i, head.right_edge.i) + 1]


def _first_abroad(
    scene: Scene,
    passage: Passage,
    tokens: tuple[Token, ...],
    own: set[str],
    spared: Callable[[Scene, Token], bool] = _is_patient,
) -> tuple[Actor, ...]:
    for name, actors in scene.cast.among(passage, tokens):
        foreign = tuple(a for a in actors if a.country and a.country not in own)
        if foreign and not spared(scene, name):
            return foreign
    return ()
