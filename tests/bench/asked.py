"""What a measurement is asked for on its command line: the texts it reads."""

import argparse
from pathlib import Path

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def folders(doc: str | None) -> list[Path]:
    """Return the folders and files that are named, or the seeds; end with a usage line else."""
    asked = argparse.ArgumentParser(description=doc)
    asked.add_argument("folders", nargs="*", type=Path, default=[SEEDS], help="texts; else seeds/")
    given: list[Path] = asked.parse_args().folders
    for folder in given:
        if not folder.exists():
            asked.error(f"no such folder: {folder}")
    return given
