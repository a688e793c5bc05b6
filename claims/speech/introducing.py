"""Which verb introduces a quotation: the one behind it, or the one that leads to it."""

from dataclasses import dataclass

from claims.model import Span
from claims.speech.cues import ENOUGH, Cues
from claims.speech.draft import Draft
from claims.speech.frames import RAISING
from claims.speech.quotations import Region
from claims.speech.scene import Scene
from claims.speech.sentences import end_of_sentence, start_of_sentence
from claims.speech.sources import near_subject, source_of, subject_before, subject_of
from claims.speech.verbs import cue_span, quoted_as
from claims.syntax import is_verb, own_subject
from claims.tokens import Token

_REACH = 250  # characters between a quotation and its cue
_NEIGHBOURS = 1_000  # characters from a quotation to the cue of a statement that reaches into it
_FEW = 50  # drafts that are sooner looked through than the tokens around a quotation
_NEAR = 4  # tokens from a quotation to the clause that reports it
_TELLS = frozenset({"ccomp", "xcomp", "dobj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMED = frozenset({"NNP", "NNPS"})
_TOLD = _FINITE | {"VBN"}
_WHO = frozenset({"NNP", "NNPS", "PRP", "NN", "NNS"})
_CLOSES = (",", "?", "!", "—", "-", "–", "…")
_COMMA = (",", "?", "!")
_CLAUSE = 5  # words of a reporting clause behind a full stop
_SHORT = 4  # words; a shorter quotation is part of somebody's sentence
_SMALL = frozenset({"a", "an", "the", "of", "and", "in", "on", "to", "for", "with", "or", "at"})
TOLD = frozenset({"clause", "wh", "that", "quotation", "parenthetical"})
_LEADS = (",", ":", "that", "said", "says", "say", "saying")

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
        great = 0
        for word in self.words.strip(",.").split():
            if word.lower() not in _SMALL:
                if not word[:1].isupper():
                    return False
                great += 1
        return 2 <= great <= 6 and any(map(str.isalpha, self.lead.of(self.scene.text)))

    @property
    def is_sentence(self) -> bool:
        """Whether it is long enough to stand alone."""
        return len(self.words.split()) >= _SHORT


def places(scene: Scene) -> list[Place]:
    """Return the quotations of a paragraph that stand in no other, in reading order."""
    top = [region for region in scene.regions if region.depth == 0]
    found = []
    for number, region in enumerate(top):
        before = top[number - 1].outer.end if number else scene.span.start
        behind = top[number + 1].outer.start if number + 1 < len(top) else scene.span.end
        gap = Span(before, region.outer.start)
        lead = Span(start_of_sentence(scene.text, gap), region.outer.start)
        tail = Span(region.outer.end, region.outer.end)
        rest = Span(tail.start, end_of_sentence(scene.text, Span(tail.start, behind)))
        whole = region.inner.of(scene.text).rstrip().endswith(".")
        if not whole or _is_closing_clause(rest.of(scene.text)):
            tail = rest
        found.append(Place(scene, region, gap, lead, tail))
    return found


def _is_closing_clause(words: str) -> bool:
    """Return whether words may be a clause that reports what ended before it: "…." she said."""
    return words.rstrip().endswith(".") and len(words.split()) <= _CLAUSE


def drafts_near(place: Place, drafts: Drafts) -> list[Draft]:
    """Return the drafts whose cue stands near a quotation."""
    room = Span(place.region.outer.start - _NEIGHBOURS, place.region.outer.end + _NEIGHBOURS)
    if len(drafts) <= _FEW:
        return [draft for anchor, draft in drafts.items() if room.start <= anchor < room.end]
    places = map(place.scene.at, place.scene.tokens(room))
    return [drafts[at] for at in places if at in drafts]


def cue_behind(place: Place, drafts: Drafts, cues: Cues) -> Token | None:
    """Return the cue that follows a quotation: "…," he said."""
    if place.tail.start == place.tail.end:
        return None
    scene, region = place.scene, place.region
    open_end = place.words.endswith(_CLOSES) or scene.text[region.outer.end :][:1] == ","
    tail = Span(place.tail.start, min(place.tail.end, place.tail.start + _REACH))
    verbs = {
        verb.i: verb for verb in (*_verbs(place, drafts, cues, tail), *_told_by_form(place, tail))
    }
    for _, verb in sorted(verbs.items()):
        subject = subject_of(scene, verb)
        first = verb.i
        if subject is not None and scene.at(subject.left_edge) >= region.outer.end:
            first = min(first, subject.left_edge.i)
        opening = scene.tokens(Span(tail.start, scene.at(scene.passage.doc[first]) + 1))
        if len(opening) - 1 <= _NEAR:
            if verb.tag_ == "VBG" and (subject is None or scene.at(subject) < region.outer.end):
                continue  # "…," adding that …: somebody spoke before
            within = any(map(str.isalnum, place.lead.of(scene.text)))
            if within and _has_own_words(drafts.get(scene.at(verb))):
                return None
            return verb if open_end or _ends_sentence(place, verb, subject) else None
        break
    return _cue_behind_name(place, cues, tail) if open_end else None


def _cue_behind_name(place: Place, cues: Cues, tail: Span) -> Token | None:
    """Return the cue behind a long name whose tree is broken: "…," Ito, who led it, said."""
    behind = place.scene.tokens(tail)
    led = any(map(str.isalnum, place.lead.of(place.scene.text)))
    if led or not place.is_sentence or not behind or behind[0].tag_ not in _NAMED:
        return None
    for token in behind[1:]:
        if token.lemma_ in cues.sayings and token.tag_ in _TOLD and token.nbor(-1).text == ",":
            return token
    return None


def _told_by_form(place: Place, tail: Span) -> list[Token]:
    """Return the verb of a clause that goes on behind a comma: "…," an angry envoy shot back."""
    led = any(map(str.isalnum, place.lead.of(place.scene.text)))
    if led or not place.words.endswith(_COMMA):
        return []
    behind = place.scene.tokens(tail)
    for token in behind:
        if token.tag_ in _FINITE:
            subject = own_subject(token)
            first = None if subject is None else min(token.i, subject.left_edge.i)
            return [token] if first == behind[0].i else []
    return []


def cue_before(place: Place, drafts: Drafts, cues: Cues) -> Token | None:
    """Return the cue that leads to a quotation: He said: "…"."""
    lead = place.lead.of(place.scene.text).strip()
    if not lead:
        return None
    if not (lead.lower().endswith(_LEADS) or place.is_sentence or _ends_with_cue(place, cues)):
        return None
    start = max(place.lead.start, place.lead.end - _REACH)
    verbs = _verbs(place, drafts, cues, Span(start, place.lead.end))
    if not verbs and lead.endswith(":"):
        verbs = led_by_colon(place.scene, place.lead)
    owned = [verb for verb in verbs if subject_of(place.scene, verb) is not None]
    return next(reversed(owned or verbs), None)


def cue_of_sentence_before(place: Place, cues: Cues) -> Token | None:
    """Return the verb of saying in a sentence that tells nothing else: She agreed. "…"."""
    scene, gap = place.scene, place.gap
    told = gap.of(scene.text).rstrip()
    if not told.endswith("."):
        return None
    whole = Span(gap.start, gap.start + len(told) - 1)
    sentence = Span(start_of_sentence(scene.text, whole), whole.end)
    verbs = [token for token in scene.tokens(sentence) if is_verb(token)]
    if len(verbs) != 1 or verbs[0].tag_ not in _FINITE:
        return None
    lemma = verbs[0].lemma_
    if lemma not in cues.sayings and cues.trust("verb", lemma, "clause") < ENOUGH:
        return None
    if any(child.dep_ in _TELLS for child in verbs[0].children):
        return None
    return verbs[0] if own_subject(verbs[0]) is not None else None


def led_by_colon(scene: Scene, lead: Span) -> list[Token]:
    """Return the verbs of a clause that a colon opens for a quotation: "He had one message: …"."""
    return [
        token
        for token in scene.tokens(lead)
        if token.tag_ in _FINITE
        and not scene.quotation(scene.at(token))
        and (subject := own_subject(token)) is not None
        and subject.tag_ in _WHO
        and subject.lower_ != "it"
    ]


def _ends_with_cue(place: Place, cues: Cues) -> bool:
    """Return whether a verb of saying stands right before a quotation: chanting “No more”."""
    before = place.scene.tokens(Span(place.lead.start, place.lead.end))
    last = next((token for token in reversed(before) if not token.is_punct), None)
    return last is not None and is_verb(last) and last.lemma_ in cues.sayings


def adjacent(place: Place, cue: Token) -> bool:
    """Return whether nothing but an addressee or a mark stands between cue and quotation."""
    between = Span(place.scene.end(cue), place.region.outer.start).of(place.scene.text)
    return len(between.split()) <= 1 or (
        between.rstrip().endswith((",", ":")) and len(between) < 60
    )


def _verbs(place: Place, drafts: Drafts, cues: Cues, room: Span) -> list[Token]:
    """Return the verbs of a stretch that can introduce a quotation."""
    scene = place.scene
    tokens = scene.tokens(room)
    return [
        token
        for token in tokens
        if is_verb(token)
        and token.lemma_ not in RAISING
        and quoted_as(token) is None
        and (token.lemma_ in cues.sayings or _puts_it(token) or _is_saying(drafts, scene, token))
    ]


def _puts_it(token: Token) -> bool:
    """Return whether a verb says how it was worded: "as the Times put it"."""
    doc, behind = token.doc, token.i + 1
    return token.lemma_ == "put" and behind < len(doc) and doc[behind].lower_ == "it"


def _is_saying(drafts: Drafts, scene: Scene, token: Token) -> bool:
    draft = drafts.get(scene.at(token))
    return draft is not None and draft.frame in {"clause", "wh", "passive-clause"}


def _has_own_words(draft: Draft | None) -> bool:
    """Return whether a cue governs a clause behind it: on "News Hour," she said talks go on."""
    if draft is None or draft.quoted or draft.frame not in {"clause", "wh", "that"}:
        return False
    return all(span.start > draft.anchor for span in draft.speech)


def _ends_sentence(place: Place, verb: Token, subject: Token | None) -> bool:
    """Return whether a clause with a subject of its own closes the sentence: … “…” she said."""
    scene = place.scene
    if subject is None or scene.at(subject) < place.region.outer.end:
        return False
    if any(child.dep_ in {"ccomp", "xcomp"} and child.i > verb.i for child in verb.children):
        return False
    return (
        not place.tail.of(scene.text)[scene.end(verb) - place.tail.start :].strip(" .").count(",")
    )


def quotation_draft(scene: Scene, cue: Token) -> Draft:
    """Return the statement of a cue that governs nothing but a quotation."""
    source = source_of(scene, subject_of(scene, cue)) or subject_before(scene, cue)
    return Draft(
        anchor=scene.at(cue),
        cue=(cue_span(scene, cue),),
        source=source or near_subject(scene, cue),
        speech=(),
        pattern="quotation",
        lemma=cue.lemma_,
        frame="quotation",
    )
