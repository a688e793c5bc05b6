"""Read rule files, tell all their faults at once, and compile what is left."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from claims.errors import PackError, Problem
from claims.located import Located, existing, read_located, text_of
from claims.packs.checks import check
from claims.packs.compiled import Packs, Trust
from claims.packs.compiling import compile_packs
from claims.packs.faults import faults_of
from claims.packs.written import WrittenPack
from claims.shipped import shipped_files

_FOLDERS = ("accusation", "companions", "cooperation", "denial")
_OTHERS = frozenset({"lexicon"})
_TRUST = "trust.json"


@dataclass(frozen=True, slots=True)
class PackFile:
    """A rule file: where it is, what it says, and where each value of it stands."""

    located: Located
    pack: WrittenPack
    text: str


def read_packs(folders: Sequence[Path] = ()) -> Packs:
    """Return the shipped rules, overlaid with those of the folders in their order.

    A folder may add rules and word lists, extend rules and disable them by id.

    Raises:
        PackError: A file cannot be used as written; every fault of every file is told.
    """
    texts = list(_shipped_texts())
    for folder in folders:
        texts += _folder_texts(folder)
    return packs_of(texts, trust=_shipped_trust())


def packs_of(texts: Iterable[tuple[str, str]], trust: dict[str, Trust] | None = None) -> Packs:
    """Return the packs of these (path, text) pairs.

    Raises:
        PackError: A file cannot be used as written.
    """
    files: list[PackFile] = []
    problems: list[Problem] = []
    for path, text in texts:
        found = _read(path, text)
        if isinstance(found, PackFile):
            files.append(found)
        else:
            problems += found
    problems += check([(file.located, file.pack) for file in files])
    if problems:
        raise PackError(problems)
    return compile_packs(
        [(file.located, file.pack) for file in files],
        trust=trust or {},
        pack_hash=_hash(file.text for file in files),
    )


def _read(path: str, text: str) -> "PackFile | list[Problem]":
    try:
        located = read_located(text, path)
        return PackFile(located, WrittenPack.model_validate(located.value), text)
    except PackError as error:
        return list(error.problems)
    except ValidationError as error:
        return faults_of(error, located)


def _shipped_texts() -> Iterable[tuple[str, str]]:
    for file in shipped_files("rules"):
        path = str(file)
        if any(f"/{folder}/" in path.replace("\\", "/") for folder in _FOLDERS):
            yield _short(path), file.read_text(encoding="utf-8")


def _short(path: str) -> str:
    """Return a shipped file's path from the rules folder on."""
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[-3:])


def _folder_texts(folder: Path) -> list[tuple[str, str]]:
    paths = sorted(path for path in existing(folder).rglob("*.yaml") if path.is_file())
    kept = [p for p in paths if not _OTHERS & set(p.relative_to(folder).parts[:-1])]
    return [(str(path), text_of(path)) for path in kept]


def _shipped_trust() -> dict[str, Trust]:
    for file in shipped_files("rules", ending=_TRUST):
        written = json.loads(file.read_text(encoding="utf-8"))
        return {rule: Trust(right, found) for rule, (right, found) in written["rules"].items()}
    return {}


def _hash(texts: Iterable[str]) -> str:
    """Return a short hash over all rule files, in the order they were read."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:12]
