"""What the wheel holds, what importing costs, and which room may import which."""

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = ("rules", "reports", "seeds")


def test_the_wheel_carries_every_data_file(tmp_path: Path) -> None:
    """The build leaves out, without a word, a missing folder and any file that git ignores."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    on_disk = {
        f"claims/_shipped/{file.relative_to(ROOT).as_posix()}"
        for folder in DATA
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and not file.name.startswith(".") and not file.name.endswith("~")
    }
    assert {name for name in names if "/_shipped/" in name} == on_disk
    assert {name.split("/")[2] for name in on_disk} == set(DATA)
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"claims"}


@pytest.mark.parametrize("folder", DATA)
def test_data_folders_hold_no_python(folder: str) -> None:
    """A .py file there would be a second import package, and breaks ``pip install -e``."""
    assert list((ROOT / folder).rglob("*.py")) == []


# Front to back, as the text goes through the house; a room may import itself and those before it.
ROOMS = (
    ("errors", "pickled", "model", "shipped", "located", "cached", "extensions"),
    ("names", "sentences"),
    ("topicbook", "topics", "eventbook", "eventwords", "events", "eventparts"),
    ("read",),
    ("bare", "with_spacy", "edges", "tokens"),
    ("parse",),
    ("syntax",),
    ("speech",),
    ("actors",),
    ("packs",),
    ("stance",),
    ("ledger",),
    ("track", "keyterms"),
    ("extract",),
    ("evaluate", "tables"),
    ("page",),
    ("files",),
    ("frames",),
    ("library", "component"),
    ("cli",),
)
PLACE = {room: place for place, rooms in enumerate(ROOMS) for room in rooms}


def test_imports_go_one_way() -> None:
    """A room imports from itself and from rooms before it, so the code reads front to back."""
    backwards = []
    for file in (ROOT / "claims").rglob("*.py"):
        here = file.relative_to(ROOT / "claims").with_suffix("").parts[0]
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("claims."):
                there = str(node.module).split(".")[1]
                if here != "__init__" and PLACE[there] > PLACE[here]:
                    backwards.append(f"{file}:{node.lineno}")
    assert backwards == []


def test_one_module_loads_a_model() -> None:
    """One module knows spaCy's loader; the others get parsed text."""
    loads = [
        file.name
        for file in (ROOT / "claims").rglob("*.py")
        if "spacy.load(" in file.read_text(encoding="utf-8")
    ]
    assert loads == ["with_spacy.py"]


@pytest.mark.parametrize(
    "arguments",
    [pytest.param(["--help"], id="help"), pytest.param(["report", "--help"], id="report")],
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """Help answers at once: no parser, no data frames, no science."""
    code = (
        "import sys; sys.argv = ['claims', *sys.argv[1:]]\n"
        "from claims.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'textacy', 'pandas', 'numpy', 'sklearn'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Usage" in ran.stdout


def test_importing_claims_loads_no_parser() -> None:
    """Tables and checks must start fast; spaCy alone takes well over a second to import."""
    code = "import sys, claims; sys.exit(bool({'spacy', 'pandas'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
