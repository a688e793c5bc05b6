"""A small corpus in Parquet: a row an article, in several row groups."""

from pathlib import Path

import pandas as pd
import pytest

NAMES = ("Japan", "Canada", "Mexico", "Norway", "Chile", "Kenya", "India", "Brazil")


def articles() -> pd.DataFrame:
    """Return eight articles of two claims each."""
    texts = [
        f"China accused {name} of spying on its ships.\n\n“The accusation is groundless,” "
        f"{name}’s Foreign Ministry said on Monday."
        for name in NAMES
    ]
    return pd.DataFrame(
        {
            "id": [f"a{number}" for number in range(len(NAMES))],
            "text": texts,
            "published": [f"2020-05-0{number + 1}" for number in range(len(NAMES))],
            "outlet": "The Herald",
            "words": 17,
        }
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.parquet"
    articles().to_parquet(path, row_group_size=3)
    return path
