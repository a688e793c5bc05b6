"""Keep the claims that a reader asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

from claims.model import Claim

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


@runtime_checkable
class Choosing(Protocol):
    """Claims that choose faster than one by one: those of a ledger file."""

    def meeting(self, wanted: Filter) -> Iterable[Claim]:
        """Return those that meet every field of the filter, in their order."""


def select(claims: Iterable[Claim], wanted: Filter) -> tuple[Claim, ...]:
    """Return the claims that meet every field of the filter, in their order."""
    if isinstance(claims, Choosing):
        return tuple(claims.meeting(wanted))
    return tuple(claim for claim in claims if _meets(claim, wanted))


def _meets(claim: Claim, wanted: Filter) -> bool:
    speaker = claim.speaker.casefold()
    return (
        (not wanted.stances or claim.stance in wanted.stances)
        and (not wanted.countries or claim.speaker_country in wanted.countries)
        and (not wanted.targets or claim.target_country in wanted.targets)
        and (not wanted.speakers or any(name.casefold() in speaker for name in wanted.speakers))
        and (not wanted.topics or claim.topic in wanted.topics)
        and (not wanted.events or claim.event in wanted.events)
        and (wanted.since is None or (claim.published or date.min) >= wanted.since)
        and (wanted.until is None or (claim.published or date.max) <= wanted.until)
    )
