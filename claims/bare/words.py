"""Cut a text into words as spaCy's tokenizer does, by the same patterns and exceptions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

_ORTH, _NORM = 65, 67  # spaCy's numbers of these attributes, as the tokenizer's file has them
_RUN = re.compile(r"\S+|\s+")


class Form(NamedTuple):
    """A word, and its normal form where an exception gives one."""

    text: str
    norm: str = ""


class Tokenizer:
    """Patterns and exceptions of the model, read from its file.

    Attributes:
        pairs: Words side by side that may belong to an exception.
        seconds: The second words of the pairs.
    """

    def __init__(self, written: Mapping[str, Any]) -> None:
        self._prefix = re.compile(written["prefix_search"]).search
        self._suffix = re.compile(written["suffix_search"]).search
        self._infixes = re.compile(written["infix_finditer"]).finditer
        self._url_pattern = written["url_match"]
        self._special = {
            text: tuple(Form(part[_ORTH], part.get(_NORM, "")) for part in parts)
            for text, parts in written["exceptions"].items()
        }
        self._runs = self._runs_of_special()
        runs = [run for runs in self._runs.values() for run in runs]
        self.pairs = frozenset(pair for run in runs for pair in pairwise(run))
        self.seconds = frozenset(second for _, second in self.pairs)

    def words(self, text: str) -> tuple[list[Form], list[int]]:
        """Return the words of a text, and whether a blank stands behind each."""
        return self.joined(*self.apart(text))

    def apart(self, text: str) -> tuple[list[Form], list[int]]:
        """Return the same, with exceptions as they are cut beside other words."""
        forms: list[Form] = []
        spaces: list[int] = []
        for match in _RUN.finditer(text):
            run = match[0]
            if run[0] == " " and spaces:
                spaces[-1] = 1
                run = run[1:]
                if not run:
                    continue
            found = self._special.get(run) or tuple(self._parts(run, self._special))
            forms += found
            spaces += (0,) * len(found)
        return forms, spaces

    @cached_property
    def _url(self) -> Any:
        return re.compile(self._url_pattern).match

    def _parts(self, run: str, special: Mapping[str, tuple[Form, ...]]) -> Iterator[Form]:
        """Yield the words of a run: what is cut off before, what is left, what is cut off behind.

        ``special``: exceptions, which end the cutting.
        """
        prefixes, rest, suffixes = self._affixes(run, special)
        yield from map(Form, prefixes)
        if rest in special:
            yield from special[rest]
        elif rest:
            yield from map(Form, self._inner(rest))
        yield from map(Form, reversed(suffixes))

    def _affixes(
        self, rest: str, special: Mapping[str, tuple[Form, ...]]
    ) -> tuple[list[str], str, list[str]]:
        """Cut from both ends, until nothing more comes off or an exception is left."""
        prefixes: list[str] = []
        suffixes: list[str] = []
        last = 0
        while rest and len(rest) != last and rest not in special and not _letters(rest):
            last = len(rest)
            before = _length(self._prefix(rest))
            if before and rest[before:] in special:
                prefixes.append(rest[:before])
                return prefixes, rest[before:], suffixes
            behind = _length(self._suffix(rest[before:]))
            if behind and rest[:-behind] in special:
                suffixes.append(rest[-behind:])
                return prefixes, rest[:-behind], suffixes
            if before + behind > len(rest):
                behind = 0
            if before:
                prefixes.append(rest[:before])
            if behind:
                suffixes.append(rest[-behind:])
            rest = rest[before : len(rest) - behind]
        return prefixes, rest, suffixes

    def _inner(self, rest: str) -> Iterator[str]:
        """Cut at hyphens and the like, unless it is a URL."""
        if _letters(rest) or self._url(rest):
            yield rest
            return
        start = 0
        for match in self._infixes(rest):
            first, end = match.span()
            if first == 0:
                continue
            if first != start:
                yield rest[start:first]
            if first != end:
                yield rest[first:end]
            start = end
        if rest[start:]:
            yield rest[start:]

    def _runs_of_special(self) -> dict[str, list[tuple[str, ...]]]:
        """Return how exceptions that would be cut are cut, by the first word of it.

        Where their words meet again beside other words, they are joined to the exception.
        """
        runs: dict[str, list[tuple[str, ...]]] = {}
        for text in self._special:
            if self._prefix(text) or any(self._infixes(text)) or self._suffix(text) or " " in text:
                words = [form.text for run in _RUN.findall(text) for form in self._parts(run, {})]
                runs.setdefault(words[0], []).append(tuple(words))
        return runs

    def joined(self, forms: list[Form], spaces: list[int]) -> tuple[list[Form], list[int]]:
        """Put exceptions in the place of what they were cut into, in these lists; return them."""
        found = [
            (i, i + len(run))
            for i, form in enumerate(forms)
            for run in self._runs.get(form.text, ())
            if [other.text for other in forms[i : i + len(run)]] == list(run)
        ]
        if not found:
            return forms, spaces
        for start, end in reversed(_longest(found)):
            text = "".join(
                form.text + " " * space
                for form, space in zip(forms[start:end], spaces[start:end], strict=True)
            )
            special = self._special.get(text[: -1 if spaces[end - 1] else None])
            if special:
                forms[start:end] = special
                spaces[start:end] = [*(0,) * (len(special) - 1), spaces[end - 1]]
        return forms, spaces


def _letters(rest: str) -> bool:
    """Return whether there is nothing to cut; to ask it first halves the time a new run takes."""
    return rest.isascii() and rest.isalpha()


def _length(match: "re.Match[str] | None") -> int:
    return match.end() - match.start() if match else 0


def _longest(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the runs that no longer one, or one as long before it, reaches into."""
    kept: list[tuple[int, int]] = []
    taken: set[int] = set()
    for start, end in sorted(found, key=lambda run: (run[0] - run[1], run[0])):
        if start not in taken and end - 1 not in taken:
            kept.append((start, end))
        taken.update(range(start, end))
    return sorted(kept)
