"""Several parties in one phrase: "the two leaders", "both countries", "our two countries"."""

from claims.actors.history import SUBJECTS, Mentioned
from claims.actors.names import fold
from claims.actors.people import with_via
from claims.actors.reader import Reader
from claims.actors.scope import Phrase, Scope
from claims.actors.together import is_bare, together
from claims.model import Actor
from claims.syntax import complements
from claims.tokens import Token

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}
_EACH = frozenset({"each", "either", "neither"})
_OF_BOTH = frozenset({"countries", "nations", "states", "peoples", "governments", "ministers",
                      "leaders", "teams", "delegations", "economies", "capitals"})  # fmt: skip
_WRITTEN_LARGE = frozenset({"Parties", "Heads"})
_THE_TWO = frozenset({"sides", "neighbours", "neighbors", "rivals", "foes", "adversaries"})
_WHO_MEET = frozenset({"parties", "ministers", "diplomats", "interlocutors"})
_PARTIES = _OF_BOTH | _THE_TWO
_PERSONS = frozenset(
    {"leader", "president", "man", "minister", "statesman", "head", "counterpart", "chief",
     "commander", "envoy", "negotiator", "premier", "diplomat", "official", "interlocutor"}
)  # fmt: skip
_STATES = frozenset(
    {"country", "nation", "side", "power", "state", "government", "neighbour", "neighbor",
     "superpower", "economy", "party", "capital", "rival", "foe", "adversary", "people"}
)  # fmt: skip
# of each state one: "the two armies", but not "both forces" or "both houses"
_BODIES = frozenset(
    {"army", "military", "navy", "coastguard", "guard", "police", "ministry", "parliament",
     "delegation", "embassy", "team"}
)  # fmt: skip
_MANY = frozenset({"forces", "houses"})  # a state has several
_PAIRS = frozenset({"pair", "duo"})
SEVERAL = _PERSONS | _STATES | _BODIES | _PAIRS | {"both"}
"""Words that may stand for several parties without saying who they are."""


def note_several(reader: Reader, scope: Scope, token: Token, phrase: Phrase) -> bool:
    """Note the parties of "the two leaders", "both countries", "our two countries"."""
    if not token.lefts and token.lower_ != "both":
        return False
    word = singular(token)
    fits = word in SEVERAL or token.lower_ == "both" or word == phrase.role
    if token.lower_ in _MANY or (not fits and phrase.sort != "body"):
        return False
    count, ours = _count(token)
    count = count or _of_the_two(token)
    if not count and _are_the_parties(reader, scope, token):
        count = len(reader.pair)
    if _says_whose(token):
        return False
    if (taken_up := together(reader, scope, token, count)) is not None:
        reader.note(scope, token, taken_up)
        return True
    if not count:
        return False
    if ours:
        reader.denote(scope, token, ())
        reader.both.add((scope.passage.start, token.i))
        return True
    kind = "state" if word in _STATES | _BODIES or phrase.sort == "body" else "person"
    return _note_most_named(reader, scope, token, count, kind)


def _note_most_named(reader: Reader, scope: Scope, token: Token, count: int, kind: str) -> bool:
    """Note so many persons or states that were most spoken of; return whether there are so many."""
    now, word = reader.now(scope, token), singular(token)
    besides = _doing(reader, scope, token)
    actors = reader.history.pair(kind, word, count, now, reader.pair, besides)
    actors = actors or reader.history.pair("state", word, count, now, reader.pair, besides)
    if not actors and count == len(reader.pair):
        kind, actors = "state", tuple(Actor(name="", country=code) for code in reader.pair)
    if kind == "state":
        actors = reader.voices.states(actors)
    if not actors:
        return False
    told = tuple([with_via(actor, f"{token.lower_} spoken of") for actor in actors])
    sort = "country" if kind == "state" else "person"
    reader.note(scope, token, Mentioned(told, now, plural=True, sort=sort))
    return True


def _are_the_parties(reader: Reader, scope: Scope, token: Token) -> bool:
    """Return whether "the sides", "the Parties" or "our ministers" are the two of the document."""
    if token.lower_ not in _PARTIES | _WHO_MEET and token.text not in _WRITTEN_LARGE:
        return False
    words = {child.lower_ for child in token.lefts}
    if "our" in words:
        speaker = reader.voices.label_at(scope.passage.start + token.idx)
        joint = speaker and speaker.country and reader.voices.partner(speaker.country)
        return bool(joint) and token.lower_ in _OF_BOTH
    if not reader.pair or not words & {"the", "these"} or token.tag_ not in {"NNS", "NNPS"}:
        return False
    if token.lower_ in _WHO_MEET:
        return token.dep_ in SUBJECTS and is_bare(token)  # "the parties agreed"
    return token.text == "Parties" or token.lower_ in _THE_TWO or _heads(token)


def _heads(token: Token) -> bool:
    """Return whether a phrase is written "the Heads of State"."""
    return token.text == "Heads" and any(t.text in {"State", "States"} for t in token.subtree)


def _doing(reader: Reader, scope: Scope, token: Token) -> frozenset[str]:
    """Return the states that act in a clause on a phrase: "Chad urged restraint on both sides"."""
    node = token
    while node.dep_ in {"pobj", "prep", "dobj", "dative", "compound", "conj", "poss"}:
        node = node.head
    if node is token:
        return frozenset()
    subjects = (child for child in node.lefts if child.dep_ == "nsubj")
    found = {a.country for noun in subjects for a in reader.actors_at(scope, noun) if a.country}
    return frozenset(found) if len(found) == 1 else frozenset()


def _of_the_two(token: Token) -> int:
    """Return how many states' a phrase says its people are: "the ministers of two countries"."""
    for noun in complements(token, "of") if token.tag_ in {"NNS", "NNPS"} else ():
        if singular(noun) in _STATES:
            return next((_COUNTS[c.lower_] for c in noun.lefts if c.lower_ in _COUNTS), 0)
    return 0


def _says_whose(token: Token) -> bool:
    """Return whether "of" names the states: "the leaders of Chad and Mali"."""
    return any(noun.tag_ in {"NNP", "NNPS"} for noun in complements(token, "of"))


def _count(token: Token) -> tuple[int, bool]:
    """Return how many a phrase stands for (0: not told), and whether it says "our"."""
    words = [child.lower_ for child in token.lefts]
    ours = "our" in words
    if token.lower_ == "both":
        return 2, ours
    if singular(token) in _STATES and _EACH & set(words):
        return 2, False
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
    if token.tag_ == "NNPS" and word.endswith("s"):
        return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return word
