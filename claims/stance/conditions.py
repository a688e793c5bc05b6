"""Whether a frame is filled as a rule asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Actor, Mode
from claims.packs import Condition, Trigger
from claims.parse import Passage
from claims.stance.frames import lemma
from claims.stance.scene import SECOND, Scene, is_ours
from claims.syntax import complements, is_verb, whole
from claims.tokens import Token

_OF_DEEDS = ("by", "from", "of", "possessor")
_UNNAMED = frozenset(
    {"country", "nation", "party", "force", "individual", "politician", "power", "people", "state",
     "side", "government", "official", "actor", "element", "quarter", "person"}
)  # fmt: skip
_VAGUE = frozenset(
    {"certain", "some", "relevant", "external", "outside", "foreign", "other", "individual",
     "western", "those", "few", "concerned"}
)  # fmt: skip
# nouns that only measure what "of" brings: "a series of accusations", "worth of equipment"
_PARTITIVE = frozenset(
    {"number", "series", "string", "lot", "wave", "set", "kind", "type", "form", "sort", "part",
     "spate", "all", "any", "some", "most", "many", "list", "round", "worth", "%", "percent",
     "tonne", "amount", "increase"}
)  # fmt: skip
_PERSONS = frozenset({"person", "party"})
_THEIRS = frozenset({"its", "his", "her", "their"})
_THIRD = frozenset({"he", "she", "they"})
_WHOLE = frozenset({Mode.DIRECT, Mode.TURN})
_BODIES = frozenset({"office", "institution", "organisation", "group"})


@dataclass(slots=True)
class Frame:
    """A trigger with what fills its frame, as conditions ask about it.

    Attributes:
        speakers: Who takes the stance, as soon as it is known; targets: towards whom.
    """

    scene: Scene
    passage: Passage
    trigger: Trigger
    head: Token
    words: tuple[Token, ...]
    speakers: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()

    @property
    def countries(self) -> set[str]:
        """Return the states of those who take the stance."""
        return {actor.country for actor in self.speakers if actor.country}

    @property
    def contexts(self) -> frozenset[str]:
        """Return the contexts that the head stands in."""
        return self.scene.contexts(self.passage, self.head)


def is_worded(frame: Frame) -> bool:
    """Return whether the slots of a trigger hold the words that its rule requires."""
    for condition in frame.trigger.rule.wordings:
        if not any(_bears(condition, token) for token in _fillers(condition.slot, frame)):
            return False
    return True


def _bears(condition: Condition, token: Token) -> bool:
    """Return whether a token, or what it measures, is one of a condition's words."""
    words, word = condition.lemmas, lemma(token)
    if word in words or token.lower_ in words:
        return True
    if word not in _PARTITIVE and token.tag_ != "CD":
        return False
    measured = complements(token, "of")  # "a series of accusations", "three of its men"
    return any(lemma(noun) in words or noun.lower_ in words for noun in measured)


def _fillers(slot: str, frame: Frame) -> Sequence[Token]:
    """Return what fills a slot of a trigger's frame, or that of one of a phrase's words."""
    head, kind = frame.head, frame.trigger.kind
    if slot == "content":
        return [token for token in whole(head) if token is not head]
    tokens = frame.scene.fill(slot, head, kind)
    if tokens or kind != "phrase":
        return tokens
    others = (frame.scene.fill(slot, word, "phrase") for word in frame.words)
    return next(filter(None, others), tokens)


def collective(frame: Frame) -> Token | None:
    """Return the noun by which a target is named without a name: "certain countries"."""
    target, head = frame.trigger.rule.target, frame.head
    slots = [slot for slot in target if slot not in {"trigger", "content"}]
    for slot in [*slots, *_OF_DEEDS] if "trigger" in target else slots:
        kind = "verb" if slot == "subject" or is_verb(head) else "noun"
        for token in frame.scene.fill(slot, head, kind):
            if _is_collective(token):
                return token
    return None


def _is_collective(token: Token) -> bool:
    """Return whether a noun stands for states that the speaker does not care to name."""
    if lemma(token) not in _UNNAMED:
        return False
    return any(child.lower_ in _VAGUE for child in token.children)


