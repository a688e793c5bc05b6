"""Lay each quotation to the cue that reports it: behind it, before it, around it, or none."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.model import Span
from claims.speech.cues import Cues
from claims.speech.draft import Draft
from claims.speech.quotations import Region
from claims.speech.scene import Scene
from claims.speech.sentences import end_of_sentence, start_of_sentence
from claims.speech.sources import near_subject, source_of, subject_of
from claims.speech.verbs import RAISING, cue_span
from claims.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 250  # characters between a quotation and its cue
_NEAR = 4  # tokens from a quotation to the clause that reports it
_CLOSES = (",", "?", "!", "—", "-", "–", "…")
_SHORT = 4  # words; a shorter quotation is part of somebody's sentence
_SMALL = frozenset({"a", "an", "the", "of", "and", "in", "on", "to", "for", "with", "or", "at"})
_LEADS = (",", ":", "that", "said", "says", "say", "saying")

_TOLD = frozenset({"clause", "wh", "that", "quotation", "parenthetical"})

Drafts = dict[int, Draft]


@dataclass(frozen=True, slots=True)
class Place:
    """One quotation, its paragraph, and the stretches without quotations beside it.

    Attributes:
        lead: From the start of its sentence, or from the quotation before it, up to it.
        tail: From its end to the end of the sentence, or to the quotation behind it.
        gap: From the quotation before it, or the start of the paragraph, up to it.
    """

    scene: Scene
    region: Region
    gap: Span
    lead: Span
    tail: Span

    @property
    def words(self) -> str:
        """The quoted words."""
        return self.region.inner.of(self.scene.text).strip()

    @property
    def is_title(self) -> bool:
        """Whether it looks like the name of a book or a programme within a sentence."""
        words = [word for word in self.words.strip(",.").split() if word.lower() not in _SMALL]
        return (
            2 <= len(words) <= 6
            and all(word[:1].isupper() for word in words)
            and any(map(str.isalpha, self.lead.of(self.scene.text)))
        )

    @property
    def is_sentence(self) -> bool:
        """Whether it is long enough to stand alone."""
        return len(self.words.split()) >= _SHORT


def lay_quotations(scenes: list[Scene], found: list[Drafts], cues: Cues) -> list[Drafts]:
    """Return each paragraph's drafts with every quotation laid to the one that reports it."""
    laid = [dict(drafts) for drafts in found]
    last: tuple[int, int] | None = None  # paragraph and anchor of the statement that quoted last
    for scene in scenes:
        for place in _places(scene):
            last = _lay(laid, place, cues, last) or last
    return laid


def _places(scene: Scene) -> list[Place]:
    top = [region for region in scene.regions if region.depth == 0]
    places = []
    for number, region in enumerate(top):
        before = top[number - 1].outer.end if number else scene.span.start
        behind = top[number + 1].outer.start if number + 1 < len(top) else scene.span.end
        gap = Span(before, region.outer.start)
        lead = Span(start_of_sentence(scene.text, gap), region.outer.start)
        if number and top[number - 1].inner.of(scene.text).rstrip().endswith((".", "!", "?")):
            opening = lead.of(scene.text).lstrip()[:1]
            if lead.start == before and opening.isupper():
                pass  # "…." He said "…": the sentence before ended inside its marks
        tail_start = region.outer.end
        if region.inner.of(scene.text).rstrip().endswith("."):
            tail = Span(tail_start, tail_start)
        else:
            tail = Span(tail_start, end_of_sentence(scene.text, Span(tail_start, behind)))
        places.append(Place(scene, region, gap, lead, tail))
    return places


