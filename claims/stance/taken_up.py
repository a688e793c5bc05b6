"""Who did what a noun only takes up of the sentences before: "the move", "this decision"."""

from collections.abc import Callable, Iterator

from claims.model import Actor, BlockKind
from claims.parse import Passage
from claims.stance.frames import lemma
from claims.stance.scene import Scene
from claims.syntax import children, is_verb, objects, own_subject
from claims.tokens import Run, Token

# what a definite noun takes up of the sentences before, and how many of them are looked at
_TAKES_UP = frozenset(
    {"move", "decision", "plan", "action", "step", "act", "announcement", "proposal", "measure",
     "policy", "attack", "strike", "raid", "incident", "law", "bill", "ban", "order", "remark",
     "comment", "statement", "killing", "launch", "test", "call", "offer", "idea", "commitment",
     "contribution", "pledge", "gesture", "donation", "promise", "invitation", "initiative",
     "closure", "expulsion", "deployment", "drill", "exercise", "tariff", "seizure", "arrest",
     "visit", "sale", "ruling", "verdict", "restriction", "embargo", "blockade", "discharge"}
)  # fmt: skip
_VIOLENCE = frozenset({"attack", "strike", "raid", "incident", "killing", "blockade"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_SENTENCES_BACK = 2
_PARAGRAPHS_BACK = 2
_STEM = 4  # letters that "decide" and "decision", "announce" and "announcement" share
_TOLD = frozenset({BlockKind.BODY, BlockKind.TURN})

Named = Callable[[Scene, Passage, Token], tuple[Actor, ...]]


def named_before(
    scene: Scene, passage: Passage, noun: Token, own: set[str], culprit: Named
) -> tuple[Actor, ...]:
    """Return whose "the closure" is that was named before: "the closure of the road by Chad"."""
    if not _is_definite(noun) or lemma(noun) in _VIOLENCE:
        return ()
    if children(noun, "poss", "acl", "relcl", "amod", "compound"):
        return ()
    for place, before in _tokens_before(scene, passage, noun):
        if before.lemma_ == noun.lemma_:
            found = (a for a in culprit(scene, place, before) if a.country)
            if others := tuple(a for a in found if a.country not in own):
                return others
    return ()


def _tokens_before(scene: Scene, passage: Passage, noun: Token) -> Iterator[tuple[Passage, Token]]:
    """Yield the words before a noun, the last first, back to the paragraphs before."""
    yield from ((passage, passage.doc[i]) for i in range(noun.i - 1, -1, -1))
    for above in reversed(_before(scene, passage)[-_PARAGRAPHS_BACK:]):
        yield from ((above, above.doc[i]) for i in range(len(above.doc) - 1, -1, -1))


def doer_before(scene: Scene, passage: Passage, noun: Token, own: set[str]) -> tuple[Actor, ...]:
    """Return who did what "the move" takes up from the sentences before, or who "they" are.

    The paragraph before tells it too, where it has a verb of the noun's own stem.
    """
    if not (noun.lower_ == "they" or _takes_up(noun)):
        return ()
    earlier = [s for s in passage.doc.sents if s.start < noun.sent.start][-_SENTENCES_BACK:]
    verbs = [t for s in earlier for t in s if is_verb(t) and _same_stem(t, noun)][::-1]
    if lemma(noun) not in _VIOLENCE:  # who tells of an attack has not made it
        verbs += [sentence.root for sentence in reversed(earlier)]
    for verb in verbs:
        if found := _doer(scene, passage, verb, own):
            return found
    if noun.lower_ == "they":
        return ()
    for above, sentence in _paragraph_before(scene, passage, _SENTENCES_BACK - len(earlier)):
        for verb in reversed([t for t in sentence if is_verb(t) and _same_stem(t, noun)]):
            if found := _doer(scene, above, verb, own):
                return found
    return ()


def _doer(scene: Scene, passage: Passage, verb: Token, own: set[str]) -> tuple[Actor, ...]:
    """Return the states whose deed a verb tells, without one's own."""
    doer = own_subject(verb)
    if doer is None:
        return ()
    return tuple(a for a in scene.actors(passage, doer) if a.country and a.country not in own)


def _paragraph_before(scene: Scene, passage: Passage, count: int) -> Iterator[tuple[Passage, Run]]:
    """Yield the last sentences of the paragraph before, the last first."""
    for above in _before(scene, passage)[-1:]:
        yield from [(above, sentence) for sentence in reversed(list(above.doc.sents))][:count]


def _before(scene: Scene, passage: Passage) -> list[Passage]:
    """Return the paragraphs and turns before a passage, in reading order."""
    return [p for p in scene.parsed.passages if p.start < passage.start and p.block.kind in _TOLD]


def _takes_up(noun: Token) -> bool:
    """Return whether a noun only takes up what was told: "the move", "this decision"."""
    return _is_definite(noun) and not children(noun, "prep", "poss", "acl", "relcl", "amod")


def _is_definite(noun: Token) -> bool:
    if lemma(noun) not in _TAKES_UP:
        return False
    return any(child.lower_ in _DEFINITE for child in noun.lefts)


def _same_stem(verb: Token, noun: Token) -> bool:
    """Return whether a noun takes up a verb or its object: "called for", then "the call"."""
    word = lemma(noun)
    return lemma(verb)[:_STEM] == word[:_STEM] or any(lemma(o) == word for o in objects(verb))
