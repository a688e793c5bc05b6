"""Where a content ends: how far the phrases behind its core are told with it.

"She said [talks go on], though few believe it": a clause that a comma sets off is often the
writer's. People drew the line in labelled text; at each place where a content may end the lexicon
holds how often it did, by what stands there. Of these ends the one is taken that most likely has
half of its words in common with the right one, if that moves it away from where grammar puts it.
A cue that a content holds weighs too: behind its end it would be told beside it, with a source of
its own: "She said [talks go on], and he fears the worst".
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from math import prod

from claims.model import Span
from claims.speech.draft import Draft
from claims.speech.joints import Core, End, core_of, ends_of, held_by
from claims.speech.scene import Scene
from claims.speech.sharing import share_freed
from claims.syntax import own_subject
from claims.tokens import Token

END_KINDS = tuple("word hold governor verb frame last mark teller".split())
"""The kinds of contexts of an end, in the order in which each is counted given those before it."""

END_STEADY = 10.0  # ends as expected that are added to each count (PolNeAR train, held out)

_BETTER = 0.1  # how much likelier than the end by grammar another must be (there too)
_OWN = 0.01  # the least likelihood of an end that a content is moved to
_TRUST = {"clause": 1.0, "that": 1.0}  # in cues held within a content, by frame (there too)
_DOUBT = 0.5  # in cues of other frames
_WRONG = 0.25  # what a wrong find costs where a right one is worth 1
_HALF = 0.5  # of the words of two contents that are the same
_SURE = _BETTER - 1e-9  # less than this cannot outweigh the end by grammar
_SETTLED = frozenset(
    {"verb-object-prep", "verb-rest", "verb-parenthetical", "according-to", "adjective"}
)  # what moved there was no oftener better than worse (there too)
_LEADS_ON = frozenset({"CC", "IN", "TO", "DT", "PRP$"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TELLING = frozenset({"IN", "TO", "WRB", "WDT", "WP", "CC", "RB", "WP$"})
_DASHES = frozenset({"—", "–", "-", "--"})
_QUOTES = frozenset({'"', "“", "”", "''", "``"})


Likely = tuple[End, int, float]
"""An end, how many words come up to there, and how likely a content ends there."""


def ended(scene: Scene, drafts: dict[int, Draft], ends: Mapping[str, float]) -> dict[int, Draft]:
    """Return the drafts of a paragraph, their contents ending where those of their like do."""
    if not ends:
        return drafts
    tellers = tellers_of(drafts.values())
    worth = {d.head.i: _TRUST.get(d.frame, _DOUBT) for d in drafts.values() if d.head is not None}
    moved: dict[int, Draft] = {}
    for at, draft in drafts.items():
        if draft.pattern in _SETTLED:
            continue
        core = core_of(scene, draft, tellers)
        held = [] if core is None else _held(core, worth)
        likely = [] if core is None else _weighed(scene, core, ends, bool(held))
        end = _best(scene, likely, held, _bound(scene, draft, drafts)) if likely else None
        if end is not None:
            piece = Span(draft.speech[-1].start, scene.end(end.last))
            moved[at] = draft.telling((*draft.speech[:-1], piece))
    return share_freed(scene, drafts, moved) if moved else drafts


def tellers_of(drafts: Iterable[Draft]) -> frozenset[int]:
    """Return where the head words of cues stand, as numbers of tokens."""
    return frozenset([draft.head.i for draft in drafts if draft.head is not None])


def _held(core: Core, worth: Mapping[int, float]) -> list[tuple[int, float]]:
    """Return the cues within a content, each with its trust."""
    first, last, own = core.first.i, core.last.i, core.cue.i
    return [(i, trust) for i, trust in worth.items() if first < i <= last and i != own]


def _freed(end: End, held: Sequence[tuple[int, float]], likely: Sequence[Likely]) -> float:
    """Return what it is worth that cues stand behind an end and are not told within a content.

    They are right as far as they are trusted and the content did end before them.
    """
    worth = 0.0
    for cue, trust in held:
        if end.behind is not None and end.last.i < cue:
            right = trust * sum([share for other, _, share in likely if other.last.i < cue])
            worth += right - _WRONG * (1 - right)
    return worth


def _best(
    scene: Scene, likely: Sequence[Likely], held: Sequence[tuple[int, float]], bound: int
) -> End | None:
    """Return the end that a content is moved to, if one is so much better than that by grammar.

    It does not grow over another cue: what that reports is told beside it.
    """
    grammar = next((size for end, size, _ in likely if end.beyond == 0), None)
    if grammar is None:
        return None
    best, most = None, _alike(grammar, likely) + _BETTER
    for end, size, share in likely:
        if share >= _OWN and _is_free(scene, end, bound):
            alike = _alike(size, likely) + _freed(end, held, likely)
            best, most = (end, alike) if alike > most else (best, most)
    return best


def _alike(size: int, likely: Sequence[Likely]) -> float:
    """Return how likely half of so many words are the same as those up to the right end."""
    return sum([share for _, other, share in likely if _HALF <= size / other <= 1 / _HALF])


def _bound(scene: Scene, draft: Draft, anchors: Iterable[int]) -> int:
    """Return where the next cue behind a content stands, or its source if that comes before it."""
    end = draft.speech[-1].end
    cue = min([anchor for anchor in anchors if anchor >= end], default=scene.span.end)
    source = draft.source.span.start if draft.source is not None else 0
    return source if end <= source < cue else cue


def _is_free(scene: Scene, end: End, bound: int) -> bool:
    """Return whether a content may be moved to an end: whole, and not over a cue or its source."""
    if end.last.tag_ in _LEADS_ON:
        return False
    return end.beyond <= 0 or scene.at(end.last) < bound


def end_contexts(core: Core, end: End) -> tuple[str, ...]:
    """Return the names of the contexts of an end, one of each kind; none at a sentence's end."""
    token, head = end.behind, end.head
    if token is None or head is None:
        return ()
    mark = _mark(end.last, token)
    label = head.dep_ if end.opens else "broken"
    word = token.lower_ if token.tag_ in _TELLING else token.tag_
    place = ("at", "beyond", "within")[end.beyond]
    last = min(token.doc.edges[1][head.i] if end.opens else token.i, core.limit)
    finite = not _FINITE.isdisjoint([word.tag_ for word in token.doc[token.i : last + 1]])
    return (
        f"word {label} {word}",
        f"hold {place} {held_by(core, head)} {mark}",
        f"governor {label} {head.head.dep_} {place}",
        f"verb {'finite' if finite else 'none'} {label} {mark}",
        f"frame {core.frame} {label}",
        f"last {place} {'last' if last + 2 >= core.limit else 'more'} {label}",
        f"mark {mark} {word}",
        f"teller {_told(core, head, range(token.i, last + 1))} {label}",
    )


