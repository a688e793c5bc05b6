"""Try the rules that a token triggers, and keep what they find."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.model import Actor, Attribution, Considered, Span
from claims.packs import Condition, Rule, Trigger
from claims.parse import Passage
from claims.stance.context import contexts
from claims.stance.frames import fill, lemma
from claims.stance.scene import FIRST, SECOND, Scene
from claims.stance.targets import targets
from claims.syntax import complements, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_VERB = frozenset({"aux", "auxpass", "amod", "compound", "nsubj", "nsubjpass", "dobj", "poss"})
_SAME_CLAUSE = frozenset({"conj", "aux", "auxpass", "amod", "compound"})
_ASIDES = frozenset({"advcl", "relcl", "acl", "pcomp"})
_PAPERS = frozenset({"statement", "resolution", "report", "letter", "lawsuit", "complaint"})
_GAP = 3  # tokens that a "*" in a phrase may span
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday eve".split()
)
_PARTITIVE = frozenset(
    {"number", "series", "string", "lot", "wave", "set", "kind", "type", "form", "sort", "part",
     "spate", "all", "any", "some", "most", "many", "list", "round"}
)  # fmt: skip


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
    head: "Token"
    tokens: tuple["Token", ...]
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
    year = scene.parsed.document.published.year if scene.parsed.document.published else None
    lists = scene.packs.words
    for token in passage.doc:
        triggers = _triggers(scene, token)
        if not triggers:
            continue
        matched = [(t, words) for t in triggers if (words := _words(t, token)) is not None]
        if not matched:
            continue
        found: list[Hit] = []
        lost: list[Considered] = []
        cached: dict[int, frozenset[str]] = {}
        for trigger, words in matched:
            if tally is not None:
                tally.tried += 1
            head = _head(words) if trigger.kind == "phrase" else token
            if head.i not in cached:
                cached[head.i] = contexts(head, lists, year)
            hit = _try(scene, passage, trigger, head, words, cached[head.i])
            if isinstance(hit, Hit):
                found.append(hit)
            else:
                spans = tuple(passage.span(word) for word in words)
                lost.append(Considered(rule=trigger.rule.id, outcome=hit, evidence=spans))
        if found:
            yield settle(found, lost)


def _triggers(scene: Scene, token: "Token") -> tuple[Trigger, ...]:
    """Return what the token's lemma triggers, and the phrases that begin with its very form."""
    index, word = scene.packs.index, lemma(token)
    found = index.get(word, ())
    if token.lower_ != word:
        found += tuple(t for t in index.get(token.lower_, ()) if t.kind == "phrase")
    return found


def settle(found: list[Hit], lost: list[Considered]) -> Hit:
    """Return the hit of the most specific rule, then of the highest priority; record the rest."""
    ordered = sorted(found, key=lambda hit: (-hit.specificity, -hit.rule.priority, hit.rule.id))
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


def _words(trigger: Trigger, token: "Token") -> tuple["Token", ...] | None:
    """Return the trigger's words if it stands at this token."""
    if trigger.kind == "phrase":
        return _run(trigger.rest, token)
    tag = str(token.tag_)
    if trigger.kind == "verb":
        if not tag.startswith("VB") or token.dep_ in _NO_VERB:
            return None
    elif trigger.kind == "noun":
        if tag not in {"NN", "NNS"}:  # a proper name tells no deed: "War Crimes Tribunal"
            return None
    elif not (tag.startswith("JJ") or tag in {"VBN", "VBG", "RB"}):
        return None
    found = [token]
    for part in trigger.rest:
        hung = _hanging(token, part)
        if hung is None:
            return None
        found.append(hung)
    return tuple(found)


def _hanging(token: "Token", part: frozenset[str]) -> "Token | None":
    """Return a child, or a preposition's object, that bears one of these lemmas."""
    for child in token.children:
        if child.dep_ == "prep" and _only_when(token, child):
            continue
        if lemma(child) in part or child.lower_ in part:
            return child
        if child.dep_ in {"prep", "prt", "dobj", "advmod"}:
            for grand in child.children:
                if lemma(grand) in part:
                    return grand
    return None


def _only_when(verb: "Token", prep: "Token") -> bool:
    """Return whether a preposition brings a date and not what the verb is about ("on Tuesday")."""
    brought = [child for child in prep.children if child.dep_ == "pobj"]
    return any(child.lower_ in _DATES or child.is_digit for child in brought)


def _run(parts: tuple[frozenset[str], ...], token: "Token") -> tuple["Token", ...] | None:
    """Return the words of a phrase that begins at this token; a gap spans up to three tokens.

    Each gap is closed at its first fit, so that the work is linear in the phrase's length.
    """
    doc, at, found, gap = token.doc, token.i + 1, [token], 0
    end = min(token.sent.end, len(doc))
    for part in parts:
        if not part:
            gap = _GAP
            continue
        for step in range(gap + 1):
            if at + step >= end:
                return None
            other = doc[at + step]
            if lemma(other) in part or other.lower_ in part:
                found.append(other)
                at += step + 1
                break
        else:
            return None
        gap = 0
    return tuple(found)


def _head(words: tuple["Token", ...]) -> "Token":
    """Return the word of a phrase that governs the others."""
    inside = {word.i for word in words}
    for word in words:
        if word.head.i not in inside or word.head == word:
            if word.is_punct and len(words) > 1:
                continue
            return _carrier(word)
    return words[0]


