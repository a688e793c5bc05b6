"""Who the other party of a joint act is, where the words only understand it."""

from claims.model import Actor, Mode, Span
from claims.parse import Passage
from claims.stance.frames import fill, lemma
from claims.stance.match import Hit
from claims.stance.scene import Scene, is_ours
from claims.tokens import Token

_BOTH = frozenset({"both", "bilateral", "mutual", "mutually", "together", "jointly"})
_COMMON = frozenset({"common", "shared", "mutual", "joint"})
_OWN = frozenset({"our", "both", "two"})
_SHARED = frozenset(
    "country nation side people relation relationship tie friendship cooperation partnership "
    "alliance differences president leader other government team party minister delegation "
    "economy state power military head capital army force navy police ministry foreign "
    "company business parliament city guard coastguard service agency border".split()
)
_GROUPS = frozenset(
    "countries nations states partners allies parties sides neighbours neighbors governments "
    "leaders counterparts friends coalition world".split()
)


def are_states(words: str) -> bool:
    """Return whether a target without a name is a group of states: "all countries".

    "Our countries" are the two that speak of them.
    """
    spelt = [word.strip(",.") for word in words.lower().split()]
    before = ["", *spelt]
    return any(
        word in _GROUPS and other not in _OWN for word, other in zip(spelt, before, strict=False)
    )


def understood(scene: Scene, hit: Hit, own: set[str | None]) -> Actor | None:
    """Return the other party where it is only understood: "our two countries", the one told.

    Where two speak side by side it is the one who stands beside, of what "we" did. Else the
    clause's own mentions come first, then whom the words were said to, then the last other state
    spoken of before in the same passage.
    """
    beside = _beside(scene, hit, own)
    if (beside is not None and _is_ours(hit)) or "beside" in hit.rule.target:
        return beside
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
    if hit.reporting and hit.rule.sub_stance == "consult" and not says_both(hit):
        return None
    both = says_both(hit)
    if after:
        return after[0]
    if (both or own_named) and before:
        return before[-1]
    for actor in hit.voice.addressees if hit.voice is not None and not hit.reporting else ():
        if actor.country and actor.country not in own:
            return actor
    if both:
        return beside or _nearby(scene, hit, own)
    return None


def _beside(scene: Scene, hit: Hit, own: set[str | None]) -> Actor | None:
    """Return who speaks beside the speaker at a joint appearance: the only other state's.

    Of several who speak for it, the one nearest to the words.
    """
    voice = hit.voice
    if voice is None or voice.statement.mode is not Mode.TURN or None in own:
        return None
    others = scene.turns.keys() - own
    if len(others) != 1:
        return None
    here = hit.evidence[0].start
    return min(scene.turns[others.pop()], key=lambda turn: abs(turn[0] - here))[1]


def shares_the_floor(scene: Scene, hit: Hit, partner: Actor) -> bool:
    """Return whether "we" did it, said side by side with the partner."""
    own = {actor.country for actor in hit.speakers}
    beside = _beside(scene, hit, own)
    return beside is not None and beside.country == partner.country and _is_ours(hit)


def _is_ours(hit: Hit) -> bool:
    """Return whether the doers are "we", "our ministers", "our two armies", and no wider group.

    "We work with all countries" is not said of the one beside; nor what is only called to mind
    in a relative clause.
    """
    if hit.head.dep_ == "relcl" or any(_is_wider(token) for token in hit.head.sent):
        return False
    doers = fill("subject", hit.head, "verb") or fill("subject", hit.head, "noun")
    return any(is_ours(word) for doer in doers for word in (doer, *doer.children))


def _is_wider(token: Token) -> bool:
    """Return whether a word brings in a group of states as partners: "with all countries"."""
    return token.dep_ == "pobj" and token.head.lower_ == "with" and token.lower_ in _GROUPS


def _is_forum(actor: Actor) -> bool:
    """Return whether states only meet there: the UN, a summit; the EU acts as a party itself."""
    return actor.kind == "organisation" and actor.country not in {"EUU", "NATO"}


def says_both(hit: Hit) -> bool:
    """Return whether the sentence speaks of both: "jointly", "the two sides", "our ties"."""
    for token in hit.head.sent:
        if token.lower_ in _BOTH:
            return True
        if token.lower_ in {"two", "each"} and lemma(token.head) in _SHARED:
            return True  # "the two sides", and not "two members"
        if token.lower_ in {"our", "their"} and (_is_shared(token) or _is_common(token)):
            return True
    return False


def _is_common(owner: Token) -> bool:
    """Return whether "our" owns what is called shared: "our common aim"."""
    return any(child.lower_ in _COMMON for child in owner.head.children)


def _is_shared(owner: Token) -> bool:
    """Return whether "our" owns what two share: "our trade ties", not "our offer to all states"."""
    for noun in owner.doc[owner.i + 1 : min(owner.i + 5, owner.sent.end)]:
        if noun.tag_ in {"IN", "TO"}:
            return False
        if lemma(noun) in _SHARED:
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
