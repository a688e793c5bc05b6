"""Words without which a rule comes to nothing in a sentence, whatever its tree says.

Eight in ten of the triggers that stand in an article are refused by them, for a look-up each.
"""

from collections.abc import Iterable, Iterator, Mapping

from claims.packs import Condition
from claims.stance.context import signs
from claims.stance.frames import MISTAKEN, OPERATING
from claims.stance.scene import FIRST, SECOND
from claims.tokens import Token

Needs = tuple[frozenset[str], ...]

_MISTAKEN = frozenset(MISTAKEN)
_PERSONS = {"@first": FIRST, "@second": SECOND}
_NO_WORDS = frozenset({"speaker", "target"})  # slots that no words fill
# slots that are prepositions: what fills them hangs on that very word
_PREPOSITIONS = frozenset(
    "by of against for on upon to with over about from in into at as toward towards between among "
    "behind through after before under".split()
)


def needs(conditions: Iterable[Condition], lists: Mapping[str, frozenset[str]]) -> Needs:
    """Return sets of words; of each the sentence must have one for all conditions to hold."""
    asked = (_needed(condition, lists) for condition in conditions)
    return tuple(sorted((words for found in asked for words in found), key=len))


def _needed(condition: Condition, lists: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    if condition.slot == "context":
        found = [signs(context, lists) for context in condition.lemmas]
        if all(found):
            yield frozenset[str]().union(*found)
    elif condition.slot not in _NO_WORDS:
        if condition.slot in _PREPOSITIONS:
            yield frozenset({condition.slot})
        if not condition.marks:
            yield condition.lemmas  # itself: copies for all triggers of a corpus take 20 MB
        elif condition.marks <= _PERSONS.keys():
            yield condition.lemmas.union(*(_PERSONS[mark] for mark in condition.marks))


def words_of(sentence: Iterable[Token]) -> set[str]:
    """Return all forms and lemmas of a sentence, and what ``lemma`` may make of them."""
    found = {token.lower_ for token in sentence}
    found.update([token.lemma_ for token in sentence])
    found.update([MISTAKEN[word] for word in found & _MISTAKEN])
    if "co" in found:
        found.update(["co" + word for word in found & OPERATING])
    return found


def can_be_met(needs: Needs, words: set[str]) -> bool:
    """Return whether a sentence has the words that a rule needs."""
    return not any(map(words.isdisjoint, needs))
