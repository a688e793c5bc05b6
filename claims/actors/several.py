"""Several parties in one phrase: "the two leaders", "both countries", "our two countries"."""

from claims.actors.history import Mentioned
from claims.actors.names import fold
from claims.actors.people import with_via
from claims.actors.reader import Reader, Reading
from claims.actors.scope import Phrase, Scope
from claims.syntax import complements
from claims.tokens import Token

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}
_PERSONS = frozenset({"leader", "president", "man", "minister", "statesman", "head", "counterpart"})
_STATES = frozenset(
    {"country", "nation", "side", "power", "state", "government", "neighbour", "neighbor",
     "superpower", "economy", "party", "capital"}
)  # fmt: skip
_PAIRS = frozenset({"pair", "duo"})
SEVERAL = _PERSONS | _STATES | _PAIRS | {"both"}
"""Words that may stand for several parties without saying who they are."""


def note_several(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> bool:
    """Note the parties of "the two leaders", "both countries", "our two countries"."""
    count, ours = _count(token)
    if not count or _says_whose(token):
        return False
    word = singular(token)
    kind = "state" if word in _STATES else "person"
    if word not in SEVERAL and token.lower_ != "both" and word != phrase.role:
        return False
    now = reader.now(scope, token)
    if ours:
        reader.readings[scope.passage.start, token.i] = Reading((), both=True)
        return True
    actors = reader.history.pair(kind, word, count, now)
    actors = actors or reader.history.pair("state", word, count, now)
    if kind == "state":
        actors = reader.voices.states(actors)
    if not actors:
        return False
    told = tuple([with_via(actor, f"{token.lower_} spoken of") for actor in actors])
    sort = "country" if kind == "state" else "person"
    reader.note(scope, token, Mentioned(told, *now, plural=True, sort=sort))
    return True


def _says_whose(token: Token) -> bool:
    """Return whether "of" names the states: "the leaders of Chad and Mali"."""
    return any(noun.tag_ in {"NNP", "NNPS"} for noun in complements(token, "of"))


def _count(token: Token) -> tuple[int, bool]:
    """Return how many a phrase stands for (0: not told), and whether it says "our"."""
    words = [child.lower_ for child in token.children if child.i < token.i]
    ours = "our" in words
    if token.lower_ == "both":
        return 2, ours
    if singular(token) in _PAIRS and "the" in words:
        return 2, ours
    count = next((_COUNTS[word] for word in words if word in _COUNTS), 0)
    definite = {"the", "both", "these", "our", "all"} & set(words)
    if not count and definite & {"the"} and token.lower_ in {"leaders", "presidents"}:
        return (2 if len(words) == 1 else 0), ours
    return (count if definite else 0), ours


def singular(token: Token) -> str:
    """Return a noun's folded lemma."""
    word = fold(token.lemma_)
    return word[:-1] if token.tag_ == "NNPS" and word.endswith("s") else word
