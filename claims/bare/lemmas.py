"""Base forms by spaCy's tables: exceptions, endings, and the words that there are."""

from collections.abc import Mapping
from typing import Any

from claims.bare.numbers import hash_of


class Lemmas:
    """The model's tables; what they hold for a part of speech stands under its number."""

    def __init__(self, tables: Mapping[str, Mapping[int, Any]]) -> None:
        self._endings, self._exceptions = tables["lemma_rules"], tables["lemma_exc"]
        index = tables["lemma_index"]
        self._known = {number: frozenset(words) for number, words in index.items()}

    def base(self, word: str, pos: str) -> str:
        """Return the base form of a lower-case word that is inflected.

        An exception goes before what is left without an ending; of those the last that is a word.
        """
        number = hash_of(pos.lower())
        known = self._known.get(number, frozenset())
        words: list[str] = []
        marks: list[str] = []  # of no letters, or not of letters alone
        unknown: list[str] = []
        for old, new in self._endings.get(number, ()):
            form = word[: len(word) - len(old)] + new if word.endswith(old) else ""
            if form in known:
                words.insert(0, form)
            elif form:
                (unknown if form.isalpha() else marks).append(form)
        forms = [*words, *marks]
        for form in self._exceptions.get(number, {}).get(word, ()):
            if form not in forms:
                forms.insert(0, form)
        return next(iter(forms or unknown), word)
