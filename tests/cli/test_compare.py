"""``claims compare`` and ``claims trend`` as a user meets them."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.running import claims

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "seeds.db"
    assert claims("track", SEEDS, "--ledger", path).returncode == 0
    return path


def test_the_seeds_tell_their_story(seeds: Path) -> None:
    """China's denial answers at Sunnylands and is gone at Lima; two articles prove no shift."""
    ran = claims("compare", "sunnylands-2013", "lima-2024", seeds)
    assert (ran.returncode, ran.stderr) == (0, "")
    out = " ".join(ran.stdout.split())
    assert "“claimed no responsibility for attacks against the US”" in out
    assert "vanished" in out
    assert "▲" not in out
    assert "▼" not in out
    assert "too few to tell" in out
    assert "United States accuses China: sunnylands-2013: 2 accusations, 1 denial;" in out
    assert "lima-2024: 2 accusations, no denial found" in out


def test_articles_stand_in_the_place_of_a_ledger(seeds: Path) -> None:
    """The sources come last, as in every command."""
    wanted = ("compare", "sunnylands-2013", "lima-2024")
    assert claims(*wanted, SEEDS).stdout == claims(*wanted, seeds).stdout


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("by", ["country", "dyad", "speaker", "topic"])
def test_no_line_is_wider_than_the_terminal(by: str, width: int, seeds: Path) -> None:
    ran = claims("compare", "2013", "2024", seeds, "--by", by, COLUMNS=str(width))
    assert max(map(len, ran.stdout.splitlines())) <= width


def test_a_plain_terminal_gets_plain_characters(seeds: Path) -> None:
    environment = {"LC_ALL": "C", "TERM": "dumb", "PYTHONIOENCODING": ""}
    for command in (["compare", "2013", "2024"], ["report", "--view", "timeline"]):
        ran = claims(*command, seeds, **environment)
        assert ran.stdout.isascii()
        assert "denies" in ran.stdout.lower()


def test_formats_agree(seeds: Path) -> None:
    """A row for each row, stance and step, the same in each."""
    wanted = ("compare", "sunnylands-2013", "lima-2024", seeds, "--format")
    rows = json.loads(claims(*wanted, "json").stdout)
    table = list(csv.DictReader(io.StringIO(claims(*wanted, "csv").stdout.lstrip("\ufeff"))))
    assert [row["row"] for row in rows] == ["China"] * 3 + ["United States"] * 3
    assert [str(row["from_count"]) for row in rows] == [row["from_count"] for row in table]
    assert "| China | denies | 11" in claims(*wanted, "md").stdout


def test_an_unknown_event_is_told_with_its_like(seeds: Path) -> None:
    ran = claims("compare", "sunylands-2013", "lima-2024", seeds)
    assert ran.returncode == 2
    assert "did you mean sunnylands-2013" in ran.stderr


def test_an_event_without_claims_says_so(seeds: Path) -> None:
    ran = claims("compare", "sunnylands-2013", "bali-2022", seeds)
    assert ran.returncode == 0
    assert "bali-2022, Biden and Xi in Bali (2022-11-14): no claim" in ran.stdout


def test_a_trend_has_a_column_a_period(seeds: Path) -> None:
    ran = claims("trend", "2013", "2019", "2024", seeds, COLUMNS="120")
    assert ran.returncode == 0
    assert "2013 → 2019 → 2024" in ran.stdout


def test_a_long_trend_is_a_sparkline(seeds: Path) -> None:
    ran = claims("trend", "--every", "quarter", seeds)
    assert "2013-Q2 → … → 2024-Q4, 47 periods" in ran.stdout
    assert "█" in ran.stdout
    assert "no claim in 45 of 47 periods" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["2013"], "a trend needs more points than 1", id="one point"),
        pytest.param(["--every", "year", "2013"], "are at odds", id="both"),
    ],
)
def test_what_is_no_trend_is_told(arguments: list[str], told: str, seeds: Path) -> None:
    ran = claims("trend", *arguments, seeds)
    assert (ran.returncode, told in ran.stderr) == (2, True)


def test_a_trend_needs_a_file() -> None:
    ran = claims("trend", "2013", "2014")
    assert ran.returncode == 2
    assert "no file or folder among 2013, 2014" in ran.stderr
