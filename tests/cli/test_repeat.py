"""A question asked again is answered without work, and anew as soon as anything has changed."""

import os
import time
from pathlib import Path

import pytest

from claims.cli import repeat
from tests.cli.running import PROGRAM, claims

ASKED = "China accused Japan of spying. “That is groundless,” Japan’s Foreign Minister said.\n"
SEEN = f"import sys\ntry:\n  {PROGRAM}\nfinally: print(*sys.modules, file=sys.stderr)"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMS_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "article.txt"
    path.write_text(ASKED, encoding="utf-8")
    return path


def test_the_second_answer_is_equal_and_loads_nothing_slow(article: Path) -> None:
    first = claims("report", article)
    second = claims("report", article, program=SEEN)
    assert "China" in first.stdout
    assert second.stdout == first.stdout
    assert not {"typer", "rich", "spacy", "pandas", "yaml"} & set(second.stderr.split())


def test_a_changed_article_is_read(article: Path) -> None:
    first = claims("report", article)
    article.write_text(ASKED.replace("Japan", "Canada"), encoding="utf-8")
    second = claims("report", article)
    assert "Canada" in second.stdout
    assert "Canada" not in first.stdout


def test_only_the_answer_of_a_run_that_ended_well_is_kept(article: Path) -> None:
    missing = article.with_name("missing.txt")
    for _ in range(2):
        ran = claims("report", article, missing)
        assert ran.returncode == 4
        assert "missing.txt" in ran.stderr


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text(ASKED + "More.", encoding="utf-8"),
        lambda path: path.with_name("metadata.yaml").write_text("article.txt: {outlet: Herald}"),
        lambda path: os.environ.__setitem__("COLUMNS", "83"),
        lambda path: os.environ.__setitem__("CLAIMS_MODEL", "another"),
    ],
)
def test_the_key_hangs_on(change: object, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "CLAIMS_MODEL"):
        monkeypatch.setenv(name, "")
    before = repeat.key_of(["report", str(article)])
    assert before
    assert callable(change)
    change(article)
    assert repeat.key_of(["report", str(article)]) != before


def test_the_key_hangs_on_a_folder_of_rules(article: Path, tmp_path: Path) -> None:
    rules = tmp_path / "mine"
    rules.mkdir()
    before = repeat.key_of(["report", str(article), "--rules", str(rules)])
    (rules / "new.yaml").write_text("pack: mine\n")
    assert repeat.key_of(["report", str(article), "--rules", str(rules)]) != before


@pytest.mark.parametrize(
    "arguments",
    [
        ["track", "seeds"],
        ["report", "-"],
        ["report", "seeds/*.txt"],
        ["report", "seeds", "-o", "page.md"],
        ["report", "seeds", "--output=page.md"],
        ["report", "seeds", "--no-cache"],
        ["doctor"],
        [],
    ],
)
def test_no_answer_is_kept_of(arguments: list[str], article: Path) -> None:
    assert repeat.key_of(arguments) == ""


def test_no_answer_is_kept_of_a_ledger(article: Path) -> None:
    ledger = article.with_name("desk.db")
    ledger.write_bytes(b"SQLite format 3\0" + bytes(100))
    assert repeat.key_of(["report", str(ledger)]) == ""


def test_answers_are_bounded_in_number(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeat, "_MOST", 4)
    for number in range(9):
        repeat.begin("key")
        assert list(repeat.note(["answer"])) == ["answer"]
        repeat.keep(f"key{number}")
        os.utime(
            Path(os.environ["CLAIMS_CACHE"]) / "answers" / f"key{number}", (time.time(), number)
        )
    assert len(list((Path(os.environ["CLAIMS_CACHE"]) / "answers").iterdir())) <= 5
    assert repeat.known("key8") == "answer"


def test_answers_are_forgotten_with_all_that_is_kept(article: Path) -> None:
    """They hold words of articles, which a reader may want gone from this machine."""
    claims("report", article)
    answers = Path(os.environ["CLAIMS_CACHE"]) / "answers"
    assert len(list(answers.iterdir())) == 1
    assert claims("doctor", "--clear-cache").returncode == 0
    assert list(answers.iterdir()) == []


def test_an_answer_too_long_is_passed_on_and_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeat, "_LONGEST", 10)
    repeat.begin("key")
    assert list(repeat.note(["x" * 8, "y" * 8, "z" * 8])) == ["x" * 8, "y" * 8, "z" * 8]
    assert repeat._answer is None


def test_a_process_keeps_to_one_core(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes of two threads each on two cores take twice as long as of one."""
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    told = f"import os\ntry:\n  {PROGRAM}\nfinally: print(os.environ['OPENBLAS_NUM_THREADS'])"
    assert claims("doctor", program=told).stdout.splitlines()[-1] == "1"
