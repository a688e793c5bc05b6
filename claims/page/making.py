"""Everything that stands on a page, asked of a ledger file."""

import sqlite3
from collections.abc import Sequence

from claims.errors import Unread
from claims.ledger.asking import Count
from claims.ledger.select import CORE, Filter
from claims.packs.compiled import Packs
from claims.page import charts
from claims.page.basis import basis
from claims.page.gathering import articles, choices, deciding
from claims.page.meetings import course, meetings
from claims.page.nouns import Choice, Page
from claims.page.steps import steps
from claims.page.wording import short, the
from claims.tables import View
from claims.tables.from_ledger import table
from claims.tables.table import Table, Tally

TITLE = "Who accuses, who denies, who co-operates"
_SPEAKING = {"country", "speaker"}  # rows that can be said to do something
_SPOKEN = {
    "accusation": ("accusations come", "aimed at"),
    "denial": ("denials come", "towards"),
    "cooperation": ("offers of co-operation come", "to"),
}


def made(
    db: sqlite3.Connection,
    packs: Packs,
    *,
    wanted: Filter,
    view: View,
    count: Count = Count.CLAIMS,
    unread: Sequence[Unread] = (),
    title: str = "",
) -> Page:
    """Return the page of the claims that a filter keeps."""
    counted = table(db, view, wanted, count)
    held = meetings(db, wanted)
    found = articles(db, wanted, packs)
    shown = [entry for article in found for entry in article.claims]
    filters = choices(shown)
    rules = deciding(shown)
    return Page(
        title=title or TITLE,
        basis=basis(db, wanted, counted.notes, unread, count),
        in_short=in_short(counted) if view.rows in _SPEAKING else (),
        table=counted,
        rows=view.rows,
        keys=_keys(view.rows, filters),
        stances=charts.stances(counted),
        timeline=charts.timeline(course(db, wanted)),
        meetings=held,
        steps=steps(db, wanted, held),
        articles=found,
        choices=filters,
        rules=rules,
        anchors={rule.id: f"r-{number}" for number, rule in enumerate(rules, 1)},
        shown=frozenset(entry.claim.id for entry in shown),
    )


def _keys(rows: str, filters: dict[str, tuple[Choice, ...]]) -> dict[str, str]:
    """Return how a row's name stands in a filter; only countries and topics can be filtered by."""
    return {choice.name: choice.key for choice in filters.get(rows, ())}


def in_short(counted: Table) -> tuple[str, ...]:
    """Return who takes each stance most often, and towards whom chiefly."""
    keys = [column.key for column in counted.columns]
    told = []
    for stance in (stance for stance in CORE if stance in keys):
        place = keys.index(stance)
        cells = [(str(row[0]), row[place]) for row in counted.rows]
        counts = {name: cell for name, cell in cells if isinstance(cell, Tally) and cell.count}
        most = max((cell.count for cell in counts.values()), default=0)
        first = [name for name, cell in counts.items() if cell.count == most]
        if len(first) == 1:
            told.append(_leading(stance, first[0], counts[first[0]], alone=len(counts) == 1))
    return tuple(told)


def _leading(stance: str, name: str, tally: Tally, *, alone: bool) -> str:
    come, aimed = _SPOKEN[stance]
    target = tally.targets[0][0] if tally.targets else ""
    share = tally.targets[0][1] / (tally.count + tally.uncertain) if target else 0.0
    chiefly = f", chiefly {aimed} {the(short(target, 60))}" if share > 0.5 else ""
    how = f"All {come}" if alone else f"Most {come}"
    if share == 1:
        chiefly = chiefly.replace("chiefly ", "")
    return f"{how} from {the(short(name, 60))} ({tally.count:,}{chiefly})."
