"""Label single sentences with their primary stance, and score that against people's labels."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.actors import Cast, Lexicon
from claims.actors.parties import Parties, parties
from claims.evaluate.lines import read_lines
from claims.model import Claim
from claims.packs import Packs
from claims.parse import Parsed, parse
from claims.speech import Cues
from claims.stance.cases import document_of, read_in
from claims.stance.classify import primary
from claims.stance.make import Draft

LABELS = ("accusation", "denial", "cooperation", "other")
_CORE = frozenset(LABELS[:3])
_SOMEBODY = "???"
_BROAD = {"legal": "accusation"}  # PLOVER counts inquiries, suits and verdicts under ACCUSE


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled sentence; ``said_by`` is the country whose own words it is, if any."""

    id: str
    text: str
    label: str
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the rules say of a sentence."""

    id: str
    label: str
    source_country: str | None
    target_country: str | None
    rules: tuple[str, ...] = ()

    def line(self) -> str:
        """Return the prediction as a line of the scorer's format."""
        return json.dumps(
            {
                "id": self.id,
                "label": self.label,
                "source_country": self.source_country if self.source_country != _SOMEBODY else None,
                "target_country": self.target_country,
            },
            ensure_ascii=False,
        )


def read_rows(path: Path, *, speech: bool = False) -> list[Row]:
    """Return the labelled sentences of a JSON Lines file.

    Args:
        path: Lines with id, text, gold_class and, for speeches, source_country.
        speech: The sentences are their speakers' own words.

    Raises:
        ClaimsError: With every line that is not such a row.
    """

    def row_of(line: Any) -> Row:
        said_by = (line.get("source_country") or _SOMEBODY) if speech else None
        if not isinstance(line["text"], str):
            raise TypeError("'text' is no text")
        return Row(str(line["id"]), line["text"], line["gold_class"], said_by)

    fix = 'each line needs "id", "text" and "gold_class"'
    return read_lines(path, row_of, "no labelled sentence", fix)


def predict(
    rows: Sequence[Row], cues: Cues, lexicon: Lexicon, packs: Packs
) -> Iterator[Prediction]:
    """Yield one prediction a row, in order."""
    documents = (document_of(row.text, row.said_by, row.id) for row in rows)
    for row, parsed in zip(rows, parse(documents), strict=True):
        found, actors = read_in(parsed, own_words(row), packs, cues, lexicon)
        yield prediction(row, found, parties_in(parsed, actors))


def parties_in(parsed: Parsed, actors: Cast) -> Parties:
    """Return the states on both sides of the first sentence of a text that tells any."""
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    for passage in parsed.passages:
        for sentence in passage.doc.sents:
            found = parties(passage, sentence, actors)
            source, target = source or found.source, target or found.target
    return Parties(source, target)


def own_words(row: Row) -> str | None:
    """Return as whose words a row is read; None for a sentence of news.

    UNSCon's column of speakers is shifted against its sentences (a British speech bears Russia's
    code), so that a speech is read as that of somebody who is none of those it names.
    """
    return None if row.said_by is None else _SOMEBODY


def prediction(row: Row, found: Sequence[Draft], states: Parties) -> Prediction:
    """Return the primary stance of a sentence, in the classes that the labels know.

    The states are those of the event as people code it, nationals of a state included; where the
    sentence tells none, those that the claim is between.
    """
    first = _conflict(found) if row.said_by is not None else None
    first = first or primary(found)
    label = label_of(first)
    if label == "other" and first is not None and first.stance == "grievance" and row.said_by:
        label = "accusation"
    source, target = _countries(first, found)
    source = row.said_by or next(iter(states.source), source)
    target = next(iter(states.target), target)
    rules = first.rules if first is not None else ()
    return Prediction(row.id, label, source, target, rules)


def _conflict(found: Sequence[Draft]) -> Claim | None:
    """Return the first claim of a speech that is in conflict with somebody, if one is."""
    for stance in ("accusation", "denial", "grievance"):
        for draft in found:
            if draft.claim.stance == stance:
                return draft.claim
    return None


def label_of(claim: Claim | None) -> str:
    """Return the class of a claim; companions are "other", lawsuits accusations."""
    return "other" if claim is None else class_of(claim.stance)


def class_of(stance: str) -> str:
    """Return the class that labels know a stance by."""
    stance = _BROAD.get(stance, stance)
    return stance if stance in _CORE else "other"


def _countries(first: Claim | None, found: Sequence[Draft]) -> tuple[str | None, str | None]:
    if first is None:
        return None, None
    alike = [d.claim for d in found if d.claim.stance == first.stance]
    source = first.speaker_country or next(
        (c.speaker_country for c in alike if c.speaker_country), None
    )
    return source, first.target_country


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """Precision, recall and F1 of one class, with a 95 % interval of F1."""

    label: str
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    gold: int
    found: int


def figures(
    rows: Sequence[Row], predictions: Mapping[str, Prediction], draws: int = 1000
) -> tuple[list[ClassFigures], ClassFigures]:
    """Return the figures of each class and their macro average; intervals by bootstrap."""
    pairs = [(row.label, predictions[row.id].label) for row in rows]
    labels = [label for label in LABELS if any(label in pair for pair in pairs)]
    point = {label: _prf(pairs, label) for label in labels}
    drawn = _draws(pairs, labels, draws)
    each = [
        ClassFigures(
            label, *point[label], *_interval([d[label] for d in drawn]), *_sizes(pairs, label)
        )
        for label in labels
    ]
    known = [label for label in labels if any(gold == label for gold, _ in pairs)]
    macros = [sum(d[label] for label in known) / len(known) for d in drawn]
    mean = [sum(point[label][i] for label in known) / len(known) for i in range(3)]
    whole = ClassFigures(
        "macro", mean[0], mean[1], mean[2], *_interval(macros), len(pairs), len(pairs)
    )
    return each, whole


def _prf(pairs: Iterable[tuple[str, str]], label: str) -> tuple[float, float, float]:
    counts = Counter((gold == label, found == label) for gold, found in pairs)
    right, found, gold = counts[True, True], counts[False, True], counts[True, False]
    precision = right / (right + found) if right + found else 0.0
    recall = right / (right + gold) if right + gold else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _sizes(pairs: Sequence[tuple[str, str]], label: str) -> tuple[int, int]:
    return sum(g == label for g, _ in pairs), sum(f == label for _, f in pairs)


def _draws(
    pairs: Sequence[tuple[str, str]], labels: Sequence[str], draws: int
) -> list[dict[str, float]]:
    chance = random.Random(13)  # fixed, so that the same predictions print the same interval
    found = []
    for _ in range(draws):
        sample = chance.choices(pairs, k=len(pairs))
        found.append({label: _prf(sample, label)[2] for label in labels})
    return found


def _interval(values: Sequence[float]) -> tuple[float, float]:
    if not values:
        return 0.0, 1.0
    ordered = sorted(values)
    return ordered[int(0.025 * len(ordered))], ordered[int(0.975 * (len(ordered) - 1))]
