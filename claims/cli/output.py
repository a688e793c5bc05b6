"""Where a command's answer goes: standard output, or a file that is written whole or not at all."""

import sys
from collections.abc import Iterable
from pathlib import Path

from claims.cli.repeat import note
from claims.errors import ClaimsError


def send(parts: Iterable[str], output: Path | None, option: str = "--output") -> None:
    """Write an answer part by part.

    Raises:
        ClaimsError: The file that ``option`` names cannot be written.
    """
    from claims.tables.files import write_whole

    if output is None:
        sys.stdout.writelines(note(parts))
        sys.stdout.flush()
        return
    try:
        write_whole(parts, output)
    except OSError as error:
        what = f"{option}: cannot write '{output}': {(error.strerror or '').lower()}"
        raise ClaimsError(f"{what}\n  fix: name a file in a folder you may write to") from error
