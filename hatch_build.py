"""Compile the rooms that read a text: a wheel's with ``STANCE_LEDGER_COMPILE=1``, or in place.

mypyc makes an extension module of each Python module below, beside it; a wheel carries both. What
they find is the same. Unless it is asked for nothing is compiled, and no C compiler is needed.
"""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VARIABLE = "STANCE_LEDGER_COMPILE"
ROOMS = ("speech", "actors", "stance")
MODULES = ("edges", "model", "packs/compiled", "parse", "sentences", "syntax", "tokens", "topics")
PLAIN = {"actors/names"}  # mypyc knows no generic dataclass

_NEEDED = ["mypy>=1.18", "setuptools>=77"]
_CHECKS = ["--ignore-missing-imports", "--no-warn-unused-ignores", "--follow-imports=silent"]


class CompileHook(BuildHookInterface[Any]):
    """Compile before the files of a wheel are gathered."""

    def dependencies(self) -> list[str]:
        """Return what compiling needs beside hatchling."""
        return _NEEDED if _asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and mark the wheel as one of this platform."""
        if self.target_name == "wheel" and _asked():
            root = Path(self.root)
            compile_modules(root, modules(root))
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
            build_data["artifacts"] += ["claims/**/*.so", "claims/**/*.pyd"]


def modules(root: Path) -> list[str]:
    """Return the modules that are compiled, as paths below the root."""
    claims = root / "claims"
    rooms = [file for room in ROOMS for file in (claims / room).glob("*.py")]
    asked = {*rooms, *(claims / f"{name}.py" for name in MODULES)}
    plain = {claims / f"{name}.py" for name in PLAIN}
    return sorted(str(file.relative_to(root)) for file in asked - plain)


def compile_modules(root: Path, paths: list[str]) -> None:
    """Make an extension module beside each module; paths are below the root.

    Each is compiled by itself (``separate``), several at a time: half the time of one for all.
    """
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(root):
        extensions = mypycify(
            [*_CHECKS, *paths], opt_level="1", debug_level="0", separate=True, target_dir=folder
        )
        command = build_ext(Distribution({"ext_modules": extensions}))
        command.inplace, command.parallel, command.build_temp = True, os.cpu_count(), folder
        command.ensure_finalized()
        command.run()


def _asked() -> bool:
    return os.environ.get(VARIABLE, "") not in {"", "0"}


if __name__ == "__main__":
    here = Path(__file__).parent
    compile_modules(here, modules(here))
