"""Write files whole or not at all, several of one command together."""

import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole(*paths: Path) -> Iterator[tuple[BinaryIO, ...]]:
    """Open files to write to; they take their places together, when all is written.

    A reader finds the old files or the new ones, never a part of one. If anything fails, the old
    ones stay and nothing is left beside them. What is no regular file (a pipe, ``/dev/stdout``)
    is written straight.

    Raises:
        OSError: A folder is missing, full or not writable; or a path is a folder.
    """
    with ExitStack() as stack:
        drafts = [stack.enter_context(_draft(Path(os.path.realpath(path)))) for path in paths]
        yield tuple(draft.file for draft in drafts)
        for draft in drafts:
            draft.finish()
        _replace([draft for draft in drafts if draft.path is not None])


class _Draft:
    """A file that is being written; ``path`` is where it will lie, None if it lies there."""

    def __init__(self, file: BinaryIO, name: str, path: Path | None) -> None:
        self.file = file
        self.name = name
        self.path = path

    def finish(self) -> None:
        """Bring all to the disk: after a power cut a name must not stand for an empty file."""
        self.file.flush()
        if self.path is not None:
            os.fsync(self.file.fileno())
        self.file.close()


@contextmanager
def _draft(path: Path) -> Iterator[_Draft]:
    known = path.stat() if path.exists() else None
    if known and not stat.S_ISREG(known.st_mode) and not path.is_dir():
        with path.open("wb") as file:
            yield _Draft(file, str(path), None)
        return
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    name = path.with_name(f".{secrets.token_hex(8)}.part")
    with name.open("xb") as file:
        try:
            if known:
                os.chmod(name, stat.S_IMODE(known.st_mode))
            yield _Draft(file, str(name), path)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(name)


def _replace(drafts: Sequence[_Draft]) -> None:
    """Put all drafts in their places; if one cannot be, those before it are taken back."""
    places = [draft.path for draft in drafts if draft.path is not None]
    done: list[tuple[Path, Path | None]] = []
    with ExitStack() as stack:
        for draft, place in zip(drafts, places, strict=True):
            # The last one has nothing behind it that could fail.
            old = stack.enter_context(_kept(place)) if place != places[-1] else None
            try:
                os.replace(draft.name, place)
            except BaseException:
                for path, before in reversed(done):
                    _restore(path, before)
                raise
            done.append((place, old))


@contextmanager
def _kept(path: Path) -> Iterator[Path | None]:
    """Keep the file that stands at a path under another name; None if there is none."""
    if not path.exists():
        yield None
        return
    other = path.with_name(f".{secrets.token_hex(8)}.old")
    try:
        try:
            os.link(path, other)
        except OSError:  # a file system without links
            shutil.copy2(path, other)
        yield other
    finally:
        other.unlink(missing_ok=True)


def _restore(path: Path, old: Path | None) -> None:
    if old is not None:
        os.replace(old, path)
    else:
        path.unlink(missing_ok=True)
