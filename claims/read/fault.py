"""What stops one input from being read, inside this room; ``read`` tells it as ``Unread``."""

from claims.errors import Unread


class ReadError(Exception):
    """One input that cannot be read: why, and how to mend it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what, fix)
        self.what = what
        self.fix = fix

    def of(self, path: str) -> Unread:
        """Return the fault with the input that has it."""
        return Unread(path, self.what, self.fix)


def reason(error: OSError) -> str:
    """Return the system's words for what went wrong with a file."""
    return (error.strerror or type(error).__name__).lower()


ACCESS = "mend the path, or its permissions"
