"""What a page shows, in order, before any markup: plain values, and charts that are finished."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from claims.model import Claim
from claims.tables.shift import Shift
from claims.tables.table import Table


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a passage, and what they are: words, speaker, cue, evidence; or cut."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The part of a paragraph that a claim stands in.

    Attributes:
        label: Of a transcript: whose turn it is; "" elsewhere.
        begins: Whether the paragraph begins here; if not, an ellipsis says so.
        ends: Whether it ends here.
    """

    pieces: tuple[Piece, ...]
    label: str = ""
    begins: bool = True
    ends: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A claim as the page shows it.

    Attributes:
        why: The reason of the rule that decided, in its own words; "" if no rule bears its name.
        evidence: The words that made the rule fire.
        flags: What limits the claim: uncertain, hedged, conditional, about the past, decided.
        also: Other documents that carry it: outlet and day.
    """

    claim: Claim
    speaker: str
    state: str
    target: str
    topic: str
    passages: tuple[Passage, ...]
    why: str = ""
    evidence: str = ""
    flags: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document with those of its claims that are shown.

    Attributes:
        url: An http or https address; "" where there is none that may be followed.
        event: Name of the event that it is about.
    """

    title: str
    outlet: str
    published: date | None
    url: str
    event: str
    claims: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart with all that it says in words and numbers.

    Attributes:
        name: Unique on the page; a part of ids.
        drawing: The chart as inline SVG; "" where there is nothing to draw.
        headings: Of the table of its data, ``rows`` below them.
    """

    name: str
    title: str
    summary: str
    drawing: Markup
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a reader can filter by: what claims bear, what is shown, how often."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What shifted from one event to the next; no figure where all is too few to tell."""

    name: str
    shift: Shift
    summary: str
    figure: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """An event that claims are about, with what was said at it.

    Attributes:
        counts: Stance → claims.
        states: Codes of those who speak, most claims first.
    """

    key: str
    name: str
    days: str
    documents: int
    counts: Mapping[str, int]
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """A rule that decided claims on this page, and how well it is known."""

    id: str
    stance: str
    why: str
    claims: int
    trust: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a page rests on.

    Attributes:
        readings: Version of the tool, model and hash of the rules, one entry each kind of reading.
        left_out: What is not counted or not shown, and why, a sentence each.
        asked: What the reader asked for, in words; "" for everything.
    """

    documents: int
    claims: int
    days: str
    readings: tuple[str, ...]
    left_out: tuple[str, ...]
    asked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that stands on a page.

    Attributes:
        in_short: What the table says, in a few sentences.
        keys: Names of the table's rows → keys to filter by.
        anchors: Id of a rule → id of its place on the page.
        shown: Ids of the claims on the page, so that no link leads nowhere.
    """

    title: str
    basis: Basis
    in_short: tuple[str, ...]
    table: Table
    rows: str
    keys: Mapping[str, str]
    stances: Figure | None
    timeline: Figure | None
    meetings: tuple[Meeting, ...]
    steps: tuple[Step, ...]
    articles: tuple[Article, ...]
    choices: Mapping[str, tuple[Choice, ...]]
    rules: tuple[Deciding, ...]
    anchors: Mapping[str, str]
    shown: frozenset[str] = field(repr=False)
