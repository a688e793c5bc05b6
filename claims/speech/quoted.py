"""Lay each quotation to the cue that reports it: behind it, before it, around it, or none."""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.model import Span
from claims.speech.cues import Cues
from claims.speech.draft import Draft, Source
from claims.speech.quotations import Region
from claims.speech.scene import Scene
from claims.speech.sources import source_of, subject_of
from claims.speech.verbs import cue_span
from claims.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOP = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\b[A-Z])[.!?](?=\s|$)")
_REACH = 200  # characters between a quotation and its cue
_CLOSES = (",", "?", "!", "—", "-", "–")


@dataclass(slots=True)
class Quoting:
    """What is known while quotations are laid to cues, in reading order."""

    cues: Cues
    drafts: dict[int, Draft]
    last: int | None = None  # anchor of the statement that quoted last
    last_paragraph: int = -1
    colon: int | None = None  # anchor of a cue whose paragraph ends with a colon
    loose: list[tuple[Region, Scene]] = field(default_factory=list)


def lay_quotations(scenes: list[Scene], drafts: dict[int, Draft], cues: Cues) -> dict[int, Draft]:
    """Return the drafts with every quotation laid to the one that reports it."""
    quoting = Quoting(cues, dict(drafts))
    for scene in scenes:
        top = [region for region in scene.regions if region.depth == 0]
        for number, region in enumerate(top):
            before = top[number - 1].outer.end if number else scene.span.start
            behind = top[number + 1].outer.start if number + 1 < len(top) else scene.span.end
            _lay(quoting, scene, region, Span(before, behind))
    return quoting.drafts


def _lay(quoting: Quoting, scene: Scene, region: Region, room: Span) -> None:
    """Lay one quotation; ``room`` reaches from the quotation before it to the one behind."""
    inner = scene.text[region.inner.start : region.inner.end].strip()
    words = len(inner.split())
    host = _host(quoting, scene, region)
    closes = inner.endswith(_CLOSES)
    gap = scene.text[room.start : region.outer.start]
    if region.continues and quoting.last is not None:
        _add(quoting, quoting.last, region, scene)
        return
    if closes or scene.text[region.outer.end : region.outer.end + 1] == ",":
        cue = _cue_behind(quoting, scene, region, room)
        if cue is not None:
            _speak(quoting, scene, cue, region)
            return
    if host is None:
        cue = _cue_before(quoting, scene, region, room, words)
        if cue is not None:
            _speak(quoting, scene, cue, region)
            return
    if host is not None:
        _widen(quoting, host, region, scene)
        if words >= 4:
            quoting.last, quoting.last_paragraph = host, scene.index
        return
    if words < 4:
        return
    if not gap.strip(" ,.;") and room.start > scene.span.start or _after_sentence(gap):
        if quoting.last is not None and quoting.last_paragraph == scene.index:
            _add(quoting, quoting.last, region, scene)
            return
    if not scene.text[scene.span.start : region.outer.start].strip() and _colon(quoting, scene):
        _add(quoting, quoting.last, region, scene)


def _after_sentence(gap: str) -> bool:
    return bool(gap.strip()) and gap.rstrip()[-1:] in ".!?" and len(gap) < _REACH


def _colon(quoting: Quoting, scene: Scene) -> bool:
    """Find the cue of a paragraph that ends with a colon, just before this one."""
    before = scene.text[: scene.span.start].rstrip()
    if not before.endswith(":"):
        return False
    start = before.rfind("\n") + 1
    near = [anchor for anchor in quoting.drafts if start <= anchor < len(before)]
    if not near:
        return False
    quoting.last, quoting.last_paragraph = max(near), scene.index
    return True


def _host(quoting: Quoting, scene: Scene, region: Region) -> int | None:
    """Return the widest statement outside the quotation in whose speech it lies."""
    found, size = None, 0
    for anchor, draft in quoting.drafts.items():
        if not scene.span.start <= anchor < scene.span.end:
            continue
        if region.outer.start <= anchor < region.outer.end:
            continue
        if any(span.meets(region.outer) for span in draft.speech):
            length = sum(span.end - span.start for span in draft.speech)
            if length > size:
                found, size = anchor, length
    return found


