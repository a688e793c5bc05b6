"""The frames of a verb: each complement it governs in which it may report.

The cue lexicon decides which (lemma, frame) reports. It is asked before a complement is looked for,
for most verbs report in none of theirs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.model import Span
from claims.speech.complements import (
    clause_kind,
    distant_that,
    end_of_complement,
    from_that,
    fronted_object,
    hearsay,
    is_expletive,
    is_time,
    raised_subject,
    rest_of_sentence,
    whole_clause,
)
from claims.speech.cues import ENOUGH, WORTH, Frames
from claims.speech.governed import CLAUSAL, NOMINAL
from claims.speech.scene import Scene
from claims.syntax import children
from claims.tokens import Token

Kids = Mapping[str, Token]  # the first of each label that hangs on a verb
Clause = tuple[Token, str]  # its verb, and the frame that it makes
Frame = tuple[str, list[Span]]  # its name, and where its complement stands

RAISING = frozenset({"seem", "appear"})
_TOLD = frozenset({"clause", "wh", "that"})
_CLAUSES = frozenset({"clause", "wh"})
_BEHIND_AN_OBJECT = frozenset({"to", "ing", "small"})


@dataclass(slots=True)
class Governor:
    """A verb, what hangs on it, and how far it is trusted in each frame.

    Attributes:
        given: Its object. ``raised``: the subject that belongs to what is said.
        mark: What the lexicon writes before the names of its frames.
    """

    verb: Token
    kids: Kids
    passive: bool
    trust: Frames
    given: Token | None
    raised: list[Span]
    mark: str

    def named(self, frame: str) -> str:
        """Return the name that the lexicon has for a frame of this verb."""
        return frame if frame in _TOLD and not self.passive else self.mark + frame

    @property
    def tells(self) -> bool:
        """Whether a clause may be told that the parser did not hang on it."""
        trust = self.trust
        return not self.passive and (
            trust["that"] >= WORTH or trust["clause"] >= WORTH or trust[self.mark + "rest"] >= WORTH
        )

    def reports(self, frame: str) -> bool:
        """Return whether the verb is trusted enough to report in a frame."""
        return self.trust[self.named(frame)] >= WORTH


def frames_of(scene: Scene, verb: Token, kids: Kids, passive: bool, trust: Frames) -> list[Frame]:
    """Return each frame of a verb that reports, with the spans of its complement."""
    mark = "passive-" if passive else ""
    if verb.dep_ == "acl":
        mark = NOMINAL.get(verb.tag_, "offered") + "-"
    given = kids.get("dobj")
    raised = raised_subject(scene, verb) if passive or verb.lemma_ in RAISING else []
    governor = Governor(verb, kids, passive, trust, given, raised, mark)
    found = _clauses(scene, governor)
    if given is not None and given.i > verb.i and governor.reports("object"):
        span = scene.run(given.left_edge, end_of_complement(verb, given))
        found.append((mark + "object", [*raised, span]))
    if verb.dep_ == "relcl" and trust["fronted"] >= WORTH:
        front = fronted_object(scene, verb)
        found += [("fronted", front)] if front else []
    if "prep" in kids:
        found += _prepositions(scene, governor)
    if "advcl" in kids and not passive and governor.reports("for-to"):
        found += [(mark + "for-to", [span]) for span in _wished(scene, verb)]
    if passive and raised and trust[mark[:-1]] >= WORTH:
        found.append((mark[:-1], [*raised, *hearsay(scene, verb)]))
    return found


def _wished(scene: Scene, verb: Token) -> Iterator[Span]:
    """Yield what somebody is to do: "called for the mayor to resign"."""
    for kid in verb.rights:
        mark = kid.left_edge
        if kid.dep_ == "advcl" and mark.lower_ == "for" and any(c.tag_ == "TO" for c in kid.lefts):
            yield scene.run(mark.nbor(), kid.right_edge)


def _prepositions(scene: Scene, governor: Governor) -> Iterator[Frame]:
    """Yield what follows the verb's prepositions, its object with it: "praised X for Y"."""
    verb, given = governor.verb, governor.given
    mark = governor.mark + ("prep:" if given is None else "object-prep:")
    for prep in verb.rights:
        if prep.dep_ != "prep" or governor.trust[mark + prep.lower_] < WORTH:
            continue
        named = children(prep, "pobj", "pcomp")
        if named and not is_time(named[0]):
            first = given if given is not None and verb.i < given.i < prep.i else named[0]
            span = scene.run(first.left_edge, end_of_complement(verb, prep))
            yield mark + prep.lower_, [*governor.raised, span]


def _clauses(scene: Scene, governor: Governor) -> list[Frame]:
    """Return the clauses that a verb governs, with the subject that belongs to them."""
    bare, tells = CLAUSAL.isdisjoint(governor.kids), governor.tells
    if bare and not tells:
        return []
    that = distant_that(scene, governor.verb) if tells else None
    kids = [] if bare else _heeded(governor.verb, that)
    found = [*_elsewhere(scene, governor, kids, that), *_hanging(scene, governor, kids)]
    return [(governor.named(frame), _with_raised(governor, frame, span)) for frame, span in found]


def _with_raised(governor: Governor, frame: str, span: Span) -> list[Span]:
    """Return a clause and the subject of a passive that belongs to it: "Iran is said to …"."""
    if not governor.raised or frame.startswith("object-"):
        return [span]
    expletive = frame == "clause" and is_expletive(governor.verb)
    return [span] if expletive else [*governor.raised, span]


def _elsewhere(
    scene: Scene, governor: Governor, kids: Sequence[Clause], that: Token | None
) -> Iterator[tuple[str, Span]]:
    """Yield the clauses of a verb that the parser hung elsewhere."""
    if not kids and not governor.passive and governor.trust[governor.named("rest")] >= ENOUGH:
        rest = rest_of_sentence(scene, governor.verb)  # by words alone
        if rest is not None:
            yield "rest", rest
    told_behind = any(frame in _CLAUSES for _, frame in kids)
    if that is not None and not told_behind and governor.reports("that"):
        yield "that", from_that(scene, that)


def _hanging(
    scene: Scene, governor: Governor, kids: Sequence[Clause]
) -> Iterator[tuple[str, Span]]:
    """Yield the clauses that hang on a verb, in those frames in which it reports."""
    verb, given = governor.verb, governor.given
    for kid, frame in kids:
        if frame in _BEHIND_AN_OBJECT and given is not None and given.i < kid.i:
            if governor.reports("object-" + frame):
                yield "object-" + frame, scene.run(given.left_edge, kid.right_edge)
        elif governor.reports(frame):
            whole = frame in _CLAUSES and kid.i > verb.i
            yield frame, whole_clause(scene, verb, kid) if whole else scene.below(kid)


def _heeded(verb: Token, that: Token | None) -> list[Clause]:
    """Return the clauses hung on a verb that are its complements, each with its frame."""
    kids = [(kid, clause_kind(kid)) for kid in verb.children if kid.dep_ in CLAUSAL]
    if that is not None and all(kid.i < verb.i for kid, frame in kids if frame == "clause"):
        kids = [(kid, frame) for kid, frame in kids if frame != "clause"]
    if len(kids) > 1 and any(kid.i > verb.i and frame in _CLAUSES for kid, frame in kids):
        kids = [(kid, frame) for kid, frame in kids if kid.i > verb.i]  # the other is no complement
    return kids
