"""Streams out of archives: what is damaged, or blows up, is told as a fault."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol, cast

from claims.read.fault import ReadError

FREE = 1_000_000  # bytes that may come out whatever went in
RATIO = 100  # bytes out for a byte in; text gives 3 to 5, a page of HTML 20, a bomb 1,000
MOST = 2_000_000_000  # bytes that may come out of one archive
DAMAGES = (
    EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile, NotImplementedError, RuntimeError,
)  # fmt: skip


class Readable(Protocol):
    """What a decompressor offers."""

    def read(self, size: int, /) -> bytes: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102


def capped(open_inner: Callable[[], Readable], packed: int) -> BinaryIO:
    """Open a stream that gives at most a hundredfold of the bytes that were packed.

    Raises:
        ReadError: It cannot even be opened; later, from ``read``, whatever else is wrong with it.
    """
    try:
        inner = open_inner()
    except DAMAGES as error:
        raise damage(error) from error
    return cast("BinaryIO", io.BufferedReader(_Capped(inner, allowed(packed))))


def allowed(packed: int) -> int:
    """Return how many bytes may come out of this many."""
    return min(MOST, max(FREE, RATIO * packed))


def damage(error: Exception) -> ReadError:
    """Return the fault for what a decompressor raised."""
    words = " ".join((str(error) or type(error).__name__).split())
    return ReadError(
        f"the archive is damaged ({words[:80]})", "fetch it again, or unpack it yourself"
    )


def bomb(limit: int) -> ReadError:
    """Return the fault for what unpacks to too much."""
    what = f"it unpacks to more than {limit:,} bytes, far more than text does"
    return ReadError(what, "unpack it yourself if you trust it")


class _Capped(io.RawIOBase):
    def __init__(self, inner: Readable, limit: int) -> None:
        self._inner = inner
        self._limit = self._left = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._inner.read(min(len(buffer), 1 << 16))
        except DAMAGES as error:
            raise damage(error) from error
        self._left -= len(piece)
        if self._left < 0:
            raise bomb(self._limit)
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()
