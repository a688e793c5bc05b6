"""Compiled modules: which there are, whether they are up to date, and that they find the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.extensions import check, compiled
from hatch_build import compile_modules, modules

ROOT = Path(__file__).parent.parent
ASKED = """
import pickle

from claims import tokens
from claims.model import Document
from claims.parse import parse
from claims.read import blocks
from claims.syntax import subject, whole

text = "Oslo said that the talks, which Lima had joined, were put off. Quito has not answered."
[parsed] = parse([Document(id="a", text=text, blocks=blocks(text))])
[passage] = parsed.passages
print([(subject(token), whole(token), token.left_edge, token.conjuncts) for token in passage.doc])
print(pickle.loads(pickle.dumps(parsed.document)) == parsed.document)
print(tokens.__file__.rpartition(".")[2])
"""


def made(folder: Path, module: str, age: int) -> Path:
    """Write a module and the extension made of it, so many seconds older than the module."""
    text, extension = folder / f"{module}.py", folder / f"{module}.cpython-311-x86_64-linux-gnu.so"
    for file in (text, extension):
        file.touch()
    os.utime(text, (10_000, 10_000))
    os.utime(extension, (10_000 - age, 10_000 - age))
    return extension


def test_extensions_are_found_with_the_modules_they_were_made_of(tmp_path: Path) -> None:
    extension = made(tmp_path, "verbs", age=0)
    (tmp_path / "verbs__mypyc.cpython-311-x86_64-linux-gnu.so").touch()
    assert compiled(tmp_path) == {extension: tmp_path / "verbs.py"}
    check(tmp_path)


def test_an_extension_that_hides_a_change_is_a_mistake(tmp_path: Path) -> None:
    made(tmp_path, "verbs", age=5)
    made(tmp_path, "nouns", age=5)
    told = r"nouns\.py: changed after it was compiled; one of 2\n  fix: make fast"
    with pytest.raises(ClaimsError, match=told):
        check(tmp_path)
    (tmp_path / "_shipped").mkdir()  # an installed wheel: nobody changes anything there
    check(tmp_path)


def test_each_module_that_is_to_be_compiled_is_there() -> None:
    paths = modules(ROOT)
    assert all((ROOT / path).is_file() for path in paths)
    assert {"claims/tokens.py", "claims/speech/verbs.py", "claims/stance/match.py"} <= {*paths}


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_compiled_modules_find_the_same(tmp_path: Path) -> None:
    """A few modules, to be quick; ``make fast`` asks the cases of all rules of all of them."""
    ignored = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
    shutil.copytree(ROOT / "claims", tmp_path / "claims", ignore=ignored)
    (tmp_path / "rules").symlink_to(ROOT / "rules")
    plain = answer(tmp_path)
    few = ("edges", "model", "sentences", "parse", "syntax", "tokens")
    compile_modules(tmp_path, [f"claims/{name}.py" for name in few])
    fast = answer(tmp_path)
    assert fast[:2] == plain[:2]
    assert plain[1:] == ["True", "py"]
    assert fast[2] == "so"


def answer(folder: Path) -> list[str]:
    """Return what the claims of a folder answer, line by line."""
    asked = [sys.executable, "-c", ASKED]
    ran = subprocess.run(asked, cwd=folder, check=True, capture_output=True, text=True)
    return ran.stdout.splitlines()
