"""How single values stand on a page: text of any script, days, numbers, addresses."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from claims.page.nouns import Piece
from claims.tables.visible import visible

# Unicode's name of a letter begins with its script. A script alone tells few languages: "und" is
# "undetermined" (BCP 47), and lets a screen reader and a browser's fonts choose by script.
_LANGUAGES = {
    "ARABIC": "und-Arab", "ARMENIAN": "hy", "BENGALI": "und-Beng", "CJK": "und-Hani",
    "CYRILLIC": "und-Cyrl", "DEVANAGARI": "und-Deva", "ETHIOPIC": "und-Ethi", "GEORGIAN": "ka",
    "GREEK": "el", "HANGUL": "ko", "HEBREW": "he", "HIRAGANA": "ja", "KATAKANA": "ja",
    "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "SINHALA": "si", "TAMIL": "ta", "THAI": "th",
    "TIBETAN": "bo",
}  # fmt: skip
_WITH_ARTICLE = frozenset("Bahamas Gambia Maldives Netherlands Philippines Vatican".split())
_RIGHT_TO_LEFT = frozenset({"und-Arab", "he"})
# Scripts that are written from right to left: only these can turn what stands beside them.
_TURNING = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FOREIGN = re.compile(
    r"[\u0370-\u1dff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\uffdc\U00020000-\U0003ffff]+"
)
_TAGS = (("words", "mark"), ("speaker", "b"), ("cue", "i"), ("evidence", "u"), ("cut", "small"))


def said(text: str) -> Markup:
    """Return text escaped, control characters visible, other scripts with their language."""
    shown = visible(text)
    if shown.isascii() or not _FOREIGN.search(shown):
        return escape(shown)
    parts, place = [], 0
    for match in _FOREIGN.finditer(shown):
        parts.append(escape(shown[place : match.start()]))
        parts.append(_in_language(match[0], shown))
        place = match.end()
    return Markup("").join([*parts, escape(shown[place:])])


def _in_language(run: str, whole: str) -> Markup:
    language = _LANGUAGES.get(_script(run), "und")
    if language == "und-Hani" and any("\u3041" <= letter <= "\u30ff" for letter in whole):
        language = "ja"
    if language == "und":
        return escape(run)
    direction = Markup(' dir="rtl"') if language in _RIGHT_TO_LEFT else ""
    return Markup('<span lang="{}"{}>{}</span>').format(language, direction, run)


def _script(run: str) -> str:
    letter = next((letter for letter in run if letter.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def apart(text: str, most: int = 240) -> Markup:
    """Return text as ``said``; isolated, where its direction could turn what is around it.

    A name or a quotation longer than ``most`` characters is cut with a mark.
    """
    shown = short(text, most)
    return Markup("<bdi>{}</bdi>").format(said(shown)) if turning(shown) else said(shown)


def key(text: str) -> str:
    """Return what tells one value of a filter from others, in an attribute or an address."""
    return short(visible(text), 120)


def short(text: str, most: int) -> str:
    """Return text of no more than so many characters; what is cut leaves a mark."""
    return f"{text[: most - 1]}…" if len(text) > most else text


def turning(text: str) -> bool:
    """Return whether text holds letters that are written from right to left."""
    return not text.isascii() and bool(_TURNING.search(text))


def marked(pieces: Iterable[Piece]) -> Markup:
    """Return the pieces of a passage: mark the words, b the speaker, i the cue, u the evidence."""
    parts = []
    for piece in pieces:
        shown = said(piece.text)
        for kind, tag in reversed(_TAGS):
            if kind in piece.marks:
                shown = Markup("<{0}>{1}</{0}>").format(Markup(tag), shown)
        parts.append(shown)
    return Markup(str(Markup("").join(parts)).replace("</mark><mark>", ""))


def address(url: str) -> str:
    """Return an address that a reader may follow, "" for any but http and https."""
    try:
        parts = urlsplit(url.strip())
        named = bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return ""
    plain = url.strip().isprintable() and not re.search(r"[\s<>\"\\]", url.strip())
    return url.strip() if parts.scheme in {"http", "https"} and named and plain else ""


def in_words(day: date | None) -> str:
    """Return a day as "8 June 2013"."""
    return f"{day.day} {day:%B} {day.year}" if day else "day unknown"


def days(first: date | None, last: date | None) -> str:
    """Return two days as "7–8 June 2013", "8 June to 3 July 2013"; "" where they are unknown."""
    if first is None or last is None:
        return ""
    if first == last:
        return in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {in_words(last)}"
    return f"{in_words(first)} to {in_words(last)}"


def many(number: int, noun: str) -> str:
    """Return "1 claim", "1,204 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(names: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def the(name: str) -> str:
    """Return a name as it stands in a sentence: "the United States", "China"."""
    article = name.startswith(("United ", "European ", "African ")) or name in _WITH_ARTICLE
    return f"the {name}" if article else name


def percent(share: float) -> str:
    """Return 0.456 as "46 %", which no line end parts."""
    return f"{share * 100:.0f}\u00a0%"


def trusted(share: float | None, found: int) -> str:
    """Return what is known of a rule's precision: never a share without its count."""
    if share is None:
        return "never measured"
    return f"right in {percent(share)} of {many(found, 'labelled find')}"