def _verbs(quoting: Quoting, scene: Scene, room: Span) -> "list[Token]":
    """Return the verbs outside quotations in a stretch that can introduce a quotation."""
    if room.start >= room.end:
        return []
    start = scene.passage.start
    tokens = scene.passage.doc.char_span(
        room.start - start, room.end - start, alignment_mode="contract"
    )
    return [
        token
        for token in tokens or ()
        if is_verb(token)
        and (token.lemma_ in quoting.cues.sayings or scene.at(token) in quoting.drafts)
    ]


def _cue_behind(quoting: Quoting, scene: Scene, region: Region, room: Span) -> "Token | None":
    """Return the cue that follows a quotation: "…," he said."""
    text = scene.text[region.outer.end : room.end]
    stop = _STOP.search(text)
    end = region.outer.end + (stop.start() if stop else len(text))
    verbs = _verbs(quoting, scene, Span(region.outer.end, min(end, region.outer.end + _REACH)))
    owned = [verb for verb in verbs if subject_of(scene, verb) is not None]
    return next(iter(owned or verbs), None)


def _cue_before(
    quoting: Quoting, scene: Scene, region: Region, room: Span, words: int
) -> "Token | None":
    """Return the cue that leads to a quotation: He said: "…"."""
    text = scene.text[room.start : region.outer.start]
    stops = [stop.end() for stop in _STOP.finditer(text)]
    start = room.start + (stops[-1] if stops else 0)
    lead = scene.text[start : region.outer.start].strip()
    leads = lead.endswith((",", ":")) or lead.lower().endswith(("that", "said", "says"))
    if not lead or not (leads or words >= 4):
        return None
    start = max(start, region.outer.start - _REACH)
    verbs = _verbs(quoting, scene, Span(start, region.outer.start))
    owned = [verb for verb in verbs if subject_of(scene, verb) is not None]
    return next(reversed(owned or verbs), None)


def _speak(quoting: Quoting, scene: Scene, cue: "Token", region: Region) -> None:
    """Give a quotation to a cue; what the parser took for its complement there gives way."""
    anchor = scene.at(cue)
    draft = quoting.drafts.get(anchor)
    if draft is None:
        draft = Draft(
            anchor=anchor,
            cue=(cue_span(scene, cue),),
            source=_speaker(scene, cue, region),
            speech=(),
            pattern="quotation",
            lemma=cue.lemma_,
            frame="quotation",
        )
    speech = [] if not draft.quoted else list(draft.speech)
    if not draft.quoted:
        speech = [span for span in draft.speech if _mixes(scene, span, region, anchor)]
        speech = [Span(s.start, min(s.end, region.outer.start)) for s in speech]
    source = draft.source or _speaker(scene, cue, region)
    speech = [s for s in speech if s.start < s.end] + [region.inner]
    quoting.drafts[anchor] = replace(draft, source=source, speech=tuple(speech), quoted=True)
    quoting.last, quoting.last_paragraph = anchor, scene.index


def _mixes(scene: Scene, span: Span, region: Region, anchor: int) -> bool:
    """Return whether words before a quotation belong to it: said he would "…"."""
    return (
        anchor < region.outer.start
        and span.start < region.outer.start - 3
        and span.end >= region.outer.start - 2
        and not _STOP.search(scene.text[span.start : region.outer.start])
    )


def _speaker(scene: Scene, cue: "Token", region: Region) -> Source | None:
    return source_of(scene, subject_of(scene, cue))


def _add(quoting: Quoting, anchor: int | None, region: Region, scene: Scene) -> None:
    if anchor is None:
        return
    draft = quoting.drafts[anchor]
    speech = (*draft.speech, region.inner)
    quoting.drafts[anchor] = replace(draft, speech=speech, quoted=True)
    quoting.last, quoting.last_paragraph = anchor, scene.index


def _widen(quoting: Quoting, anchor: int, region: Region, scene: Scene) -> None:
    """Let a statement that reaches into a quotation have the whole of it."""
    draft = quoting.drafts[anchor]
    quoting.drafts[anchor] = replace(draft, speech=(*draft.speech, region.inner))
