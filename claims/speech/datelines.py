"""A dateline before a sentence: "LIMA (AP) — The minister said …"."""

import re

from claims.speech.scene import Scene
from claims.tokens import Token

_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Za-z.]+|\d{1,2}),? ?){1,5}(?:\([A-Z][^)]*\) ?)?(?:—|–|--|-) "
)
DATED = 80  # characters in which a dateline ends


def opening_words(text: str, start: int) -> int:
    """Return where a paragraph's own words begin: behind its dateline, if it has one for sure."""
    dateline = _DATELINE.match(text, start, start + DATED)
    if dateline is None:
        return start
    place = dateline[0].partition(",")[0].partition(" ")[0]
    told = place.isupper() or "(" in dateline[0] or any(map(str.isdigit, dateline[0]))
    return dateline.end() if told else start


def behind_dateline(scene: Scene, head: Token) -> Token:
    """Return the noun behind a dateline ("LIMA (AP) — The minister …") that was taken for one."""
    start = scene.span.start
    opening = scene.text[start : start + DATED]
    dashed = "— " in opening or "– " in opening or "- " in opening
    dateline = _DATELINE.match(scene.text, start, start + DATED) if dashed else None
    if dateline is None or scene.at(head) >= dateline.end():
        return head
    best = head
    for token in scene.passage.doc[head.i + 1 : head.i + 24]:
        if scene.at(token) < dateline.end():
            continue
        if token.tag_ in {"NNP", "NNPS", "NN", "NNS", "PRP"}:
            best = token
        elif best is not head or token.tag_ not in {"DT", "JJ", "CD", "POS", "PRP$"}:
            break
    return best
