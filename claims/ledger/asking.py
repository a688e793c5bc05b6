"""Ask a ledger file by SQL: the claims that a filter keeps, their sources, and tallies of them."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from claims.ledger.rows import claim_of, day, document_of, of_day
from claims.ledger.select import CORE, Filter
from claims.model import Claim, Document

# In the order of the table's own key, so that SQLite counts as it goes and sorts nothing.
_KEY = "speaker_country, speaker, stance, target_country, target"
ALL = Filter(stances=())
EFFECTIVE = (
    "f.*, p.stance AS p_stance, p.speaker AS p_speaker, p.speaker_country AS p_speaker_country, "
    "p.target AS p_target, p.target_country AS p_target_country, p.published AS p_published, "
    "p.event AS p_event, p.decided AS p_decided"
)


class Count(StrEnum):
    """What a number counts."""

    CLAIMS = "claims"  # each once, in however many outlets it stands
    SOURCES = "sources"  # each as often as documents carry it: coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that carries a claim; ``original`` is the article that it copies, or itself."""

    document: str
    outlet: str
    published: str
    original: str


class Tallied(NamedTuple):
    """Claims that agree in speaker, stance and target (and topic, if asked for), counted.

    Attributes:
        claims: Those about the present, the uncertain ones too; the past is ``historic``.
        sources: Documents that carry the claims counted in ``claims``; ``uncertain_sources``:
            those counted in ``uncertain``.
        plainness: Of the claim that says it best; compare as text, the least is the plainest.
            "" where all are about the past.
    """

    speaker_country: str
    speaker: str
    stance: str
    target_country: str
    target: str
    topic: str
    claims: int
    uncertain: int
    historic: int
    sources: int
    uncertain_sources: int
    plainness: str


def id_of(plainness: str) -> str:
    """Return the id of the claim that is so plain."""
    return plainness.rpartition("\t")[2]


def tallies(db: sqlite3.Connection, wanted: Filter) -> list[Tallied]:
    """Return the counts of what a filter keeps, over all topics."""
    return _tallies(db, wanted, _KEY, "''")


def tallies_by_topic(db: sqlite3.Connection, wanted: Filter) -> list[Tallied]:
    """Return the counts of what a filter keeps, each topic's apart."""
    return _tallies(db, wanted, f"{_KEY}, topic", "topic")


def tallies_by_month(db: sqlite3.Connection, wanted: Filter) -> list[Tallied]:
    """Return the counts of what a filter keeps, each month's apart: YYYY-MM stands as topic."""
    return _tallies(db, wanted, f"{_KEY}, substr(published, 1, 7)", "substr(published, 1, 7)")


def _tallies(db: sqlite3.Connection, wanted: Filter, key: str, topic: str) -> list[Tallied]:
    where, values = conditions(db, wanted)
    rows = db.execute(
        f"SELECT {_KEY}, {topic}, sum(historic = 0), sum(historic = 0 AND uncertain), "
        "sum(historic), sum((historic = 0) * sources), "
        "sum((historic = 0 AND uncertain) * sources), "
        "ifnull(min(CASE historic WHEN 0 THEN plainness END), '') "
        f"FROM propositions p WHERE {where} GROUP BY {key}",
        values,
    )
    return list(map(Tallied._make, rows))


def count(db: sqlite3.Connection, wanted: Filter) -> int:
    """Return how many claims a filter keeps."""
    where, values = conditions(db, wanted)
    query = f"SELECT count(*) FROM propositions p WHERE {where}"
    return int(db.execute(query, values).fetchone()[0])


def stances(db: sqlite3.Connection, wanted: Filter = ALL) -> dict[str, int]:
    """Return how many claims of each stance a filter keeps."""
    where, values = conditions(db, wanted)
    query = f"SELECT stance, count(*) FROM propositions p WHERE {where} GROUP BY stance"
    return dict(db.execute(query, values).fetchall())


def beside(db: sqlite3.Connection, wanted: Filter) -> dict[str, int]:
    """Return how many claims of other stances there are beside the chief ones asked for.

    None where a reader asks for others, or for all: they are not kept apart then.
    """
    if not wanted.stances or not set(wanted.stances) <= set(CORE):
        return {}
    found = stances(db, replace(wanted, stances=()))
    return {name: number for name, number in sorted(found.items()) if name not in CORE}


def documents(db: sqlite3.Connection) -> int:
    """Return how many documents there are."""
    return int(db.execute("SELECT count(*) FROM documents").fetchone()[0])


