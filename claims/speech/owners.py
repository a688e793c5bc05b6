"""Whose claim a noun names: its possessor, who makes it, who makes another's of it, or nobody."""

from claims.speech.draft import Source
from claims.speech.scene import Scene
from claims.speech.sources import agent_of, source_of, subject_of
from claims.syntax import children, is_verb
from claims.tokens import Token

_OF_ONES_OWN = frozenset(
    "announce broaden change clarify continue detail double end escalate expand explain"
    " express focus give have hold issue keep launch maintain make offer outline pose present"
    " put ratchet reiterate renew repeat restate reverse share sharpen shift soften start"
    " state step take temper tone underline voice withdraw".split()
)
_MET_WITH = frozenset(
    "face spark stoke fuel trigger prompt provoke draw elicit invite attract field escape confront"
    " ignite reignite generate heighten renew".split()
)
_FROM = frozenset({"by", "from", "of", "among"})
_WITH = frozenset({"in", "with", "without", "at", "to", "under", "into", "toward"})


def owner_of(
    scene: Scene, noun: Token, about: Token | None = None
) -> tuple[Source | None, "Token"]:
    """Return whose claim it is, and where the cue starts ("made the case").

    Args:
        scene: Its paragraph.
        noun: The noun.
        about: Its preposition that tells what it is about, and not whose: "accusations of fraud".
    """
    verb = noun.head
    for child in noun.lefts:
        if child.dep_ == "poss":
            # "She renewed her call": the subject tells more than "her". Not of "denied her claim".
            own = child.tag_ == "PRP$" and noun.dep_ == "dobj" and verb.lemma_ in _OF_ONES_OWN
            doer = subject_of(scene, verb) if own else None
            return source_of(scene, child if doer is None else doer), noun
    named = _named_behind(noun, about)
    if noun.dep_ == "dobj" and is_verb(verb):
        if verb.lemma_ in _MET_WITH or (named is not None and named.head.lower_ != "of"):
            return source_of(scene, named), noun
        return source_of(scene, subject_of(scene, verb)), verb
    if noun.dep_ in {"nsubjpass"} and is_verb(verb):
        return source_of(scene, agent_of(verb)), noun
    if named is not None:
        return source_of(scene, named), noun
    if _accompanies(noun):
        return source_of(scene, subject_of(scene, verb.head)), noun
    return None, noun


def _named_behind(noun: Token, about: Token | None) -> Token | None:
    """Return whom a preposition behind a noun names: "fears among farmers"."""
    for child in noun.rights:
        if (
            child is not about
            and child.dep_ == "prep"
            and child.lower_ in _FROM
            and (found := children(child, "pobj"))
        ):
            return found[0]
    return None


def _accompanies(noun: Token) -> bool:
    """Return whether a noun tells what a verb's subject says meanwhile: "left with a vow to …".

    Not so right behind the verb: "disagrees with the claim".
    """
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in _WITH or not is_verb(prep.head):
        return False
    return prep.lower_ != "with" or prep.i > prep.head.i + 1
