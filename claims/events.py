"""Which summit or meeting a document is about, and which older one a claim goes back to."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claims.eventbook import Event, event_named, events
from claims.eventwords import (
    at_place,
    attended,
    each_named,
    led_by_its_people,
    may_be_named,
    meeting,
    meeting_told,
    named,
    placed,
    spoken_of,
)
from claims.model import BlockKind, Claim, Document, Mode, Span
from claims.names import country_code
from claims.sentences import blocks_of, sentences

_LEAD = 3  # paragraphs in which news tells what it is about
_OFTEN = 3  # paragraphs that tell of an event the beginning is silent on
_LINE = 40  # characters of a line that is no paragraph
_SHARE = 0.1  # of a text's paragraphs, where its beginning does not tell
_SET = re.compile(r"\b(?:at|during|after|following|since|from)\b", re.IGNORECASE)
_AT = re.compile(_SET.pattern + r"[^,.;]{0,40}$", re.IGNORECASE)
_IN_YEAR = re.compile(
    r"^(?:(?:but|and|yet) )?(?:back )?in (?:late |early |mid-?)?(?:[a-z]+ )?((?:19|20)\d\d),"
    r"|\bback in ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well an event fits a document: where it is told of, and by which words."""

    event: Event
    headed: bool
    led: bool
    hits: int
    words: str

    @property
    def score(self) -> int:
        return 3 * self.headed + 2 * self.led + min(3, self.hits - self.headed - self.led)


@functools.lru_cache(maxsize=64)  # asked when a text is read, and once more when it is kept
def event_of(document: Document) -> tuple[str, str]:
    """Return the key of the event that a document is about, or "", and why, in words.

    What was given with the document wins. Else the event of those days that the headline or
    the beginning tells of; else an older or a coming one that is named beyond doubt. Where two
    fit equally well, none is chosen.
    """
    if document.event:
        return document.event, "given with the document"
    texts = _texts(document)
    whole, day = "\n".join(texts), document.published
    current = [event for event in events() if day is not None and event.in_the_news(day)]
    found = [fit for event in current if (fit := _fit(event, texts, whole, day)) is not None]
    if not found:
        known = {event.key for event in current}
        others = may_be_named([e for e in events() if e.key not in known], whole)
        fits = (_fit_by_name(event, texts, whole, day) for event in others)
        found = [fit for fit in fits if fit is not None]
    if not found and day is None:
        fits = (_fit_by_town(event, texts, whole) for event in events())
        found = [fit for fit in fits if fit is not None]
    return _best(found, day) if found else ("", "no known event is told of")


def _texts(document: Document) -> list[str]:
    """Return the headline first, then the paragraphs in reading order."""
    headlines, below = [document.title], []
    for block in document.blocks:
        words = " ".join(block.span.of(document.text).split())
        if block.kind is BlockKind.HEADLINE:
            headlines.append(words)
        elif block.kind is not BlockKind.BOILERPLATE:
            below.append(words)
    return [" ".join(headlines), *below]


def _fit(event: Event, texts: Sequence[str], whole: str, day: date | None) -> _Fit | None:
    """Return how well an event of those days fits; None where the text is not about it."""
    known = spoken_of(event, whole)
    by_name = _counted(event, each_named(event, texts, whole, day))
    by_meeting = _met(event, texts) if known and attended(event, whole) else by_name
    fit = max(by_name, by_meeting, key=lambda fit: fit.score)
    return fit if fit.headed or fit.led or _throughout(fit, texts) else None


def _fit_by_town(event: Event, texts: Sequence[str], whole: str) -> _Fit | None:
    """Return how well an event fits a text of unknown date: its people met in its town.

    The beginning has to name its town ("Beijing, China" may be a line of its own) and its sides;
    there or throughout the text they meet.
    """
    town = event.places[0]
    if country_code(town) or not any(at_place(town, text) for text in texts[: 1 + _LEAD]):
        return None
    if not led_by_its_people(event, whole):
        return None
    paragraphs = [texts[0], *(text for text in texts[1:] if len(text) > _LINE)]
    if not spoken_of(event, "\n".join(paragraphs[: 1 + _LEAD])):
        return None
    words = " and ".join(event.participants[:2])
    told = [words if meeting_told(event, text) else "" for text in paragraphs]
    fit = _counted(event, told)
    return fit if fit.hits >= _OFTEN and (fit.led or _throughout(fit, texts)) else None


