"""Look into .zip and .gz files without unpacking them to disk, and without being blown up."""

import gzip
import os
import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO

from claims.errors import PackError, Unread
from claims.read.fault import ACCESS, ReadError, reason
from claims.read.metadata import SIDECAR, Metadata, sidecar_text
from claims.read.sources import ARCHIVES, ENDINGS, FOREIGN, Source, foreign
from claims.read.streams import DAMAGES, MOST, allowed, bomb, capped, damage

_NESTED = (*ARCHIVES, ".tar", ".tgz", ".bz2", ".xz", ".7z", ".rar")


def members(source: Source) -> Iterator[Source | Unread]:
    """Yield what an archive holds; any other source as it is."""
    if source.ending == ".gz":
        yield _unzipped(source)
    elif source.ending == ".zip":
        yield from _zip(source)
    else:
        yield source


def _unzipped(source: Source) -> Source | Unread:
    inner = source.stem
    if inner.lower().endswith(_NESTED):
        return _nested().of(source.path)

    def opened() -> BinaryIO:
        packed = os.path.getsize(source.path)
        return capped(lambda: gzip.GzipFile(source.path, "rb"), packed)

    return Source(source.path, inner, source.given, source.outright, opened)


def _zip(source: Source) -> Iterator[Source | Unread]:
    try:
        with source.open() as packed, zipfile.ZipFile(packed) as archive:
            infos = [info for info in archive.infolist() if _counts(info.filename)]
            sidecars = dict(_sidecars(archive, source.path))
            left = MOST
            for info in sorted(infos, key=lambda info: info.filename):
                left -= info.file_size
                yield _member(source, archive, info, sidecars, left)
        if not infos:
            fix = f"put {', '.join(ENDINGS[:-2])} files in it"
            yield Unread(source.path, "no article in this archive", fix)
    except PackError as error:
        first = error.problems[0]
        yield Unread(f"{first.path}:{first.line}:{first.column}", first.what, first.fix)
    except ReadError as fault:
        yield fault.of(source.path)
    except DAMAGES as error:
        yield damage(error).of(source.path)
    except OSError as error:
        yield Unread(source.path, reason(error), ACCESS)


def _counts(name: str) -> bool:
    """Return whether a member is for reading: no folder, nothing hidden, no other kind of file."""
    parts = PurePosixPath(name).parts
    hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
    return name.lower().endswith((*ENDINGS, *_NESTED, *FOREIGN)) and not hidden


def _member(
    source: Source,
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    sidecars: dict[str, dict[str, Metadata]],
    left: int,
) -> Source | Unread:
    path = f"{source.path}/{info.filename}"
    fault = _refused(info, left)
    if fault:
        return fault.of(path)
    name = PurePosixPath(info.filename)
    given = sidecars.get(str(name.parent), {}).get(name.name, Metadata()).over(source.given)

    def opened() -> BinaryIO:
        return capped(lambda: archive.open(info), info.compress_size)

    return Source(path, name.name, given, source.outright, opened)


def _refused(info: zipfile.ZipInfo, left: int) -> ReadError | None:
    """Return why a member is not even opened, if it is not."""
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
        return ReadError("its name leads out of the archive", "rename it, or do without it")
    if name.lower().endswith(_NESTED):
        return _nested()
    if name.lower().endswith(FOREIGN):
        return foreign()
    if info.flag_bits & 1:
        return ReadError("it is locked with a password", "unpack it yourself")
    if stat.S_ISLNK(info.external_attr >> 16):
        return ReadError("it is a link, not a file", "put the file itself in the archive")
    if left < 0:
        return ReadError(f"the archive unpacks to more than {MOST:,} bytes", "split the archive")
    if info.file_size > allowed(info.compress_size):
        return bomb(allowed(info.compress_size))
    return None


def _sidecars(archive: zipfile.ZipFile, path: str) -> Iterator[tuple[str, dict[str, Metadata]]]:
    """Yield what each folder's sidecar says, with the folder's name."""
    names = set(archive.namelist())
    for name in sorted(names):
        folder = PurePosixPath(name).parent
        if PurePosixPath(name).name != SIDECAR:
            continue
        with capped(partial(archive.open, name), 0) as stream:
            raw = stream.read()
        beside = {PurePosixPath(n).name for n in names if PurePosixPath(n).parent == folder}
        yield str(folder), sidecar_text(raw, f"{path}/{name}", beside.__contains__)


def _nested() -> ReadError:
    return ReadError("an archive within an archive is not read", "unpack the outer one first")
