"""Where sentences end, told from the text: the parser loses its way among quotation marks."""

import re

from claims.model import Span

_SHORTENED = "Mr Ms Mrs Dr Sen Rep Gov Gen Lt Col St Jr Sr vs Jan Feb Aug Sept Oct Nov Dec No"
_FORMS = [*_SHORTENED.split(), "[A-Z]", r"[ap]\.m"]
_NOT_SHORTENED = "".join(rf"(?<!\b{form}\.)" for form in _FORMS)
STOP = re.compile(rf"[.!?…]{_NOT_SHORTENED}[\"”'’)]*(?=\s+[A-Z\"“‘'(\[$0-9]|\s*$)")
"""A sentence's end: not behind a title or an initial, before a capital, a mark or a figure."""


def start_of_sentence(text: str, room: Span) -> int:
    """Return where the last sentence of a stretch starts."""
    start = room.start
    for stop in STOP.finditer(text, room.start, room.end):
        if stop.end() < room.end or not text[stop.start() : room.end].strip(".!?…\"”'’) \xa0\t"):
            start = stop.end()
    return start


def end_of_sentence(text: str, room: Span) -> int:
    """Return where the first sentence of a stretch ends, its full stop included."""
    stop = STOP.search(text, room.start, room.end)
    return stop.end() if stop else room.end