def asked(db: sqlite3.Connection, wanted: Filter, *, most: int | None = None) -> Iterator[Claim]:
    """Yield the claims that a filter keeps, by document and place, with decisions applied."""
    where, values = conditions(db, wanted)
    # The keys are sorted first and the wide rows fetched after: only as many as are asked for.
    chosen = f"SELECT p.claim FROM propositions p WHERE {where} ORDER BY p.document, p.place"
    limit: list[str | int] = [] if most is None else [most]
    query = (
        f"SELECT {EFFECTIVE} FROM ({chosen}{' LIMIT ?' if limit else ''}) chosen "
        "JOIN propositions p ON p.claim = chosen.claim JOIN found f ON f.id = p.claim "
        "ORDER BY p.document, p.place"
    )
    for row in db.execute(query, (*values, *limit)):
        yield effective(row)


def claim(db: sqlite3.Connection, id: str) -> Claim:
    """Return one claim by its whole id, with what was decided about it."""
    query = (
        f"SELECT {EFFECTIVE} FROM found f JOIN propositions p ON p.claim = f.proposition "
        "WHERE f.id = ?"
    )
    row = db.execute(query, (id,)).fetchone()
    return effective(row, published=row["published"], event=row["event"])


def effective(row: sqlite3.Row, **known: str) -> Claim:
    """Return the claim of a row of found and proposition, as it counts."""
    sub_stance = row["sub_stance"] if row["stance"] == row["p_stance"] else ""
    role = row["speaker_role"] if row["speaker"] == row["p_speaker"] else ""
    return claim_of(
        row,
        stance=row["p_stance"],
        sub_stance=sub_stance,
        speaker=row["p_speaker"],
        speaker_role=role,
        speaker_country=row["p_speaker_country"] or None,
        target=row["p_target"],
        target_country=row["p_target_country"] or None,
        published=of_day(known.get("published", row["p_published"])),
        event=known.get("event", row["p_event"]),
    )


def sources(db: sqlite3.Connection, claim: str) -> list[Source]:
    """Return the documents that carry a claim, the first published first."""
    rows = db.execute(
        "SELECT DISTINCT d.id AS document, d.outlet, d.published, d.original FROM found f "
        "JOIN documents d ON d.id = f.document WHERE f.proposition = "
        "(SELECT proposition FROM found WHERE id = ?) "
        "ORDER BY d.published = '', d.published, d.id",
        (claim,),
    )
    return [Source(**dict(row)) for row in rows]


def document(db: sqlite3.Connection, id: str) -> Document:
    """Return a document by its id in the ledger."""
    return document_of(db.execute("SELECT * FROM documents WHERE id = ?", (id,)).fetchone())


def conditions(db: sqlite3.Connection, wanted: Filter) -> tuple[str, list[str | int]]:
    """Return what WHERE says of the ``propositions p`` that count, and its values."""
    where, values = matching(db, wanted)
    return f"p.rejected = 0 AND {where}", values


def matching(db: sqlite3.Connection, wanted: Filter) -> tuple[str, list[str | int]]:
    """Return what WHERE says of ``propositions p``, rejected or not, and its values."""
    parts = ["1"]
    values: list[str | int] = []
    speakers = _speakers(db, wanted.speakers)
    columns = {
        "speaker_country": wanted.countries,
        "stance": wanted.stances,
        "target_country": wanted.targets,
        "topic": wanted.topics,
        "event": wanted.events,
        "speaker": tuple(sorted({who for _, who in speakers})),
    }
    if wanted.speakers and not wanted.countries:  # so that the table's key leads to them
        columns["speaker_country"] = tuple(sorted({state for state, _ in speakers}))
    for column, known in columns.items():
        if known:
            parts.append(f"p.{column} IN ({', '.join('?' * len(known))})")
            values += known
    if wanted.speakers and not speakers:
        parts.append("0")
    if wanted.since:
        parts.append("p.published >= ?")
        values.append(day(wanted.since))
    if wanted.until:
        parts.append("p.published <> '' AND p.published <= ?")
        values.append(day(wanted.until))
    return " AND ".join(parts), values


def _speakers(db: sqlite3.Connection, names: tuple[str, ...]) -> set[tuple[str, str]]:
    """Return every state and speaker whose name holds one of these, in whatever case."""
    wanted = [name.casefold() for name in names]
    known = _all_speakers(db) if names else []
    return {pair for pair in known if any(name in pair[1].casefold() for name in wanted)}


def _all_speakers(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield every state and speaker, leaping along the key from one to the next.

    Comparing both columns at once, SQLite would walk through all rows of the state.
    """
    first = "SELECT speaker_country, speaker FROM propositions {} ORDER BY 1, 2 LIMIT 1"
    within = first.format("WHERE speaker_country = ? AND speaker > ?")
    behind = first.format("WHERE speaker_country > ?")
    row = db.execute(first.format("")).fetchone()
    while row:
        yield tuple(row)
        row = db.execute(within, tuple(row)).fetchone() or db.execute(behind, row[:1]).fetchone()
