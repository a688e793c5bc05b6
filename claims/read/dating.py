"""When a text was published: its dateline, its head, or the name of its file."""

import re
from collections.abc import Sequence
from datetime import date

from claims.model import Block, BlockKind
from claims.read.layout import layout

_HEAD = 12  # blocks at the beginning in which a text is dated
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATES = (
    re.compile(
        rf"(?<![a-z]){_MONTH}[ .-]+(\d{{1,2}})(?:st|nd|rd|th)?,?[ -]+(\d{{4}})", re.IGNORECASE
    ),
    re.compile(
        rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[ -]+{_MONTH}[.,]*[ -]+(\d{{4}})", re.IGNORECASE
    ),
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SHORT = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(?:20)?(\d{2})\)?$")  # "9-22-15" at the end
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
_LABEL = re.compile(
    r"(?:first )?(?:published|posted|released|issued|dated?|press release|updated|last updated|"
    r"for immediate release|publication date|release date)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?:(?:press|news|media|daily) (?:conference|briefing|availability)|readout|press release)\b"
    r"|^(?:full |joint |opening |official |the )*(?:transcript|text|remarks|statement|briefing|"
    r"speech|address|interview|testimony|communiqu[eé]|declaration)\b",
    re.IGNORECASE,
)
# What stands before a day at the end of a line: "…, ", "… on Monday, ".
_SPOKEN_ON = re.compile(r"(?:[,:–—(|-]|\bon(?: \w+day,?)?)\s*(?:\w+day,?\s*)?$")
_LINE = 200  # characters of a headline
_DATELINE = re.compile(r"[A-Z][\w .,/’'-]{1,50}(?:[,:(]| [–—-]) ?$")  # "BEIJING, " before the day
_OPENS = re.compile(r"[ .,]*(?:\(|\)|[–—:-])")  # " (Xinhua) -- " behind it


def day_of_head(text: str, found: Sequence[Block]) -> date | None:
    """Return the day that a text's own beginning is dated; None where it is not beyond doubt.

    A line that is a date counts most, then one that says so ("Published …"), then the name of an
    occasion ("Press conference on …"), then a dateline ("BEIJING, June 3, 2024 (Xinhua) --").
    """
    head = [block for block in found[:_HEAD] if block.kind is not BlockKind.TURN]
    lines = [(block, " ".join(block.span.of(text).split())) for block in head]
    told = (_as_line, _as_label, _as_occasion, _as_dateline)
    return next((known for way in told for _, line in lines if (known := way(line))), None)


def _as_line(line: str) -> date | None:
    return day(line) if layout().dates.fullmatch(line) else None


def _as_label(line: str) -> date | None:
    return day(line) if _LABEL.match(line) else None


def _as_occasion(line: str) -> date | None:
    if len(line) > _LINE or not _OCCASION.search(line):
        return None
    match = next((m for pattern in (*_DATES, _ISO) for m in pattern.finditer(line)), None)
    if match is None:
        return _short(line)
    ends = not line[match.end() :].strip(" .)]|")
    return day(match[0]) if ends and _SPOKEN_ON.search(line[: match.start()]) else None


def _as_dateline(line: str) -> date | None:
    for pattern in _DATES:
        match = pattern.search(line, 0, 120)
        if match and _DATELINE.fullmatch(line[: match.start()]) and _OPENS.match(line, match.end()):
            return day(match[0])
    return None


def day_of_name(stem: str) -> date | None:
    """Return the day that the name of a file, or of an occasion, holds."""
    return day(stem) or _short(stem)


def day(text: str) -> date | None:
    """Return the first day written out in a text: "June 8, 2013", "8 June 2013", "2013-06-08"."""
    for number, pattern in enumerate(_DATES):
        match = pattern.search(text)
        if match:
            month, day_of_month = match.groups()[:2] if number == 0 else match.groups()[1::-1]
            return _date(int(match[3]), _MONTHS.index(month[:3].lower()) + 1, int(day_of_month))
    return iso_day(text)


def _short(stem: str) -> date | None:
    """Return an American short date, where the order of day and month is beyond doubt."""
    match = _SHORT.search(stem)
    if match is None or int(match[3]) <= 12:
        return None
    return _date(2000 + int(match[4]), int(match[1]), int(match[3]))


def iso_day(text: str) -> date | None:
    """Return the first day written as 2013-06-08."""
    match = _ISO.search(text)
    return _date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _date(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None
