"""Stance against sentences that people labelled: pinned floors. Skipped where they are not."""

import os
from functools import cache
from pathlib import Path

import pytest

from claims.actors import read_lexicon
from claims.evaluate.stance import LABELS, figures, predict, read_rows
from claims.packs import read_packs
from claims.shipped import shipped
from claims.speech import read_cues

SHARED = Path(os.environ.get("CLAIMS_SHARED", Path(__file__).parents[3] / "shared"))
LABELLED = SHARED / "dev" / "stance"

pytestmark = pytest.mark.skipif(
    not LABELLED.is_dir(), reason="the labelled sentences are not here: set CLAIMS_SHARED"
)


@cache
def f1(name: str) -> dict[str, float]:
    """Return F1 by class on one set; "conflict" is accusation or denial against the rest."""
    rows = read_rows(LABELLED / f"{name}.jsonl", speech=name.startswith("unsc"))
    lexicon = read_lexicon([shipped("rules") / "lexicon"])
    found = {p.id: p for p in predict(rows, read_cues(), lexicon, read_packs())}
    each, whole = figures(rows, found, draws=10)
    gold = [row.label in LABELS[:2] for row in rows]
    taken = [found[row.id].label in LABELS[:2] for row in rows]
    both = sum(g and t for g, t in zip(gold, taken, strict=True))
    conflict = 2 * both / (sum(gold) + sum(taken))
    right = sum(found[row.id].label == row.label for row in rows)
    return {c.label: c.f1 for c in each} | {
        "macro": whole.f1, "conflict": conflict, "right": float(right),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "figure", "floor"),
    [
        pytest.param("news_dev", "macro", 0.925, id="news, macro"),
        pytest.param("news_dev", "accusation", 0.915, id="news, accusation"),
        pytest.param("news_dev", "denial", 0.915, id="news, denial"),
        pytest.param("news_dev", "cooperation", 0.915, id="news, cooperation"),
        pytest.param("unsc_dev", "conflict", 0.65, id="Security Council, conflict"),
        pytest.param("petrarch_unit", "cooperation", 0.82, id="invented states, cooperation"),
        pytest.param("hardcases", "right", 45, id="hard cases, of 49"),
    ],
)
def test_it_does_not_fall(name: str, figure: str, floor: float) -> None:
    """A floor is raised with the rules and never lowered silently."""
    assert f1(name)[figure] >= floor
