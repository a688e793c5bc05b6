"""Constructions whose cue is a verb: what it governs, who does it, what is said.

Every function answers for one frame. The cue lexicon decides which (lemma, frame) reports; it is
asked first, for most verbs report in none of theirs.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from claims.model import Span
from claims.speech.asides import parenthetical, parenthetical_draft
from claims.speech.complements import (
    clause_kind,
    distant_that,
    end_of_complement,
    fronted_object,
    hearsay,
    interrupted,
    is_expletive,
    is_time,
    raised_subject,
    rest_of_sentence,
    whole_clause,
)
from claims.speech.cues import Cues
from claims.speech.draft import Draft, clipped, minus
from claims.speech.scene import Scene
from claims.speech.sources import (
    agent_of,
    source_of,
    source_up_to,
    subject_before,
    subject_of,
)
from claims.syntax import children, is_passive
from claims.tokens import Token

Trusted = Callable[[str], bool]  # whether a frame reports

RAISING = frozenset({"seem", "appear"})
_ADDRESSING = frozenset(
    {"tell", "inform", "assure", "remind", "warn", "notify", "advise", "promise", "convince"}
    | {"persuade", "reassure", "brief", "caution", "teach", "show", "ask", "bet"}
)
_ASKING = frozenset({"ask", "press", "question", "quiz", "tell"})  # "asked about the raid, he …"
_CLAUSAL = ("ccomp", "xcomp", "oprd", "acomp")
_TOLD = frozenset({"clause", "wh", "that"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})


def verb_drafts(scene: Scene, verb: Token, cues: Cues | None = None) -> Iterator[Draft]:
    """Yield what a verb may report, one draft for each frame it stands in that is trusted."""
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN"
    passive = reduced or is_passive(verb)
    lemma = phrasal(verb)
    frames = list(_frames(scene, verb, passive, trusted(cues, "verb", lemma)))
    if not frames and (passive or not trusted(cues, "verb", verb.lemma_)("parenthetical")):
        return
    asked = verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.lemma_ in _ASKING
    head = agent_of(verb) if passive or asked else subject_of(scene, verb)
    aside = None if passive else parenthetical(scene, verb, head)
    if not frames and aside is None:
        return
    source = None if verb.lemma_ in RAISING else source_of(scene, head)
    if head is None and not passive and verb.tag_ in {"VBD", "VBZ"} and not is_expletive(verb):
        source = subject_before(scene, verb)
    cue = cue_span(scene, verb)
    source = source_up_to(scene, source, cue)
    if aside is not None:
        yield parenthetical_draft(scene, verb, cue, source, aside)
        return
    addressee = _addressee(scene, verb, passive)
    for frame, spans in frames:
        told = frame in {"clause", "wh"}
        if told and not passive:
            spans = interrupted(scene, verb, head, spans)
        listener = addressee if told else None
        speech = _speech(scene, verb, spans, (cue, source.span if source else None, listener))
        if not speech:
            continue
        yield Draft(
            anchor=scene.at(verb),
            cue=(cue,),
            source=source,
            speech=tuple(speech),
            pattern=f"verb-{frame.split(':')[0]}",
            lemma=lemma,
            frame=frame,
            addressee=addressee,
        )


def _speech(
    scene: Scene, verb: Token, spans: Sequence[Span], holes: Sequence[Span | None]
) -> list[Span]:
    """Return what of the spans is said: less cue, source and addressee, within one quotation."""
    speech = minus(spans, [hole for hole in holes if hole is not None])
    region = scene.quotation(scene.at(verb))
    return speech if region is None else clipped(speech, region.inner)


def phrasal(verb: Token) -> str:
    """Return a verb's lemma with its particle: "point out" reports, "point" seldom does."""
    particle = next((child for child in verb.children if child.dep_ == "prt"), None)
    return str(verb.lemma_) if particle is None else f"{verb.lemma_} {particle.lower_}"


def cue_span(scene: Scene, verb: Token) -> Span:
    """Return the verb with its auxiliaries, negation, particle and the adverb before it."""
    first = last = verb
    for child in verb.children:
        near = abs(child.i - verb.i)
        if (child.dep_ in _CUE_PARTS and near <= 4) or (
            child.dep_ == "advmod" and near == 1 and child.i < verb.i and child.text.islower()
        ):
            first = child if child.i < first.i else first
            last = child if child.i > last.i else last
    return scene.run(first, last)


