"""Where sentences end, told from the text: the parser loses its way among quotation marks."""

import re

from claims.model import Span

_TITLES = "Mr Ms Mrs Dr Sen Rep Gov Gen Lt Col Capt Maj Adm Sgt Rev Prof St Jr Sr"
_SHORTENED = "vs Jan Feb Aug Sept Oct Nov Dec No"
_FORMS = [*_TITLES.split(), *_SHORTENED.split(), "[A-Z]", r"[ap]\.m"]
_NOT_SHORTENED = "".join(rf"(?<!\b{form}\.)" for form in _FORMS)
_SENTENCE = 500  # characters that hold a sentence's start, most often
_FURTHER = 8  # times as far, where they hold none
STOP = re.compile(rf"[.!?…]{_NOT_SHORTENED}[\"”'’)]*(?=\s+[A-Z\"“‘'(\[$0-9]|\s*$)")
"""A sentence's end: not behind a title or an initial, before a capital, a mark or a figure."""


def start_of_sentence(text: str, room: Span) -> int:
    """Return where the last sentence of a stretch starts."""
    start, begin, reach = room.start, room.end, _SENTENCE
    while start == room.start < begin:  # from the end: what lies far before costs nothing
        begin = max(room.start, room.end - reach)
        for stop in STOP.finditer(text, begin, room.end):
            closing = text[stop.start() : room.end].strip(".!?…\"”'’) \xa0\t")
            if stop.end() < room.end or not closing:
                start = stop.end()
        reach *= _FURTHER
    return start


def end_of_sentence(text: str, room: Span) -> int:
    """Return where the first sentence of a stretch ends, its full stop included."""
    stop = STOP.search(text, room.start, room.end)
    return stop.end() if stop else room.end
