"""Constructions whose cue is a noun, an adjective, or a fixed phrase such as "according to"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.model import Span
from claims.speech.draft import Draft, clipped, minus
from claims.speech.scene import Scene
from claims.speech.sources import Source, agent_of, source_of, subject_of
from claims.syntax import children, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def noun_drafts(scene: Scene, noun: "Token") -> Iterator[Draft]:
    """Yield what a noun may report: "the claim that …", "his call for …"."""
    for kid in noun.children:
        if kid.i < noun.i:
            continue
        if kid.dep_ in {"acl", "ccomp", "relcl"} and kid.left_edge.lower_ == "that":
            if kid.dep_ == "relcl" and kid.left_edge.dep_ != "mark":
                continue
            yield from _noun(scene, noun, noun, "clause", scene.below(kid))
        elif kid.dep_ == "acl" and any(c.tag_ == "TO" for c in kid.children):
            yield from _noun(scene, noun, noun, "to", scene.below(kid))
        elif kid.dep_ == "prep" and (objects := children(kid, "pobj", "pcomp")):
            span = scene.run(objects[0].left_edge, kid.right_edge)
            yield from _noun(scene, noun, kid, f"prep:{kid.lower_}", span)


def _noun(scene: Scene, noun: "Token", last: "Token", frame: str, speech: Span) -> Iterator[Draft]:
    source, first = _owner(scene, noun)
    cue = scene.run(first, last)
    yield from _draft(scene, noun, cue, source, speech, "noun", frame)


def _owner(scene: Scene, noun: "Token") -> tuple[Source | None, "Token"]:
    """Return whose claim it is, and where the cue starts ("made the case")."""
    for child in noun.children:
        if child.dep_ == "poss":
            return source_of(scene, child), noun
    verb = noun.head
    if noun.dep_ == "dobj" and is_verb(verb):
        return source_of(scene, subject_of(scene, verb)), verb
    if noun.dep_ in {"nsubjpass"} and is_verb(verb):
        return source_of(scene, agent_of(verb)), noun
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            if child.i > noun.i and (kids := children(child, "pobj")):
                return source_of(scene, kids[0]), noun
    return None, noun


def adjective_drafts(scene: Scene, adjective: "Token") -> Iterator[Draft]:
    """Yield what an adjective may report: "is confident that …", "is ready to …"."""
    verb = adjective.head
    if adjective.dep_ not in {"acomp", "oprd"} or not is_verb(verb):
        return
    subject = subject_of(scene, verb)
    source = source_of(scene, None if subject is not None and subject.lower_ == "it" else subject)
    cue = scene.run(verb if verb.i < adjective.i else adjective, adjective)
    for kid in [*adjective.children, *verb.children]:
        if kid.i < adjective.i:
            continue
        if kid.dep_ in {"ccomp", "xcomp"}:
            frame = "to" if any(c.tag_ == "TO" for c in kid.children) else "clause"
            yield from _draft(scene, adjective, cue, source, scene.below(kid), "adjective", frame)
            return
        if kid.dep_ == "prep" and kid.head == adjective and (o := children(kid, "pobj", "pcomp")):
            span = scene.run(o[0].left_edge, kid.right_edge)
            frame = f"prep:{kid.lower_}"
            yield from _draft(scene, adjective, cue, source, span, "adjective", frame)


def according_to(scene: Scene, token: "Token") -> Iterator[Draft]:
    """Yield the sentence that "according to" vouches for, before or behind it."""
    doc = scene.passage.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    to = doc[token.i + 1]
    head = next(iter(children(to, "pobj", "pcomp")), None)
    source = source_of(scene, head)
    if source is None:
        return
    cue = scene.run(token, to)
    sentence = token.sent
    first, last = scene.at(sentence[0]), scene.end(sentence[-1])
    if token.i - sentence.start <= 2:
        speech = Span(source.span.end, last) if source.span.end < last else None
    else:
        speech = Span(first, scene.at(token))
        clause = token.head
        if is_verb(clause) and clause.dep_ in {"conj", "ccomp", "advcl"}:
            speech = Span(max(first, scene.at(clause.left_edge)), scene.at(token))
    if speech is not None and speech.start < speech.end:
        yield from _draft(scene, token, cue, source, speech, "according-to", "to")


def _draft(
    scene: Scene,
    head: "Token",
    cue: Span,
    source: Source | None,
    speech: Span,
    pattern: str,
    frame: str,
) -> Iterator[Draft]:
    holes = [cue] if source is None else [cue, source.span]
    left = minus([speech], holes)
    region = scene.quotation(scene.at(head))
    if region is not None:
        left = clipped(left, region.inner)
    if left:
        yield Draft(
            anchor=scene.at(head),
            cue=(cue,),
            source=source,
            speech=tuple(left),
            pattern=pattern,
            lemma=head.lemma_,
            frame=frame,
        )
