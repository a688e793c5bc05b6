"""From claims to a table: group, count, and choose the words that say it best."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.ledger.select import CORE
from claims.model import Claim, Mode
from claims.names import country_name
from claims.tables.table import Cell, Column, Quote, Table, Tally
from claims.tables.views import View
from claims.topics import topic_name

NO_STATE = "(no state)"
NO_TOPIC = "(no topic)"
_QUOTED = (Mode.DIRECT, Mode.TURN, Mode.MIXED)  # the plainest first
_BEST_LENGTH = range(5, 41)  # words: long enough to say something, short enough for a cell


def build(claims: Sequence[Claim], view: View) -> Table:
    """Return the table that a view makes of claims.

    A claim counts once in its row. Claims about the past are told apart in a note and not
    counted; so are claims by those who speak for no state, where a row is a country.
    """
    import pandas as pd  # half a second that a ledger file need not cost

    current = [claim for claim in claims if not claim.historic]
    frame = pd.DataFrame(
        {"row": [_row(claim, view.rows) for claim in current], "place": range(len(current))}
    )
    groups: dict[str, list[Claim]] = {
        str(name): [current[place] for place in group["place"]]
        for name, group in frame.groupby("row", sort=True)
        if not (view.rows == "country" and name == NO_STATE)
    }
    rows = list(groups.items())
    rows.sort(key=lambda row: _order(row, view.order))
    cells = tuple(
        tuple(_cell(column, name, group, view.rows) for column in view.columns)
        for name, group in rows
    )
    return Table(title=view.title, columns=view.columns, rows=cells, notes=_notes(claims, view))


def tally(claims: Iterable[Claim]) -> Tally:
    """Count the claims of one stance in one row."""
    known = list(claims)
    targets = Counter(target_name(claim) for claim in known)
    targets.pop("", None)
    ordered = sorted(targets.items(), key=lambda pair: (-pair[1], pair[0]))
    uncertain = sum(claim.uncertain for claim in known)
    return Tally(count=len(known) - uncertain, uncertain=uncertain, targets=tuple(ordered))


def target_name(claim: Claim) -> str:
    """Return the state a claim is aimed at, else the words for whom it is aimed at."""
    return country_name(claim.target_country) if claim.target_country else claim.target


def speaker_name(claim: Claim) -> str:
    """Return who speaks, or that the text names nobody."""
    return claim.speaker or "(unnamed)"


def _row(claim: Claim, rows: str) -> str:
    return row_name(
        rows,
        country=claim.speaker_country or "",
        speaker=speaker_name(claim),
        target=target_name(claim),
        topic=claim.topic,
    )


def row_name(rows: str, *, country: str, speaker: str, target: str, topic: str) -> str:
    """Return what stands at the head of a claim's row: a country, speaker, dyad or topic."""
    state = country_name(country) if country else NO_STATE
    if rows == "speaker":
        return speaker + (f" ({state})" if country and state != speaker else "")
    if rows == "dyad":
        return f"{state} → {target or '(no target)'}"
    if rows == "topic":
        return topic_name(topic) if topic else NO_TOPIC
    return state


def _order(row: tuple[str, list[Claim]], order: str) -> tuple[bool, int, str]:
    name, group = row
    weight = {"claims": -len(group), "net": net(group), "name": 0}[order]
    return name in {NO_STATE, NO_TOPIC}, weight, name


def net(claims: Iterable[Claim]) -> int:
    """Return co-operation less accusation, certain claims only; a denial weighs nothing."""
    weights = {"cooperation": 1, "accusation": -1}
    return sum(weights.get(claim.stance, 0) for claim in claims if not claim.uncertain)


def _cell(column: Column, name: str, group: list[Claim], rows: str) -> Cell:
    if column.key == "row":
        return name
    if column.key in CORE:
        counted = tally(claim for claim in group if claim.stance == column.key)
        return replace(counted, targets=()) if rows == "dyad" else counted
    if column.key == "net":
        return net(group)
    if column.key == "speakers":
        counts = Counter(speaker_name(claim) for claim in group)
        return ", ".join(sorted(counts, key=lambda who: (-counts[who], who)))
    return tuple(
        best_words(alike)
        for stance in CORE
        if (alike := [claim for claim in group if claim.stance == stance])
    )


def best_words(alike: Sequence[Claim]) -> Quote:
    """Return the words of the claim, of one row and stance, that speaks most plainly.

    Certain before uncertain, quoted before reported, the speaker's own before what others tell of
    them, of a length that fits; then the rule that is trusted most, then the order of the text.
    """

    def plainness(claim: Claim) -> tuple[object, ...]:
        return (
            claim.uncertain or claim.hedged,
            _QUOTED.index(claim.mode) if claim.mode in _QUOTED else len(_QUOTED),
            bool(claim.reporter),
            len(claim.words.split()) not in _BEST_LENGTH,
            -(claim.trust or 0),
            claim.document,
            claim.spans,
        )

    best = min(alike, key=plainness)
    via = f" via {best.reporter}" if best.reporter else ""
    speaker = speaker_name(best) + via
    return Quote(stance=best.stance, words=best.words, speaker=speaker, claim=best.id)


def _notes(claims: Sequence[Claim], view: View) -> tuple[str, ...]:
    notes = []
    historic = sum(claim.historic for claim in claims)
    if historic:
        notes.append(f"{_many(historic, 'claim')} about the past not counted")
    if view.rows == "country":
        stateless = [c for c in claims if not c.speaker_country and not c.historic]
        if stateless:
            names = Counter(speaker_name(claim) for claim in stateless).most_common(3)
            shown = ", ".join(name for name, _ in names)
            notes.append(
                f"{_many(len(stateless), 'claim')} by speakers of no known state not counted "
                f"({shown}{' …' if len(names) == 3 else ''}); --by speaker shows them"
            )
    return tuple(notes)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
