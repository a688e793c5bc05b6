"""Try the rules that a token triggers, and keep what they find."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.model import Actor, Attribution, Considered, Span
from claims.packs import Rule, Trigger
from claims.parse import Passage
from claims.stance.conditions import Frame, Wordings, collective, holds
from claims.stance.context import contexts
from claims.stance.frames import fill, lemma
from claims.stance.imposed import is_imposed
from claims.stance.scene import Scene
from claims.stance.targets import targets
from claims.stance.triggers import head_of, trigger_words, triggered
from claims.syntax import is_verb, own_subject, phrase_span
from claims.tokens import Token

_LAST_RESORT = -100  # a rule of this priority wins only where nothing else fires
_OWNED = frozenset({"accusation", "cooperation"})
_SAME_CLAUSE = frozenset({"conj", "aux", "auxpass", "amod", "compound"})
_ASIDES = frozenset({"advcl", "relcl", "acl", "pcomp"})
_PAPERS = frozenset({"statement", "resolution", "report", "letter", "lawsuit", "complaint"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A rule that fires at a token, before it is a claim.

    Attributes:
        head: The word that the frame hangs on.
        tokens: The trigger's words.
        reporting: The predicate's own subject takes the stance, not the one who is quoted.
        target_words: What the text calls the target where no actor is known.
    """

    rule: Rule
    passage: Passage
    head: Token
    tokens: tuple[Token, ...]
    voice: Attribution | None
    reporting: bool
    speakers: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    target_words: str
    contexts: frozenset[str]
    considered: tuple[Considered, ...] = ()

    @property
    def specificity(self) -> int:
        """Return what the rule asks for: its conditions, and the words of its trigger."""
        return self.rule.specificity + 2 * (len(self.tokens) - 1)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Return where the trigger's words stand."""
        return tuple(self.passage.span(token) for token in self.tokens)


@dataclass(slots=True)
class Tally:
    """How many rules were tried; the cost of classifying is a multiple of it."""

    tried: int = 0
    by_rule: dict[str, int] = field(default_factory=dict)


def hits(scene: Scene, passage: Passage, tally: Tally | None = None) -> Iterator[Hit]:
    """Yield, for each token of a passage, the rule that wins there, with the losers' reasons."""
    standing = _contexts(scene)
    wordings = Wordings()
    for token, triggers in triggered(scene.packs, passage.doc):
        tried: list[tuple[_Try, Hit | str | None]] = []
        for trigger in triggers:
            words = trigger_words(trigger, token)
            if words is None:
                continue
            if tally is not None:
                tally.tried += 1
            head = head_of(words) if trigger.kind == "phrase" else token
            one = _Try(scene, passage, trigger, head, words)
            # Three in four are refused by their words alone, before anybody asks who speaks.
            worth = wordings.allow(trigger, head, words)
            tried.append((one, _outcome(one, standing(head)) if worth else None))
        if found := [hit for _, hit in tried if isinstance(hit, Hit)]:
            yield settle(found, _lost(tried, standing))


class _Try(NamedTuple):
    """A rule at a place where its trigger stands."""

    scene: Scene
    passage: Passage
    trigger: Trigger
    head: Token
    words: tuple[Token, ...]


def _contexts(scene: Scene) -> Callable[[Token], frozenset[str]]:
    """Return the function from a head to the contexts it stands in, which are told once."""
    published = scene.parsed.document.published
    year = published.year if published else None
    known: dict[int, frozenset[str]] = {}

    def standing(head: Token) -> frozenset[str]:
        if head.i not in known:
            known[head.i] = contexts(head, scene.packs.words, year)
        return known[head.i]

    return standing


def _lost(
    tried: Sequence[tuple[_Try, Hit | str | None]], standing: Callable[[Token], frozenset[str]]
) -> Iterator[Considered]:
    """Yield the rules that are silent at a place where another fires, each with its reason."""
    for one, known in tried:
        why = _outcome(one, standing(one.head)) if known is None else known
        if isinstance(why, str):
            spans = tuple(one.passage.span(word) for word in one.words)
            yield Considered(rule=one.trigger.rule.id, outcome=why, evidence=spans)


def _rank(hit: Hit) -> tuple[object, ...]:
    """Order by specificity, then priority; a rule of the last resort comes behind all others."""
    last = hit.rule.priority <= _LAST_RESORT
    return (last, -hit.specificity, -hit.rule.priority, hit.rule.id)


def settle(found: list[Hit], lost: Iterable[Considered]) -> Hit:
    """Return the hit of the most specific rule, then of the highest priority; record the rest."""
    ordered = sorted(found, key=_rank)
    best = ordered[0]
    losers = [
        Considered(
            rule=hit.rule.id,
            outcome=f"less specific than {best.rule.id}",
            evidence=hit.evidence,
        )
        for hit in ordered[1:]
        if hit.rule.id != best.rule.id
    ]
    won = Considered(rule=best.rule.id, outcome="won", evidence=best.evidence)
    return dataclasses.replace(best, considered=(won, *losers, *lost))


