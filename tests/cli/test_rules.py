"""``claims rules stats``: what each rule did on labelled sentences, as a user reads it."""

import json
from pathlib import Path

import pytest

from claims.cli import main

ROWS = [
    ("Norway accused Russia of sabotage.", "accusation"),
    ("Ghana accused Togo of theft.", "accusation"),
    ("Kenya accused Somalia of piracy.", "other"),
    ("Iran denied the allegation.", "denial"),
]


@pytest.fixture
def printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command prints for four labelled sentences."""
    gold = tmp_path / "gold.jsonl"
    rows = [
        {"id": f"row-{n}", "text": text, "gold_class": label}
        for n, (text, label) in enumerate(ROWS)
    ]
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run("rules", "stats", str(gold)) == 0
    return capsys.readouterr().out


def run(*arguments: str) -> int:
    """Run the command line in this process; return how it ended."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["claims", *arguments])
        try:
            main()
        except SystemExit as ended:
            return int(ended.code or 0)
    return 0


def test_a_rule_shows_its_counts_precision_and_coverage(printed: str) -> None:
    """Two of three accusations were right, and these are all there are."""
    line = next(line for line in printed.splitlines() if line.startswith("accusation.accuse "))
    assert line.split()[2:] == ["3", "3", "2", "0.67", "1.000"]


def test_what_a_rule_gets_wrong_is_shown(printed: str) -> None:
    """The sentence stands below the rule, with its label."""
    assert "wrong row-2, labelled other: Kenya accused Somalia of piracy." in printed


def test_silent_rules_and_rules_of_one_sentence_are_named(printed: str) -> None:
    """Both are the rules that a maintainer looks at first."""
    assert "never fired: " in printed
    assert "right on one sentence only: 1 of" in printed
    assert "macro-F1 without those 1: " in printed
