"""Standard streams that are closed, full, or read no further: no traceback, and what is said."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM

COMMANDS = [["--help"], ["report", "ARTICLE"], ["export", "ARTICLE"], ["actors", "resolve", "Xi"]]
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("articles") / "truce.txt"
    path.write_text("China accused Japan of breaking the truce.\n", encoding="utf-8")
    return str(path)


def shell(line: str, command: list[str], article: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of bash in which "$@" is the program with these arguments."""
    named = [article if argument == "ARTICLE" else argument for argument in command]
    run = ["bash", "-c", line, "bash", sys.executable, "-c", PROGRAM, *named]
    return subprocess.run(run, capture_output=True, text=True, timeout=120)


@full
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_disk_below_standard_output_is_told(command: list[str], article: str) -> None:
    ran = shell('"$@" > /dev/full', command, article)
    assert ran.returncode == 2
    assert ran.stderr.startswith("standard output: no space left on device\n  fix: ")
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_who_reads_no_further_is_no_fault(command: list[str], article: str) -> None:
    """As with "claims report | head": even where a shell asks every part of a pipe how it went."""
    ran = shell('set -o pipefail; "$@" | true', command, article)
    assert (ran.returncode, ran.stderr) == (0, "")


@full
def test_a_kept_answer_ends_in_the_same_way(article: str) -> None:
    shell('"$@" > /dev/null', ["report", "ARTICLE"], article)
    ran = shell('"$@" > /dev/full; "$@" > /dev/full', ["report", "ARTICLE"], article)
    assert (ran.returncode, "Traceback" in ran.stderr) == (2, False)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_closed_streams_are_as_good_as_none(command: list[str], article: str) -> None:
    """Under some schedulers there are none; what is asked for is still done."""
    ran = shell('"$@" <&- >&- 2>&-', command, article)
    assert ran.returncode == 0


def test_a_closed_standard_input_is_an_empty_one(article: str) -> None:
    ran = shell('"$@" <&-', ["report", "-"], article)
    assert (ran.returncode, "-: the file is empty" in ran.stderr) == (4, True)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
@pytest.mark.parametrize("command", ["report", "show", "topics", "compare 2013 2014"])
def test_what_a_terminal_cannot_show_stops_nothing(
    command: str, encoding: str, article: str
) -> None:
    ran = shell(f'PYTHONIOENCODING={encoding} "$@"', [*command.split(), "ARTICLE"], article)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_an_argument_of_bytes_that_are_no_text_is_told(article: str) -> None:
    ran = shell('"$@" --event $(printf "\\377")', ["report", "ARTICLE"], article)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("an argument that is no text in this locale\n  fix: ")
