"""Attribution against PolNeAR dev: pinned floors. Skipped where the corpus is not there."""

import os
from functools import cache
from pathlib import Path

import pytest

from claims.evaluate.attribution import Scores, score
from claims.evaluate.attribution_corpus import digest, read_corpus
from claims.evaluate.attribution_predict import predictions
from claims.speech import read_cues

SHARED = Path(os.environ.get("CLAIMS_SHARED", Path(__file__).parents[3] / "shared"))
CORPUS = SHARED / "dev" / "polnear" / "dev"

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="PolNeAR is not here: set CLAIMS_SHARED"
)


@cache
def measured() -> Scores:
    texts = read_corpus(CORPUS)
    return score(texts, predictions(texts, read_cues()))


def test_it_is_the_corpus_the_floors_were_pinned_on() -> None:
    assert digest(read_corpus(CORPUS)) == "8e0b11b707cae905"


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        pytest.param("content", 0.755, id="c"),
        pytest.param("right_source", 0.701, id="e"),
        pytest.param("direct_source", 0.921, id="direct only, e"),
    ],
)
def test_f1_does_not_fall(name: str, floor: float) -> None:
    assert getattr(measured(), name).f1 >= floor


def test_recall_of_communication_cues_does_not_fall() -> None:
    assert measured().recall["say cue"].recall >= 0.852


def test_precision_does_not_fall() -> None:
    assert measured().content.precision >= 0.803
