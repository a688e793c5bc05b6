"""A data frame of articles gives a data frame of claims, the same wherever it is cut."""

import json
import shutil
import sys
from pathlib import Path

import pandas as pd
import pytest

from claims.errors import ClaimsError
from claims.frames import SPARK_SCHEMA, extract_frame, extract_frames
from claims.frames.extracting import FRAME
from tests.frames.conftest import articles

_COMPARED = ["id", "published", "speaker", "stance", "words", "spans", "rules", "trust_n"]


def test_a_row_a_claim() -> None:
    found = extract_frame(articles())
    assert list(found.columns) == [column.name for column in FRAME]
    assert set(found["document"]) == set(articles()["id"])
    assert {"accusation", "denial"} <= set(found["stance"])
    texts = dict(zip(articles()["id"], articles()["text"], strict=True))
    for document, spans, words in found[["document", "spans", "words"]].to_numpy():
        assert " … ".join(texts[document][start:end] for start, end in spans) == words
    assert str(found["published"].iloc[0]) == "2020-05-01"


def test_where_it_is_cut_makes_no_difference() -> None:
    whole = extract_frame(articles())
    cut = pd.concat(extract_frames([articles()[:3], articles()[3:]]), ignore_index=True)
    assert len(whole) > 0
    assert whole.equals(cut)


def test_no_articles_no_claims() -> None:
    found = extract_frame(articles()[:0])
    assert len(found) == 0
    assert found["hedged"].dtype == bool


def test_a_row_without_text_is_named() -> None:
    frame = articles()
    frame.loc[1, "text"] = None
    with pytest.warns(UserWarning, match="frame:2: no text in this row"):
        found = extract_frame(frame)
    assert "a1" not in set(found["document"])


def test_a_frame_without_a_text_is_a_mistake() -> None:
    """One message, and not a warning a row."""
    frame = articles().rename(columns={"text": "body"})
    with pytest.raises(
        ClaimsError, match=r"no column 'text' in the frame, whose columns are .*body"
    ):
        extract_frame(frame)


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_spark_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pyspark = pytest.importorskip("pyspark", reason="pip install 'stance-ledger[spark]'")
    if not _java():
        pytest.skip("Spark needs Java, and there is none on this machine")
    assert pyspark
    from pyspark.sql import SparkSession  # type: ignore[import-not-found,unused-ignore]

    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(tmp_path))
        .getOrCreate()
    )
    try:
        frame = session.createDataFrame(articles()).repartition(2)
        rows = frame.mapInPandas(extract_frames, SPARK_SCHEMA).collect()
    finally:
        session.stop()
    found = sorted(json.dumps([row[name] for name in _COMPARED], default=str) for row in rows)
    here = extract_frame(articles())[_COMPARED].to_numpy()
    assert found == sorted(json.dumps(list(row), default=str) for row in here)


def _java() -> bool:
    return shutil.which("java") is not None