def _carrier(word: "Token") -> "Token":
    """Return the word that bears the frame: of an auxiliary or preposition, its governor."""
    if word.dep_ in {"aux", "auxpass", "neg", "det"} or word.tag_ == "MD":
        return word.head
    if word.tag_ in {"IN", "TO"} and word.dep_ in {"prep", "agent"}:
        return word.head
    return word


def _try(
    scene: Scene,
    passage: Passage,
    trigger: Trigger,
    head: "Token",
    words: tuple["Token", ...],
    found: frozenset[str],
) -> "Hit | str":
    """Return the hit, or why the rule is silent here."""
    rule = trigger.rule
    if blocked := sorted(rule.unless & found):
        return blocked[0]
    voice = scene.voice(passage, head)
    who = _speakers(scene, passage, trigger, head, voice)
    if who is None:
        return "nobody takes the stance"
    speakers, reporting = who
    countries = frozenset(a.country for a in speakers if a.country)
    aimed, aimed_words = targets(scene, passage, trigger, head, voice, speakers)
    frame = _Frame(scene, passage, trigger, head, words, voice, speakers, aimed, countries, found)
    for condition in rule.requires:
        if not _holds(condition, frame):
            return f"{condition.slot} is not as required"
    for condition in rule.excludes:
        if _holds(condition, frame):
            return f"{condition.slot} excludes it"
    return Hit(
        rule=rule, passage=passage, head=head, tokens=words, voice=voice, reporting=reporting,
        speakers=speakers, targets=aimed, target_words=aimed_words, contexts=found,
    )  # fmt: skip


def _speakers(
    scene: Scene, passage: Passage, trigger: Trigger, head: "Token", voice: Attribution | None
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
            if found:
                return _unique(found), True
            if slot == "subject" and (cited := scene.introduced_by(passage, head)) is not None:
                found = list(cited.speakers)
            if found:
                return _unique(found), True
            if any(scene.is_actor_like(token) for token in tokens):
                return (), True
    if rule.layer != "reporting" and voice is not None and scene.speaks(voice):
        return voice.speakers, False
    return None


def _unique(actors: list[Actor]) -> tuple[Actor, ...]:
    kept: dict[tuple[str, str | None], Actor] = {}
    for actor in actors:
        kept.setdefault((actor.name, actor.country), actor)
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class _Frame:
    scene: Scene
    passage: Passage
    trigger: Trigger
    head: "Token"
    words: tuple["Token", ...]
    voice: Attribution | None
    speakers: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    countries: frozenset[str]
    contexts: frozenset[str]


def _holds(condition: Condition, frame: _Frame) -> bool:
    """Return whether a slot is filled as a condition asks."""
    if condition.slot == "context":
        return bool(condition.lemmas & frame.contexts)
    if condition.slot in {"speaker", "target"}:
        actors = frame.speakers if condition.slot == "speaker" else frame.targets
        return any(_is(mark, actors, frame) for mark in condition.marks)
    if condition.slot == "content":
        tokens = [token for token in frame.head.subtree if token.i != frame.head.i]
    else:
        tokens = fill(condition.slot, frame.head, frame.trigger.kind)
        for word in frame.words if frame.trigger.kind == "phrase" and not tokens else ():
            tokens = tokens or fill(condition.slot, word, "phrase")
    return any(_fits(condition, token, frame) for token in tokens)


def _fits(condition: Condition, token: "Token", frame: _Frame) -> bool:
    if condition.lemmas:
        heads = [token]
        if lemma(token) in _PARTITIVE:
            heads += complements(token, "of")
        if any(
            lemma(head) in condition.lemmas or head.lower_ in condition.lemmas for head in heads
        ):
            return True
    for mark in condition.marks:
        match mark:
            case "@any":
                return True
            case "@stateless" if not any(a.country for a in _all(frame, token)):
                return True
            case "@first" if token.lower_ in FIRST:
                return True
            case "@second" if token.lower_ in SECOND:
                return True
            case "@actor" if frame.scene.is_actor_like(token):
                return True
            case "@state" | "@other" | "@speaker" | "@actor":
                if _is(mark, frame.scene.actors(frame.passage, token), frame):
                    return True
    return False


def _all(frame: _Frame, token: "Token") -> tuple[Actor, ...]:
    return frame.scene.actors(frame.passage, token)


def _is(mark: str, actors: tuple[Actor, ...], frame: _Frame) -> bool:
    match mark:
        case "@state":
            return any(actor.country for actor in actors)
        case "@other":
            own = {actor.name for actor in frame.speakers}
            return any(
                actor.country and actor.country not in frame.countries and actor.name not in own
                for actor in actors
            )
        case "@speaker":
            return any(actor.country in frame.countries for actor in actors if actor.country)
        case _:
            return bool(actors)


def depth(token: "Token") -> int:
    """Return how many clauses stand above that of a token; 0 is the sentence's own."""
    count, node = 0, token
    while node.head != node:
        if (is_verb(node) or node.pos_ == "AUX") and node.dep_ not in _SAME_CLAUSE:
            count += 1
        node = node.head
    return count


def is_aside(token: "Token") -> bool:
    """Return whether a token stands in a clause that only goes with the sentence's own."""
    node = token
    while node.head != node:
        if node.dep_ in _ASIDES and (is_verb(node) or node.pos_ == "AUX"):
            return not (node.dep_ == "acl" and lemma(node.head) in _PAPERS)
        node = node.head
    return False
