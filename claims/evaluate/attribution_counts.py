"""Count on annotated texts how often each cue was right: what ``rules/lexicon/cues`` holds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.evaluate.attribution import jaccard
from claims.evaluate.attribution_corpus import Text
from claims.evaluate.attribution_units import Counted, Words, counted
from claims.parse import Parsed, parse
from claims.speech.contexts import KINDS, STEADY, Standing, contexts_of, placed
from claims.speech.counts import Count
from claims.speech.cues import CLASSES, Cues, read_cues
from claims.speech.draft import Draft
from claims.speech.statements import candidates, scenes_of

Pair = tuple[str, str, str]  # word class, lemma, frame

_ENOUGH = 0.5  # word Jaccard from which a candidate has the annotated content
_RARE = 3  # finds up to which a pair counts for its frame, not for itself alone
_PARTS = 6  # of the texts; what is promised in one is counted in the others
_DOUBTFUL = 0.1  # trust in its words from which a find counts for its contexts
_SEEN = 30  # finds from which a context is kept
_TELLING = 1.1  # by how much it must move odds


@dataclass(frozen=True, slots=True)
class Find:
    """A candidate, where it stands, and whether people annotated it so."""

    pair: Pair
    contexts: tuple[str, ...]
    right: bool


def finds(texts: Iterable[Text]) -> list[list[Find]]:
    """Return the candidates of each text.

    Left out are cues in quotation marks, cues within annotated content (there nobody annotated)
    and cues of direct quotations (there the marks tell the content).
    """
    annotated = {text.name: text for text in texts}
    documents = (text.document for text in annotated.values())
    return [list(_judged(parsed, annotated[parsed.document.id])) for parsed in parse(documents)]


def cue_counts(many: Iterable[Sequence[Find]]) -> dict[Pair, Count]:
    """Return how often each (word class, lemma, frame) was found, and found right."""
    found: Counter[Pair] = Counter()
    right: Counter[Pair] = Counter()
    for find in (find for finds in many for find in finds):
        found[find.pair] += 1
        right[find.pair] += find.right
    return {pair: Count(right[pair], found[pair]) for pair in sorted(found)}


def context_counts(many: Sequence[Sequence[Find]]) -> dict[str, dict[str, Standing]]:
    """Return by kind what each context changes, given words and the kinds before it.

    What the words of a find promise is counted in other texts than its own.
    """
    doubtful: list[tuple[float, Find]] = []
    for part in range(_PARTS):
        others = [finds for i, finds in enumerate(many) if i % _PARTS != part]
        cues = counted_cues(cue_counts(others))
        promised = [(cues.trust(*find.pair), find) for own in many[part::_PARTS] for find in own]
        doubtful += [(trust, find) for trust, find in promised if trust >= _DOUBTFUL]
    return standings(doubtful, KINDS, STEADY, _SEEN)


def standings(
    many: Iterable[tuple[float, Find]], kinds: Sequence[str], steady: float, seen: int
) -> dict[str, dict[str, Standing]]:
    """Return by kind what each context changes, given what is expected and the kinds before it.

    Args:
        many: What is expected of each find, as a share.
        kinds: Of contexts, in the order in which finds bear them.
        steady: Finds as expected that are added to each count.
        seen: Finds from which a context is kept.
    """
    standing: dict[str, dict[str, Standing]] = {}
    for number, kind in enumerate(kinds):
        of_kind = _of_kind(number, many)
        factors = {f"{kind} {name}": one.drawn(steady) for name, one in of_kind.items()}
        telling = {
            name
            for name, one in of_kind.items()
            if one.found >= seen and not 1 / _TELLING < factors[f"{kind} {name}"] < _TELLING
        }
        standing[kind] = {name: one for name, one in of_kind.items() if name in telling}
        kept = {f"{kind} {name}": factors[f"{kind} {name}"] for name in telling}
        many = [(placed(trust, find.contexts, kept), find) for trust, find in many]
    return standing


def _of_kind(number: int, finds: Iterable[tuple[float, Find]]) -> dict[str, Standing]:
    """Return the contexts of one kind."""
    right: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for trust, find in finds:
        name = find.contexts[number].partition(" ")[2]
        right[name] += find.right
        expected[name] += trust  # type: ignore[assignment]
        found[name] += 1
    return {n: Standing(right[n], round(expected[n]), found[n]) for n in sorted(found)}


def counted_cues(counts: dict[Pair, Count]) -> Cues:
    """Return the lexicon that counts alone make."""
    lines = ((name, "\n".join(lexicon_lines(name, counts))) for name in CLASSES[:3])
    return read_cues(lines)


def _judged(parsed: Parsed, text: Text) -> Iterator[Find]:
    """Yield the candidates of a text, and whether people annotated them so."""
    words = Words(text.words)
    gold = [(one, counted(words, one)) for one in text.gold or ()]
    for scene in scenes_of(parsed):
        for draft in candidates(scene):
            if scene.outermost(draft.anchor) is not None or draft.head is None:
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
            right = any(jaccard(content, one.content) >= _ENOUGH for one in own)
            contexts = tuple(contexts_of(scene, draft, draft.head))
            yield Find(_pair(draft), contexts, right)


def _pair(draft: Draft) -> Pair:
    return draft.pattern.split("-")[0], draft.lemma, draft.frame


def context_lines(section: str, standing: dict[str, dict[str, Standing]]) -> Iterator[str]:
    """Yield the lines of a file of contexts but for its ``why``."""
    yield f"{section}:"
    for kind, entries in standing.items():
        yield f"  {kind}:"
        for name, one in entries.items():
            yield f'    "{name}": {one.right}/{one.expected}/{one.found}'


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
