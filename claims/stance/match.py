"""Try the rules that a token triggers, and keep what they find."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.model import Actor, Attribution, Mode, Span
from claims.packs import Rule, Trigger
from claims.parse import Passage
from claims.stance.conditions import Frame, collective, holds, is_worded
from claims.stance.frames import lemma
from claims.stance.imposed import is_imposed
from claims.stance.needs import SPOKEN
from claims.stance.plan import Plan
from claims.stance.scene import Scene
from claims.stance.speakers import taking
from claims.stance.targets import targets
from claims.stance.triggers import head_of, trigger_words
from claims.stance.voices import is_spoken
from claims.stance.waking import Candidates, triggered, waking
from claims.syntax import is_verb, phrase_span
from claims.tokens import Token

_LAST_RESORT = -100  # a rule of this priority wins only where nothing else fires
_SAME_CLAUSE = frozenset({"conj", "aux", "auxpass", "amod", "compound"})
_ASIDES = frozenset({"advcl", "relcl", "acl", "pcomp"})
_PAPERS = frozenset({"statement", "resolution", "report", "letter", "lawsuit", "complaint"})


class Place(NamedTuple):
    """A token with the rules that it triggers, and the hits of those that fire, as they come."""

    token: Token
    candidates: Candidates
    fired: list["Hit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A rule that fires at a token, before it is a claim.

    Attributes:
        head: The word that the frame hangs on.
        tokens: The trigger's words.
        evidence: Where they stand.
        reporting: The predicate's own subject takes the stance, not the one who is quoted.
        target_words: What the text calls the target where no actor is known.
        place: Where it fires, and what else does or could.
    """

    rule: Rule
    trigger: Trigger
    passage: Passage
    head: Token
    tokens: tuple[Token, ...]
    evidence: tuple[Span, ...]
    voice: Attribution | None
    reporting: bool
    speakers: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    target_words: str
    contexts: frozenset[str]
    place: Place

    @property
    def specificity(self) -> int:
        """Return what the rule asks for: its conditions, and the words of its trigger."""
        return self.rule.specificity + 2 * (len(self.tokens) - 1)

    @property
    def uncertain(self) -> bool:
        """Return whether it may be none: of a rule that only guesses, or of what is to come."""
        return self.rule.uncertain or ("future" in self.contexts and self.reporting)

    @property
    def mode(self) -> Mode:
        """Return how the text tells it."""
        if self.voice is not None:
            return self.voice.statement.mode
        return Mode.NARRATED if self.rule.told == "narrated" else Mode.INDIRECT


@dataclass(slots=True)
class Tally:
    """How many rules were tried; the cost of classifying is a multiple of it."""

    tried: int = 0
    by_rule: dict[str, int] = field(default_factory=dict)


def hits(scene: Scene, passage: Passage, tally: Tally | None = None) -> Iterator[Hit]:
    """Yield, for each token of a passage, the rule that wins there."""
    rules, said = waking(scene.packs), scene.said(passage)
    for sentence in passage.doc.sents:
        awake, lacking = triggered(rules, sentence)
        if said and is_spoken(passage, sentence, said):
            lacking &= ~SPOKEN
        for token, candidates in awake:
            place: Place | None = None
            for one in candidates:
                if one.needs & lacking:
                    continue
                frame = frame_of(scene, passage, one.trigger, token)
                if frame is not None:
                    if tally is not None:
                        tally.tried += 1
                    place = place or Place(token, candidates, [])
                    if (hit := _hit(frame, one.plan, lacking, place)) is not None:
                        place.fired.append(hit)
            if place is not None and place.fired:
                yield _winner(place.fired)


def _winner(fired: Sequence[Hit]) -> Hit:
    """Return the hit that counts; a denial goes before one that denies only as an answer."""
    best = min(fired, key=rank)
    if "accuser" not in best.rule.target:
        return best
    same = [hit for hit in fired if hit.rule.stance == best.rule.stance]
    return min(same, key=lambda hit: ("accuser" in hit.rule.target, rank(hit)))


def frame_of(scene: Scene, passage: Passage, trigger: Trigger, token: Token) -> Frame | None:
    """Return what a rule is asked about at a token, None if its trigger does not stand there."""
    words = trigger_words(trigger, token)
    if words is None:
        return None
    head = head_of(words) if trigger.kind == "phrase" else token
    return Frame(scene, passage, trigger, head, words)


def rank(hit: Hit) -> tuple[object, ...]:
    """Order by specificity, then priority; a rule of the last resort comes behind all others."""
    last = hit.rule.priority <= _LAST_RESORT
    return (last, -hit.specificity, -hit.rule.priority, hit.rule.id)


def _hit(frame: Frame, plan: Plan, lacking: int, place: Place) -> Hit | None:
    """Return the hit if the rule fires; what refuses most for the least work is asked first."""
    scene, passage, trigger, head = frame.scene, frame.passage, frame.trigger, frame.head
    rule = trigger.rule
    if rule.layer == "content" and scene.speaking(passage, head) is None:
        return None
    if rule.wordings and not is_worded(frame):
        return None
    for condition in plan.facts:
        if not holds(condition, frame):
            return None
    who = taking(scene, passage, trigger, head)
    if who is None:
        return None
    speakers, reporting = who
    frame.speakers = speakers
    for condition in plan.asks:
        if not holds(condition, frame):
            return None
    for needs, condition in plan.bars:
        if not needs & lacking and holds(condition, frame):
            return None
    contexts = frame.contexts
    if rule.unless & contexts or asks_others(frame, reporting=reporting):
        return None
    frame.targets, aimed_words = targets(scene, passage, trigger, head, speakers)
    for condition in plan.aims:
        if not holds(condition, frame):
            return None
    for condition in plan.spares:
        if holds(condition, frame):
            return None
    if not frame.targets and (unnamed := collective(frame)) is not None:
        aimed_words = phrase_span(passage, unnamed).of(scene.parsed.document.text)
    return Hit(
        rule=rule, trigger=trigger, place=place, passage=passage, head=head, tokens=frame.words,
        evidence=evidence(frame), voice=scene.voice(passage, head), reporting=reporting,
        speakers=speakers, targets=frame.targets, target_words=aimed_words, contexts=contexts,
    )  # fmt: skip


def evidence(frame: Frame) -> tuple[Span, ...]:
    """Return where a trigger's words stand."""
    return tuple([frame.passage.span(word) for word in frame.words])


def asks_others(frame: Frame, *, reporting: bool) -> bool:
    """Return whether a rule that offers something asks it of others, as its speaker's words do."""
    if reporting or "imposed" not in frame.trigger.rule.unless or "demanded" not in frame.contexts:
        return False
    return is_imposed(frame.scene, frame.passage, frame.head, frame.trigger.kind, frame.speakers)


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
        if (is_verb(node) or node.pos_ == "AUX") and node.dep_ != "conj":
            return node.dep_ in _ASIDES or node.dep_ == "xcomp"
        node = node.head
    return False
