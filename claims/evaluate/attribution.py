"""Score attributions against texts that people annotated, as PolNeAR systems are compared.

(c) content: predictions and gold are matched one to one, the best word overlap (Jaccard) first,
0.5 or more. (e) right source: matched, and the source shares a word that is no function word; or
neither has a source. Direct only leaves out predictions that are the quoted part of a mixed one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.evaluate.attribution_corpus import Attributed, Text
from claims.evaluate.attribution_units import Counted, Words, counted
from claims.evaluate.score import Score

_ENOUGH = 0.5  # word Jaccard from which two contents are the same
_PART = 0.9  # share of a quotation within mixed content from which it is a part of that


@dataclass(frozen=True, slots=True)
class Scores:
    """What ``claims eval --attribution`` prints.

    Attributes:
        content: (c). ``right_source``: (e). ``direct``, ``direct_source``: the same, direct only.
        sources: Matched gold with a source, and how often the source is right.
        recall: (name of a cue class, type or phenomenon) → share found; ``gold`` of it the count.
    """

    texts: int
    words: int
    content: Score
    right_source: Score
    direct: Score
    direct_source: Score
    sources: Score
    recall: dict[str, Score]


def score(texts: Sequence[Text], predictions: dict[str, list[Attributed]]) -> Scores:
    """Compare predictions, by name of the text, with what people annotated in it."""
    count: Counter[str] = Counter()
    for text in texts:
        if text.gold is not None:
            _compare(text, predictions.get(text.name, []), count)
    kinds = sorted(key.removeprefix("gold ") for key in count if key.startswith("gold "))
    found = {k: Score(count[f"hit {k}"], count[f"hit {k}"], count[f"gold {k}"]) for k in kinds}
    return Scores(
        texts=count["texts"],
        words=count["words"],
        content=Score(count["matched"], count["found"], count["gold"]),
        right_source=Score(count["right"], count["found"], count["gold"]),
        direct=Score(count["direct matched"], count["direct found"], count["gold direct"]),
        direct_source=Score(count["direct right"], count["direct found"], count["gold direct"]),
        sources=Score(count["source right"], count["source asked"], count["source asked"]),
        recall=found,
    )


def _compare(text: Text, predicted: Iterable[Attributed], count: "Counter[str]") -> None:
    """Add one text to the counts."""
    words = Words(text.words)
    gold = _all_counted(words, text.gold or ())
    found = _all_counted(words, predicted)
    pairs = matched(gold, found)
    right = {i for i, j in pairs.items() if _source_right(words, gold[i], found[j])}
    count.update(texts=1, words=len(words.spans), gold=len(gold), found=len(found))
    count.update(matched=len(pairs), right=len(right))
    asked = [i for i in pairs if gold[i].source]
    count.update({"source asked": len(asked), "source right": len(right.intersection(asked))})
    for i, one in enumerate(gold):
        for kind in phenomena(words, one):
            count.update({f"gold {kind}": 1, f"hit {kind}": int(i in pairs)})
    _count_direct(gold, found, pairs, right, count)


def _all_counted(words: Words, many: Iterable[Attributed]) -> list[Counted]:
    return [one for one in (counted(words, each) for each in many) if one is not None]


def matched(gold: Sequence[Counted], found: Sequence[Counted]) -> dict[int, int]:
    """Match gold to predictions one to one: best overlap, then source, then cue, then order."""
    by_word: dict[int, list[int]] = defaultdict(list)
    for j, one in enumerate(found):
        for word in one.content:
            by_word[word].append(j)
    candidates = []
    for i, one in enumerate(gold):
        for j in sorted({j for word in one.content for j in by_word[word]}):
            overlap = jaccard(one.content, found[j].content)
            if overlap >= _ENOUGH:
                near = (jaccard(one.source, found[j].source), jaccard(one.cue, found[j].cue))
                candidates.append((-overlap, -near[0], -near[1], i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of common words in all words of two sets."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def _source_right(words: Words, gold: Counted, found: Counted) -> bool:
    if not gold.source:
        return not found.source
    return bool(words.telling(gold.source) & found.source)


def phenomena(words: Words, one: Counted) -> list[str]:
    """Return what a gold attribution counts for in the recall by phenomenon."""
    kinds = [one.type, "say cue" if one.communicates else "other cue"]
    if not one.source:
        kinds.append("source: none")
    elif {words.lower[w] for w in one.source} <= _RELATIVE:
        kinds.append("source: relative")
    elif {words.lower[w] for w in one.source} <= _PRONOUNS:
        kinds.append("source: pronoun")
    else:
        kinds.append("source: noun phrase")
    if not one.cue:
        kinds.append("cue: punctuation")
    elif one.content and max(one.content) < min(one.cue):
        kinds.append("content before cue")
    elif one.content and min(one.content) < min(one.cue):
        kinds.append("content around cue")
    else:
        kinds.append("content behind cue")
    return kinds


_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_PRONOUNS = frozenset(
    "he she they i we you it his her their our my your its him them us me".split()
)


def _count_direct(
    gold: Sequence[Counted],
    found: Sequence[Counted],
    pairs: dict[int, int],
    right: set[int],
    count: "Counter[str]",
) -> None:
    """Count direct gold against direct predictions."""
    mixed = frozenset().union(*(one.content for one in gold if one.type == "mixed"))
    gold_of = {j: i for i, j in pairs.items()}
    for j, one in enumerate(found):
        if one.type != "direct":
            continue
        i = gold_of.get(j)
        if i is not None and gold[i].type == "direct":
            count.update({"direct found": 1, "direct matched": 1, "direct right": int(i in right)})
        elif not one.content or len(one.content & mixed) < _PART * len(one.content):
            count.update({"direct found": 1})
