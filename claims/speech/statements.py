"""What a document's sources say, in reading order."""

from collections.abc import Callable, Iterable, Iterator

from claims.model import Span, Statement
from claims.parse import Parsed
from claims.speech.contexts import contexts_of, placed
from claims.speech.cues import ENOUGH, EVERY_SIGN, LIKELY, SURE, UNLISTED, WORTH, Cues
from claims.speech.draft import Draft
from claims.speech.ends import ended
from claims.speech.finish import finished, nested
from claims.speech.governed import may_report
from claims.speech.introducing import Drafts
from claims.speech.layout import label_draft, quoted_label, signed_draft
from claims.speech.nouns import (
    according_to,
    adjective_drafts,
    as_reported,
    in_a_poll,
    in_words_of,
    named_clause,
    noun_drafts,
)
from claims.speech.quotations import regions
from claims.speech.quoted import lay_quotations
from claims.speech.scene import Scene
from claims.speech.sharing import set_apart, share_subjects
from claims.speech.sources import WRITINGS
from claims.speech.turns import turns
from claims.speech.verbs import verb_drafts
from claims.syntax import VERB
from claims.tokens import Token

_NOUNS = frozenset({"NN", "NNS"})
_HEEDED = VERB | _NOUNS | {"JJ", "IN"}
_VIEWS = frozenset({"words", "view", "opinion", "eyes"})
_PHRASES = _VIEWS | {"as", "in", "according"}
_AUXILIARY = frozenset({"aux", "auxpass"})
_PREDICATE = frozenset({"acomp", "oprd"})


def statements(parsed: Parsed, cues: Cues) -> tuple[Statement, ...]:
    """Return who says what in a document, nested statements with their parent.

    A pure function: the same document and cues give the same statements in the same order.
    """
    scenes = scenes_of(parsed)
    found: list[Drafts] = []
    for scene in scenes:
        drafts = ended(scene, grammatical(scene, cues), cues.ends)
        for made in (label_draft(scene), quoted_label(scene), signed_draft(scene)):
            if made is not None:
                drafts.setdefault(made.anchor, made)
        found.append(drafts)
    laid = lay_quotations(scenes, found, cues)
    complete = [
        statement
        for scene, drafts in zip(scenes, laid, strict=True)
        for statement in finished(scene, drafts.values())
    ]
    return tuple(nested([*turns(parsed), *complete]))


def grammatical(scene: Scene, cues: Cues) -> Drafts:
    """Return what a paragraph's cues tell by their grammar."""
    found = candidates(scene, cues)
    if not found:
        return {}
    drafts = told_once(without_light_verbs(trusted(scene, found, cues)))
    return set_apart(scene, share_subjects(scene, drafts))


def scenes_of(parsed: Parsed) -> list[Scene]:
    """Return the passages of a document with the quotations in each."""
    text = parsed.document.text
    rooms = [Span(passage.start, passage.end) for passage in parsed.passages]
    whole = enumerate(zip(parsed.passages, rooms, regions(text, rooms), strict=True))
    return [
        Scene(text, passage, room, tuple(own), tuple([r.outer.start for r in own]), i)
        for i, (passage, room, own) in whole
    ]


def candidates(scene: Scene, cues: Cues | None = None) -> list[Draft]:
    """Return the drafts of one paragraph that a lexicon may trust; without one, all there are."""
    signs = cues.signs if cues is not None else EVERY_SIGN
    verbs, nouns, adjectives = signs["verb"], signs["noun"], signs["adjective"]
    any_noun, any_adjective = nouns[UNLISTED], adjectives[UNLISTED]
    found: list[Draft] = []
    for token in scene.passage.doc:
        tag = token.tag_
        if tag not in _HEEDED:
            continue
        if token.lower_ in _PHRASES and (phrase := _phrases(token)) is not None:
            found += phrase(scene, token)
        elif tag in VERB:
            if token.dep_ not in _AUXILIARY and may_report(token, verbs):
                found += verb_drafts(scene, token, cues)
        elif tag in _NOUNS:
            if token.rights or token.dep_ == "nsubj":
                own = nouns.get(token.lemma_, any_noun)
                found += noun_drafts(scene, token, own, cues) if own and token.rights else ()
                found += named_clause(scene, token) if own and token.dep_ == "nsubj" else ()
        elif tag == "JJ" and token.dep_ in _PREDICATE:
            own = adjectives.get(token.lemma_, any_adjective)
            found += adjective_drafts(scene, token, cues) if own else ()
    return found


def _phrases(token: Token) -> Callable[[Scene, Token], Iterator[Draft]] | None:
    """Return the construction of a fixed phrase that a word may belong to."""
    if token.tag_ == "IN":
        return {"as": as_reported, "in": in_a_poll}.get(token.lower_)
    if token.lower_ in _VIEWS:
        return in_words_of if token.dep_ == "pobj" else None
    return according_to if token.lower_ == "according" else None


def without_light_verbs(drafts: Drafts) -> Drafts:
    """Drop the verb of "made the case that": the noun's draft has it in its cue."""
    light = set()
    for draft in drafts.values():
        begun = draft.cue[0].start
        if draft.pattern == "noun" and begun != draft.anchor:
            light.add(begun)
    return {anchor: draft for anchor, draft in drafts.items() if anchor not in light}


def told_once(drafts: Drafts) -> Drafts:
    """Keep one of two cues that would tell the same clause, the noun's: "denied reports that …".

    Of "said in a statement that …" the verb's is kept.
    """
    if all(draft.frame != "that" for draft in drafts.values()):
        return drafts
    kept = dict(drafts)
    told = {draft.speech[-1].start: a for a, draft in drafts.items() if draft.frame != "that"}
    for anchor, draft in drafts.items():
        other = told.get(draft.speech[-1].start) if draft.frame == "that" else None
        if other is not None:
            del kept[other if drafts[other].lemma in WRITINGS else anchor]
    return kept


def trusted(scene: Scene, found: Iterable[Draft], cues: Cues) -> Drafts:
    """Return the drafts trusted where they stand; of those with one cue the one of best words."""
    kept: Drafts = {}
    best: dict[int, float] = {}
    for draft in found:
        word_class = draft.pattern.split("-")[0]
        according = word_class == "according"
        trust = 1.0 if according else cues.trust(word_class, draft.lemma, draft.frame)
        if trust > best.get(draft.anchor, 0.0) and _holds(scene, draft, word_class, trust, cues):
            kept[draft.anchor] = draft
            best[draft.anchor] = trust
    return kept


def _holds(scene: Scene, draft: Draft, word_class: str, trust: float, cues: Cues) -> bool:
    """Return whether a find that words trust so far is trusted enough where it stands.

    A verb that introduces quotations keeps the trust in its words: what it reports is seldom none.
    """
    if draft.head is None or not WORTH <= trust < 1.0:
        return trust >= ENOUGH
    if trust >= ENOUGH and draft.lemma in cues.sayings:
        return True
    word = word_class, draft.lemma.partition(" ")[0]
    least = LIKELY if word in cues.spoken else SURE
    return placed(trust, contexts_of(scene, draft, draft.head), cues.contexts) >= least
