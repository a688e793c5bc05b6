"""Who accuses whom along some periods, and whether the accused deny it."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.ledger.select import Filter
from claims.names import country_name
from claims.tables.placed import placed
from claims.tables.quoting import quote
from claims.tables.shift import Exchange, Exchanged, Period


@dataclass(slots=True)
class _Said:
    """Claims, counted, and how plain the plainest is."""

    number: int = 0
    plainest: str = ""

    def add(self, plainness: str, number: int = 1) -> None:
        self.number += number
        if not self.plainest or plainness < self.plainest:
            self.plainest = plainness

    @classmethod
    def of(cls, parts: "Iterable[_Said]") -> "_Said":
        whole = cls()
        for part in parts:
            whole.add(part.plainest, part.number)
        return whole


@dataclass(slots=True)
class _Both:
    """What two states say to each other in one period: the first accuses, the second denies."""

    accusing: _Said = field(default_factory=_Said)
    denying: _Said = field(default_factory=_Said)


def exchanges(
    db: sqlite3.Connection, periods: Sequence[Period], wanted: Filter
) -> tuple[Exchange, ...]:
    """Return the pairs of states that accuse in any period, and the denials that answer.

    A denial answers where its speaker's state is accused in the same period by the state it is
    aimed at (accuser and accused swapped, as CAMEO 016 has it), or where it names no state at
    all. The filter's countries keep the pairs that they are part of, on either side.
    """
    found = _pairs(db, periods, wanted)
    pairs = {pair for known in found for pair in known}
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


def _pairs(
    db: sqlite3.Connection, periods: Sequence[Period], wanted: Filter
) -> list[dict[tuple[str, str], _Both]]:
    """Return what was said by accuser and accused, a period each."""
    accusing: list[dict[tuple[str, str], _Said]] = [defaultdict(_Said) for _ in periods]
    denying: list[dict[tuple[str, str], _Said]] = [defaultdict(_Said) for _ in periods]
    asked = Filter(stances=("accusation", "denial"), topics=wanted.topics)
    columns = "stance, historic, speaker_country, target_country, plainness"
    for place, (stance, historic, speaker, target, plainness) in placed(
        db, periods, asked, columns
    ):
        if speaker and speaker != target and not historic:
            kind = accusing if stance == "accusation" else denying
            kind[place][speaker, target].add(plainness)
    return [_met(*both) for both in zip(accusing, denying, strict=True)]


def _met(
    accusing: Mapping[tuple[str, str], _Said], denying: Mapping[tuple[str, str], _Said]
) -> dict[tuple[str, str], _Both]:
    """Return accusations between two states, each pair with the denials that answer."""
    found = {}
    for (accuser, accused), said in accusing.items():
        if accused:
            answers = [denying.get((accused, target)) for target in (accuser, "")]
            found[accuser, accused] = _Both(said, _Said.of(filter(None, answers)))
    return found


def _point(db: sqlite3.Connection, both: _Both) -> Exchanged:
    accusation, denial = both.accusing.plainest, both.denying.plainest
    return Exchanged(
        accusations=both.accusing.number,
        denials=both.denying.number,
        accusation=quote(db, "accusation", accusation) if accusation else None,
        denial=quote(db, "denial", denial) if denial else None,
    )
