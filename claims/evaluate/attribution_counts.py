"""Count on annotated texts how often each cue was right: what ``rules/lexicon/cues`` holds."""

from collections import Counter
from collections.abc import Iterable, Iterator

from claims.evaluate.attribution import jaccard
from claims.evaluate.attribution_corpus import Text
from claims.evaluate.attribution_units import Counted, Words, counted
from claims.parse import Parsed, parse
from claims.speech.cues import Count
from claims.speech.draft import Draft
from claims.speech.statements import candidates, scenes_of

Pair = tuple[str, str, str]  # word class, lemma, frame

_ENOUGH = 0.5  # word Jaccard from which a candidate has the annotated content
_RARE = 3  # finds up to which a pair counts for its frame, not for itself alone


def cue_counts(texts: Iterable[Text]) -> dict[Pair, Count]:
    """Return how often each (word class, lemma, frame) was found, and found right.

    Left out are cues in quotation marks, cues within annotated content (there nobody annotated)
    and cues of direct quotations (there the marks tell the content).
    """
    found: Counter[Pair] = Counter()
    right: Counter[Pair] = Counter()
    annotated = {text.name: text for text in texts}
    for parsed in parse(text.document for text in annotated.values()):
        for draft, good in _judged(parsed, annotated[parsed.document.id]):
            pair = (draft.pattern.split("-")[0], draft.lemma, draft.frame)
            found[pair] += 1
            right[pair] += good
    return {pair: Count(right[pair], found[pair]) for pair in sorted(found)}


def _judged(parsed: Parsed, text: Text) -> Iterator[tuple[Draft, bool]]:
    """Yield the candidates of a text, and whether people annotated them so."""
    words = Words(text.words)
    gold = [(one, counted(words, one)) for one in text.gold or ()]
    for scene in scenes_of(parsed):
        for draft in candidates(scene):
            if scene.outermost(draft.anchor) is not None:
                continue
            own: list[Counted] = [
                sets
                for one, sets in gold
                if sets and any(s.start <= draft.anchor < s.end for s in one.cue)
            ]
            inside = any(s.start <= draft.anchor < s.end for one, _ in gold for s in one.content)
            if (inside and not own) or (own and all(one.type == "direct" for one in own)):
                continue
            content = words.of(draft.speech)
            yield draft, any(jaccard(content, one.content) >= _ENOUGH for one in own)


def lexicon_lines(word_class: str, counts: dict[Pair, Count]) -> Iterator[str]:
    """Yield the lines of one lexicon file but for its ``why`` and ``sayings``."""
    own = {(lemma, frame): c for (name, lemma, frame), c in counts.items() if name == word_class}
    frames: dict[str, Count] = {}
    for (_, frame), count in own.items():
        if count.found <= _RARE:
            whole = frames.get(frame, Count(0, 0))
            frames[frame] = Count(whole.right + count.right, whole.found + count.found)
    yield f"class: {word_class}"
    yield "frames:"
    yield from (f'  "{name}": {c.right}/{c.found}' for name, c in sorted(frames.items()))
    yield "cues:"
    for lemma in sorted({lemma for lemma, _ in own}):
        kept = {
            f: c for (other, f), c in own.items() if other == lemma and (c.right or c.found > 2)
        }
        if kept and lemma.replace("-", "").replace(" ", "").isalpha():
            entries = ", ".join(f'"{f}": {c.right}/{c.found}' for f, c in kept.items())
            yield f'  "{lemma}": {{{entries}}}'
