"""Run the program as a shell does."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = "import sys; sys.argv[0] = 'claims'; from claims.cli import main; main()"


def claims(
    *arguments: str | Path, program: str = PROGRAM, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process of its own, 100 columns wide; ``environment`` is added to ours."""
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", **environment},
    )
