"""Find whose turn it is in a transcript: labels such as "MR. DONILON:", "Mao Ning:", "Q".

A transcript may keep each turn on lines of its own or stand whole on one line, so labels are
looked for at the start of a line and behind the end of a sentence.
"""

import re
from collections import Counter
from dataclasses import dataclass

from claims.model import Span

_BLANK = r"[^\S\r\n]"
_NAME = (
    r"[A-Z][\w.’'-]*(?:(?: (?:of|from|with|the|de|la|van|von|bin|al|and|for))*"
    r" [A-Z][\w.’'-]*){0,6}(?: reporter| correspondent| anchor| journalist)?"
)
_POST = r"(?:, (?:[A-Z][\w’'-]*|of|for|the|and)(?: (?:[A-Z][\w’'-]*|of|for|the|and)){0,5})?"
_ASIDE = rf"(?:{_BLANK}*\((?P<aside>[^()\n]{{1,60}})\))?"  # "(00:20)", "(via interpreter)"
_OPENING = rf"(?P<opening>^(?:[*@]|{_BLANK})*|(?<=[.?!…”\"’)\]-]){_BLANK}+)"
_LABEL = re.compile(
    rf"{_OPENING}(?P<label>\(\([^()\n]{{1,60}}\)\)|{_NAME}{_POST}){_ASIDE}{_BLANK}?:\**{_BLANK}+(?=\S)",
    re.MULTILINE,
)
_QUESTION = re.compile(
    rf"{_OPENING}(?P<label>Q)"
    rf"(?:[.:]?{_BLANK}{{2,}}|[.:]{_BLANK}|{_BLANK}(?=[A-Z][\w’']+,? [\w’']))(?=\S)",
    re.MULTILINE,
)
# Interviews on wiki pages: "((Ada Berg))  We asked.", a colon or none behind it.
_BRACKETED = re.compile(
    rf"^{_BLANK}*(?P<label>\(\([A-Z][^()\n]{{1,60}}\)\)){_BLANK}*(?=[^\s:])", re.MULTILINE
)
_ROLES = frozenset(
    "Aide Answer Host Interpreter Journalist Moderator Operator Question Reply Reporter Response "
    "Spokesman Spokesperson Spokeswoman Staff Unidentified".split(" ")
)
_NO_LABEL = frozenset(
    "Again And But Caption Credit File Here However Image Note Photo Picture Pictured Read "
    "Remember See So Source That These This Video Watch".split(" ")
)
_ENDS = frozenset(".?!…”\"’')]")
_CAPITALS = re.compile(r"[A-Z][A-Z.’' -]*[A-Z]|Q")
_TITLES = frozenset(
    "ADMIRAL AMBASSADOR CHAIRMAN CHANCELLOR DR DR. GENERAL GOVERNOR MINISTER MISS MODERATOR MR MR. "
    "MRS MRS. MS MS. PREMIER PRESIDENT PRIME REP. REPORTER SECRETARY SEN. SENATOR SIR SPEAKER "
    "SPOKESMAN SPOKESPERSON SPOKESWOMAN THE UNDER VICE".split(" ")
)
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me|[Yy]ou|[Yy]our|[Tt]hanks?)\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """Where somebody begins to speak: the label, and where the words start behind it."""

    label: Span
    words: int


def turns(text: str) -> tuple[Turn, ...]:
    """Return the labelled turns of a transcript in reading order; none for any other text."""
    found = [m for form in (_LABEL, _QUESTION, _BRACKETED) for m in form.finditer(text)]
    found = sorted((match for match in found if _is_label(match)), key=lambda m: m.start("label"))
    ends = [*(match.start("label") for match in found), len(text)][1:]
    asking = {m.start() for m, end in zip(found, ends, strict=True) if _asks(m, end)}
    count = Counter(match["label"] for match in found)
    told = bool(asking) or sum(map(_is_told_of, found)) > 1
    if not _is_transcript(count, told) or (len(found) == 1 and _is_title(found[0])):
        return ()
    if not asking and all(map(_is_dateline, found)):
        return ()
    kept = [  # "Ministry of Trade, Republic of Chad: Briefing" is a title
        match
        for match in found
        if "," not in match["label"] or count[match["label"]] > 1 or match.start("label")
        if _CAPITALS.fullmatch(match["label"])
        or count[match["label"]] > 1
        or match.start() in asking
        or (_opens_line(match) and (" " in match["label"] or match["label"] in _ROLES))
    ]
    places = {match.start("label"): match for match in kept}
    return tuple(
        Turn(Span(*places[place].span("label")), places[place].end()) for place in sorted(places)
    )


def _is_label(match: re.Match[str]) -> bool:
    """Return whether the words before the colon can name a speaker."""
    words = match["label"].split()
    credit = words[-1].rpartition(".")[2]  # a caption without a blank behind: "Ada Berg.Image:"
    return len(words) <= 7 and words[0] not in _NO_LABEL and credit not in _NO_LABEL


def _is_told_of(match: re.Match[str]) -> bool:
    """Return whether brackets tell for whom a speaker sits: "Mr. Moreau (France):"."""
    aside = match.groupdict().get("aside")
    return aside is not None and aside[0].isupper() and _opens_line(match)


def _is_title(match: re.Match[str]) -> bool:
    """Return whether a document opens with what is a title: "WORLD BRIEFING: Doha replies"."""
    line, _, after = match.string[match.end() :].partition("\n")
    return match.start("label") == 0 and bool(after) and line.rstrip()[-1:] not in _ENDS


def _is_dateline(match: re.Match[str]) -> bool:
    """Return whether a town stands before a report: "PORT LUCA: The minister said that …".

    Nobody's "we" and "you" stand in a report but in quotation marks; a man has his title.
    """
    first = match["label"].split()[0]
    if not _opens_line(match) or not _CAPITALS.fullmatch(match["label"]) or first in _TITLES:
        return False
    paragraph = match.string[match.end() :].partition("\n")[0]
    return _PERSON.search(_QUOTED.sub("", paragraph)) is None


def _opens_line(match: re.Match[str]) -> bool:
    # No more than blanks, stars and "@" stand before a label that opens its line.
    place = match.start("label")
    before = match.string[max(0, place - 40) : place].rstrip("*@ \t\xa0\u2002\u202f")
    return before[-1:] in {"\r", "\n"} or (not before and place <= 40)


def _asks(match: re.Match[str], end: int) -> bool:
    """Return whether something is asked in the label's paragraph, before the next label."""
    line_end = match.string.find("\n", match.end(), end)
    return "?" in match.string[match.end() : end if line_end < 0 else line_end]


def _is_transcript(count: Counter[str], told: bool) -> bool:
    """Tell a transcript from an article that has a colon behind a name now and then.

    Args:
        count: How often each label stands there.
        told: Whether somebody is asked something, or brackets tell for whom several speak.
    """
    if any(_CAPITALS.fullmatch(label) and " " in label for label in count):
        return True
    return len(count) >= 2 and (told or max(count.values()) >= 2)
