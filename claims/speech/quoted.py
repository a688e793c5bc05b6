"""Lay each quotation to the cue that reports it: behind it, before it, around it, or none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.model import Span
from claims.speech.cues import Cues
from claims.speech.draft import Draft
from claims.speech.introducing import (
    Drafts,
    Place,
    adjacent,
    cue_before,
    cue_behind,
    drafts_near,
    places,
)
from claims.speech.quotations import Region
from claims.speech.scene import Scene
from claims.speech.sentences import start_of_sentence
from claims.speech.sources import near_subject, source_of, subject_of
from claims.speech.verbs import cue_span
from claims.syntax import by_label, is_passive, is_verb
from claims.tokens import Token

_REACH = 250  # characters between a quotation and its cue
_COLON = 120  # characters between a cue and the colon that ends its paragraph
_TOLD = frozenset({"clause", "wh", "that", "quotation", "parenthetical"})


@dataclass(frozen=True, slots=True)
class Owner:
    """The statement that has a quotation: its paragraph and anchor, and where it quoted last."""

    paragraph: int
    anchor: int
    last: int


def lay_quotations(scenes: list[Scene], found: list[Drafts], cues: Cues) -> list[Drafts]:
    """Return each paragraph's drafts with every quotation laid to the one that reports it."""
    laid = [dict(drafts) for drafts in found]
    owner: Owner | None = None
    for scene in scenes:
        if scene.text[scene.span.start : scene.span.end].rstrip().endswith(":"):
            _open_colon(laid[scene.index], scene, cues)
        for place in places(scene):
            before, owner = owner, _lay(laid, place, cues, owner) or owner
            if place.region.continues and before is not None and owner is not None:
                _take_bare(laid, before, owner)
    return laid


def _open_colon(drafts: Drafts, scene: Scene, cues: Cues) -> None:
    """Let the last verb of saying in a paragraph that ends with a colon wait for its words."""
    said = [
        token
        for token in scene.tokens(Span(scene.span.end - _COLON, scene.span.end))
        if is_verb(token) and token.lemma_ in cues.sayings and not scene.quotation(scene.at(token))
    ]
    if said:
        draft = drafts.get(scene.at(said[-1])) or _draft(scene, said[-1])
        drafts[draft.anchor] = replace(draft, quoted=True)


def _lay(laid: list[Drafts], place: Place, cues: Cues, last: Owner | None) -> Owner | None:
    """Lay one quotation; return whose it is, if it is long enough to be gone on with."""
    scene, region = place.scene, place.region
    drafts, here = laid[scene.index], scene.index
    if region.continues and _is_of_paragraph(laid, last, here - 1):
        return _add(laid, last, place)
    is_title = place.is_title
    cue = None if is_title else cue_behind(place, drafts, cues)
    if cue is not None:
        return _said_behind(drafts, place, cue)
    host = _host(place, drafts_near(place, drafts))
    cue = None if is_title else cue_before(place, drafts, cues)
    if cue is not None and (host is None or host.anchor == scene.at(cue) or adjacent(place, cue)):
        return _said_before(drafts, place, cue)
    if host is not None:
        drafts[host.anchor] = _widened(host, region)
        return Owner(here, host.anchor, here) if place.is_sentence else None
    if not place.is_sentence:
        return None
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
        if _is_of_paragraph(laid, last, here):
            return last
        if (told := _told_before(laid[here], place)) is not None:
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
    laid[owner.paragraph][owner.anchor] = replace(draft, speech=(*opened.speech, *draft.speech))
    del laid[bare.paragraph][bare.anchor]


def _host(place: Place, drafts: Sequence[Draft]) -> Draft | None:
    """Return the widest statement outside the quotation in whose speech it lies."""
    region = place.region
    hosts = [
        draft
        for draft in drafts
        if not region.outer.start <= draft.anchor < region.outer.end
        and any(span.meets(region.outer) for span in draft.speech)
    ]
    return max(hosts, key=lambda d: sum(s.end - s.start for s in d.speech), default=None)


def _said_behind(drafts: Drafts, place: Place, cue: Token) -> Owner:
    """Give a quotation to the cue behind it, with the words that lead up to it."""
    scene = place.scene
    draft = drafts.get(scene.at(cue)) or _draft(place.scene, cue)
    speech = [span for span in draft.speech if span.end <= place.gap.start] if draft.quoted else []
    lead = _whole_lead(place, drafts)
    lead_text = lead.of(scene.text).strip()
    others = [one for one in drafts_near(place, drafts) if one.anchor != draft.anchor]
    host = _host(place, others)
    inside = host is not None and lead.start <= host.anchor < lead.end
    if host is not None and inside:
        drafts[host.anchor] = _widened(host, place.region)  # told within what is told
    taken = any(lead.start <= one.anchor < lead.end for one in others)
    if lead_text and (inside or not taken) and _belongs(lead_text):
        speech.append(lead)
    speech.append(place.region.inner)
    rest = _rest(place, cue, draft)
    drafts[draft.anchor] = replace(
        draft,
        speech=(*speech, *rest),
        quoted=True,
        source=draft.source or (None if is_passive(cue) else near_subject(scene, cue)),
    )
    return Owner(scene.index, draft.anchor, scene.index)