def trusted(cues: Cues | None, word_class: str, lemma: str) -> Trusted:
    """Return the question whether a lemma reports in a frame; without a lexicon each may."""
    return _any_frame if cues is None else partial(cues.reports, word_class, lemma)


def _any_frame(_: str) -> bool:
    return True


def _frames(
    scene: Scene, verb: Token, passive: bool, reports: Trusted
) -> Iterator[tuple[str, list[Span]]]:
    """Yield each frame of a verb that reports with the spans of its complement."""
    mark = "passive-" if passive else ""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        mark = "reduced-"
    elif verb.dep_ == "acl":
        mark = "participle-" if verb.tag_ == "VBG" else "offered-"  # "a call urging", "a chance to"
    raised = raised_subject(scene, verb) if passive or verb.lemma_ in RAISING else []
    given = next(iter(children(verb, "dobj")), None)

    def own(frame: str) -> str:
        return frame if not passive and frame in _TOLD else mark + frame

    for frame, spans in _clauses(scene, verb, passive, given, lambda frame: reports(own(frame))):
        bare = frame == "clause" and is_expletive(verb)
        yield own(frame), spans if bare or frame.startswith("object-") else [*raised, *spans]
    if given is not None and given.i > verb.i and reports(mark + "object"):
        yield mark + "object", [*raised, scene.run(given.left_edge, end_of_complement(verb, given))]
    if verb.dep_ == "relcl" and reports("fronted") and (front := fronted_object(scene, verb)):
        yield "fronted", front
    for prep in children(verb, "prep"):
        frame = f"{mark}{'object-' if given is not None else ''}prep:{prep.lower_}"
        kids = children(prep, "pobj", "pcomp") if reports(frame) else []
        if prep.i > verb.i and kids and not is_time(kids[0]):
            first = given if given is not None and verb.i < given.i < prep.i else kids[0]
            spans = [*raised, scene.run(first.left_edge, end_of_complement(verb, prep))]
            yield frame, spans
    if passive and raised and reports(mark.rstrip("-")):
        yield mark.rstrip("-"), [*raised, *hearsay(scene, verb)]


def _clauses(
    scene: Scene, verb: Token, passive: bool, given: Token | None, reports: Trusted
) -> Iterator[tuple[str, list[Span]]]:
    """Yield the clausal complements of a verb, and those the parser hung elsewhere."""
    kids = [(kid, clause_kind(kid)) for kid in children(verb, *_CLAUSAL)]
    finite = not passive and any(map(reports, ("that", "clause", "rest")))
    that = distant_that(scene, verb) if finite else None
    if that is not None and all(kid.i < verb.i for kid, frame in kids if frame == "clause"):
        kids = [(kid, frame) for kid, frame in kids if frame != "clause"]
    if any(kid.i > verb.i and frame in {"clause", "wh"} for kid, frame in kids):
        kids = [(kid, frame) for kid, frame in kids if kid.i > verb.i]  # the other is no complement
    if not kids and not passive and reports("rest") and (rest := rest_of_sentence(scene, verb)):
        yield "rest", [rest]
    told_behind = any(frame in {"clause", "wh"} for _, frame in kids)
    if that is not None and not told_behind and reports("that"):
        yield "that", [that]
    for kid, frame in kids:
        if frame in {"to", "ing", "small"} and given is not None and given.i < kid.i:
            if reports("object-" + frame):
                yield "object-" + frame, [scene.run(given.left_edge, kid.right_edge)]
        elif not reports(frame):
            continue
        elif frame in {"clause", "wh"} and kid.i > verb.i:
            yield frame, [whole_clause(scene, verb, kid)]
        else:
            yield frame, [scene.below(kid)]


def _addressee(scene: Scene, verb: Token, passive: bool) -> Span | None:
    """Return whom it is said to: "told Mr Xi that", "said to reporters that"."""
    if passive:
        return None
    clause = next(iter(children(verb, "ccomp")), None)
    if clause is None:
        return None
    for child in verb.children:
        if clause.i > verb.i and child.i > clause.i:
            break
        if (child.dep_ == "dative" and child.lower_ == "to") or (
            child.dep_ == "prep" and child.lower_ == "to"
        ):
            kids = children(child, "pobj")
            if kids and kids[0].i > verb.i:
                return scene.below(kids[0])
        elif child.dep_ in {"dobj", "dative"} and child.i > verb.i and verb.lemma_ in _ADDRESSING:
            return scene.below(child)
    return None
