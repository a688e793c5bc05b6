"""The noun that every way of showing takes: headings, rows, notes. Plain values, no markup."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

Value = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often one stance was taken, and towards whom.

    Attributes:
        count: Claims that are certain.
        uncertain: Claims of a kind that the guideline calls uncertain.
        targets: Names of the chief targets with their counts, most frequent first.
    """

    count: int = 0
    uncertain: int = 0
    targets: tuple[tuple[str, int], ...] = ()

    @property
    def whom(self) -> str:
        """The targets in one line: "China 3, Russia 1"."""
        return ", ".join(f"{name} {count}" for name, count in self.targets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words that show best how a row takes one stance, and the way back to them.

    Attributes:
        claim: The claim's id.
    """

    stance: str
    words: str
    speaker: str
    claim: str

    def __str__(self) -> str:
        """Return the quotation in one line, with whose it is and which claim."""
        return f"{self.stance}: “{self.words}” {self.speaker} [{self.claim}]"


Cell = Value | Tally | tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: where its cells come from, and what stands above them."""

    key: str
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What is shown, in order; ``rows`` has one cell a column.

    Attributes:
        more: Rows that were asked for and left out, as too many.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    more: int = 0

    def to_pandas(self) -> "pd.DataFrame":
        """Return the rows as a frame with typed columns (``claims.tables.notebook.frame``)."""
        from claims.tables.notebook import frame

        return frame(self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: HTML in which nothing of an article is alive."""
        from claims.tables.notebook import html

        return html(self)