def _told(core: Core, head: Token, phrase: range) -> str:
    """Return whether a phrase reports itself, and how its verb is like the content's cue."""
    verb = head
    if head.dep_ == "cc":
        verb = next((c for c in head.head.rights if c.dep_ == "conj" and c.i > head.i), head)
    tells = "tells" if verb.i in core.tellers else "silent"
    if tells == "silent" and not core.tellers.isdisjoint(phrase):
        tells = "told"
    subject = "shared" if own_subject(verb) is None else "own"
    return f"{tells} {subject} {'same' if verb.tag_ == core.cue.tag_ else 'other'}"


def _mark(last: Token, behind: Token) -> str:
    """Return the mark between two words, "" if there is none."""
    if last.i + 1 == behind.i:
        return ""
    marks = [token.text for token in last.doc[last.i + 1 : behind.i]]
    if not _DASHES.isdisjoint(marks):
        return "dash"
    return "quote" if "," not in marks and not _QUOTES.isdisjoint(marks) else marks[0]


def _weighed(scene: Scene, core: Core, ends: Mapping[str, float], held: bool) -> list[Likely]:
    """Return where a content may end; nothing if all unlike that by grammar cannot outweigh it.

    Where its sentence does not go on for more words than it has, those lie in its first half.
    """
    start, whole, is_long = core.first.i, core.size, core.is_long
    found: list[Likely] = []
    left, unlike = 1.0, 0.0
    for end in ends_of(scene, core):
        size = end.last.i - start + 1
        may_follow = is_long or size < whole * _HALF
        if not held and unlike + (left if may_follow else 0.0) < _SURE:
            return []
        share = left * _share(core, end, ends)
        found.append((end, size, share))
        if not _HALF <= size / whole <= 1 / _HALF:
            unlike += share
        left -= share
    return found


def _share(core: Core, end: End, ends: Mapping[str, float]) -> float:
    """Return how likely a content ends somewhere if it did not before."""
    if end.behind is None:
        return 1.0
    likely = prod(map(ends.get, end_contexts(core, end), repeat(1.0)))
    return likely / (1 + likely)
