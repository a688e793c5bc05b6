"""The forms of words by number: runs of letters are cut, and vectors computed, once for each."""

from collections.abc import Callable, Sequence
from itertools import chain, pairwise

import numpy as np

from claims.bare.layers import Floats
from claims.bare.words import Form, Tokenizer

_KEPT = 20_000  # forms, 15 MB; 300,000 words of news have 24,000, of which half stand there once

Key = tuple[Form, int]
"""A form, and 1 if a blank stands behind it."""
Numbers = tuple[int, ...]


class Forms:
    """The forms met of late; number 0 is none, whose vector is zeros.

    A run of letters is looked up and not cut again: .3 instead of 2.7 µs a word.

    Attributes:
        texts: The forms by number.
        spaces: 1 where a blank stands behind, by number.
        vectors: By number, and behind them room for more.

    Args:
        embedded: Computes the vectors of forms.
        width: Of a vector.
    """

    def __init__(
        self, tokenizer: Tokenizer, embedded: Callable[[Sequence[Key]], Floats], width: int
    ) -> None:
        self._tokenizer, self._embedded = tokenizer, embedded
        self._inside, self._last = _Runs(self._cut, 1), _Runs(self._cut, 0)
        self._joining: set[str] = set()  # runs that may make an exception with the one before
        self._numbers: dict[Key, int] = {(Form(""), 0): 0}
        self.texts, self.spaces = [""], [0]
        self._uses = np.zeros(1, "intp")
        self.vectors = np.zeros((1, width), "float32")

    def numbers(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the numbers of each text's forms."""
        if len(self.texts) > _KEPT:
            self._forget()
        found = list(map(self._numbers_of, texts))
        self._learn()
        self._uses += np.bincount(list(chain.from_iterable(found)), minlength=len(self._uses))
        return found

    def _numbers_of(self, text: str) -> list[int]:
        *runs, last = text.split(" ")
        try:
            found = [*map(self._inside.__getitem__, runs), self._last[last]]
        except _NotAloneError:
            return self._one_by_one(text)
        if not self._joining.isdisjoint((*runs, last)) and self._may_join(found):
            return self._one_by_one(text)
        return list(chain.from_iterable(found))

    def _may_join(self, runs: Sequence[Numbers]) -> bool:
        """Return whether an exception is sought where a blank stands."""
        texts, pairs = self.texts, self._tokenizer.pairs
        return any((texts[run[-1]], texts[other[0]]) in pairs for run, other in pairwise(runs))

    def _one_by_one(self, text: str) -> list[int]:
        return list(map(self._number, *self._tokenizer.words(text)))

    def _cut(self, run: str, space: int) -> Numbers:
        if run.split() != [run]:
            raise _NotAloneError
        parts, blanks = self._tokenizer.apart(run)
        forms, spaces = self._tokenizer.joined(parts[:], blanks)
        if [form.text for form in parts] != [form.text for form in forms]:
            raise _NotAloneError
        if forms[0].text in self._tokenizer.seconds:
            self._joining.add(run)
        return tuple(map(self._number, forms, [*spaces[:-1], space]))

    def _number(self, form: Form, space: int) -> int:
        number = self._numbers.setdefault((form, space), len(self.texts))
        if number == len(self.texts):
            self.texts.append(form.text)
            self.spaces.append(space)
        return number

    def _learn(self) -> None:
        """Compute the vectors of forms that have none yet."""
        known, count = len(self._uses), len(self.texts)
        if count == known:
            return
        if count > len(self.vectors):
            room = np.empty((2 * count, self.vectors.shape[1]), "float32")
            room[:known] = self.vectors[:known]
            self.vectors = room
        self.vectors[known:count] = self._embedded(list(self._numbers)[known:])
        self._uses = np.append(self._uses, np.zeros(count - known, "intp"))

    def _forget(self) -> None:
        """Forget all but those that were used most since the last time."""
        self._uses[0] = self._uses.max() + 1
        kept = np.argsort(-self._uses, kind="stable")[: _KEPT // 2]
        self.vectors, self._uses = self.vectors[kept], np.zeros(len(kept), "intp")
        keys = list(self._numbers)
        self._numbers = {keys[old]: number for number, old in enumerate(kept.tolist())}
        self.texts = [form.text for form, _ in self._numbers]
        self.spaces = [space for _, space in self._numbers]
        now = {old: number for number, old in enumerate(kept.tolist())}
        self._inside.renumber(now)
        self._last.renumber(now)


class _NotAloneError(Exception):
    """A run is cut as what stands beside it says: it is joined, empty, or holds another blank."""


class _Runs(dict[str, Numbers]):
    """How runs without a blank in them are cut, all of them with one behind, or none."""

    def __init__(self, cut: Callable[[str, int], Numbers], space: int) -> None:
        self._cut, self._space = cut, space

    def __missing__(self, run: str) -> Numbers:
        found = self[run] = self._cut(run, self._space)
        return found

    def renumber(self, now: dict[int, int]) -> None:
        """Give forms their numbers of now; runs of others are forgotten."""
        kept = {
            run: tuple(now[number] for number in numbers)
            for run, numbers in self.items()
            if all(number in now for number in numbers)
        }
        self.clear()
        self.update(kept)
