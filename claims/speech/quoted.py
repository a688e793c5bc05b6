"""Lay each quotation to the cue that reports it: behind it, before it, around it, or none."""

from collections.abc import Sequence
from typing import NamedTuple

from claims.model import Span
from claims.speech.beside import belongs, rest_behind, runs_on, told_beside, whole_lead
from claims.speech.colons import label_before, open_colon
from claims.speech.cues import Cues
from claims.speech.draft import Draft, Source
from claims.speech.introducing import (
    TOLD,
    Drafts,
    Place,
    adjacent,
    cue_before,
    cue_behind,
    cue_of_sentence_before,
    drafts_near,
    places,
    quotation_draft,
)
from claims.speech.layout import signed_below
from claims.speech.quotations import Region
from claims.speech.scene import Scene
from claims.speech.sentences import STOP
from claims.speech.sources import name_between, near_subject
from claims.syntax import is_passive
from claims.tokens import Token

_REACH = 250  # characters between a quotation and its cue


class Owner(NamedTuple):
    """The statement that has a quotation: its paragraph and anchor, and where it quoted last."""

    paragraph: int
    anchor: int
    last: int


def lay_quotations(scenes: list[Scene], found: list[Drafts], cues: Cues) -> list[Drafts]:
    """Return each paragraph's drafts with every quotation laid to the one that reports it."""
    laid = [dict(drafts) for drafts in found]
    owner: Owner | None = None
    for scene in scenes:
        if scene.passage.doc.text.rstrip().endswith(":"):
            following = scenes[scene.index + 1 : scene.index + 2]
            open_colon(laid[scene.index], scene, following, cues)
        elif owner is not None and owner.last == scene.index - 1:
            opened = laid[owner.paragraph].get(owner.anchor)
            signed = signed_below(opened, scene) if opened is not None else None
            if signed is not None:
                laid[owner.paragraph][owner.anchor] = signed
        for place in places(scene):
            before, owner = owner, _lay(laid, place, cues, owner) or owner
            if place.region.continues and before is not None and owner is not None:
                _take_bare(laid, before, owner)
    return laid


def _lay(laid: list[Drafts], place: Place, cues: Cues, last: Owner | None) -> Owner | None:
    """Lay one quotation; return whose it is, if it is long enough to be gone on with."""
    scene, region = place.scene, place.region
    drafts, here = laid[scene.index], scene.index
    is_title = place.is_title
    cue = None if is_title else cue_behind(place, drafts, cues)
    if region.continues and cue is None and _is_of_paragraph(laid, last, here - 1):
        return _add(laid, last, place)
    if cue is not None:
        return _said_behind(drafts, place, cue)
    label = label_before(place)
    if label is not None:
        drafts[label.anchor] = label
        return Owner(here, label.anchor, here)
    host = _host(place, drafts_near(place, drafts))
    cue = None if is_title else cue_before(place, drafts, cues)
    if cue is not None and (host is None or host.anchor == scene.at(cue) or adjacent(place, cue)):
        return _said_before(drafts, place, cue)
    if host is not None:
        drafts[host.anchor] = _widened(host, region)
        return Owner(here, host.anchor, here) if place.is_sentence else None
    if not place.is_sentence:
        return None
    cue = cue_of_sentence_before(place, cues)
    if cue is not None:
        return _said_before(drafts, place, cue)
    return _add(laid, _gone_on_with(laid, place, last), place) or _bare(drafts, place)


def _is_of_paragraph(laid: list[Drafts], owner: Owner | None, paragraph: int) -> bool:
    """Return whether a statement with a cue quoted last in a paragraph."""
    return (
        owner is not None
        and owner.last == paragraph
        and laid[owner.paragraph][owner.anchor].cue != ()
    )


def _gone_on_with(laid: list[Drafts], place: Place, last: Owner | None) -> Owner | None:
    """Return the statement that a quotation without a cue of its own goes on with."""
    here = place.scene.index
    if _goes_on(place):
        told = _told_before(laid[here], place)
        since = told is not None and STOP.search(place.scene.text, place.gap.start, told)
        if _is_of_paragraph(laid, last, here) and not since:
            return last
        if told is not None:
            return Owner(here, told, here)
    start = Span(place.scene.span.start, place.region.outer.start)
    return None if start.of(place.scene.text).strip() else _paragraph_before(laid, place)


def _bare(drafts: Drafts, place: Place) -> Owner:
    """Keep a quotation that nobody is said to speak."""
    anchor = place.region.outer.start
    drafts[anchor] = Draft(
        anchor=anchor,
        cue=(),
        source=None,
        speech=(place.region.inner,),
        pattern="bare-quotation",
        quoted=True,
    )
    return Owner(place.scene.index, anchor, place.scene.index)


