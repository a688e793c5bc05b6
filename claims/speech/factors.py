"""How counted contexts are written down: kind by kind, by name, as right/expected/found."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from claims.located import Plain
from claims.speech.contexts import Standing

Fault = Callable[[tuple[str, ...], str, str], None]
"""What is told of a fault: the steps to it, what it is, how to mend it."""


def factors_of(
    section: str, kinds: Iterable[str], steady: float, read: Plain, fault: Fault
) -> Iterator[tuple[str, float]]:
    """Yield the contexts of a section, each with what it multiplies odds by.

    Args:
        section: Its name, for faults.
        kinds: Of contexts that it may hold.
        steady: Finds as expected that are added to each count.
        read: The section as read.
        fault: Is called with each fault.
    """
    for kind, entries in read.items() if isinstance(read, dict) else ():
        if kind not in kinds or not isinstance(entries, dict):
            fault((section, kind), "no kind of context", f"one of {', '.join(kinds)}")
            continue
        yield from _of_kind(section, kind, entries, steady, fault)


def _of_kind(
    section: str, kind: str, entries: Mapping[str, Plain], steady: float, fault: Fault
) -> Iterator[tuple[str, float]]:
    """Yield the contexts of one kind."""
    for name, value in entries.items():
        numbers = str(value).split("/")
        if len(numbers) == 3 and all(map(str.isdigit, numbers)) and numbers[2] != "0":
            yield f"{kind} {name}", Standing(*map(int, numbers)).drawn(steady)
        else:
            fix = "write right/expected/found, such as 90/60/100"
            fault((section, kind, name), f"'{value}' is no count", fix)
