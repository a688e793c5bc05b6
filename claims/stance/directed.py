"""From a hit to directed pairs: joint speakers split, reciprocal acts in both directions."""

from claims.model import Actor, Span
from claims.parse import Passage
from claims.stance.frames import lemma
from claims.stance.match import Hit
from claims.stance.scene import Scene, is_own_words

Pair = tuple[Actor | None, Actor | None]

_MANY = 3  # parties; from here on the others are one collective target without a country
_UNDONE = frozenset({"future", "hoped", "hedged", "demanded", "conditional"})
_BOTH = frozenset({"both", "two", "bilateral", "mutual", "mutually", "each", "together"})
_SHARED = frozenset(
    {
        "country",
        "nation",
        "side",
        "people",
        "relation",
        "relationship",
        "tie",
        "friendship",
        "cooperation",
        "partnership",
        "alliance",
        "differences",
        "president",
        "leader",
    }
)


def directed(scene: Scene, hit: Hit) -> list[Pair]:
    """Return (speaker, target) pairs: one claim each."""
    speakers: list[Actor | None] = list(hit.speakers) or [None]
    targets: list[Actor | None] = list(hit.targets) or [None]
    if "partner" in hit.rule.target:
        return _partners(scene, hit)
    if len(hit.targets) >= _MANY:
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
    partner = _understood(scene, hit, own)
    if partner is None:
        return [(speaker, None)]
    return [(speaker, partner)]


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
    if both and hit.rule.reciprocal and hit.reporting and _is_done(hit):
        pairs += [(b, a) for a in states for b in others if b.country]
    return pairs


def _is_done(hit: Hit) -> bool:
    """Return whether an act is told as done by both: what one side only wants is its own.

    "We agree with Chad" tells an opinion of ours; "Chad signs a pact with Mali" a deed of both.
    """
    if hit.contexts & _UNDONE or hit.head.tag_ == "VB":
        return False
    if hit.head.tag_ == "VBG" and not any(c.dep_ == "aux" for c in hit.head.children):
        return False
    present = hit.head.tag_ in {"VBP", "VBZ"}
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
            if actor.country and actor.country not in own:
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


def _says_both(hit: Hit) -> bool:
    for token in hit.head.sent:
        if token.lower_ in _BOTH:
            return True
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
                if actor.country and actor.country not in own:
                    counts[actor.country] = counts.get(actor.country, 0) + 1
                    first.setdefault(actor.country, actor)
    if not counts:
        return None
    best = max(counts, key=lambda country: (counts[country], country))
    return first[best] if 2 * counts[best] > sum(counts.values()) else None


def _whole(passage: Passage) -> Span:
    return Span(passage.start, passage.end)
