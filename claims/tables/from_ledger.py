"""From a ledger to a table: counted by SQL, a million claims in a second or two.

A claim counts once in its row. Claims about the past are told apart in a note and not counted; so
are claims by those who speak for no state, where a row is a country.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claims.ledger import asking
from claims.ledger.asking import Count, Tallied
from claims.ledger.select import CORE, Filter
from claims.names import country_name
from claims.tables.between import between_events
from claims.tables.naming import NO_STATE, NO_TOPIC, UNNAMED, many, row_name
from claims.tables.quoting import quote
from claims.tables.rows import claim_table, time_name, timeline
from claims.tables.shift_rows import as_table
from claims.tables.table import Cell, Column, Table, Tally
from claims.tables.views import TIMES, View


@dataclass(slots=True)
class _Taken:
    """How often a row takes one stance, towards whom, and the plainest of its claims."""

    whole: int = 0
    uncertain: int = 0
    plainest: str = ""
    targets: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Group:
    """What is counted of one row, whatever its stance."""

    whole: int = 0
    speakers: Counter[str] = field(default_factory=Counter)
    stances: dict[str, _Taken] = field(default_factory=lambda: defaultdict(_Taken))

    @property
    def net(self) -> int:
        """Return co-operation less accusation, certain claims only."""
        sure = {stance: taken.whole - taken.uncertain for stance, taken in self.stances.items()}
        return sure.get("cooperation", 0) - sure.get("accusation", 0)

    @property
    def beside(self) -> str:
        """Return how often other stances than the chief three are taken: "demand 2, threat 1"."""
        found = Counter({name: t.whole for name, t in self.stances.items() if name not in CORE})
        return ", ".join(f"{name.replace('_', ' ')} {n}" for name, n in _most_first(found))


def table(
    db: sqlite3.Connection,
    view: View,
    wanted: Filter,
    count: Count = Count.CLAIMS,
    *,
    most: int | None = None,
) -> Table:
    """Return the table that a view makes of the claims that a filter keeps.

    ``most`` is how many rows at most, where a row is a claim.
    """
    if view.rows == "claim":
        return claim_table(db, view, wanted, most)
    if view.rows == "event":
        return event_table(db, view, wanted)
    known = _TALLIED.get(view.rows, asking.tallies)(db, wanted)
    groups = _groups(known, view.rows, count)
    columns = _columns(view, groups.values())
    rows = sorted(groups.items(), key=lambda row: _order(row[0], row[1], view.order))
    if view.rows in TIMES:
        rows = [(name, groups.get(name, _Group())) for name in timeline(groups, view.rows)]
    cells = tuple(
        tuple(_cell(db, column, name, group, view.rows) for column in columns)
        for name, group in rows
    )
    notes = _notes(known, view)
    return Table(title=view.title, columns=columns, rows=cells, notes=notes)


def event_table(db: sqlite3.Connection, view: View, wanted: Filter) -> Table:
    """Return what changes from event to event of a ledger."""
    found = between_events(db, "country", wanted)
    if found is None:
        notes = ("fewer than two events to compare; claims compare takes days too",)
        return Table(title=view.title, columns=view.columns, rows=(), notes=notes)
    return as_table(found)


def _columns(view: View, groups: Iterable[_Group]) -> tuple[Column, ...]:
    """Return a view's columns, with one for demands, threats and the like where they are kept."""
    if not any(group.beside for group in groups):
        return view.columns
    place = next((n for n, c in enumerate(view.columns) if c.key == "words"), len(view.columns))
    return (*view.columns[:place], _BESIDE, *view.columns[place:])


_BESIDE = Column(key="beside", heading="Besides")
_TALLIED = {
    "topic": asking.tallies_by_topic,
    "month": asking.tallies_by_month,
    "quarter": asking.tallies_by_month,
    "year": asking.tallies_by_month,
}


def _row(one: Tallied, rows: str) -> str:
    if rows in TIMES:
        return time_name(one.topic, rows)
    return row_name(
        rows,
        country=one.speaker_country,
        speaker=_speaker(one),
        target=_target(one),
        topic=one.topic,
    )


def _groups(known: Iterable[Tallied], rows: str, count: Count) -> dict[str, _Group]:
    """Return what is counted of each row; one pass, for there may be hundreds of thousands."""
    groups: dict[str, _Group] = defaultdict(_Group)
    for one in known:
        name = _row(one, rows)
        if not one.claims or (rows == "country" and name == NO_STATE):
            continue
        whole, uncertain = one.claims, one.uncertain
        if count is Count.SOURCES:
            whole, uncertain = one.sources, one.uncertain_sources
        group = groups[name]
        group.whole += whole
        group.speakers[_speaker(one)] += whole
        taken = group.stances[one.stance]
        taken.whole += whole
        taken.uncertain += uncertain
        taken.targets[_target(one)] += whole
        if not taken.plainest or one.plainness < taken.plainest:
            taken.plainest = one.plainness
    return groups


def _order(name: str, group: _Group, order: str) -> tuple[bool, int, str]:
    weight = {"claims": -group.whole, "net": group.net, "name": 0}[order]
    return name in {NO_STATE, NO_TOPIC}, weight, name


def _cell(db: sqlite3.Connection, column: Column, name: str, group: _Group, rows: str) -> Cell:
    if column.key == "row":
        return name
    if column.key in CORE:
        return _tally(group.stances.get(column.key, _Taken()), rows)
    if column.key == "claims":
        return group.whole
    if column.key == "net":
        return group.net
    if column.key == "beside":
        return group.beside
    if column.key == "speakers":
        return ", ".join(name for name, _ in _most_first(group.speakers))
    return tuple(
        quote(db, stance, group.stances[stance].plainest)
        for stance in CORE
        if stance in group.stances
    )


def _tally(taken: _Taken, rows: str) -> Tally:
    named = Counter({name: number for name, number in taken.targets.items() if name})
    return Tally(
        count=taken.whole - taken.uncertain,
        uncertain=taken.uncertain,
        targets=() if rows == "dyad" or rows in TIMES else _most_first(named),
    )


def _most_first(numbers: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])))


def _speaker(one: Tallied) -> str:
    return one.speaker or UNNAMED


def _target(one: Tallied) -> str:
    return country_name(one.target_country) if one.target_country else one.target


def _notes(known: Sequence[Tallied], view: View) -> tuple[str, ...]:
    notes = []
    if historic := sum(one.historic for one in known):
        notes.append(f"{many(historic, 'claim')} about the past not counted")
    stateless: Counter[str] = Counter()
    for one in known:
        if not one.speaker_country and one.claims:
            stateless[_speaker(one)] += one.claims
    if view.rows == "country" and stateless:
        names = _most_first(stateless)[:3]
        shown = ", ".join(name for name, _ in names) + (" …" if len(stateless) > 3 else "")
        notes.append(
            f"{many(stateless.total(), 'claim')} by speakers of no known state not counted "
            f"({shown}); --by speaker shows them"
        )
    return tuple(notes)
