"""From a hit to directed pairs: joint speakers split, reciprocal acts in both directions."""

from claims.model import Actor, Mode
from claims.stance.match import Hit
from claims.stance.parties import are_states, says_both, shares_the_floor, understood
from claims.stance.scene import Scene
from claims.stance.themselves import without_lent
from claims.stance.voices import is_own_words
from claims.stance.words import clause_head
from claims.tokens import Token

Pair = tuple[Actor | None, Actor | None]

_MANY = 3  # parties; from here on the others are one collective target without a country
_EACH_OTHER = frozenset({"each other", "one another"})
_UNDERSTOOD = frozenset({"partner", "beside"})  # slots for a party that no words need name
_DEEDS = frozenset({"accord", "material", "diplomatic"})
_WHOLE = frozenset({Mode.DIRECT, Mode.TURN})
_UNDONE = frozenset({"future", "hoped", "hedged", "demanded", "conditional"})


def directed(scene: Scene, hit: Hit) -> list[Pair]:
    """Return (speaker, target) pairs: one claim each."""
    takers = without_lent(hit.speakers, hit.targets, hit.rule.stance)
    speakers: list[Actor | None] = list(takers) or [None]
    targets: list[Actor | None] = list(hit.targets) or [None]
    if not _UNDERSTOOD.isdisjoint(hit.rule.target):
        return _partners(scene, hit)
    if hit.target_words in _EACH_OTHER and 1 < len(sides := _by_state(hit.speakers)) < _MANY:
        return [(a, b) for a in sides for b in sides if a is not b]
    if len(hit.targets) >= _MANY:
        targets = list(_by_state(hit.targets))
    if len(targets) >= _MANY:
        targets = [_crowd(list(hit.targets), None)]
    return [(speaker, target) for speaker in speakers for target in targets]


def _partners(scene: Scene, hit: Hit) -> list[Pair]:
    """Return the pairs of an act done together."""
    own_account = _own_account(hit)
    states = own_account or _by_state(hit.speakers)
    named = _by_state(hit.targets)
    own = {actor.country for actor in states}
    others = [actor for actor in named if not actor.country or actor.country not in own]
    if not others:
        others = [a for a in _by_state(hit.speakers) if a.country and a.country not in own]
    if others:
        return _with_others(hit, states, others, both=not own_account)
    if len(states) >= _MANY:
        crowd = Actor(name="each other", kind="group", via="several parties")
        return [(speaker, crowd) for speaker in states]
    if len(states) > 1:
        return [(a, b) for a in states for b in states if a is not b]
    speaker = states[0] if states else None
    if are_states(hit.target_words):
        return [(speaker, None)]  # "with other countries" names the partner as well as it can
    partner = understood(scene, hit, own)
    if partner is not None and _is_done_by_both(scene, hit, partner, own):
        return [(speaker, partner), (partner, speaker)]
    return [(speaker, partner)]


def _is_done_by_both(scene: Scene, hit: Hit, partner: Actor, own: set[str | None]) -> bool:
    """Return whether the other party does it too: "China and we have …", "we have agreed"."""
    if partner.country in _joint_doers(scene, hit, own):
        return True
    if hit.rule.sub_stance not in _DEEDS or not shares_the_floor(scene, hit, partner):
        return False
    joint = any(token.lower_ == "joint" for token in hit.head.sent)
    return joint or says_both(hit) or _is_done(hit, clause_head(hit.head))


def _joint_doers(scene: Scene, hit: Hit, own: set[str | None]) -> set[str | None]:
    """Return the other states whose deed it is too: "China and we have written a new chapter"."""
    verb = clause_head(hit.head)
    if hit.reporting or hit.rule.sub_stance == "consult" or not _is_done(hit, verb):
        return set()
    if hit.rule.sub_stance not in _DEEDS:
        mode = hit.voice.statement.mode if hit.voice is not None else None
        told = verb is hit.head or verb.tag_ in {"VBD", "VBN", "VBG"}
        if mode not in _WHOLE or not told:
            return set()  # what one side is told to have said of both is its own praise
    subjects = scene.fill("subject", verb, "verb")
    doers = [a for token in subjects for a in scene.actors(hit.passage, token)]
    states = {actor.country for actor in doers}
    return states - own if states & own else set()


def _own_account(hit: Hit) -> list[Actor]:
    """Return the source where it tells of a meeting that its own state took part in.

    What a party says of talks is its own stance; what was agreed is that of all who agreed.
    """
    if hit.rule.sub_stance != "consult" or not hit.reporting or not is_own_words(hit.voice):
        return []
    sources = hit.voice.speakers if hit.voice is not None else ()
    parties = {actor.country for actor in hit.speakers if actor.country}
    return _by_state(tuple(a for a in sources if a.country in parties))


def _with_others(hit: Hit, states: list[Actor], others: list[Actor], *, both: bool) -> list[Pair]:
    """Return who takes the stance towards whom: of three parties or more each towards the rest."""
    together = both and hit.rule.reciprocal and hit.reporting and _is_done(hit, hit.head)
    speakers: list[Actor | None] = list(states) or [None]
    doers = [*speakers, *(b for b in others if b.country)] if together else speakers
    if len(states) + len(others) >= _MANY and len(others) > 1:
        return [(doer, _crowd([*states, *others], doer)) for doer in doers]
    pairs: list[Pair] = [(a, b) for a in speakers for b in others]
    return pairs + [(b, a) for a in states for b in others if together and b.country]


def _crowd(parties: list[Actor], doer: Actor | None) -> Actor:
    """Return the parties that stand beside one as a target of no country."""
    names = ", ".join(party.name for party in parties if party is not doer)
    return Actor(name=names, kind="group", via="several targets")


def _is_done(hit: Hit, verb: Token) -> bool:
    """Return whether an act is told as done by both: what one side only wants is its own.

    "We agree with Chad" tells an opinion of ours; "Chad signs a pact with Mali" a deed of both.
    """
    if hit.contexts & _UNDONE or verb.tag_ == "VB":
        return False
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children):
        return False
    if is_own_words(hit.voice) and verb.dep_ == "relcl":
        return False  # "the friendship that we have built with Chad" is only called to mind
    present = verb.tag_ in {"VBP", "VBZ"}
    return not (present and is_own_words(hit.voice) and hit.rule.sub_stance == "accord")


def _by_state(actors: tuple[Actor, ...]) -> list[Actor]:
    """Return one actor a state, and those without a state."""
    kept: dict[str, Actor] = {}
    for actor in actors:
        kept.setdefault(actor.country or f"?{actor.name}", actor)
    return list(kept.values())
