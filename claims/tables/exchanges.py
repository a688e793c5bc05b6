"""Who accuses whom along some periods, and whether the accused deny it."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.ledger import asking
from claims.ledger.select import Filter
from claims.names import country_name
from claims.tables.quoting import quote
from claims.tables.shift import Exchange, Exchanged, Period


@dataclass(slots=True)
class _Both:
    """What two states say to each other in one period: the first accuses, the second denies."""

    accusations: int = 0
    denials: int = 0
    accusation: str = ""
    denial: str = ""


def exchanges(
    db: sqlite3.Connection, periods: Sequence[Period], wanted: Filter
) -> tuple[Exchange, ...]:
    """Return the pairs of states that accuse in any period, and the denials that answer.

    A denial answers where its speaker's state is accused in the same period by the state it is
    aimed at (accuser and accused swapped, as CAMEO 016 has it), or where it names no state at
    all. The filter's countries keep the pairs that they are part of, on either side.
    """
    found = [_pairs(db, period, wanted) for period in periods]
    pairs = {pair for known in found for pair, both in known.items() if both.accusations}
    if wanted.countries:
        pairs = {pair for pair in pairs if set(pair) & set(wanted.countries)}
    made = [
        Exchange(
            accuser=country_name(accuser),
            accused=country_name(accused),
            points=tuple(_point(db, known.get((accuser, accused), _Both())) for known in found),
        )
        for accuser, accused in sorted(pairs)
    ]
    return tuple(sorted(made, key=_weight))


def _weight(exchange: Exchange) -> tuple[int, str, str]:
    whole = sum(point.accusations for point in exchange.points)
    return -whole, exchange.accuser, exchange.accused


def _pairs(db: sqlite3.Connection, period: Period, wanted: Filter) -> dict[tuple[str, str], _Both]:
    """Return what was said in a period by accuser and accused."""
    asked = Filter(
        stances=("accusation", "denial"),
        topics=wanted.topics,
        events=(period.event,) if period.event else (),
        since=period.since,
        until=period.until,
    )
    where, values = asking.conditions(db, asked)
    rows = db.execute(
        "SELECT stance, speaker_country, target_country, count(*), min(plainness) "
        f"FROM propositions p WHERE {where} AND historic = 0 AND speaker_country <> '' "
        "GROUP BY stance, speaker_country, target_country",
        values,
    ).fetchall()
    found: dict[tuple[str, str], _Both] = defaultdict(_Both)
    for stance, speaker, target, number, plainest in rows:
        if stance == "accusation" and target not in {"", speaker}:
            found[speaker, target].accusations = number
            found[speaker, target].accusation = plainest
    for stance, speaker, target, number, plainest in rows:
        if stance == "denial":
            for (accuser, accused), both in found.items():
                if accused == speaker and target in {"", accuser}:
                    both.denials += number
                    both.denial = min(filter(None, [both.denial, plainest]))
    return found


def _point(db: sqlite3.Connection, both: _Both) -> Exchanged:
    return Exchanged(
        accusations=both.accusations,
        denials=both.denials,
        accusation=quote(db, "accusation", both.accusation) if both.accusation else None,
        denial=quote(db, "denial", both.denial) if both.denial else None,
    )