def holds(condition: Condition, frame: Frame) -> bool:
    """Return whether a slot is filled as a condition asks."""
    if condition.slot == "context":
        return bool(condition.lemmas & frame.contexts)
    if condition.slot in {"speaker", "target"}:
        actors = frame.speakers if condition.slot == "speaker" else frame.targets
        if "@collective" in condition.marks and collective(frame):
            return True
        return any(_is(mark, actors, frame) for mark in condition.marks - {"@collective"})
    for token in _fillers(condition.slot, frame):
        if condition.lemmas and _bears(condition, token):
            return True
        if condition.marks and _is_marked(condition, token, frame):
            return True
    return False


def _is_marked(condition: Condition, token: Token, frame: Frame) -> bool:
    """Return whether a token is what one of a condition's marks asks for."""
    for mark in condition.marks:
        match mark:
            case "@any":
                return True
            case "@stateless" if not any(
                a.country for a in frame.scene.actors(frame.passage, token)
            ):
                return True
            case "@first" if is_ours(token) or _is_owned(token):
                return True
            case "@second" if token.lower_ in SECOND:
                return True
            case "@actor" if frame.scene.is_actor_like(token):
                return True
            case "@speaker" if _belongs_to_speaker(token, frame):
                return True
            case "@speaker" if _is_of_another(token, frame):
                continue
            case "@state" | "@other" | "@speaker" | "@actor" | "@pair":
                if _is(mark, frame.scene.actors(frame.passage, token), frame):
                    return True
    return False


def _is_owned(noun: Token) -> bool:
    """Return whether a noun is the speaker's own: "our men", "my country"."""
    return any(c.dep_ == "poss" and c.lower_ in {"my", "our"} for c in noun.children)


def _is_of_another(token: Token, frame: Frame) -> bool:
    """Return whether "he" or "they" stands in the speaker's very words, for whom it is another.

    Their soldiers can be "they"; whoever speaks, and the state spoken for, are "I" and "we".
    """
    voice = frame.scene.voice(frame.passage, frame.head)
    if token.lower_ not in _THIRD or voice is None:
        return False
    if voice.statement.mode not in _WHOLE and not frame.scene.is_first(voice):
        return False  # but "I think that he …"
    actors = frame.scene.actors(frame.passage, token)
    return all(a.kind == "country" or a.name in {s.name for s in frame.speakers} for a in actors)


def _belongs_to_speaker(noun: Token, frame: Frame) -> bool:
    """Return whether a noun's owner is of the speaker's state: "its men", "his army".

    In a denial a pronoun that takes up nobody else is the speaker's.
    """
    denies = frame.trigger.rule.stance == "denial"
    owners = [c for c in noun.children if c.dep_ == "poss"]
    found = [(owner, frame.scene.actors(frame.passage, owner)) for owner in owners]
    return any(
        _is("@speaker", actors, frame) if actors else denies and owner.lower_ in _THEIRS
        for owner, actors in found
    )


def _is(mark: str, actors: tuple[Actor, ...], frame: Frame) -> bool:
    match mark:
        case "@state":
            return any(actor.country for actor in actors)
        case "@pair":
            return len({actor.country for actor in actors if actor.country}) > 1
        case "@other":
            return any(_is_another(actor, frame) for actor in actors)
        case "@speaker":
            return any(actor.country in frame.countries for actor in actors if actor.country)
        case _:
            return bool(actors)


def _is_another(actor: Actor, frame: Frame) -> bool:
    """Return whether an actor is of another state, or is blamed at home.

    A person can be, a body of one's own state only in quoted words: what a report says of
    "our forces" is no charge.
    """
    if any(actor.name == speaker.name for speaker in frame.speakers):
        return False
    if actor.country and actor.country not in frame.countries:
        return True
    if frame.trigger.rule.stance != "accusation":
        return False
    if actor.kind in _PERSONS:
        return True
    return actor.country is not None and actor.kind in _BODIES and _is_quoted(frame)


def _is_quoted(frame: Frame) -> bool:
    voice = frame.scene.voice(frame.passage, frame.head)
    return voice is not None and voice.statement.mode in {Mode.DIRECT, Mode.MIXED}
