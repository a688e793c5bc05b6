"""Which claims a reader asks for."""

from dataclasses import dataclass
from datetime import date

CORE = ("accusation", "denial", "cooperation")
"""The three stances that the product is about; every other stance keeps them clean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What to keep; an empty field keeps all. Bounds are inclusive."""

    stances: tuple[str, ...] = CORE
    countries: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
