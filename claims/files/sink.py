"""What the bytes of a file are written to."""

from typing import Protocol


class Sink(Protocol):
    """A file, a pipe, or a terminal that shows what it is sent."""

    def write(self, part: bytes, /) -> int:
        """Take a part; return its length."""
