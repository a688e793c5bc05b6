"""The rules, read once: kept in the user's cache folder as the program holds them.

Reading the YAML of 4,600 people and 1,800 frame entries takes a second, and unpickling a tenth.
"""

import functools
import gc
import hashlib
import os
import pickle
import sys
from contextlib import suppress
from pathlib import Path

from claims.cached import cache_folder
from claims.extract.kept import RULES, code
from claims.ledger.provenance import rule_hash
from claims.shipped import shipped
from claims.track import Rulebook, read_rulebook

_MOST = 4  # rulebooks that are kept, 4 MB each: a user has rules of a few projects
_ENDING = ".rules"


@functools.cache
def rulebook(folders: tuple[Path, ...], keep: bool) -> Rulebook:
    """Return the shipped rules with those of the user's folders, as kept if they are unchanged.

    Raises:
        PackError: A rule file cannot be used.
    """
    gc.disable()  # it would look through 100,000 new objects again and again, all of them in use
    try:
        return _kept(folders) if keep and cache_folder() else _read(folders)
    finally:
        gc.freeze()  # and they stay in use
        gc.enable()


def _kept(folders: tuple[Path, ...]) -> Rulebook:
    path = Path(cache_folder()) / RULES / (_key(folders) + _ENDING)
    found = _known(path)
    if found is None:
        found = _read(folders)
        _keep(path, found)
    return found


def _read(folders: tuple[Path, ...]) -> Rulebook:
    found = read_rulebook(folders)
    gc.collect()  # the garbage of reading YAML, 8 MB; what is frozen stays for good
    return found


def _key(folders: tuple[Path, ...]) -> str:
    """Return what a rulebook hangs on: files of rules, where they stand, and this program."""
    known = (rule_hash(folders), str(shipped("rules")), *map(str, folders), code(), sys.version)
    return hashlib.sha256("\0".join(known).encode("utf-8", "surrogateescape")).hexdigest()


def _known(path: Path) -> Rulebook | None:
    """Return a kept rulebook; what cannot be read is no rulebook, whatever is wrong with it."""
    try:
        found = pickle.loads(path.read_bytes())
        os.utime(path)
    except Exception:  # a damaged pickle raises nearly anything
        return None
    return found if isinstance(found, Rulebook) else None


def _keep(path: Path, found: Rulebook) -> None:
    """Keep a rulebook, and forget those used longest ago; a folder that is full is no harm."""
    own = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        own.write_bytes(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        os.replace(own, path)
        kept = sorted(path.parent.glob(f"*{_ENDING}"), key=lambda file: file.stat().st_mtime)
        for old in kept[:-_MOST]:
            old.unlink()
