"""What the README shows is what the program prints."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from claims.stance.cases import run_cases
from claims.track import read_rulebook

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(
    r"^```console\n\$ claims (?P<arguments>.*)\n(?P<printed>(?s:.*?))^```", re.MULTILINE
)
SHOWN = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("arguments", "printed"), SHOWN, ids=[shown[0] for shown in SHOWN])
def test_the_readme_shows_what_the_program_prints(arguments: str, printed: str) -> None:
    """Every block of the README that runs claims is run, 100 columns wide."""
    program = "import sys; from claims.cli import main; sys.argv[0] = 'claims'; main()"
    ran = subprocess.run(
        [sys.executable, "-c", program, *shlex.split(arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
    )
    assert stripped(ran.stdout) == stripped(printed), ran.stderr


def stripped(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def test_the_readme_shows_something() -> None:
    assert len(SHOWN) >= 4


def test_the_readmes_rule_holds_its_own_cases(tmp_path: Path) -> None:
    """A rule that a reader copies must work as it stands."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [rule] = re.findall(r"```yaml\n(pack:.*?)```", text, re.DOTALL)
    (tmp_path / "mine.yaml").write_text(rule, encoding="utf-8")
    book = read_rulebook([tmp_path])
    results = list(run_cases(book.packs, book.cues, book.lexicon, only=["mine.broadside"]))
    assert [result.fault for result in results] == ["", ""]