def _lay(
    laid: list[Drafts], place: Place, cues: Cues, last: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Lay one quotation; return paragraph and anchor of the statement that has it, if one does."""
    scene, region = place.scene, place.region
    drafts = laid[scene.index]
    if region.continues and last is not None:
        return _add(laid, last, region)
    cue = None if place.is_title else _cue_behind(place, drafts, cues)
    if cue is not None:
        return _said_behind(drafts, place, cue)
    host = _host(drafts, region)
    cue = None if place.is_title else _cue_before(place, drafts, cues)
    if cue is not None and (host is None or host.anchor == scene.at(cue) or _adjacent(place, cue)):
        return _said_before(drafts, place, cue)
    if host is not None:
        drafts[host.anchor] = _widened(host, region)
        return (scene.index, host.anchor) if place.is_sentence else None
    if not place.is_sentence:
        return None
    if _goes_on(place):
        if last is not None and last[0] == scene.index:
            return _add(laid, last, region)
        if (told := _told_before(drafts, place)) is not None:
            return _add(laid, (scene.index, told), region)
    if not Span(scene.span.start, region.outer.start).of(scene.text).strip():
        before = _sentence_before(laid, place)
        if before is not None:
            return _add(laid, before, region)
    drafts[region.outer.start] = Draft(
        anchor=region.outer.start,
        cue=(),
        source=None,
        speech=(region.inner,),
        pattern="bare-quotation",
        quoted=True,
    )
    return None


def _host(drafts: Drafts, region: Region) -> Draft | None:
    """Return the widest statement outside the quotation in whose speech it lies."""
    hosts = [
        draft
        for draft in drafts.values()
        if not region.outer.start <= draft.anchor < region.outer.end
        and any(span.meets(region.outer) for span in draft.speech)
    ]
    return max(hosts, key=lambda d: sum(s.end - s.start for s in d.speech), default=None)


def _verbs(place: Place, drafts: Drafts, cues: Cues, room: Span) -> "list[Token]":
    """Return the verbs of a stretch that can introduce a quotation."""
    scene = place.scene
    tokens = scene.tokens(room)
    return [
        token
        for token in tokens
        if is_verb(token)
        and token.lemma_ not in RAISING
        and (token.lemma_ in cues.sayings or _is_saying(drafts, scene, token))
    ]


def _is_saying(drafts: Drafts, scene: Scene, token: "Token") -> bool:
    draft = drafts.get(scene.at(token))
    return draft is not None and draft.frame in {"clause", "wh", "passive-clause"}


def _cue_behind(place: Place, drafts: Drafts, cues: Cues) -> "Token | None":
    """Return the cue that follows a quotation: "…," he said."""
    scene, region = place.scene, place.region
    open_end = place.words.endswith(_CLOSES) or scene.text[region.outer.end :][:1] == ","
    tail = Span(place.tail.start, min(place.tail.end, place.tail.start + _REACH))
    for verb in _verbs(place, drafts, cues, tail):
        subject = subject_of(scene, verb)
        first = verb.i
        if subject is not None and scene.at(subject.left_edge) >= region.outer.end:
            first = min(first, subject.left_edge.i)
        opening = scene.tokens(Span(tail.start, scene.at(scene.passage.doc[first]) + 1))
        if len(opening) - 1 <= _NEAR:
            if verb.tag_ == "VBG" and (subject is None or scene.at(subject) < region.outer.end):
                continue  # "…," adding that …: somebody spoke before
            if _has_own_words(drafts.get(scene.at(verb))):
                return None
            return verb if open_end or _ends_sentence(place, verb, subject) else None
        return None
    return None


def _has_own_words(draft: Draft | None) -> bool:
    """Return whether a cue governs a clause behind it: on "News Hour," she said talks go on."""
    if draft is None or draft.quoted or draft.frame not in {"clause", "wh", "that"}:
        return False
    return all(span.start > draft.anchor for span in draft.speech)


def _ends_sentence(place: Place, verb: "Token", subject: "Token | None") -> bool:
    """Return whether a clause with a subject of its own closes the sentence: … “…” she said."""
    scene = place.scene
    if subject is None or scene.at(subject) < place.region.outer.end:
        return False
    if any(child.dep_ in {"ccomp", "xcomp"} and child.i > verb.i for child in verb.children):
        return False
    return not place.tail.of(scene.text)[scene.end(verb) - place.tail.start :].strip(" .").count(",")


def _cue_before(place: Place, drafts: Drafts, cues: Cues) -> "Token | None":
    """Return the cue that leads to a quotation: He said: "…"."""
    lead = place.lead.of(place.scene.text).strip()
    if not lead or not (lead.lower().endswith(_LEADS) or place.is_sentence):
        return None
    start = max(place.lead.start, place.lead.end - _REACH)
    verbs = _verbs(place, drafts, cues, Span(start, place.lead.end))
    owned = [verb for verb in verbs if subject_of(place.scene, verb) is not None]
    return next(reversed(owned or verbs), None)


def _adjacent(place: Place, cue: "Token") -> bool:
    """Return whether nothing but an addressee or a mark stands between cue and quotation."""
    between = Span(place.scene.end(cue), place.region.outer.start).of(place.scene.text)
    return len(between.split()) <= 1 or (
        between.rstrip().endswith((",", ":")) and len(between) < 60
    )


def _said_behind(drafts: Drafts, place: Place, cue: "Token") -> tuple[int, int]:
    """Give a quotation to the cue behind it, with the words that lead up to it."""
    scene = place.scene
    draft = drafts.get(scene.at(cue)) or _draft(place, cue)
    speech = [span for span in draft.speech if span.end <= place.gap.start] if draft.quoted else []
    lead = _whole_lead(place, drafts)
    lead_text = lead.of(scene.text).strip()
    host = _host(drafts, place.region)
    inside = host is not None and lead.start <= host.anchor < lead.end
    if host is not None and inside:
        drafts[host.anchor] = _widened(host, place.region)  # told within what is told
    taken = any(lead.start <= anchor < lead.end for anchor in drafts if anchor != draft.anchor)
    if lead_text and (inside or not taken) and not lead_text.startswith((",", ";", ".")):
        speech.append(lead)
    speech.append(place.region.inner)
    rest = _rest(place, cue, draft)
    drafts[draft.anchor] = replace(
        draft,
        speech=tuple([*speech, *rest]),
        quoted=True,
        source=draft.source or near_subject(scene, cue),
    )
    return scene.index, draft.anchor


def _whole_lead(place: Place, drafts: Drafts) -> Span:
    """Return the words of the sentence before a quotation, earlier quotations in it included."""
    text, start = place.scene.text, place.scene.span.start
    whole = Span(start_of_sentence(text, Span(start, place.lead.end)), place.lead.end)
    if whole.start >= place.lead.start or not place.lead.of(text).strip():
        return place.lead
    if any(whole.start <= anchor < whole.end for anchor in drafts):
        return place.lead
    return whole


def _rest(place: Place, cue: "Token", draft: Draft) -> list[Span]:
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


def _said_before(drafts: Drafts, place: Place, cue: "Token") -> tuple[int, int]:
    """Give a quotation to the cue before it, with the words between if they belong to it."""
    scene, region = place.scene, place.region
    draft = drafts.get(scene.at(cue)) or _draft(place, cue)
    speech = list(draft.speech)
    if not draft.quoted:
        reaches = [s for s in speech if draft.anchor < s.start < region.outer.start]
        speech = [Span(s.start, min(s.end, region.outer.start)) for s in reaches]
        if reaches and max(s.end for s in reaches) >= region.outer.start - 2:
            speech = [s for s in draft.speech if s.start > draft.anchor]
        elif not _adjacent(place, cue):
            speech = _between(place, cue, draft)
    drafts[draft.anchor] = replace(
        draft,
        speech=(*speech, region.inner, *_runs_on(place)),
        quoted=True,
        source=draft.source or near_subject(scene, cue),
    )
    return scene.index, draft.anchor


def _between(place: Place, cue: "Token", draft: Draft) -> list[Span]:
    """Return the words between a cue and its quotation, behind source and addressee."""
    ends = [place.scene.end(cue)]
    for span in (draft.source.span if draft.source else None, draft.addressee):
        if span is not None and span.end <= place.region.outer.start:
            ends.append(span.end)
    span = Span(max(ends), place.region.outer.start)
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


def _draft(place: Place, cue: "Token") -> Draft:
    scene = place.scene
    return Draft(
        anchor=scene.at(cue),
        cue=(cue_span(scene, cue),),
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
    told = [d.anchor for d in drafts.values() if d.anchor < start and d.frame in _TOLD]
    return max(told, default=None)


def _sentence_before(laid: list[Drafts], place: Place) -> tuple[int, int] | None:
    """Return the statement of the paragraph before that a bare quotation goes on with."""
    index = place.scene.index - 1
    if index < 0 or not laid[index]:
        return None
    outer = [draft for draft in laid[index].values() if draft.pattern.startswith(("verb", "quot"))]
    if not outer:
        return None
    return index, max(draft.anchor for draft in outer)


def _add(laid: list[Drafts], where: tuple[int, int], region: Region) -> tuple[int, int]:
    index, anchor = where
    draft = laid[index][anchor]
    laid[index][anchor] = replace(draft, speech=(*draft.speech, region.inner), quoted=True)
    return where


def _widened(draft: Draft, region: Region) -> Draft:
    """Let a statement that reaches into a quotation have the whole of it."""
    return replace(draft, speech=(*draft.speech, region.inner))
