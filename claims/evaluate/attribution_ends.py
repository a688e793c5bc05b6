"""Count on annotated texts where contents end: what ``rules/lexicon/cues/ends.yaml`` holds."""

from collections.abc import Iterable, Iterator, Sequence

from claims.evaluate.attribution import jaccard
from claims.evaluate.attribution_corpus import Attributed, Text
from claims.evaluate.attribution_counts import Find, standings
from claims.evaluate.attribution_units import Words, counted
from claims.parse import Parsed, parse
from claims.speech.contexts import Standing
from claims.speech.cues import Cues
from claims.speech.draft import Draft
from claims.speech.ends import END_KINDS, END_STEADY, end_contexts, tellers_of
from claims.speech.joints import Core, core_of, ends_of
from claims.speech.scene import Scene
from claims.speech.statements import grammatical, scenes_of

_EVEN = 0.5  # what is expected of an end before anything is known of it
_SEEN = 10  # possible ends from which a context is kept


def ends(texts: Iterable[Text], cues: Cues) -> list[list[Find]]:
    """Return for each text the places where contents may end, up to where people ended them.

    Counted are contents whose cue people annotated too, and that share a word with theirs.
    """
    annotated = {text.name: text for text in texts}
    documents = (text.document for text in annotated.values())
    parsed = parse(documents)
    return [list(ends_in(one, annotated[one.document.id], cues)) for one in parsed]


def end_counts(many: Iterable[Sequence[Find]]) -> dict[str, dict[str, Standing]]:
    """Return by kind what each context of an end changes, given the kinds before it."""
    expected = [(_EVEN, find) for finds in many for find in finds]
    return standings(expected, END_KINDS, END_STEADY, _SEEN)


def ends_in(parsed: Parsed, text: Text, cues: Cues) -> Iterator[Find]:
    """Yield the places where the contents of a document may end."""
    words = Words(text.words)
    for scene in scenes_of(parsed):
        drafts = grammatical(scene, cues)
        tellers = tellers_of(drafts.values())
        for draft in drafts.values():
            core = core_of(scene, draft, tellers)
            gold = _annotated(words, text, draft) if core is not None else None
            if core is not None and gold is not None:
                yield from _up_to(scene, draft, core, gold)


def _annotated(words: Words, text: Text, draft: Draft) -> Attributed | None:
    """Return the annotation with the cue of a draft whose content is most like the draft's."""
    content = words.of(draft.speech)
    best, most = None, -1.0
    for one in text.gold or ():
        if any(span.start <= draft.anchor < span.end for span in one.cue):
            sets = counted(words, one)
            alike = jaccard(content, sets.content) if sets else -1.0
            best, most = (one, alike) if alike > most else (best, most)
    return best


def _up_to(scene: Scene, draft: Draft, core: Core, gold: Attributed) -> Iterator[Find]:
    """Yield the places where a content may end, up to where the annotated one does."""
    inside = [
        token.i
        for span in gold.content
        for token in scene.tokens(span)
        if core.first.i <= token.i <= core.limit and not token.is_punct
    ]
    if not inside:
        return
    for end in ends_of(scene, core):
        if end.behind is None:
            return
        right = max(inside) <= end.last.i
        pair = (draft.pattern, draft.lemma, draft.frame)
        yield Find(pair, end_contexts(core, end), right)
        if right:
            return
