"""Constructions whose cue is a verb: who does it, to whom, and what is said."""

from collections.abc import Iterator, Sequence

from claims.model import Span
from claims.speech.asides import parenthetical, parenthetical_draft, set_within
from claims.speech.complements import interrupted, is_expletive
from claims.speech.cues import EVERY_FRAME, WORTH, Cues, Frames
from claims.speech.draft import Draft, Source, clipped, minus
from claims.speech.frames import RAISING, Kids, frames_of
from claims.speech.scene import Scene
from claims.speech.sources import (
    agent_of,
    source_of,
    source_up_to,
    subject_before,
    subject_of,
    subject_of_sentence,
)
from claims.syntax import PASSIVE, by_label, children, own_subject
from claims.tokens import Token

_ADDRESSING = frozenset(
    {"tell", "inform", "assure", "remind", "warn", "notify", "advise", "promise", "convince"}
    | {"persuade", "reassure", "brief", "caution", "teach", "show", "ask", "bet"}
)
_ASKING = frozenset({"ask", "press", "question", "quiz", "tell"})  # "asked about the raid, he …"
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})
_QUOTING = frozenset({"quote", "cite", "report", "record"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NEAR = 4  # words between a verb and a part of it


def verb_drafts(scene: Scene, verb: Token, cues: Cues | None = None) -> Iterator[Draft]:
    """Yield what a verb may report, one draft for each frame it stands in that is trusted."""
    kids = by_label(verb)
    passive = _is_passive(verb, kids)
    if passive and (saying := quoted_as(verb)) is not None:
        yield from _quoted_beside(scene, verb, saying)
        return
    lemma = phrasal(verb, kids)
    frames = frames_of(scene, verb, kids, passive, trust_of(cues, "verb", lemma))
    if not frames and (passive or trust_of(cues, "verb", verb.lemma_)["parenthetical"] < WORTH):
        return
    asked = verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.lemma_ in _ASKING
    head = agent_of(verb) if passive or asked else subject_of(scene, verb)
    aside = None if passive else parenthetical(scene, verb, head)
    if not frames and aside is None:
        return
    cue = cue_span(scene, verb)
    source = source_up_to(scene, _source(scene, verb, head, passive, asked), cue)
    if aside is not None:
        yield parenthetical_draft(scene, verb, cue, source, aside)
        return
    addressee = None if passive else _addressee(scene, verb, kids)
    for frame, spans in frames:
        told = frame in {"clause", "wh"}
        spans = interrupted(scene, verb, head, spans) if told and not passive else spans
        listener = addressee if told else None
        speech = _speech(scene, verb, spans, (cue, source.span if source else None, listener))
        if not speech:
            continue
        yield Draft(
            anchor=scene.at(verb),
            head=verb,
            cue=(cue,),
            source=source,
            speech=tuple(speech),
            pattern="verb-" + frame.partition(":")[0],
            lemma=lemma,
            frame=frame,
            addressee=addressee,
        )


def quoted_as(verb: Token) -> Token | None:
    """Return the verb of saying behind one of quoting: "she was quoted as saying that …"."""
    doc = verb.doc
    if verb.lemma_ not in _QUOTING or verb.i + 2 >= len(doc) or doc[verb.i + 1].lower_ != "as":
        return None
    return doc[verb.i + 2] if doc[verb.i + 2].tag_ == "VBG" else None


def _quoted_beside(scene: Scene, verb: Token, saying: Token) -> Iterator[Draft]:
    """Yield the sentence around "…, she was quoted as saying": what is said is hers."""
    head = own_subject(verb)
    aside = set_within(scene, verb, head) if head is not None else None
    if aside is not None:
        cue = Span(cue_span(scene, verb).start, scene.end(saying))
        found = parenthetical_draft(scene, saying, cue, source_of(scene, head), aside)
        if found.speech:
            yield found


def _source(
    scene: Scene, verb: Token, head: Token | None, passive: bool, asked: bool
) -> Source | None:
    """Return who speaks: the verb's subject or agent, else whoever stands as one before it."""
    if head is not None:
        return None if verb.lemma_ in RAISING else source_of(scene, head)
    if passive or is_expletive(verb):
        return None
    found = subject_before(scene, verb) if verb.tag_ in _FINITE else None
    if found is None and not asked:
        found = source_of(scene, subject_of_sentence(scene, verb))
    return found


def _speech(
    scene: Scene, verb: Token, spans: Sequence[Span], holes: Sequence[Span | None]
) -> list[Span]:
    """Return what of the spans is said: less cue, source and addressee, within one quotation."""
    speech = minus(spans, [hole for hole in holes if hole is not None])
    region = scene.quotation(scene.at(verb)) if scene.regions else None
    return speech if region is None else clipped(speech, region.inner)


def phrasal(verb: Token, kids: Kids) -> str:
    """Return a verb's lemma with its particle: "point out" reports, "point" seldom does."""
    return f"{verb.lemma_} {kids['prt'].lower_}" if "prt" in kids else verb.lemma_


def cue_span(scene: Scene, verb: Token) -> Span:
    """Return the verb with its auxiliaries, negation, particle and the adverb before it."""
    first = last = verb
    for child in verb.children:
        if child.dep_ in _CUE_PARTS:
            belongs = abs(child.i - verb.i) <= _NEAR
        else:
            belongs = child.dep_ == "advmod" and child.i == verb.i - 1 and child.text.islower()
        if belongs:
            first = child if child.i < first.i else first
            last = child if child.i > last.i else last
    return scene.run(first, last)


def _is_passive(verb: Token, kids: Kids) -> bool:
    """Return whether the verb is passive: "was accused", "accused by", "a man accused"."""
    if not PASSIVE.isdisjoint(kids):
        return True
    return verb.tag_ == "VBN" and (verb.dep_ == "acl" or "agent" in kids)


def trust_of(cues: Cues | None, word_class: str, lemma: str) -> Frames:
    """Return how far a lemma is trusted in each frame; without a lexicon each reports."""
    return EVERY_FRAME if cues is None else cues.frames_of(word_class, lemma)


def _addressee(scene: Scene, verb: Token, kids: Kids) -> Span | None:
    """Return whom a clause is said to: "told Mr Xi that", "said to reporters that"."""
    if "ccomp" not in kids:
        return None
    clause = kids["ccomp"]
    for child in verb.children:
        if clause.i > verb.i and child.i > clause.i:
            break
        if child.dep_ in {"dative", "prep"} and child.lower_ == "to":
            hearers = children(child, "pobj")
            if hearers and hearers[0].i > verb.i:
                return scene.below(hearers[0])
        elif child.dep_ in {"dobj", "dative"} and child.i > verb.i and verb.lemma_ in _ADDRESSING:
            return scene.below(child)
    return None