def _take_bare(laid: list[Drafts], bare: Owner, owner: Owner) -> None:
    """Give the open quotation of the paragraph before to the one that it goes on in."""
    opened = laid[bare.paragraph].get(bare.anchor)
    if opened is None or opened.cue or bare == owner or bare.last != owner.last - 1:
        return
    draft = laid[owner.paragraph][owner.anchor]
    laid[owner.paragraph][owner.anchor] = draft.telling((*opened.speech, *draft.speech))
    del laid[bare.paragraph][bare.anchor]


def _host(place: Place, drafts: Sequence[Draft]) -> Draft | None:
    """Return the widest statement outside the quotation in whose speech it lies."""
    start, end = place.region.outer
    hosts = [
        draft
        for draft in drafts
        if not start <= draft.anchor < end
        and any(span.start < end and start < span.end for span in draft.speech)
    ]
    return max(hosts, key=lambda d: sum(s.end - s.start for s in d.speech), default=None)


def _said_behind(drafts: Drafts, place: Place, cue: Token) -> Owner:
    """Give a quotation to the cue behind it, with the words that lead up to it."""
    scene = place.scene
    draft = drafts.get(scene.at(cue)) or quotation_draft(scene, cue)
    speech = [span for span in draft.speech if span.end <= place.gap.start] if draft.quoted else []
    lead = whole_lead(place, drafts)
    lead_text = lead.of(scene.text).strip()
    others = [one for one in drafts_near(place, drafts) if one.anchor != draft.anchor]
    host = _host(place, others)
    inside = host is not None and lead.start <= host.anchor < lead.end
    if host is not None and inside:
        drafts[host.anchor] = _widened(host, place.region)  # told within what is told
    taken = any(one.frame in TOLD and lead.start <= one.anchor < lead.end for one in others)
    if lead_text and (inside or not taken) and belongs(lead_text):
        speech.append(lead)
    speech.append(place.region.inner)
    rest = rest_behind(place, cue, draft)
    source = _speaker(scene, draft, cue) or name_between(scene, place.region.outer.end, cue)
    drafts[draft.anchor] = draft.quoting((*speech, *rest), source)
    return Owner(scene.index, draft.anchor, scene.index)


def _said_before(drafts: Drafts, place: Place, cue: Token) -> Owner:
    """Give a quotation to the cue before it, with the words between if they belong to it."""
    scene, region = place.scene, place.region
    draft = drafts.get(scene.at(cue)) or quotation_draft(scene, cue)
    speech = told_beside(place, cue, draft)
    words = (*speech, region.inner, *runs_on(place))
    drafts[draft.anchor] = draft.quoting(words, _speaker(scene, draft, cue))
    return Owner(scene.index, draft.anchor, scene.index)


def _speaker(scene: Scene, draft: Draft, cue: Token) -> Source | None:
    """Return who speaks; of an active cue without a subject whoever is named right beside it."""
    return draft.source or (None if is_passive(cue) else near_subject(scene, cue))


def _goes_on(place: Place) -> bool:
    """Return whether a quotation goes on with the one before it in its paragraph."""
    gap = place.gap.of(place.scene.text).strip()
    if not gap.strip(" ,.;"):
        return True
    return gap[-1] in ".!?,;:" and len(gap) < _REACH


def _told_before(drafts: Drafts, place: Place) -> int | None:
    """Return the last reported statement before a bare quotation in its paragraph."""
    start = place.region.outer.start
    near = drafts_near(place, drafts)
    told = [d.anchor for d in near if d.anchor < start and d.frame in TOLD]
    return max(told, default=None)


def _paragraph_before(laid: list[Drafts], place: Place) -> Owner | None:
    """Return the last statement told in the paragraph before."""
    index = place.scene.index - 1
    if index < 0:
        return None
    told = [d.anchor for d in laid[index].values() if d.cue and (d.quoted or d.frame in TOLD)]
    return Owner(index, max(told), index) if told else None


def _add(laid: list[Drafts], owner: Owner | None, place: Place) -> Owner | None:
    """Add a quotation to a statement."""
    if owner is None:
        return None
    draft = laid[owner.paragraph][owner.anchor]
    speech = (*draft.speech, place.region.inner)
    laid[owner.paragraph][owner.anchor] = draft.quoting(speech, draft.source)
    return owner._replace(last=place.scene.index)


def _widened(draft: Draft, region: Region) -> Draft:
    """Let a statement that reaches into a quotation have the whole of it."""
    return draft.telling((*draft.speech, region.inner))
