"""Cues that share the subject of a cue before them, though the parser hung them lower.

"Officials said Mr Ito opposed the plan, but denied any part in it": the officials deny.
"She said talks go on, adding that …": she adds.
"""

from collections.abc import Mapping

from claims.model import Span
from claims.speech.draft import Draft, clipped
from claims.speech.scene import Scene
from claims.syntax import own_subject
from claims.tokens import Token

_UNFINISHED = frozenset({"xcomp", "oprd", "acomp"})  # complements without a finite verb
_SUBJECTLESS = frozenset({"advcl", "conj", "xcomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SETS_OFF = frozenset({",", "-", "—", "–"})
_WH = frozenset({"WP", "WDT", "WRB", "WP$"})
_HANGS = 3  # heads between a cue and the relative clause it stands in; words to its pronoun
_DEEP = 6  # heads between a clause's verb and the cue it stands under


def share_subjects(scene: Scene, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Give cues that go on with a reporting clause its source, and cut them out of its words."""
    if len(drafts) < 2:
        return drafts
    shared = dict(drafts)
    for anchor in sorted(drafts):
        draft = shared[anchor]
        if not draft.pattern.startswith("verb"):
            continue
        verb = draft.head
        outer = _reporter(scene, verb, shared) if verb is not None else None
        if verb is None or outer is None:
            continue
        cut = _beginning(scene, verb)
        kept = clipped(outer.speech, Span(scene.span.start, cut))
        if kept:
            shared[outer.anchor] = outer.telling(tuple(kept))
            shared[anchor] = draft.said_by(outer.source)
    return shared


def _reporter(scene: Scene, verb: Token, drafts: dict[int, Draft]) -> Draft | None:
    """Return the reporting clause that a verb goes on with, though it hangs in its words."""
    if own_subject(verb) is not None or not _goes_on(verb):
        return None
    above = verb
    for _ in range(_DEEP):
        if above.head == above:
            return None
        clause, above = above, above.head
        draft = drafts.get(scene.at(above))
        if draft is not None and _governs(above, clause, verb):
            if scene.parted(above, verb):
                return None
            return draft if verb.tag_ in {"VBG", above.tag_} else None
    return None


def _governs(above: Token, clause: Token, verb: Token) -> bool:
    """Return whether a cue governs the clause that the verb hangs in, and can govern no more."""
    if clause.dep_ == "ccomp":
        return above.i < clause.left_edge.i
    return clause.dep_ in _UNFINISHED and above.i < clause.i and verb.tag_ in _FINITE


def _goes_on(verb: Token) -> bool:
    """Return whether a verb is a participle or a conjunct set off from the clause it hangs in."""
    before = verb.nbor(-1) if verb.i else verb
    if verb.tag_ == "VBG":
        return verb.dep_ == "advcl" and before.text == ","
    if verb.dep_ != "conj":
        return False
    joint = next((c for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i), None)
    if joint is None or joint.i == 0:
        return False
    return joint.lower_ == "but" or joint.nbor(-1).text == "," or verb.head.tag_ != verb.tag_


def _beginning(scene: Scene, verb: Token) -> int:
    """Return where the part that goes on starts, its conjunction included."""
    first = verb
    for child in verb.children:
        if child.i < first.i and child.dep_ in {"advmod", "aux", "neg"}:
            first = child
    if verb.dep_ == "conj":
        joints = [c for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i]
        first = joints[-1] if joints else first
    return scene.at(first)


def set_apart(scene: Scene, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """End a statement where a relative clause tells of another: "…, who has denied the charge".

    A clause set off by a comma only adds to its noun: it is the writer's, not the speaker's.
    """
    if len(drafts) < 2:
        return drafts
    apart = dict(drafts)
    for anchor in sorted(drafts):
        word = drafts[anchor].head
        cut = _addition(scene, word) if word is not None else None
        if cut is None:
            continue
        for other, outer in apart.items():
            if other == anchor or not any(s.start < cut and anchor < s.end for s in outer.speech):
                continue
            if cut > other and scene.quotation(other) is scene.quotation(anchor):
                kept = clipped(outer.speech, Span(scene.span.start, cut))
                apart[other] = outer.telling(tuple(kept))
    return apart


def _addition(scene: Scene, word: Token) -> int | None:
    """Return where the relative clause starts that a word stands in, if a comma sets it off."""
    clause = word
    for _ in range(_HANGS):
        if clause.dep_ == "relcl" or clause.head == clause:
            break
        clause = clause.head
    if clause.dep_ != "relcl":
        return None
    first = clause.left_edge
    if first.i == 0 or first.nbor(-1).text not in _SETS_OFF:
        return None
    opening = scene.passage.doc[first.i : first.i + _HANGS]
    return scene.at(first) if any(token.tag_ in _WH for token in opening) else None


def share_freed(
    scene: Scene, drafts: Mapping[int, Draft], moved: Mapping[int, Draft]
) -> dict[int, Draft]:
    """Return drafts, some cut shorter; verbs that they let go, and nobody does, share the source.

    "He says [talks go on], hoping to win over the rest": he hopes, not the talks.
    """
    done = {**drafts, **moved}
    for at, outer in moved.items():
        cut, end = outer.speech[-1].end, drafts[at].speech[-1].end
        for anchor, draft in drafts.items():
            verb = draft.head if draft.pattern.startswith("verb") else None
            if verb is not None and cut <= anchor < end and _hangs_below(verb, outer.head):
                done[anchor] = done[anchor].said_by(outer.source)
    return done


def _hangs_below(verb: Token, cue: Token | None) -> bool:
    """Return whether a verb without a subject hangs in what a cue tells, on its first clause."""
    if verb.dep_ not in _SUBJECTLESS or own_subject(verb) is not None:
        return False
    subjects = 0
    for _ in range(_DEEP):
        verb = verb.head
        if verb is cue:
            return True
        subjects += own_subject(verb) is not None
        if subjects > 1 or verb.head is verb:
            return False
    return False
