"""The units that attributions are compared by, and what kind of attribution one is.

A word is a run of letters and figures with inner punctuation, so that quotation marks and commas
at the edge of a span change nothing. Type and cue class are told from the text alone, for gold and
predictions alike.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from claims.evaluate.attribution_corpus import Attributed
from claims.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’.\-,&/][^\W_]+)*")
_PARAGRAPH = re.compile(r"(\n+)")
_MARK = re.compile(r"[“”\"]|''|``")
_SINGLE = re.compile(r"(?<![\w'])[‘'](?=\w)([^‘’'\n]{2,200}(?:[’'](?=\w)[^‘’'\n]*)*)[’'](?![\w'])")
_FUNCTION_WORDS = frozenset(
    "the a an of to in on at for by and or with from as is was his her their its our my your this "
    "that these those".split()
)
_COMMUNICATION = re.compile(
    r"(?:sa(?:y|ys|id|ying)|tell|tells|told|telling|ask|asks|asked|asking|according|add|adds|added"
    r"|adding|claim\w*|argu\w+|stat(?:e|es|ed|ing|ement|ements)|announc\w+|declar\w+"
    r"|den(?:y|ies|ied|ying|ial|ials)|accus\w+|alleg\w+|assert\w*|insist\w*|warn\w*"
    r"|not(?:e|es|ed|ing)|point(?:s|ed|ing)?|writ(?:e|es|ing|ten)|wrote|tweet\w*|explain\w*"
    r"|describ\w+|call(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respon(?:d|ds|ded|ding|se)"
    r"|report(?:s|ed|ing|edly)?|suggest\w*|criticiz\w+|criticis\w+|condemn\w*|prais\w+|blam\w+"
    r"|promis\w+|pledg\w+|vow\w*|acknowledg\w+|admit\w*|conced\w+|confirm\w*|disput\w+|reject\w*"
    r"|urg(?:e|es|ed|ing)|propos\w+|comment\w*|remark\w*|mention\w*|quot\w+|cit(?:e|es|ed|ing)"
    r"|testif\w+|discuss\w*|talk\w*|speak\w*|spoke\w*|address\w*|question(?:s|ed|ing)"
    r"|challeng\w+|complain\w*|contend\w*|maintain\w*|conclud\w+|stress\w*|emphasi\w+|reiterat\w+"
    r"|repeat\w*|joke\w*|mock\w*|attack\w*|slam\w*|blast\w*|rip\w{0,3}|denounc\w+|demand\w*"
    r"|recommend\w*|advis\w+|predict\w*|estimat\w+|argument\w*|accusation\w*|allegation\w*"
    r"|assertion\w*|word|words|remarks|answer\w*|continu(?:e|es|ed|ing)|recall\w*|recount\w*"
    r"|reveal\w*|disclos\w+|boast\w*|brag\w*|apologi\w+|threat\w*|refus\w+|declin\w+|dismiss\w*"
    r"|defend\w*|counter(?:s|ed)?|agree[sd]?|disagree\w*)$",
    re.I,
)


class Words:
    """The words of a text, by number, and which of them stand in quotation marks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.lower = [text[start:end].lower() for start, end in self.spans]
        self._at = {c: i for i, (start, end) in enumerate(self.spans) for c in range(start, end)}

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Characters in quotation marks, told by alternation within a paragraph."""
        return frozenset(_quoted(self.text))

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the words that share a character with one of the spans."""
        at = self._at
        return frozenset(at[c] for s in spans for c in range(s.start, s.end) if c in at)

    def telling(self, words: frozenset[int]) -> frozenset[int]:
        """Return words without function words, unless there are no others."""
        return frozenset(w for w in words if self.lower[w] not in _FUNCTION_WORDS) or words


def _quoted(text: str) -> Iterable[int]:
    position = 0
    for paragraph in _PARAGRAPH.split(text):
        begun: int | None = None
        for mark in _MARK.finditer(paragraph):
            sign = mark.group()
            # Opening signs are told as the measure's authors tell them: by being part of “``.
            opens = sign in "“``"
            if begun is None and (opens or sign in "\"''"):
                begun = mark.start()
            elif not opens and begun is not None:
                yield from range(position + begun, position + mark.end())
                begun = None
        if begun is not None:
            yield from range(position + begun, position + len(paragraph))
        for mark in _SINGLE.finditer(paragraph):
            yield from range(position + mark.start(), position + mark.end())
        position += len(paragraph)


@dataclass(frozen=True, slots=True)
class Counted:
    """One attribution as sets of words, with what is told from the text about it."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    type: str  # direct, mixed or indirect
    communicates: bool


def counted(words: Words, one: Attributed) -> Counted | None:
    """Return an attribution as word sets; None where its content covers no character."""
    content = words.of(one.content)
    if not content and not any(_visible(words.text, span) for span in one.content):
        return None
    cue = words.of(one.cue)
    inside = [w for w in content if words.spans[w][0] in words.quoted]
    cue_inside = bool(cue) and all(words.spans[w][0] in words.quoted for w in cue)
    kind = "direct" if len(inside) == len(content) else "mixed"
    if not inside or cue_inside:
        kind = "indirect"
    says = any(_COMMUNICATION.match(words.lower[w]) for w in cue)
    return Counted(words.of(one.source), cue, content, kind, says)


def _visible(text: str, span: Span) -> bool:
    return bool(span.of(text).strip())
