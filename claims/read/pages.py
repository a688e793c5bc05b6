"""The article of a web page, and what the page says of itself."""

import re
from html import unescape

from claims.read.dating import day
from claims.read.decoding import checked, encoding_of
from claims.read.fault import ReadError
from claims.read.metadata import Metadata

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which the standard wants the page's encoding
_OPENING = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def is_page(text: str) -> bool:
    """Return whether a text without an ending to tell it is a web page."""
    return _OPENING.match(text[:_HEAD].lstrip("\ufeff")) is not None


def page(raw: bytes) -> tuple[str, Metadata]:
    """Return the text of a page's article, headline first, and what the page tells of it.

    Scripts, menus and link lists are left out.

    Raises:
        ReadError: It is no page, or there is no article on it.
    """
    # trafilatura costs 0.2 s to import, and few folders hold pages.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extracted

    html = checked(_decode(raw))
    try:
        found = bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:  # whatever the parsers behind it raise on a broken page
        what = f"the page cannot be taken apart ({type(error).__name__})"
        raise ReadError(what, "save the article as text") from error
    if not isinstance(found, Extracted) or not (found.text or "").strip():
        raise ReadError("no article on this page", "save the article as text")
    known = Metadata(
        title=" ".join(unescape(found.title or "").split()),
        outlet=found.sitename or "",
        url=found.url or "",
        published=day(found.date or ""),
    )
    return _headed(found.text or "", known.title), known


def _decode(raw: bytes) -> str:
    """Decode by mark, by what the page declares, or as any other text."""
    declared = _CHARSET.search(raw[:_HEAD])
    if declared and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # pages lie about it
    return raw.decode(encoding_of(raw), "replace")


def _headed(text: str, title: str) -> str:
    """Return the text with its headline, which extraction takes for a part of the page."""
    opening = " ".join(text[: len(title) + 400].split()).casefold()
    return text if title.casefold() in opening else f"{title}\n{text}"
