"""Constructions whose cue is a verb: what it governs, who does it, what is said.

Every function answers for one frame and yields ungated drafts; the cue lexicon decides which
(lemma, frame) reports.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.model import Span
from claims.speech.draft import Draft, clipped, minus
from claims.speech.scene import Scene
from claims.speech.sources import Source, agent_of, source_of, subject_of
from claims.speech.sentences import end_of_sentence, start_of_sentence
from claims.syntax import children, is_passive, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLETING = frozenset(
    {"for", "as", "of", "to", "with", "against", "from", "about", "over", "into", "toward", "on"}
)
_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
RAISING = frozenset({"seem", "appear"})
_SHORT = frozenset({"npadvmod", "advmod", "dative", "prt"})
_ACCOMPANIES = frozenset({"VBG", "WP", "WDT", "WRB"})  # "…," he said, wiping his face
_WHEN = frozenset({"as", "while", "after", "before", "when", "during", "in", "at", "on"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})


def verb_drafts(scene: Scene, verb: "Token") -> Iterator[Draft]:
    """Yield what a verb may report, one draft for each frame it stands in."""
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN"
    passive = reduced or is_passive(verb)
    if passive:
        head = agent_of(verb)
    else:
        head = subject_of(scene, verb)
    source = None if verb.lemma_ in RAISING else source_of(scene, head)
    cue = cue_span(scene, verb)
    addressee = _addressee(scene, verb, passive)
    aside = None if passive else parenthetical(scene, verb, head)
    if aside is not None:
        yield _parenthetical_draft(scene, verb, cue, source, aside)
        return
    for frame, spans in _frames(scene, verb, passive):
        holes = [cue]
        if source is not None:
            holes.append(source.span)
        if addressee is not None and frame in {"clause", "wh"}:
            holes.append(addressee)
        if not passive and frame in {"clause", "wh"}:
            spans = _interrupted(scene, verb, head, spans)
        speech = minus(spans, holes)
        region = scene.quotation(scene.at(verb))
        if region is not None:
            speech = clipped(speech, region.inner)
        if not speech:
            continue
        yield Draft(
            anchor=scene.at(verb),
            cue=(cue,),
            source=source,
            speech=tuple(speech),
            pattern=f"verb-{frame.split(':')[0]}",
            lemma=verb.lemma_,
            frame=frame,
            addressee=addressee,
        )


def parenthetical(scene: Scene, verb: "Token", head: "Token | None") -> Span | None:
    """Return a reporting clause set in commas within what it reports: "Talks, he said, go on".

    The span holds the commas. A clause at the start of its sentence is none.
    """
    if head is None or verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN", "VB"}:
        return None
    doc = scene.passage.doc
    first = min(verb.i, head.left_edge.i, *(c.i for c in verb.children if c.dep_ in _CUE_PARTS))
    if abs(head.i - verb.i) > 12 or first == 0:
        return None
    before = first - 1
    while before > 0 and doc[before].lower_ in {"as", "so"}:
        before -= 1
    if doc[before].text not in {",", "-", "—", "–"}:
        return None
    last = max(verb.i, head.right_edge.i if head.i > verb.i else verb.i)
    while last + 1 < len(doc) and doc[last + 1].head.i == verb.i and doc[last + 1].dep_ in _SHORT:
        last = doc[last + 1].right_edge.i
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if behind is not None and behind.text not in {",", ".", "-", "—", "–", ";", ":", "?", "!"}:
        return None
    if any(scene.quotation(scene.at(doc[i])) for i in (before, last)) and not scene.quotation(
        scene.at(verb)
    ):
        return None
    end = scene.end(behind) if behind is not None and behind.text != "." else scene.end(doc[last])
    return Span(scene.at(doc[before]), end)


def _parenthetical_draft(
    scene: Scene, verb: "Token", cue: Span, source: Source | None, aside: Span
) -> Draft:
    room = scene.span
    region = scene.quotation(scene.at(verb))
    if region is not None:
        room = region.inner
    start = start_of_sentence(scene.text, Span(room.start, aside.start))
    end = end_of_sentence(scene.text, Span(aside.end, room.end))
    behind = scene.tokens(Span(aside.end, end))
    opening = next((token for token in behind if not token.is_punct), None)
    if opening is None or opening.tag_ in _ACCOMPANIES or opening.lower_ in _WHEN:
        end = aside.start
    return Draft(
        anchor=scene.at(verb),
        cue=(cue,),
        source=source,
        speech=tuple(minus([Span(start, end)], [aside])),
        pattern="verb-parenthetical",
        lemma=verb.lemma_,
        frame="parenthetical",
    )


def cue_span(scene: Scene, verb: "Token") -> Span:
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


def _frames(scene: Scene, verb: "Token", passive: bool) -> Iterator[tuple[str, list[Span]]]:
    """Yield each frame of a verb with the spans of its complement."""
    mark = "passive-" if passive else ""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        mark = "reduced-"
    raised = _raised(scene, verb) if passive or verb.lemma_ in RAISING else []
    objects = children(verb, "dobj")
    kids = children(verb, "ccomp", "xcomp", "oprd", "acomp")
    that = None if passive else _distant_that(scene, verb)
    if that is not None and all(kid.i < verb.i for kid in kids if _clause_kind(kid) == "clause"):
        kids = [kid for kid in kids if _clause_kind(kid) != "clause"]
    if not kids and not passive and (rest := _rest_of_sentence(scene, verb)):
        yield "rest", [rest]
    if that is not None and not any(_clause_kind(kid) in {"clause", "wh"} for kid in kids):
        yield "that", [that]
    for kid in kids:
        frame = _clause_kind(kid)
        spans = [scene.below(kid)]
        if frame in {"clause", "wh"} and kid.i > verb.i:
            spans = [_whole_clause(scene, verb, kid)]
        if frame == "clause" and _is_expletive(verb):
            yield mark + frame, spans
        elif frame in {"to", "ing", "small"} and objects and objects[0].i < kid.i:
            yield mark + "object-" + frame, [scene.run(objects[0].left_edge, kid.right_edge)]
        else:
            yield mark + frame, [*raised, *spans]
    if objects and objects[0].i > verb.i:
        yield mark + "object", [*raised, scene.run(objects[0].left_edge, _last(verb, objects[0]))]
    for prep in children(verb, "prep"):
        if prep.i > verb.i and (kids := children(prep, "pobj", "pcomp")):
            first = objects[0] if objects and verb.i < objects[0].i < prep.i else kids[0]
            spans = [*raised, scene.run(first.left_edge, _last(verb, prep))]
            yield f"{mark}{'object-' if objects else ''}prep:{prep.lower_}", spans
    if passive and raised:
        yield mark.rstrip("-"), [*raised]


def _clause_kind(kid: "Token") -> str:
    """Return the frame that a clausal complement makes."""
    edge = kid.left_edge
    if edge.tag_ in _WH or edge.lower_ in {"whether", "if"}:
        return "wh"
    deps = {child.dep_ for child in kid.children}
    has_to = any(c.tag_ == "TO" for c in kid.children)
    if has_to:
        return "object-to" if "nsubj" in deps else "to"
    if kid.tag_ == "VBG" and "aux" not in deps:
        return "ing"
    if kid.dep_ in {"oprd", "acomp"} or (kid.dep_ == "xcomp" and "nsubj" not in deps):
        return "small"
    return "clause"


def _distant_that(scene: Scene, verb: "Token") -> Span | None:
    """Return a that-clause the parser hung elsewhere: "predicted at the summit that …"."""
    doc = scene.passage.doc
    here = scene.quotation(scene.at(verb))
    for i in range(verb.i + 1, min(len(doc), verb.i + 14)):
        token = doc[i]
        if token.is_sent_start or scene.quotation(scene.at(token)) != here:
            return None
        if token.lower_ == "that" and token.tag_ in {"IN", "WDT"} and token.head.i > i:
            governor = token.head.head
            if token.dep_ != "mark" or (governor.dep_ == "dobj" and governor.head == verb):
                return None  # "expressed hope that": the noun's clause
            end = end_of_sentence(scene.text, Span(scene.at(token), scene.span.end))
            return Span(scene.at(token), end)
        if is_verb(token):
            return None
    return None


def _rest_of_sentence(scene: Scene, verb: "Token") -> Span | None:
    """Return what follows a verb in its sentence, if a verb of its own stands there.

    The parser makes an object of a clause's subject when the clause is long.
    """
    doc = scene.passage.doc
    if verb.i + 2 >= len(doc) or doc[verb.i + 1].tag_ in {"TO", ",", ".", ":", "``", "''"}:
        return None
    end = end_of_sentence(scene.text, Span(scene.end(verb), scene.span.end))
    for i in range(verb.i + 2, min(len(doc), verb.i + 60)):
        token = doc[i]
        if scene.at(token) >= end:
            return None
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.dep_ != "relcl":
            return Span(scene.end(verb), end)
    return None


def _whole_clause(scene: Scene, verb: "Token", kid: "Token") -> Span:
    """Return a clause, to the end of its sentence where the parser broke it off.

    It did so where the next word is no mark and does not hang on the cue either.
    """
    span = scene.below(kid)
    doc = scene.passage.doc
    if kid.right_edge.i + 1 >= len(doc):
        return span
    behind = doc[kid.right_edge.i + 1]
    if behind.is_punct or behind.is_space or behind.head.i == verb.i or behind.dep_ == "cc":
        return span
    if scene.quotation(scene.at(behind)) != scene.quotation(scene.at(verb)):
        return span
    if any(above.i == verb.i for above in behind.ancestors):
        return span
    return Span(span.start, end_of_sentence(scene.text, Span(span.end, scene.span.end)))


def _last(verb: "Token", start: "Token") -> "Token":
    """Return where a complement ends: with what completes it, not with when, where and why."""
    last = _end_of_phrase(start)
    if last != start.right_edge:
        return last
    for child in verb.rights:
        if child.i <= last.i:
            continue
        if child.dep_ == "oprd" or (
            child.dep_ in {"prep", "dative"} and child.lower_ in _COMPLETING
        ):
            last = child.right_edge
        else:
            break
    return last


def _end_of_phrase(head: "Token") -> "Token":
    """Return the last token of a noun phrase, before a clause that only adds to it."""
    for child in head.rights:
        edge = child.left_edge
        if child.dep_ == "relcl" and edge.i > 0 and edge.nbor(-1).text == ",":
            return edge.nbor(-2) if edge.i > 1 else head
    return head.right_edge


def _raised(scene: Scene, verb: "Token") -> list[Span]:
    """Return the subject of a passive, which belongs to what is said ("Iran is said to …")."""
    for child in verb.children:
        if child.dep_ in {"nsubjpass", "nsubj"} and child.lower_ != "it":
            return [scene.below(child)]
    if verb.dep_ == "acl" and verb.head.i < verb.i:
        return [Span(scene.at(verb.head.left_edge), scene.at(verb.left_edge))]
    return []


def _is_expletive(verb: "Token") -> bool:
    return any(c.dep_ in {"nsubjpass", "nsubj", "expl"} and c.lower_ == "it" for c in verb.children)


def _interrupted(
    scene: Scene, verb: "Token", head: "Token | None", spans: list[Span]
) -> list[Span]:
    """Cut the reporting clause out of words that it interrupts ("Talks, he said, go on")."""
    at = scene.at(verb)
    if not any(span.start < at < span.end for span in spans):
        return spans
    last = verb
    for child in verb.children:
        if child.dep_ not in {"ccomp", "conj", "cc"} and child.right_edge.i > last.i:
            if child.dep_ == "punct":
                continue
            last = child.right_edge
    first = verb if head is None or head.i > verb.i else head.left_edge
    hole = Span(min(scene.at(first), at), scene.end(last))
    return minus(spans, [hole])


def _addressee(scene: Scene, verb: "Token", passive: bool) -> Span | None:
    """Return whom it is said to: "told Mr Xi that", "said to reporters that"."""
    if passive:
        return None
    clause = next(iter(children(verb, "ccomp")), None)
    if clause is None:
        return None
    for child in verb.children:
        if clause.i > verb.i and child.i > clause.i:
            break
        if (
            child.dep_ == "dative"
            and child.lower_ == "to"
            or (child.dep_ == "prep" and child.lower_ == "to")
        ):
            kids = children(child, "pobj")
            if kids and kids[0].i > verb.i:
                return scene.below(kids[0])
        elif child.dep_ in {"dobj", "dative"} and child.i > verb.i:
            return scene.below(child)
    return None
