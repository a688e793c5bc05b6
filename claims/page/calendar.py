"""Stretches of time for a chart: as long as it takes for few enough of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_MOST = 26  # bars beside each other that can still be told apart on a phone
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Unit:
    """A length of time: the number of the one that a day lies in, and what a number is called."""

    name: str
    number: Callable[[date], int]
    label: Callable[[int], str]


def _day(number: int) -> str:
    known = date.fromordinal(number)
    return f"{known.day} {_MONTHS[known.month - 1]} {known.year}"


UNITS = (
    Unit("day", date.toordinal, _day),
    Unit("month", lambda d: d.year * 12 + d.month - 1, lambda n: f"{_MONTHS[n % 12]} {n // 12}"),
    Unit("quarter", lambda d: d.year * 4 + (d.month - 1) // 3, lambda n: f"Q{n % 4 + 1} {n // 4}"),
    Unit("year", lambda d: d.year, str),
    Unit("decade", lambda d: d.year // 10, lambda n: f"{n}0s"),
    Unit("century", lambda d: d.year // 100, lambda n: f"{n}00–{n}99"),
)


def unit_for(first: date, last: date) -> Unit:
    """Return the shortest unit that has few enough stretches from the first day to the last."""
    few = (unit for unit in UNITS if unit.number(last) - unit.number(first) < _MOST)
    return next(few, UNITS[-1])


def labels(unit: Unit, first: date, last: date) -> list[str]:
    """Return what the stretches are called, from that of the first day to that of the last."""
    return [unit.label(n) for n in range(unit.number(first), unit.number(last) + 1)]
