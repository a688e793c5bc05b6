"""Constructions whose cue is a noun, an adjective, or a fixed phrase such as "according to"."""

from collections.abc import Iterator

from claims.model import Span
from claims.speech.complements import is_time
from claims.speech.cues import WORTH, Cues
from claims.speech.draft import Draft, Source, clipped, minus
from claims.speech.owners import owner_of
from claims.speech.scene import Scene
from claims.speech.sentences import end_of_sentence, start_of_sentence
from claims.speech.sources import source_of, subject_of
from claims.speech.verbs import trust_of
from claims.syntax import children, is_verb
from claims.tokens import Token

_POLLS = frozenset({"poll", "survey"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl"})
_COMPLETING = frozenset({"ccomp", "xcomp", "prep"})


def noun_drafts(
    scene: Scene, noun: Token, signs: frozenset[str], cues: Cues | None = None
) -> Iterator[Draft]:
    """Yield what a noun may report: "the claim that …", "his call for …"."""
    every = "" in signs
    for kid in noun.rights:
        label = kid.dep_
        if label == "prep":
            if not every and kid.lower_ not in signs:
                continue
            frame = f"prep:{kid.lower_}"
            if trust_of(cues, "noun", noun.lemma_)[frame] < WORTH:
                continue
            objects = children(kid, "pobj", "pcomp")
            if objects and not is_time(objects[0]):
                span = scene.run(objects[0].left_edge, kid.right_edge)
                yield from _noun(scene, noun, kid, frame, span)
        elif label in _CLAUSES:
            told = _clause_of(kid)
            if told and trust_of(cues, "noun", noun.lemma_)[told] >= WORTH:
                yield from _noun(scene, noun, noun, told, scene.below(kid))


def _clause_of(kid: Token) -> str:
    """Return the frame of a clause that hangs on a noun; "" if it tells nothing."""
    first = kid.left_edge
    if first.lower_ == "that":
        return "" if kid.dep_ == "relcl" and first.dep_ != "mark" else "clause"
    return "to" if kid.dep_ == "acl" and any(c.tag_ == "TO" for c in kid.children) else ""


def named_clause(scene: Scene, noun: Token) -> Iterator[Draft]:
    """Yield "their claim is that …": the noun's content stands behind a form of "be"."""
    verb = noun.head
    if verb.lemma_ != "be":
        return
    for kid in children(verb, "ccomp"):
        if kid.i > verb.i and kid.left_edge.lower_ == "that":
            source, _ = owner_of(scene, noun)
            cue = scene.run(noun, verb)
            yield from _draft(scene, noun, cue, source, scene.below(kid), "noun", "is-clause")


def as_reported(scene: Scene, token: Token) -> Iterator[Draft]:
    """Yield "as reported by X, …": the sentence but for the phrase."""
    doc = scene.passage.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].tag_ != "VBN" or doc[token.i + 2].lower_ != "by":
        return
    verb, by = doc[token.i + 1], doc[token.i + 2]
    source = source_of(scene, next(iter(children(by, "pobj")), None))
    if source is None:
        return
    room = scene.span
    start = start_of_sentence(scene.text, Span(room.start, scene.at(token)))
    end = end_of_sentence(scene.text, Span(source.span.end, room.end))
    aside = Span(scene.at(token), source.span.end)
    for part in minus([Span(start, end)], [aside]):
        if part.of(scene.text).strip(" ,."):
            cue = scene.run(verb, by)
            yield from _draft(scene, verb, cue, source, part, "verb", "as-reported")
            return


def _noun(scene: Scene, noun: Token, last: Token, frame: str, speech: Span) -> Iterator[Draft]:
    source, first = owner_of(scene, noun, last if frame == "prep:of" else None)
    cue = scene.run(first, last)
    yield from _draft(scene, noun, cue, source, speech, "noun", frame)


def adjective_drafts(scene: Scene, adjective: Token, cues: Cues | None = None) -> Iterator[Draft]:
    """Yield what an adjective may report: "is confident that …", "is ready to …"."""
    verb = adjective.head
    if not is_verb(verb):
        return
    trust = trust_of(cues, "adjective", adjective.lemma_)
    for kid in (*adjective.children, *verb.children):
        if kid.dep_ not in _COMPLETING or kid.i <= adjective.i:
            continue
        if kid.dep_ != "prep":
            frame = "to" if any(c.tag_ == "TO" for c in kid.children) else "clause"
            if trust[frame] >= WORTH:
                yield from _adjective(scene, adjective, scene.below(kid), frame)
            return
        frame = f"prep:{kid.lower_}"
        if kid.head is adjective and trust[frame] >= WORTH:
            for first in children(kid, "pobj", "pcomp")[:1]:
                span = scene.run(first.left_edge, kid.right_edge)
                yield from _adjective(scene, adjective, span, frame)


def _adjective(scene: Scene, adjective: Token, speech: Span, frame: str) -> Iterator[Draft]:
    verb = adjective.head
    subject = subject_of(scene, verb)
    source = source_of(scene, None if subject is not None and subject.lower_ == "it" else subject)
    cue = scene.run(verb if verb.i < adjective.i else adjective, adjective)
    yield from _draft(scene, adjective, cue, source, speech, "adjective", frame)


def according_to(scene: Scene, token: Token) -> Iterator[Draft]:
    """Yield the sentence that "according to X" vouches for, before it, behind it or around it."""
    doc = scene.passage.doc
    if token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        head = next(iter(children(doc[token.i + 1], "pobj", "pcomp")), None)
        yield from _vouched(scene, token, doc[token.i + 1], source_of(scene, head))


def in_words_of(scene: Scene, token: Token) -> Iterator[Draft]:
    """Yield the sentence around "in the words of X", "in X's words", "in X's view"."""
    inside = token.head
    if inside.lower_ != "in":
        return
    of = next((c for c in token.children if c.lower_ == "of" and c.dep_ == "prep"), None)
    owner = next(iter(children(token, "poss") or (children(of, "pobj") if of else [])), None)
    last = token if of is None or owner is None or owner.i < token.i else of
    yield from _vouched(scene, inside, last, source_of(scene, owner))


def in_a_poll(scene: Scene, token: Token) -> Iterator[Draft]:
    """Yield what a poll says that opens a sentence: "In a poll on Friday, few were content"."""
    poll = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_ in _POLLS), None)
    if poll is not None and token.is_sent_start:
        yield from _vouched(scene, token, token, source_of(scene, poll))


def _vouched(scene: Scene, first: Token, last: Token, source: Source | None) -> Iterator[Draft]:
    """Yield the sentence around a phrase that names its source."""
    if source is None:
        return
    region = scene.quotation(scene.at(first))
    room = scene.span if region is None else region.inner
    cue = scene.run(first, last)
    start = start_of_sentence(scene.text, Span(room.start, cue.start))
    end = end_of_sentence(scene.text, Span(max(cue.end, source.span.end), room.end))
    if start < end:
        yield from _draft(scene, first, cue, source, Span(start, end), "according-to", "to")


def _draft(
    scene: Scene,
    head: Token,
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
            head=head,
            cue=(cue,),
            source=source,
            speech=tuple(left),
            pattern=pattern,
            lemma=head.lemma_,
            frame=frame,
        )
