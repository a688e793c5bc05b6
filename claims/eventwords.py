"""The words in which a text tells of an event: its names, and who met where."""

import functools
import re
from collections.abc import Iterable, Sequence
from datetime import date

from claims.eventbook import Event, events, state_words
from claims.names import country_code

_WORD = re.compile(r"\w+")
_MAIN = 2  # participants that news of a meeting is sure to name
_MEET = re.compile(
    r"\b(?:summits?|talks|meetings?|met|meets?|visit(?:s|ed|ing)?|trip|host(?:s|ed|ing)?|"
    r"dinner|sat down|sit down|negotiat\w+|delegations?|face[ -]to[ -]face|sidelines|"
    r"conference|agree(?:s|d|ment)?|deal|accord|pact|sign(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_VISIT = re.compile(r"\b(?:visit\w*|trip|tour|arriv\w+|travel\w*|flew|fly|flies)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?:\b(20\d\d)|\b(last|next|this) year[’']s)(?: [\w-]+)?\s*$")
_YEAR_AFTER = re.compile(r"(?:(?: [\w-]+){0,4}? (?:in|of)(?: [A-Z]\w+)?)?,? (20\d\d)\b")
_LEADERS = re.compile(r"\b(?:leaders|presidents|heads of state)\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:two|both) (?:leaders|presidents)\b|\b(?:the|two|both) heads of state\b", re.IGNORECASE
)
_TALK = re.compile(
    r"\b(?:discussions?|agenda|bilat|arrival ceremony|sp(?:eak|oke\w*))\b", re.IGNORECASE
)
_TALKS = ("summit", "talks", "consultations", "negotiations")
_OFFSET = {"last": -1, "this": 0, "next": 1}


def named(event: Event, text: str, day: date | None, whole: str) -> str:
    """Return the words that name an event in a text; "" where none do.

    Args:
        event: Which event.
        text: Where to look.
        day: When the text was published: "the G20 summit" means the one of those days.
        whole: What the text is part of. "The Osaka summit" means the event where its participants
            are spoken of.
    """
    for match in _finds(event.names, text):
        return match[0]
    if (found := _town_told(event.places[0], text)) and spoken_of(event, whole):
        fits = _year_fits(event, text, found, day)
        if fits or (fits is None and _nearest(event, _in_town(event.places[0]), day)):
            return found[0]
    for match in _finds(event.series, text):
        if _meant(event, text, match, day):
            return match[0]
    return ""


def each_named(event: Event, texts: Sequence[str], whole: str, day: date | None) -> list[str]:
    """Return the words that name an event in each of the texts that together are a whole.

    Few of its names stand in the whole, and only texts with one of those are looked at closely.
    """
    words = [name for name in (*event.names, *event.series) if name in whole]
    if _town_told(event.places[0], whole):
        words.append(event.places[0])
    if not words:
        return [""] * len(texts)
    return [
        named(event, text, day, whole) if any(word in text for word in words) else ""
        for text in texts
    ]


@functools.lru_cache(maxsize=64)  # many events have one town
def _town_told(town: str, text: str) -> re.Match[str] | None:
    """Return where a text first tells of a meeting in a town."""
    if town not in text or not any(word in text for word in _TALKS):
        return None
    return _town_names(town).search(text)


def may_be_named(among: Iterable[Event], text: str) -> list[Event]:
    """Return the events that any words of a text could name: a quick look."""
    openings = _openings()
    known = openings.keys() & set(_WORD.findall(text))
    names = [name for word in known for name in openings[word] if name in text]
    found = {key for name in names for key in _bearers().get(name, ())}
    towns = [name for name in names if name in _towns() and _town_told(name, text)]
    found.update(event.key for town in towns for event in _in_town(town))
    return [event for event in among if event.key in found]


@functools.cache
def _openings() -> dict[str, list[str]]:
    """Return the names of all events by their first words."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys((*_bearers(), *_towns())):
        found.setdefault(_WORD.findall(name)[0], []).append(name)
    return found


@functools.cache
def _bearers() -> dict[str, list[str]]:
    """Return the keys of events by their names and their rows'."""
    found: dict[str, list[str]] = {}
    for event in events():
        for name in dict.fromkeys((*event.names, *event.series)):
            found.setdefault(name, []).append(event.key)
    return found


@functools.cache
def _towns() -> dict[str, None]:
    return dict.fromkeys(event.places[0] for event in events())


def spoken_of(event: Event, text: str) -> bool:
    """Return whether a text names who met, or the row of meetings it was one of."""
    if event.series:
        return _any_found(event.series, text)
    return all(_takes_part(event, code, text) for code in event.participants[:_MAIN])


def attended(event: Event, text: str) -> bool:
    """Return whether a text names somebody of each side, or speaks of leaders."""
    sides = [event.people[code] for code in event.participants[:_MAIN] if code in event.people]
    return all(any(_finds(names, text)) for names in sides) or _LEADERS.search(text) is not None


def met(event: Event, text: str) -> bool:
    """Return whether a text names who met: people of each main side, or "the two leaders"."""
    if led_by_its_people(event, text):
        return True
    return _both_told(text) and spoken_of(event, text)


@functools.lru_cache(maxsize=64)  # of one text the same is asked for many events
def _both_told(text: str) -> bool:
    """Return whether a text speaks of two leaders together."""
    return _BOTH.search(text) is not None


def led_by_its_people(event: Event, text: str) -> bool:
    """Return whether a text names somebody who was there for each main side."""
    sides = [event.people.get(code, ()) for code in event.participants[:_MAIN]]
    return all(names and any(_finds(names, text)) for names in sides)


def meeting_told(event: Event, text: str) -> bool:
    """Return whether a text tells that people of an event, or leaders, meet."""
    people = [name for names in event.people.values() for name in names]
    either = any(_finds(people, text)) or _both_told(text)
    return either and (_TALK.search(text) or _MEET.search(text)) is not None


def meeting(event: Event, text: str, *, is_headline: bool) -> str:
    """Return the word that tells of a meeting of these participants; "" where none does."""
    if event.series or not spoken_of(event, text):
        return ""
    found = _MEET.search(text)
    if found:
        return f"{found[0]} of {' and '.join(event.participants[:_MAIN])}"
    return " and ".join(event.participants[:_MAIN]) if is_headline else ""


def placed(event: Event, text: str) -> bool:
    """Return whether a text speaks of the place; a whole state counts for visits only."""
    return any(at_place(place, text) for place in event.places)


def at_place(place: str, text: str) -> bool:
    """Return whether a text speaks of being at a place; of a visit to it, where it is a state."""
    if place not in text or _at(place).search(text) is None:
        return False
    return country_code(place) is None or _VISIT.search(text) is not None


def _takes_part(event: Event, code: str, text: str) -> bool:
    return _any_found(state_words(code), text) or _any_found(event.people.get(code, ()), text)


@functools.lru_cache(maxsize=256)  # of one text the same is asked for many events
def _any_found(names: tuple[str, ...], text: str) -> bool:
    return any(_finds(names, text))


def _meant(event: Event, text: str, match: re.Match[str], day: date | None) -> bool:
    """Return whether the name of a row of meetings means this one of them."""
    fits = _year_fits(event, text, match, day)
    if fits is not None:
        return fits
    after = text[match.end() : match.end() + 60]
    row = _row(event.series)
    towns = {place for other in row for place in other.places if place in after}
    at = {place for place in towns if re.search(rf"\b(?:in|at) (?:the )?{re.escape(place)}", after)}
    if at:
        there = [other for other in row if at & set(other.places)]
        return event in there and (len(there) == 1 or _nearest(event, there, day))
    return day is not None and event.in_the_news(day)


def _nearest(event: Event, others: Iterable[Event], day: date | None) -> bool:
    """Return whether a name that several bear may mean this one: it is in the news, or none is."""
    if day is None:
        return True
    return event.in_the_news(day) or not any(other.in_the_news(day) for other in others)


def _year_fits(event: Event, text: str, match: re.Match[str], day: date | None) -> bool | None:
    """Return whether the year beside a name is the event's; None where no year stands there."""
    before = _YEAR_BEFORE.search(text[max(0, match.start() - 32) : match.start()])
    after = _YEAR_AFTER.match(text, match.end())
    if before and before[2]:
        return None if day is None else event.first.year == day.year + _OFFSET[before[2]]
    year = before[1] if before else after[1] if after else ""
    return event.first.year == int(year) if year else None


@functools.cache
def _row(series: tuple[str, ...]) -> tuple[Event, ...]:
    return tuple(event for event in events() if event.series == series)


@functools.cache
def _in_town(town: str) -> tuple[Event, ...]:
    return tuple(event for event in events() if event.places[0] == town)


def _finds(names: Iterable[str], text: str) -> Iterable[re.Match[str]]:
    """Yield where names stand as whole words."""
    for name in names:
        if name in text:
            yield from _whole_word(name).finditer(text)


@functools.cache
def _whole_word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-]){re.escape(name)}(?:[’']s|s)?(?![\w-])")


@functools.cache
def _town_names(town: str) -> re.Pattern[str]:
    place = re.escape(town)
    return re.compile(
        rf"\b{place} (?:[\w-]+ (?:and [\w-]+ )?)?(?:{'|'.join(_TALKS)})\b"
        rf"|\b(?:{'|'.join(_TALKS)}) (?:with [\w’'. -]{{1,40}} )?(?:in|at) {place}\b"
    )


@functools.cache
def _at(place: str) -> re.Pattern[str]:
    if place.islower():  # "by video"
        return _whole_word(place)
    before = r"\b(?:in|to|at|near|outside|from|for|of)\s+(?:the |downtown )?(?:[\w’'.-]+, )?"
    dateline = rf"^{re.escape(place)}(?:, [A-Z][\w .]*)?(?:$| \(| [—–-])"
    return re.compile(rf"(?:{before}{re.escape(place)}\b|{dateline})")
