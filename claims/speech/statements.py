"""What a document's sources say, in reading order."""

from dataclasses import replace

from claims.model import Statement
from claims.parse import Parsed
from claims.speech.cues import Cues
from claims.speech.draft import Draft
from claims.speech.finish import finished, nested
from claims.speech.layout import label_draft, signed_draft
from claims.speech.nouns import (
    according_to,
    adjective_drafts,
    as_reported,
    named_clause,
    noun_drafts,
)
from claims.speech.quotations import regions
from claims.speech.quoted import Drafts, lay_quotations
from claims.speech.scene import Scene
from claims.speech.sharing import share_subjects
from claims.speech.turns import turns
from claims.speech.verbs import verb_drafts
from claims.syntax import is_verb

ENOUGH = .39  # trust from which a cue reports (best c F on PolNeAR train)


def statements(parsed: Parsed, cues: Cues) -> tuple[Statement, ...]:
    """Return who says what in a document, nested statements with their parent.

    A pure function: the same document and cues give the same statements in the same order.
    """
    scenes = _scenes(parsed)
    found: list[Drafts] = []
    for scene in scenes:
        drafts: Drafts = {}
        for draft in candidates(scene):
            _keep(drafts, draft, cues)
        drafts = share_subjects(scene, without_light_verbs(drafts))
        for made in (label_draft(scene), signed_draft(scene)):
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


def _scenes(parsed: Parsed) -> list[Scene]:
    text = parsed.document.text
    plain = [Scene(text, passage, (), i) for i, passage in enumerate(parsed.passages)]
    found = regions(text, [scene.span for scene in plain])
    return [Scene(text, s.passage, tuple(r), s.index) for s, r in zip(plain, found, strict=True)]


def candidates(scene: Scene) -> list[Draft]:
    """Return every draft of one paragraph, whether its cue is in the lexicon or not."""
    found: list[Draft] = []
    for token in scene.passage.doc:
        tag = token.tag_
        if token.lower_ == "according":
            found.extend(according_to(scene, token))
        elif token.lower_ == "as":
            found.extend(as_reported(scene, token))
        elif is_verb(token):
            if token.dep_ not in {"aux", "auxpass"}:
                found.extend(verb_drafts(scene, token))
        elif tag in {"NN", "NNS"}:
            found.extend(noun_drafts(scene, token))
            found.extend(named_clause(scene, token))
        elif tag == "JJ":
            found.extend(adjective_drafts(scene, token))
    return found


def without_light_verbs(drafts: Drafts) -> Drafts:
    """Drop the verb of "made the case that": the noun's draft has it in its cue."""
    light = set()
    for draft in drafts.values():
        if draft.pattern == "noun" and (verb := drafts.get(draft.cue[0].start)) is not None:
            if verb.anchor != draft.anchor:
                light.add(verb.anchor)
    return {anchor: draft for anchor, draft in drafts.items() if anchor not in light}


def _keep(drafts: Drafts, draft: Draft, cues: Cues) -> None:
    """Keep a draft that the lexicon trusts, if no better one has the same cue."""
    word_class = draft.pattern.split("-")[0]
    rank = 1.0 if word_class == "according" else cues.trust(word_class, draft.lemma, draft.frame)
    if rank < ENOUGH:
        return
    other = drafts.get(draft.anchor)
    if other is None or rank > other.rank:
        drafts[draft.anchor] = replace(draft, rank=rank)
