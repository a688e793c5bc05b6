"""The nouns of a shift: what changed from one period to the next, and how sure that is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claims.tables.table import Quote


class Effect(StrEnum):
    """What may be said of a difference of two shares."""

    RISE = "rise"  # the whole interval lies above zero
    FALL = "fall"  # the whole interval lies below zero
    NONE = "none"  # the interval holds zero
    TOO_FEW = "too few to tell"  # a side has fewer claims than ``intervals.MIN_CLAIMS``


class Basis(StrEnum):
    """What an interval takes for independent."""

    DOCUMENTS = "documents"
    CLAIMS = "claims"  # a side is one document, so that the interval speaks of that text alone
    NOTHING = ""  # there is no interval


class Fate(StrEnum):
    """What became of a stance, uncertain claims counted too."""

    APPEARED = "appeared"
    VANISHED = "vanished"
    STAYED = "stayed"
    ABSENT = "absent"  # at both
    UNSEEN = "unseen"  # one of the periods has no claim of this row at all: silence is no stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """An event, or days, that claims are gathered from.

    Attributes:
        label: As the reader wrote it: ``lima-2024``, ``2013-01..2013-06``, ``2013``.
        name: In words; the label where it has none.
        event: Key of the event; "" where the period is days.
        since: First day; None for an event, whose claims are told by its key.
        until: Last day.
    """

    label: str
    name: str
    event: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much was found, whatever its stance: to be told apart from the stance.

    Attributes:
        claims: All that count, the uncertain ones too.
        documents: Those that the claims stand in, each once.
    """

    claims: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One stance of one row in one period.

    Attributes:
        count: Certain claims of this stance.
        uncertain: Claims of this stance that the guideline calls uncertain; in no share.
        of: Certain claims of the row in this period, of all stances compared.
        documents: Those that ``of`` stand in.
        share: ``count / of``, 0.0 to 1.0; None where ``of`` is 0.
        low: Lower end of the 95 % interval of the share; None where it is not told.
        high: Upper end.
        quote: The plainest words, of an uncertain claim if there is no other; None for none.
    """

    count: int = 0
    uncertain: int = 0
    of: int = 0
    documents: int = 0
    share: float | None = None
    low: float | None = None
    high: float | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How the share of a stance differs from one period to the next.

    Attributes:
        difference: Later share less earlier share, -1.0 to 1.0; None where a side has no share.
        low: Lower end of its 95 % interval (see ``intervals``); None where it is too few to tell.
        high: Upper end.
    """

    difference: float | None = None
    low: float | None = None
    high: float | None = None
    basis: Basis = Basis.NOTHING
    effect: Effect = Effect.TOO_FEW
    fate: Fate = Fate.ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One stance of one row along the periods.

    Attributes:
        points: One a period.
        changes: One less: from each period to the next. A comparison of two has one.
    """

    stance: str
    points: tuple[Point, ...]
    changes: tuple[Change, ...]

    @property
    def taken(self) -> bool:
        """Whether the stance is taken in any period, be it uncertain."""
        return any(point.count or point.uncertain for point in self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRow:
    """A country, dyad, speaker or topic along the periods.

    Attributes:
        name: As it is shown.
        country: The speaker's, ISO 3166 alpha-3; "" where the row is no country's alone.
        coverage: One a period.
        lines: One a stance, in the order of ``Shift.stances``.
    """

    name: str
    country: str
    coverage: tuple[Coverage, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """Accusations of one state against another in one period, and the denials that answer them.

    Attributes:
        accusations: All that count, the uncertain ones too.
        denials: By the accused, aimed at the accuser or at nobody named.
    """

    accusations: int = 0
    denials: int = 0
    accusation: Quote | None = None
    denial: Quote | None = None

    @property
    def answered(self) -> bool | None:
        """Return whether a denial answers; None where nobody accuses."""
        return bool(self.denials) if self.accusations else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Who accused whom along the periods, and whether the accused denied it.

    Attributes:
        points: One a period.
    """

    accuser: str
    accused: str
    points: tuple[Exchanged, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What changed between periods.

    Attributes:
        by: What a row stands for: country, dyad, speaker or topic.
        stances: Those shown, in order.
        base: Those that shares are shares of.
        coverage: One a period, over all rows.
        exchanges: Pairs of states that accuse in any of the periods, most accusations first.
        notes: What a reader must know beside the numbers.
    """

    title: str
    by: str
    stances: tuple[str, ...]
    base: tuple[str, ...]
    periods: tuple[Period, ...]
    coverage: tuple[Coverage, ...]
    rows: tuple[ShiftRow, ...]
    exchanges: tuple[Exchange, ...]
    notes: tuple[str, ...] = ()
