"""Words without which a rule comes to nothing in a sentence, whatever its tree says.

Eight in ten of the triggers that stand in an article are refused by them. Each set of words has a
bit of its own, so that all that a rule needs is one integer, and what a sentence lacks another.
"""

from collections.abc import Iterable, Iterator, Mapping

from claims.packs import Condition
from claims.stance.context import signs
from claims.stance.frames import MISTAKEN, OPERATING
from claims.stance.scene import FIRST, SECOND
from claims.tokens import Token

SPOKEN = 1
"""The bit of somebody's words: some rules need them."""

_PERSONS = {"@first": FIRST, "@second": SECOND}
_NO_WORDS = frozenset({"speaker", "target"})  # slots that no words fill
# slots that are prepositions: what fills them hangs on that very word
_PREPOSITIONS = frozenset(
    "by of against for on upon to with over about from in into at as toward towards between among "
    "behind through after before under".split()
)


class Needs:
    """The sets of words of which rules need one each, numbered as they are asked for.

    Attributes:
        met: Word → bits of the sets that it is in.
    """

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        self._lists = lists
        self._bits: dict[frozenset[str], int] = {}
        self.met: dict[str, int] = {}

    def of(self, conditions: Iterable[Condition]) -> int:
        """Return the bits that a sentence must have for all conditions to hold."""
        return self.of_words(words for each in conditions for words in self._words(each))

    def of_words(self, sets: Iterable[frozenset[str]]) -> int:
        """Return the bits of sets of words."""
        found = 0
        for words in sets:
            if words not in self._bits:
                self._add(words)
            found |= self._bits[words]
        return found

    def _add(self, words: frozenset[str]) -> None:
        bit = self._bits[words] = 2 * SPOKEN << len(self._bits)
        for word in words:
            self.met[word] = self.met.get(word, 0) | bit

    @property
    def all(self) -> int:
        """Return the bits of everything that a sentence may have."""
        return (2 * SPOKEN << len(self._bits)) - 1

    def met_by(self, token: Token) -> int:
        """Return the bits that a word brings."""
        found = 0
        for word in readings(token):
            found |= self.met.get(word, 0)
        return found

    def _words(self, condition: Condition) -> Iterator[frozenset[str]]:
        if condition.slot == "context":
            found = [signs(context, self._lists) for context in condition.lemmas]
            if all(found):
                yield frozenset[str]().union(*found)
        elif condition.slot not in _NO_WORDS:
            if condition.slot in _PREPOSITIONS:
                yield frozenset({condition.slot})
            if not condition.marks:
                yield condition.lemmas
            elif condition.marks <= _PERSONS.keys():
                yield condition.lemmas.union(*(_PERSONS[mark] for mark in condition.marks))


def readings(token: Token) -> set[str]:
    """Return a word's form and lemma, and what ``lemma`` may make of them."""
    words = {token.lower_, token.lemma_}
    words |= {MISTAKEN[word] for word in words if word in MISTAKEN}
    return words | {"co" + word for word in words & OPERATING}
