"""From a hit to directed pairs: joint speakers split, reciprocal acts in both directions."""

from claims.model import Actor, Mode, Span
from claims.parse import Passage
from claims.stance.frames import fill, lemma
from claims.stance.match import Hit
from claims.stance.scene import Scene, is_own_words
from claims.stance.words import clause_head
from claims.tokens import Token

Pair = tuple[Actor | None, Actor | None]

_MANY = 3  # parties; from here on the others are one collective target without a country
_DEEDS = frozenset({"accord", "material", "diplomatic"})
_WHOLE = frozenset({Mode.DIRECT, Mode.TURN})
_UNDONE = frozenset({"future", "hoped", "hedged", "demanded", "conditional"})
_BOTH = frozenset({"both", "bilateral", "mutual", "mutually", "together"})
_SHARED = frozenset(
    "country nation side people relation relationship tie friendship cooperation partnership "
    "alliance differences president leader other government team party minister delegation "
    "economy state power military head capital".split()
)
_GROUPS = frozenset(
    "countries nations states partners allies parties sides neighbours neighbors governments "
    "leaders counterparts friends coalition world".split()
)


def are_states(words: str) -> bool:
    """Return whether a target without a name is a group of states: "all countries"."""
    return any(word.strip(",.") in _GROUPS for word in words.lower().split())


def directed(scene: Scene, hit: Hit) -> list[Pair]:
    """Return (speaker, target) pairs: one claim each."""
    speakers: list[Actor | None] = list(hit.speakers) or [None]
    targets: list[Actor | None] = list(hit.targets) or [None]
    if "partner" in hit.rule.target:
        return _partners(scene, hit)
    if len(hit.targets) >= _MANY:
        targets = list(_by_state(hit.targets))
    if len(targets) >= _MANY:
        names = ", ".join(actor.name for actor in hit.targets)
        targets = [Actor(name=names, kind="group", via="several targets")]
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
    partner = _understood(scene, hit, own)
    if partner is not None and partner.country in _joint_doers(scene, hit, own):
        return [(speaker, partner), (partner, speaker)]
    return [(speaker, partner)]


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
    doers = [a for token in fill("subject", verb, "verb") for a in scene.actors(hit.passage, token)]
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
    speakers: list[Actor | None] = list(states) or [None]
    if len(states) + len(others) > _MANY and len(others) >= _MANY:
        names = ", ".join(actor.name for actor in others)
        others = [Actor(name=names, kind="group", via="several targets")]
    pairs: list[Pair] = [(a, b) for a in speakers for b in others]
    if both and hit.rule.reciprocal and hit.reporting and _is_done(hit, hit.head):
        pairs += [(b, a) for a in states for b in others if b.country]
    return pairs


def _is_done(hit: Hit, verb: Token) -> bool:
    """Return whether an act is told as done by both: what one side only wants is its own.

    "We agree with Chad" tells an opinion of ours; "Chad signs a pact with Mali" a deed of both.
    """
    if hit.contexts & _UNDONE or verb.tag_ == "VB":
        return False
    if verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children):
        return False
    present = verb.tag_ in {"VBP", "VBZ"}
    return not (present and is_own_words(hit.voice) and hit.rule.sub_stance == "accord")


def _by_state(actors: tuple[Actor, ...]) -> list[Actor]:
    """Return one actor a state, and those without a state."""
    kept: dict[str, Actor] = {}
    for actor in actors:
        kept.setdefault(actor.country or f"?{actor.name}", actor)
    return list(kept.values())


def _understood(scene: Scene, hit: Hit, own: set[str | None]) -> Actor | None:
    """Return the other party where it is only understood: "our two countries", the one told.

    The clause's own mentions come first, then whom the words were said to, then the last other
    state spoken of before in the same passage.
    """
    sentence = hit.passage.span(hit.head.sent[0], hit.head.sent[-1])
    after: list[Actor] = []
    before: list[Actor] = []
    own_named = False
    for mention in scene.cast.mentions(sentence):
        for actor in mention.actors:
            if actor.country in own and mention.span.start < hit.evidence[0].start:
                own_named = True  # "the teams of Peru and Chile reached …"
            if actor.country and actor.country not in own and not _is_forum(actor):
                (after if mention.span.start > hit.evidence[0].start else before).append(actor)
    if hit.reporting and hit.rule.sub_stance == "consult" and not _says_both(hit):
        return None
    both = _says_both(hit)
    if after:
        return after[0]
    if (both or own_named) and before:
        return before[-1]
    for actor in hit.voice.addressees if hit.voice is not None and not hit.reporting else ():
        if actor.country and actor.country not in own:
            return actor
    if both:
        return _nearby(scene, hit, own)
    return None


def _is_forum(actor: Actor) -> bool:
    """Return whether states only meet there: the UN, a summit; the EU acts as a party itself."""
    return actor.kind == "organisation" and actor.country not in {"EUU", "NATO"}


def _says_both(hit: Hit) -> bool:
    for token in hit.head.sent:
        if token.lower_ in _BOTH:
            return True
        if token.lower_ in {"two", "each"} and lemma(token.head) in _SHARED:
            return True  # "the two sides", and not "two members"
        if token.lower_ in {"our", "their"}:
            near = token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]
            if any(lemma(other) in _SHARED for other in near):
                return True
    return False


def _nearby(scene: Scene, hit: Hit, own: set[str | None]) -> Actor | None:
    """Return the other state of a document that is about two: most spoken of up to here."""
    counts: dict[str, int] = {}
    first: dict[str, Actor] = {}
    start = hit.evidence[0].start
    for passage in scene.parsed.passages:
        if passage.start > start:
            break
        for mention in scene.cast.mentions(_whole(passage)):
            for actor in mention.actors:
                if actor.country and actor.country not in own and not _is_forum(actor):
                    counts[actor.country] = counts.get(actor.country, 0) + 1
                    first.setdefault(actor.country, actor)
    if not counts:
        return None
    best = max(counts, key=lambda country: (counts[country], country))
    return first[best] if 2 * counts[best] > sum(counts.values()) else None


def _whole(passage: Passage) -> Span:
    return Span(passage.start, passage.end)