def _belongs(lead: str) -> bool:
    """Return whether the words before a quotation are told with it: no other clause leads to it."""
    return not lead.startswith((",", ";", ".")) and not lead.endswith(":")


def _whole_lead(place: Place, drafts: Drafts) -> Span:
    """Return the words of the sentence before a quotation, earlier quotations in it included."""
    text, start = place.scene.text, place.scene.span.start
    whole = Span(start_of_sentence(text, Span(start, place.lead.end)), place.lead.end)
    if whole.start >= place.lead.start or not place.lead.of(text).strip():
        return place.lead
    if any(whole.start <= d.anchor < whole.end for d in drafts_near(place, drafts)):
        return place.lead
    return whole


def _rest(place: Place, cue: Token, draft: Draft) -> list[Span]:
    """Return how the sentence goes on behind the cue: "…," he said, is over."""
    scene = place.scene
    end = max(scene.end(cue), draft.source.span.end if draft.source else 0)
    if end >= place.tail.end:
        return []
    rest = Span(end, place.tail.end)
    words = rest.of(scene.text)
    first = words.lstrip(", ").split(" ")[0].lower()
    if not words.startswith(",") or len(words.split()) < 3 or not first.isalpha():
        return []
    head = next((t for t in scene.tokens(rest) if not t.is_punct), None)
    if head is None or head.tag_ not in {"VBZ", "VBD", "VBP", "MD", "CC"}:
        return []
    return [rest]


def _said_before(drafts: Drafts, place: Place, cue: Token) -> Owner:
    """Give a quotation to the cue before it, with the words between if they belong to it."""
    scene, region = place.scene, place.region
    draft = drafts.get(scene.at(cue)) or _draft(place.scene, cue)
    speech = list(draft.speech)
    if not draft.quoted:
        reaches = [s for s in speech if draft.anchor < s.start < region.outer.start]
        speech = [Span(s.start, min(s.end, region.outer.start)) for s in reaches]
        if reaches and max(s.end for s in reaches) >= region.outer.start - 2:
            speech = [s for s in draft.speech if s.start > draft.anchor]
        elif not adjacent(place, cue):
            speech = _between(place, cue, draft)
    drafts[draft.anchor] = replace(
        draft,
        speech=(*speech, region.inner, *_runs_on(place)),
        quoted=True,
        source=draft.source or (None if is_passive(cue) else near_subject(scene, cue)),
    )
    return Owner(scene.index, draft.anchor, scene.index)


def _between(place: Place, cue: Token, draft: Draft) -> list[Span]:
    """Return the words between a cue and its quotation, behind source and addressee."""
    named = (draft.source.span if draft.source else None, draft.addressee)
    ends = [span.end for span in named if span and span.end <= place.region.outer.start]
    span = Span(max([place.scene.end(cue), *ends]), place.region.outer.start)
    words = span.of(place.scene.text).strip()
    if words.endswith(":") or (words.endswith(",") and len(words.split()) < 8):
        return []  # "said in a statement on Monday: …"
    return [span] if span.start < span.end else []


def _runs_on(place: Place) -> list[Span]:
    """Return the rest of a sentence that goes on behind a quotation within it."""
    rest = place.tail.of(place.scene.text)
    if rest.lstrip().startswith(("and that ", "but that ")):
        return [place.tail]
    if place.words.endswith((",", ".", "!", "?")) or place.is_sentence:
        return []
    if not rest[:1].isspace() or not rest.strip()[:1].islower():
        return []
    return [place.tail]


def _draft(scene: Scene, cue: Token) -> Draft:
    return Draft(
        anchor=scene.at(cue),
        cue=(cue_span(scene, cue, by_label(cue)),),
        source=source_of(scene, subject_of(scene, cue)) or near_subject(scene, cue),
        speech=(),
        pattern="quotation",
        lemma=cue.lemma_,
        frame="quotation",
    )


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
    told = [d.anchor for d in near if d.anchor < start and d.frame in _TOLD]
    return max(told, default=None)


def _paragraph_before(laid: list[Drafts], place: Place) -> Owner | None:
    """Return the last statement told in the paragraph before."""
    index = place.scene.index - 1
    if index < 0:
        return None
    told = [d.anchor for d in laid[index].values() if d.cue and (d.quoted or d.frame in _TOLD)]
    return Owner(index, max(told), index) if told else None


def _add(laid: list[Drafts], owner: Owner | None, place: Place) -> Owner | None:
    """Add a quotation to a statement."""
    if owner is None:
        return None
    draft = laid[owner.paragraph][owner.anchor]
    speech = (*draft.speech, place.region.inner)
    laid[owner.paragraph][owner.anchor] = replace(draft, speech=speech, quoted=True)
    return replace(owner, last=place.scene.index)


def _widened(draft: Draft, region: Region) -> Draft:
    """Let a statement that reaches into a quotation have the whole of it."""
    return replace(draft, speech=(*draft.speech, region.inner))
