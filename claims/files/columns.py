"""Columns of files, and those of a row a claim: name, kind and meaning, in every format the same.

What is written here is what ``reports/README.md`` shows, ``datapackage.json`` declares and the
notes of a spreadsheet explain. New columns are added at the end; none changes its meaning.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    DATE = "date"  # YYYY-MM-DD
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"  # true, false
    TEXTS = "list of texts"
    SPAN = "span"  # [start, end], characters of the document's text, half-open
    SPANS = "list of spans"
    CONSIDERED = "list of rules considered"
    SOURCES = "list of documents"
    DECISIONS = "list of decisions"


LISTS = frozenset(Kind) - {Kind.TEXT, Kind.DATE, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN}
"""Kinds that stand as JSON where a format has no lists."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file.

    Attributes:
        optional: None stands for what is not known; in CSV an empty cell. Where a column is not
            optional, an empty cell is the empty text.
        wide: Characters that its column of a spreadsheet should show.
        heading: What stands above it in Markdown, which is for reading; "" if it is left out there.
    """

    name: str
    kind: Kind
    meaning: str
    optional: bool = False
    wide: int = 12
    heading: str = ""


_ID = "The claim. claims explain ID shows why it has its label."
_STATE = "State spoken for on that day: ISO 3166 alpha-3, or EUU, NATO, UNO and the like."
_STANCE = "accusation, denial, cooperation; or demand, threat and so on."
_TRUST = "Share of its rule's finds that were right on labelled text; empty if never measured."

COLUMNS = (
    Column("id", Kind.TEXT, _ID, wide=14, heading="Claim"),
    Column(
        "published", Kind.DATE, "Day its document was published.", optional=True,
        heading="Published",
    ),
    Column("event", Kind.TEXT, "Summit or meeting that its document is about.", wide=18),
    Column(
        "speaker", Kind.TEXT, "Whose words they are; empty if nobody is named.", wide=22,
        heading="Speaker",
    ),
    Column("speaker_role", Kind.TEXT, "Office on that day.", wide=22),
    Column("speaker_country", Kind.TEXT, _STATE, optional=True, wide=9),
    Column("speaker_country_name", Kind.TEXT, "Its name in English.", wide=18, heading="For"),
    Column("reporter", Kind.TEXT, "Who passes the words on, where that is not the outlet."),
    Column("stance", Kind.TEXT, _STANCE, wide=14, heading="Stance"),
    Column("sub_stance", Kind.TEXT, "Finer kind of the stance.", wide=16),
    Column(
        "target", Kind.TEXT, "Words for whom it is aimed at; empty if nobody.", wide=22,
        heading="Target",
    ),
    Column(
        "target_country", Kind.TEXT, "State it is aimed at, coded likewise.", optional=True, wide=9
    ),
    Column("target_country_name", Kind.TEXT, "Its name in English.", wide=18),
    Column("topic", Kind.TEXT, "What it is about, a key of rules/lexicon/topics.yaml."),
    Column("mode", Kind.TEXT, "How it is told: direct, mixed, indirect, turn or narrated."),
    Column("words", Kind.TEXT, "What was said; pieces joined by ' … '.", wide=80, heading="Words"),
    Column("cue", Kind.TEXT, "Words that report it ('said', 'accused')."),
    Column("hedged", Kind.BOOLEAN, "Said with reserve ('may', 'appears to').", wide=9),
    Column("conditional", Kind.BOOLEAN, "Said under a condition ('if').", wide=9),
    Column("historic", Kind.BOOLEAN, "About the past: not counted in tables.", wide=9),
    Column("uncertain", Kind.BOOLEAN, "Of a kind counted apart, '1?' in tables.", wide=9),
    Column("rejected", Kind.BOOLEAN, "Taken out by a decision: not counted.", wide=9),
    Column(
        "source_count", Kind.INTEGER, "Documents that carry it; their sum is coverage.", wide=8,
        heading="Sources",
    ),
    Column("trust", Kind.NUMBER, _TRUST, optional=True, wide=8),
    Column("trust_n", Kind.INTEGER, "How many labelled finds that share is of.", wide=8),
    Column("document", Kind.TEXT, "Document it is quoted from: its file's name.", wide=22),
    Column("title", Kind.TEXT, "Of that document.", wide=30),
    Column("outlet", Kind.TEXT, "Who published that document.", wide=18, heading="Outlet"),
    Column("url", Kind.TEXT, "Where that document was read, if known."),
    Column("spans", Kind.SPANS, "Where the words stand in the text of the document."),
    Column("source", Kind.SPAN, "Where the text names the speaker.", optional=True),
    Column("cue_spans", Kind.SPANS, "Where the cue stands."),
    Column("evidence", Kind.SPANS, "Where the words stand that made the rules fire."),
    Column("rules", Kind.TEXTS, "Rules that decided, the deciding one first.", wide=24),
    Column("considered", Kind.CONSIDERED, "Every rule looked at, and what came of it."),
    Column("sources", Kind.SOURCES, "Documents that carry it, the first published first."),
    Column("decisions", Kind.DECISIONS, "What people decided about it, the undone too."),
    Column("version", Kind.TEXT, "Of claims, when the document was read.", wide=9),
    Column("model", Kind.TEXT, "Parser's model and its version."),
    Column("pack_hash", Kind.TEXT, "SHA-256 of the rule packs it was read with."),
    Column("rule_hash", Kind.TEXT, "SHA-256 of all rule files, the lexicon too."),
    Column("document_hash", Kind.TEXT, "SHA-256 of the document and what is known of it."),
)  # fmt: skip
"""Of a row a claim."""

NAMES = tuple(column.name for column in COLUMNS)

DECISIONS = (
    Column("number", Kind.INTEGER, "In the order they were taken, from 1."),
    Column("claim", Kind.TEXT, "The claim that was decided on."),
    Column("bound", Kind.TEXT, "The claim it holds for now; empty while none is found there."),
    Column("document", Kind.TEXT, "Of the claim, when it was decided."),
    Column("speaker", Kind.TEXT, "Of the claim, when it was decided."),
    Column("stance", Kind.TEXT, "Of the claim, when it was decided."),
    Column("words", Kind.TEXT, "Of the claim, when it was decided.", wide=80),
    Column("changes", Kind.DECISIONS, "Field, and what it shall be.", wide=30),
    Column("note", Kind.TEXT, "Why.", wide=30),
    Column("decided_by", Kind.TEXT, "Who decided."),
    Column("decided_at", Kind.TEXT, "YYYY-MM-DDTHH:MM:SSZ.", wide=20),
    Column("undone_by", Kind.TEXT, "Who undid it; empty while it stands."),
    Column("undone_at", Kind.TEXT, "When; empty while it stands.", wide=20),
    Column("state", Kind.TEXT, "standing, waiting for its claim to be found again, or undone."),
)
"""Of a row a decision."""
