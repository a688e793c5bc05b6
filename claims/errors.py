"""What can go wrong because of something a person wrote or named, and how it is told."""

from collections.abc import Sequence
from dataclasses import dataclass


class ClaimsError(Exception):
    """Anything the user can mend. The command line prints it, and no traceback."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a file that a person wrote, and how to mend it.

    ``line`` and ``column`` count from 1, as editors do.
    """

    path: str
    line: int
    column: int
    what: str
    fix: str

    def __str__(self) -> str:
        """Return the fault as ``path:line:column: what``, with its fix on a second line."""
        return f"{self.path}:{self.line}:{self.column}: {self.what}\n  fix: {self.fix}"


class PackError(ClaimsError):
    """Rule files that cannot be used as written; ``problems`` holds every fault found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)  # the same arguments, or it cannot cross a process pool
        self.problems = tuple(problems)

    def __str__(self) -> str:
        """Return every fault, one after the other."""
        return "\n".join(map(str, self.problems))


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read: which one, why, and how to mend it."""

    path: str
    what: str
    fix: str

    def __str__(self) -> str:
        """Return the fault in the form of every other fault of ours."""
        return f"{self.path}: {self.what}\n  fix: {self.fix}"
