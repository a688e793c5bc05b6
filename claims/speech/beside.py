"""What a cue tells beside the quotation it introduces: the words before, between and behind."""

from claims.model import Span
from claims.speech.draft import Draft
from claims.speech.introducing import TOLD, Drafts, Place, adjacent, drafts_near
from claims.speech.sentences import start_of_sentence
from claims.tokens import Token

_GOES_ON = frozenset({"that", "because", "to"})
_LISTENING = frozenset({"rest", "object"})  # "telling the crowd, …": who listens is no speech


def whole_lead(place: Place, drafts: Drafts) -> Span:
    """Return the words of the sentence before a quotation, earlier quotations in it included."""
    text, start = place.scene.text, place.scene.span.start
    whole = Span(start_of_sentence(text, Span(start, place.lead.end)), place.lead.end)
    if whole.start >= place.lead.start or not place.lead.of(text).strip():
        return place.lead
    if any(whole.start <= d.anchor < whole.end for d in drafts_near(place, drafts)):
        return place.lead
    return whole


def belongs(lead: str) -> bool:
    """Return whether the words before a quotation are told with it: no other clause leads to it."""
    return not lead.startswith((",", ";", ".")) and not lead.endswith(":")


def rest_behind(place: Place, cue: Token, draft: Draft) -> list[Span]:
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
    if head is None or not (head.tag_ in {"VBZ", "VBP", "MD", "CC"} or head.lower_ in _GOES_ON):
        return []
    return [rest]


def told_beside(place: Place, cue: Token, draft: Draft) -> list[Span]:
    """Return what a cue tells beside the quotation behind it."""
    at, quoted = draft.anchor, place.region.outer.start
    if _tells_only(place, cue, draft):
        return [s for s in draft.speech if s.end <= at] if draft.quoted else []
    if draft.quoted:
        return list(draft.speech)
    reaches = [s for s in draft.speech if at < s.start < quoted]
    if reaches and max(s.end for s in reaches) >= quoted - 2:
        return [s for s in draft.speech if s.start > at]
    if not adjacent(place, cue):
        return _between(place, cue, draft)
    return [Span(s.start, min(s.end, quoted)) for s in reaches]


def _tells_only(place: Place, cue: Token, draft: Draft) -> bool:
    """Return whether a cue tells a quotation and nothing else: its object only leads to it.

    "She issued a statement: “…”", "telling the crowd, “We …”", "In May, he said: “We …”".
    """
    lead = place.lead.of(place.scene.text).rstrip()
    whole = place.words[:1].isupper()
    if draft.frame == "parenthetical":
        return whole and adjacent(place, cue)
    if lead.endswith(":"):
        return draft.frame not in TOLD
    listens = draft.frame in _LISTENING or draft.frame.startswith("prep:")
    return whole and lead.endswith(",") and listens


def _between(place: Place, cue: Token, draft: Draft) -> list[Span]:
    """Return the words between a cue and its quotation, behind source and addressee."""
    named = (draft.source.span if draft.source else None, draft.addressee)
    ends = [span.end for span in named if span and span.end <= place.region.outer.start]
    span = Span(max([place.scene.end(cue), *ends]), place.region.outer.start)
    words = span.of(place.scene.text).strip()
    if words.endswith(":") or (words.endswith(",") and len(words.split()) < 8):
        return []  # "said in a statement on Monday: …"
    return [span] if span.start < span.end else []


def runs_on(place: Place) -> list[Span]:
    """Return the rest of a sentence that goes on behind a quotation within it."""
    rest = place.tail.of(place.scene.text)
    if rest.lstrip().startswith(("and that ", "but that ")):
        return [place.tail]
    if place.words.endswith((",", ".", "!", "?")) or place.is_sentence:
        return []
    if not rest[:1].isspace() or not rest.strip()[:1].islower():
        return []
    return [place.tail]
