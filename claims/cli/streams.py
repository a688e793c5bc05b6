"""Standard input, output and error where they are closed, full, or read no further."""

import errno
import io
import os
import sys

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}


def make_ready() -> None:
    """Open nothing in the place of a standard stream that is closed; let all of them take any text.

    The first file to be opened, a ledger perhaps, would else get a closed stream's number, and
    what is printed. A character that the terminal's encoding has not is shown as "?".
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115, for as long as we run
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def ended(error: OSError) -> int:
    """Return how a run ends that cannot write its answer: 0 where nobody reads on, else 2.

    So ends a run, too, from which a file is taken away while it reads.

    Raises:
        OSError: It has to do with neither.
    """
    broken = isinstance(error, BrokenPipeError)
    if error.filename is not None:
        what = f"{os.fsdecode(error.filename)}: {(error.strerror or '').lower()}"
        print(f"{what}\n  fix: mend the path, or its permissions", file=sys.stderr)
        return 2
    if not (broken or error.errno in _FULL):
        raise error
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python tries again when it ends
    if broken:
        return 0
    fix = "make room there, or write to another place"
    print(f"standard output: {(error.strerror or '').lower()}\n  fix: {fix}", file=sys.stderr)
    return 2