def _met(event: Event, texts: Sequence[str]) -> _Fit:
    """Return how well an event fits by who met where.

    That the same two met may be news of another meeting, so the place has to be told with it.
    """
    meets = [meeting(event, text, is_headline=number == 0) for number, text in enumerate(texts)]
    lead = any(placed(event, text) for text in texts[: 1 + _LEAD])
    there = [bool(met) and placed(event, text) for met, text in zip(meets, texts, strict=True)]
    if not lead:
        meets[: 1 + _LEAD] = [""] * len(meets[: 1 + _LEAD])
    if not lead and sum(there) < _OFTEN:
        meets = []
    return _counted(event, meets)


def _throughout(fit: _Fit, texts: Sequence[str]) -> bool:
    """Return whether a text whose beginning is silent on an event tells of it again and again."""
    return fit.hits >= _OFTEN and fit.hits >= _SHARE * len(texts)


def _fit_by_name(event: Event, texts: Sequence[str], whole: str, day: date | None) -> _Fit | None:
    """Return how well an event of other days fits: only its name can tell."""
    fit = _counted(event, each_named(event, texts, whole, day))
    return fit if fit.headed or (fit.led and fit.hits >= 2) or fit.hits >= _OFTEN else None


def _counted(event: Event, told: Sequence[str]) -> _Fit:
    words = next(filter(None, told), "")
    return _Fit(event, any(told[:1]), any(told[1 : 1 + _LEAD]), sum(map(bool, told)), words)


def _best(found: Sequence[_Fit], day: date | None) -> tuple[str, str]:
    most = max(fit.score for fit in found)
    best, *others = [fit for fit in found if fit.score == most]
    if others:
        keys = " and ".join(fit.event.key for fit in (best, *others))
        return "", f"{keys} fit equally well"
    return best.event.key, f"{_where(best)}: {best.words}; {_when(best.event, day)}"


def _where(fit: _Fit) -> str:
    places = [name for name, told in (("headline", fit.headed), ("beginning", fit.led)) if told]
    many = "1 paragraph" if fit.hits == 1 else f"{fit.hits} paragraphs"
    return f"told in {' and '.join(places)}, {many} in all" if places else f"told in {many}"


def _when(event: Event, day: date | None) -> str:
    if day is None:
        return "the document has no date"
    if event.first <= day <= event.last:
        return "published while it was held"
    late = day > event.last
    days = (day - event.last).days if late else (event.first - day).days
    far = "" if event.in_the_news(day) else "an earlier event, " if late else "a coming event, "
    return f"{far}published {days} day{'' if days == 1 else 's'} {'after' if late else 'before'} it"


def historic_event(document: Document, claim: Claim) -> str:
    """Return the older event, or the year, that a claim was made at; "" for one of its own days.

    The sentence counts without the words that were said: who accuses now may well speak of what
    was done years ago.
    """
    own = event_named(claim.event) if claim.event else None
    day = own.first if own else document.published
    if day is None:
        return ""
    for sentence in _told_around(document, claim):
        year = _IN_YEAR.search(sentence)
        if year and int(year[1] or year[2]) < day.year:
            return year[1] or year[2]
        key = _older(sentence, document, own, day)
        if key:
            return key
    return ""


def _older(sentence: str, document: Document, own: Event | None, day: date) -> str:
    """Return the key of an event that was over by a day and at which a sentence is set."""
    if not _SET.search(sentence):
        return ""
    for event in may_be_named(events(), sentence):
        if event is own or not event.over_before(day):
            continue
        words = named(event, sentence, day, document.text)
        if words and _AT.search(sentence[: sentence.index(words)]):
            return event.key
    return ""


def _told_around(document: Document, claim: Claim) -> Iterator[str]:
    """Yield the sentences that hold the claim, without the words that were said."""
    said = () if claim.mode is Mode.NARRATED else claim.spans
    for number in blocks_of(document, claim.spans):
        for sentence in sentences(document.text, document.blocks[number].span):
            if any(sentence.meets(span) for span in claim.spans):
                yield _without(document.text, sentence, said)


def _without(text: str, sentence: Span, said: Sequence[Span]) -> str:
    """Return the words of a sentence that stand outside some spans, blanks made one."""
    kept, at = [], sentence.start
    for span in sorted(said):
        if span.meets(sentence):
            kept.append(text[at : max(at, span.start)])
            at = max(at, span.end)
    return " ".join("".join([*kept, text[at : sentence.end]]).split())
