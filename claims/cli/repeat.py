"""The same question to the same files gets the same answer: it is kept, and told in a blink.

Imports nothing that is slow to load: not even typer, which costs more than all that is done here.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from claims.cached import cache_folder
from claims.cli.streams import ended

_COMMANDS = {"report", "compare", "trend", "show", "explain"}  # their answer hangs on nothing else
_ENVIRONMENT = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "LANG")
_PREFIXES = ("CLAIMS_", "LC_", "PYTHON")
_LARGEST = 64 * 2**20  # bytes of input; a larger one is not read twice to save a reading
_LONGEST = 8 * 2**20  # characters of an answer that is kept: it is in memory until it is whole
_MOST = 200  # answers that are kept
_LEDGER = b"SQLite format 3\0"  # answers fast by itself, and what it holds shows in no file's hash

_answer: list[str] | None = None  # its parts so far; None where it is not kept
_size = 0  # of these, in characters


def key_of(arguments: Sequence[str]) -> str:
    """Return what a command's answer hangs on as a hash; "" for one that must be run.

    It hangs on the arguments, the content of every file they name (and the metadata beside it),
    this program, its data, and the terminal.
    """
    if not arguments or arguments[0] not in _COMMANDS or not _folder():
        return ""
    if "CLAIMS_LEDGER" in os.environ or any(_is_hidden(argument) for argument in arguments):
        return ""
    whole = hashlib.sha256()
    try:
        for part in (*arguments, *_terminal(), *_program()):
            whole.update(part.encode("utf-8", "surrogateescape") + b"\0")
        size = 0
        for path in _inputs(arguments[1:]):
            content = _content(path, _LARGEST - size)
            size += len(content)
            whole.update(path.encode("utf-8", "surrogateescape") + b"\0%d\0" % len(content))
            whole.update(content)
    except (OSError, _NotKeptError):
        return ""
    return whole.hexdigest()


def known(key: str) -> str | None:
    """Return the answer that is kept under a key, if one is."""
    try:
        with open(os.path.join(_folder(), key), encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None


def tell(answer: str) -> int:
    """Print a kept answer, and return the exit status."""
    try:
        sys.stdout.write(answer)
        sys.stdout.flush()
    except OSError as error:
        return ended(error)
    return 0


def note(parts: Iterable[str]) -> Iterator[str]:
    """Pass on the parts of an answer, and note them if it is to be kept and not too large."""
    global _answer, _size
    for part in parts:
        if _answer is not None:
            _answer.append(part)
            _size += len(part)
            if _size > _LONGEST:
                _answer = None
        yield part


def begin(key: str) -> None:
    """Begin an answer, which is noted if it has a key."""
    global _answer, _size
    _answer, _size = [] if key else None, 0


def keep(key: str) -> None:
    """Keep what was noted; a folder that cannot be written to is no harm."""
    folder, answer = _folder(), "".join(_answer or ())
    if not answer:
        return
    try:
        os.makedirs(folder, exist_ok=True)
        own = os.path.join(folder, f"{key}.{os.getpid()}")
        with open(own, "w", encoding="utf-8", newline="") as file:
            file.write(answer)
        os.replace(own, os.path.join(folder, key))
        _trim(folder)
    except (OSError, UnicodeEncodeError):
        return


def forget() -> None:
    """Forget every answer that is kept."""
    folder = _folder()
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        os.unlink(os.path.join(folder, name))


class _NotKeptError(Exception):
    """An input whose answer is not kept."""


def _folder() -> str:
    folder = cache_folder()
    return os.path.join(folder, "answers") if folder else ""


def _is_hidden(argument: str) -> bool:
    """Return whether an argument names files in a way that is not seen here, or writes some."""
    if argument.startswith("-"):
        return (
            "=" in argument
            or argument.startswith(("-o", "--output", "--no-cache"))
            or (argument == "-")
        )
    return any(mark in argument for mark in "*?[")


def _terminal() -> list[str]:
    told = [
        f"{name}={value}"
        for name, value in sorted(os.environ.items())
        if name in _ENVIRONMENT or name.startswith(_PREFIXES)
    ]
    told += [str(stream.isatty()) for stream in (sys.stdout, sys.stderr)]
    if sys.stdout.isatty():
        told.append(str(os.get_terminal_size(sys.stdout.fileno())))
    return [*told, os.getcwd(), sys.version, str(sys.stdout.encoding)]


def _program() -> Iterator[str]:
    """Yield name, size and time of every file of the program and of its data."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    beside = [os.path.join(os.path.dirname(package), name) for name in ("rules", "reports")]
    for folder in (package, *(path for path in beside if os.path.isdir(path))):
        for path in _files(folder):
            if not path.endswith((".pyc", "~")):
                stat = os.stat(path)
                yield f"{path} {stat.st_size} {stat.st_mtime_ns}"


def _inputs(arguments: Sequence[str]) -> Iterator[str]:
    for argument in arguments:
        if os.path.isdir(argument):
            yield from _files(argument)
        elif os.path.isfile(argument):
            yield argument
            beside = os.path.join(os.path.dirname(argument), "metadata.yaml")
            if os.path.isfile(beside):
                yield beside


def _files(folder: str) -> Iterator[str]:
    found = []
    for where, folders, names in os.walk(folder):
        folders.sort()
        found += [os.path.join(where, name) for name in sorted(names)]
    yield from found


def _content(path: str, most: int) -> bytes:
    if not os.path.isfile(path):
        raise _NotKeptError
    with open(path, "rb") as file:
        content = file.read(most + 1)
    if len(content) > most or content.startswith(_LEDGER):
        raise _NotKeptError
    return content


def _trim(folder: str) -> None:
    names = [os.path.join(folder, name) for name in os.listdir(folder)]
    if len(names) > _MOST:
        for path in sorted(names, key=os.path.getmtime)[: -_MOST // 2]:
            os.unlink(path)