def _outcome(one: _Try, found: frozenset[str]) -> "Hit | str":
    """Return the hit, or why the rule is silent here; ``found``: the contexts it stands in."""
    scene, passage, trigger, head, words = one
    rule = trigger.rule
    if blocked := sorted(rule.unless & found):
        return blocked[0]
    voice = scene.voice(passage, head)
    who = _speakers(scene, passage, trigger, head, voice)
    if who is None:
        return "nobody takes the stance"
    speakers, reporting = who
    demanded = "imposed" in rule.unless and "demanded" in found and not reporting
    if demanded and is_imposed(scene, passage, head, trigger.kind, speakers):
        return "imposed"
    countries = frozenset(a.country for a in speakers if a.country)
    frame = Frame(scene, passage, trigger, head, words, speakers, (), countries, found)
    # Whom it is aimed at costs the most to find, so that it is asked last.
    if (why := _refusal(rule, frame, aimed_at=False)) is not None:
        return why
    aimed, aimed_words = targets(scene, passage, trigger, head, voice, speakers)
    frame = frame._replace(targets=aimed)
    if (why := _refusal(rule, frame, aimed_at=True)) is not None:
        return why
    if not aimed and (unnamed := collective(rule, head)) is not None:
        aimed_words = phrase_span(passage, unnamed).of(scene.parsed.document.text)
    return Hit(
        rule=rule, passage=passage, head=head, tokens=words, voice=voice, reporting=reporting,
        speakers=speakers, targets=aimed, target_words=aimed_words, contexts=found,
    )  # fmt: skip


def _refusal(rule: Rule, frame: Frame, *, aimed_at: bool) -> str | None:
    """Return which condition fails, of those that ask for the target or of the others."""
    for condition in rule.requires:
        if (condition.slot == "target") is aimed_at and not holds(condition, frame):
            return f"{condition.slot} is not as required"
    for condition in rule.excludes:
        if (condition.slot == "target") is aimed_at and holds(condition, frame):
            return f"{condition.slot} excludes it"
    return None


def _speakers(
    scene: Scene, passage: Passage, trigger: Trigger, head: Token, voice: Attribution | None
) -> tuple[tuple[Actor, ...], bool] | None:
    """Return who takes the stance and whether it is the predicate's own subject; None if nobody."""
    rule = trigger.rule
    if rule.layer != "content":
        for slot in rule.speaker:
            if slot == "nobody":
                return (), True
            if slot == "source":
                continue
            tokens = fill(slot, head, trigger.kind)
            found = [a for token in tokens for a in scene.named(passage, token)]
            cited = scene.introduced_by(passage, head) if slot == "subject" else None
            if cited is not None and (not found or own_subject(head) is None):
                # Of a shared subject the stage that reads speech knows more than the nearest verb.
                found = found if _is_unknown(cited) and found else list(cited.speakers)
            if rule.layer == "either" and _is_unnamed_pair(tokens, found):
                continue
            if found:
                return _unique(found), True
            if any(scene.is_actor_like(token) for token in tokens):
                return (), True
    if rule.layer != "reporting" and voice is not None and scene.speaks(voice):
        if rule.stance in _OWNED and (scene.is_disowned(voice) or scene.is_unspoken(voice)):
            return None
        return voice.speakers, False
    return None


def _is_unnamed_pair(subjects: Sequence[Token], found: Sequence[Actor]) -> bool:
    """Return whether "both sides" act and nobody knows which: the one who says so is of them."""
    pair = any(c.lower_ in {"both", "two"} for subject in subjects for c in subject.children)
    return pair and not any(actor.country for actor in found)


def _is_unknown(voice: Attribution) -> bool:
    return not any(actor.country for actor in voice.speakers)


def _unique(actors: list[Actor]) -> tuple[Actor, ...]:
    kept: dict[tuple[str, str | None], Actor] = {}
    for actor in actors:
        kept.setdefault((actor.name, actor.country), actor)
    return tuple(kept.values())


def depth(token: Token) -> int:
    """Return how many clauses stand above that of a token; 0 is the sentence's own."""
    count, node = 0, token
    while node.head != node:
        if (is_verb(node) or node.pos_ == "AUX") and node.dep_ not in _SAME_CLAUSE:
            count += 1
        node = node.head
    return count


def is_aside(token: Token) -> bool:
    """Return whether a token stands in a clause that only goes with the sentence's own."""
    node = token
    while node.head != node:
        if node.dep_ in _ASIDES and (is_verb(node) or node.pos_ == "AUX"):
            return not (node.dep_ == "acl" and lemma(node.head) in _PAPERS)
        node = node.head
    return False


def is_subordinate(token: Token) -> bool:
    """Return whether a token's own clause only goes with another: "so that we do not quarrel"."""
    node = token
    while node.head != node:
        if is_verb(node) or node.pos_ == "AUX":
            if node.dep_ != "conj":
                return node.dep_ in _ASIDES or node.dep_ == "xcomp"
        node = node.head
    return False
