"""How often each row takes each stance in each period, document by document."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.ledger.select import Filter
from claims.names import country_name
from claims.tables.intervals import Side
from claims.tables.naming import UNNAMED, row_name
from claims.tables.placed import placed
from claims.tables.shift import Coverage, Period

_KEYS = {
    "country": "speaker_country, '', '', '', ''",
    "speaker": "speaker_country, speaker, '', '', ''",
    "dyad": "speaker_country, '', target_country, target, ''",
    "topic": "'', '', '', '', topic",
}
ROWS = tuple(_KEYS)


@dataclass(slots=True)
class Counts:
    """The claims of one row in one period.

    Attributes:
        country: Of the speakers, where the row has one; "" otherwise.
        sure: Stance → document → certain claims.
        unsure: Stance → uncertain claims.
        plainest: Stance → plainness of the claim that says it best (``Tallied.plainness``).
        documents: All that a claim of the row stands in.
        historic: Claims about the past; they are in none of the others.
    """

    country: str = ""
    sure: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    unsure: Counter[str] = field(default_factory=Counter)
    plainest: dict[str, str] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    historic: int = 0

    @property
    def coverage(self) -> Coverage:
        """Return how much was found, whatever its stance."""
        sure = sum(known.total() for known in self.sure.values())
        return Coverage(claims=sure + self.unsure.total(), documents=len(self.documents))

    def sides(self, stances: Sequence[str]) -> dict[str, Side]:
        """Return the certain claims of each stance, and of all, document by document."""
        whole: Counter[str] = Counter()
        for known in self.sure.values():
            whole.update(known)
        documents = sorted(name for name, number in whole.items() if number)
        of = tuple(whole[name] for name in documents)
        none: Counter[str] = Counter()
        return {
            stance: Side(tuple(self.sure.get(stance, none)[name] for name in documents), of)
            for stance in stances
        }

    def add(self, stance: str, document: str, uncertain: int, plainness: str) -> None:
        """Count a claim."""
        self.documents.add(document)
        if uncertain:
            self.unsure[stance] += 1
        else:
            self.sure[stance][document] += 1
        known = self.plainest.get(stance)
        if known is None or plainness < known:
            self.plainest[stance] = plainness


def counts(
    db: sqlite3.Connection, periods: Sequence[Period], by: str, wanted: Filter
) -> list[dict[str, Counts]]:
    """Return what a filter keeps, row by row, a period each."""
    found: list[dict[str, Counts]] = [defaultdict(Counts) for _ in periods]
    names: dict[tuple[str, ...], str] = {}
    columns = f"stance, document, uncertain, historic, plainness, {_KEYS[by]}"
    for place, (stance, document, uncertain, historic, plainness, *key) in placed(
        db, periods, wanted, columns
    ):
        whole = tuple(key)
        name = names.get(whole) or names.setdefault(whole, _named(by, *whole))
        row = found[place][name]
        row.country = key[0]
        if historic:
            row.historic += 1
        else:
            row.add(stance, document, uncertain, plainness)
    return [dict(rows) for rows in found]


def _named(by: str, country: str, speaker: str, state: str, target: str, topic: str) -> str:
    towards = country_name(state) if state else target
    return row_name(by, country=country, speaker=speaker or UNNAMED, target=towards, topic=topic)
