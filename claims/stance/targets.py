"""Whom a stance is aimed at: the one the frame names, else whoever did what is spoken of."""

from claims.model import Actor
from claims.packs import Trigger
from claims.parse import Passage
from claims.stance.frames import lemma
from claims.stance.mentioned import (
    NAMED_AFTER,
    ORIGINS,
    PATIENTS,
    TOLD_TO,
    blamed_in_content,
    in_content,
    in_sentence,
)
from claims.stance.scene import Scene, is_ours
from claims.stance.speakers import unique
from claims.stance.taken_up import doer_before, named_before
from claims.stance.themselves import beside_self
from claims.syntax import (
    children,
    complements,
    conjuncts,
    is_verb,
    noun_phrase,
    phrase_span,
)
from claims.tokens import Token

_KNOWN = frozenset({"person", "organisation", "institution", "country", "media", "party"})
_EMPTY: frozenset[str] = frozenset()
_OPPOSED = frozenset(
    {"enemy", "foe", "opponent", "rival", "critic", "adversary", "detractor", "challenger"}
)
_THERE = frozenset(  # "some people in Chad" are Chad's, and aid in Chad is for Chad
    "people some many those person individual politician official authority leader element circle "
    "media aid assistance help relief project programme program investment".split()
)
_BEYOND = frozenset({"partner", "ally", "friend", "counterpart", "colleague", "neighbour"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CHARGES = frozenset({"it", "this", "that", "these", "those", "they", "them", "which", "what"})
_PRONOUNS = frozenset({"it", "this", "that", "these", "those", "which", "what", "there"})


def targets(
    scene: Scene,
    passage: Passage,
    trigger: Trigger,
    head: Token,
    speakers: tuple[Actor, ...],
) -> tuple[tuple[Actor, ...], str]:
    """Return the target's actors, and its words where no actor is known."""
    words = ""
    nearest: tuple[Actor, ...] = ()
    own = {actor.country for actor in speakers if actor.country}
    stance = trigger.rule.stance
    for slot in trigger.rule.target:
        if slot == "nobody":
            return (), ""
        if slot in {"partner", "antecedent", "accuser"}:
            continue
        if slot == "addressee":
            found = _addressees(scene, passage, head)
        elif slot == "content":
            look = blamed_in_content if stance == "accusation" else in_content
            found = look(scene, passage, head, own)
        elif slot == "sentence":
            found = in_sentence(scene, passage, head, own)
        else:
            found, named, ends = _in_slot(scene, passage, trigger, head, slot, own)
            if ends:
                return (), named
            words = words or named
        if any(_settles(actor, own, stance) for actor in found):
            return unique(beside_self(found, speakers, stance)), ""
        nearest = nearest or found  # one's own side, unless a later slot names another
    return unique(beside_self(nearest, speakers, stance)), "" if nearest else words


def _in_slot(
    scene: Scene, passage: Passage, trigger: Trigger, head: Token, slot: str, own: set[str]
) -> tuple[tuple[Actor, ...], str, bool]:
    """Return whom the words in a slot mean, how they name them, and whether no more is asked."""
    stance, words = trigger.rule.stance, ""
    found: tuple[Actor, ...] = ()
    for token in map(_called, scene.fill(slot, head, trigger.kind)):
        if _is_nobody(token, stance) or token.lower_ in _DAYS:
            continue
        who = _meant(scene, passage, token, stance, own)
        if not who and lemma(token) in _OPPOSED:
            return (), _name(scene, passage, token), True  # "Chad's critics" are not Chad
        if token.lower_ not in _PRONOUNS or any(a.country not in own for a in who):
            found += who  # "it", taken for the speaker, is a thing that is blamed
        if stance != "denial" or scene.is_actor_like(token):
            words = words or _name(scene, passage, token)
    if stance == "accusation" and slot in TOLD_TO:
        found = tuple(actor for actor in found if actor.country != "UNO")
    return found, words, False


def _addressees(scene: Scene, passage: Passage, head: Token) -> tuple[Actor, ...]:
    voice = scene.voice(passage, head)
    return voice.addressees if voice is not None else ()


def _is_nobody(token: Token, stance: str) -> bool:
    """Return whether a word cannot be the target: who blames, or the charge that is denied.

    "We want to isolate them" blames nobody; "denied it", "called them lies" tell no accuser.
    """
    if stance == "accusation":
        return _is_own(token)
    return stance == "denial" and token.lower_ in _CHARGES


def _called(token: Token) -> Token:
    """Return what somebody calls so: of "what it calls Chad's greed" the greed."""
    if not is_verb(token) or token.dep_ not in {"pcomp", "ccomp"}:
        return token
    named = children(token, "oprd", "attr") or complements(token, "as")
    free = any(c.lower_ == "what" for c in token.children)
    return named[0] if free and named else token


def _is_own(token: Token) -> bool:
    """Return whether a word is "we", or what is ours: "my country"."""
    return is_ours(token) or any(
        c.dep_ == "poss" and c.lower_ in {"my", "our"} for c in token.children
    )


def _settles(actor: Actor, own: set[str], stance: str) -> bool:
    """Return whether no later slot need be asked: another state, or a person blamed at home."""
    if actor.country is None or actor.country not in own:
        return True
    return stance == "accusation" and actor.kind == "person"


def _meant(
    scene: Scene, passage: Passage, noun: Token, stance: str, own: set[str]
) -> tuple[Actor, ...]:
    """Return whom a noun phrase brings in, holds, or takes up from before."""
    return (
        _party(scene, passage, noun, stance)
        or _included(scene, passage, noun)
        or named_before(scene, passage, noun, own, culprit)
        or doer_before(scene, passage, noun, own)
    )


def _party(scene: Scene, passage: Passage, noun: Token, stance: str) -> tuple[Actor, ...]:
    """Return whom a noun phrase brings in: for a denial, who made the charge."""
    if stance == "denial":
        return _whose(scene, passage, noun)
    if stance == "accusation" and lemma(noun) in NAMED_AFTER and not children(noun, "poss"):
        return ()  # "the Paris agreement" is not France's
    if stance == "cooperation" and lemma(noun) in PATIENTS:  # whose it is: "Chad's sovereignty"
        return _whose(scene, passage, noun)
    return culprit(scene, passage, noun)


def _whose(scene: Scene, passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """Return whose a charge or right is: "Oman's claims", not "claims of theft in Oman"."""
    itself = scene.actors(passage, noun)
    if any(actor.country for actor in itself):
        return itself
    if found := _maker(scene, passage, noun, 0):
        return found
    named = (a for token in complements(noun, "of") for a in scene.actors(passage, token))
    made = (
        actor
        for clause in children(noun, "acl", "relcl")
        for word in ("by", "from")
        for place in complements(clause, word)
        for actor in culprit(scene, passage, place)
    )
    return (*named, *made) or itself


def culprit(scene: Scene, passage: Passage, noun: Token, depth: int = 0) -> tuple[Actor, ...]:
    """Return whom a noun phrase blames or credits: itself, its owner, or who did it.

    "Beijing", "Beijing's claims", "Chinese claims", "the attack by China", "theft emanating from
    China"; not the victim of "the attack on China".
    """
    itself = scene.actors(passage, noun)
    if lemma(noun) in _BEYOND and (abroad := _abroad(scene, passage, noun)):
        told = any(actor.via == "nationality" for actor in itself)
        return itself if told else abroad  # "his Iranian counterpart in Moscow" is Iran's
    if lemma(noun) in _OPPOSED | PATIENTS:
        return itself  # not whom they are enemies of, nor whose sovereignty is violated
    if noun.dep_ == "compound" and not itself and depth <= 2:
        return culprit(scene, passage, noun.head, depth + 1)
    named = noun.tag_.startswith("NNP")
    if depth > 2 or any(a.country or (named and a.kind in _KNOWN) for a in itself):
        return itself
    return _owner(scene, passage, noun, depth) or itself


def _abroad(scene: Scene, passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """Return whose "our partners in Chad" are: not ours."""
    places = [place for word in ("in", "from") for place in complements(noun, word)]
    return tuple(a for place in places for a in scene.actors(passage, place) if a.country)


def _included(scene: Scene, passage: Passage, noun: Token) -> tuple[Actor, ...]:
    """Return whom a group is said to hold: "most countries, including Japan"."""
    return tuple(
        actor
        for named in complements(noun, "including")
        for token in conjuncts(named)
        for actor in scene.actors(passage, token)
    )


def _owner(scene: Scene, passage: Passage, noun: Token, depth: int) -> tuple[Actor, ...]:
    """Return the actor whose deed or thing a noun is."""
    return _maker(scene, passage, noun, depth) or _behind(scene, passage, noun, depth)


def _maker(scene: Scene, passage: Passage, noun: Token, depth: int) -> tuple[Actor, ...]:
    """Return whose a noun is by owner, words before it or "by": "exploitation of men by Chad"."""
    for owner in children(noun, "poss"):
        if found := culprit(scene, passage, owner, depth + 1):
            return found
    first, _ = noun_phrase(noun)
    found = scene.within(passage, first, noun) if first.i < noun.i else ()
    if found and _is_only_from_there(first, noun):
        return ()
    if found and not _only_the_place(scene, noun, found):
        return found
    made = [t for said in (noun, *complements(noun, "of")) for t in complements(said, "by")]
    for token in (*made, *complements(noun, "from")):
        if found := culprit(scene, passage, token, depth + 1):
            return found
    return ()


def _is_only_from_there(first: Token, noun: Token) -> bool:
    """Return whether a noun is only said to come from there: "the Chad-born preacher"."""
    return any(word.lower_ in ORIGINS for word in noun.doc[first.i : noun.i])


def _only_the_place(scene: Scene, noun: Token, found: tuple[Actor, ...]) -> bool:
    """Return whether a name says where or to whom it was done: "the Benghazi attack"."""
    lists = scene.packs.words
    if lemma(noun) in lists.get("suffered-nouns", _EMPTY) and not children(noun, "poss"):
        return True
    if lemma(noun) not in lists.get("patient-of-nouns", _EMPTY):
        return False
    before = [c for c in children(noun, "compound") if c.tag_ == "NNP"]
    spelt = any(not name.text.replace(".", "").isupper() for name in before)
    return spelt and all(actor.kind == "country" for actor in found)


def _behind(scene: Scene, passage: Passage, noun: Token, depth: int) -> tuple[Actor, ...]:
    """Return the actor in what stands behind a noun, where that can be the one who acts."""
    word = lemma(noun)
    lists = scene.packs.words
    for clause in children(noun, "acl", "relcl"):
        if lemma(clause) not in lists.get("doing-verbs", _EMPTY):
            continue
        for preposition in ("by", "from", "in"):
            for token in complements(clause, preposition):
                if found := culprit(scene, passage, token, depth + 1):
                    return found
    prepositions = ["of", "with", "between"] if depth == 0 else ["of"]
    if depth == 0 and word in _THERE:
        prepositions.append("in")  # "the activities in Mali" may be anybody's
    if word in lists.get("patient-of-nouns", _EMPTY):
        # "the attack in Mali" does not say who attacked; "abuses in Mali" are Mali's
        prepositions = ["in"] if word in lists.get("abuses", _EMPTY) else []
    for preposition in prepositions:
        for token in complements(noun, preposition):
            if found := culprit(scene, passage, token, depth + 1):
                return found
    return ()


def _name(scene: Scene, passage: Passage, token: Token) -> str:
    """Return the words of a noun phrase that names somebody, "" for a pronoun or a thing."""
    if token.lower_ in _PRONOUNS or not token.tag_.startswith(("NN", "CD", "DT", "JJ")):
        return ""
    return " ".join(phrase_span(passage, token).of(scene.parsed.document.text).split())
