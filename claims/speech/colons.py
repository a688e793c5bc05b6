"""What a colon opens: the quotation of a clause, of a name, or of the next paragraph."""

import re
from collections.abc import Sequence

from claims.model import SourceKind, Span
from claims.speech.cues import Cues
from claims.speech.draft import Draft, Source
from claims.speech.introducing import TOLD, Drafts, Place, led_by_colon, quotation_draft
from claims.speech.scene import Scene
from claims.syntax import is_verb
from claims.tokens import Token

_DASHES = "-–—"
_COLON = 120  # characters between a cue and the colon that ends its paragraph
_LABEL = re.compile(
    r"(?:(?<=[.!?…”\"’)\]] )|(?<=[-–—] ))"
    r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})(?P<cue>:) ?\Z"
)


def open_colon(drafts: Drafts, scene: Scene, following: Sequence[Scene], cues: Cues) -> None:
    """Let the last verb of saying in a paragraph that ends with a colon wait for its words.

    Any verb does where the next paragraph is quoted, and its object ("the following") is no speech.
    A verb that nothing stands behind tells the next paragraph though no mark quotes it.
    """
    end = Span(scene.span.end - _COLON, scene.span.end)
    said = [
        token
        for token in scene.tokens(end)
        if is_verb(token) and token.lemma_ in cues.sayings and not scene.quotation(scene.at(token))
    ]
    quoted = any(map(_opens_quoted, following))
    for verb in (said or (led_by_colon(scene, end) if quoted else []))[-1:]:
        draft = drafts.get(scene.at(verb)) or quotation_draft(scene, verb)
        bare = bool(said) and not quoted and _ends_with(scene, verb)
        kept = draft.speech if draft.frame in TOLD or not (quoted or bare) else ()
        if bare and not kept:
            kept = tuple([below.span for below in following])
        drafts[draft.anchor] = draft.quoting(kept, draft.source)


def _ends_with(scene: Scene, verb: Token) -> bool:
    """Return whether nothing but "that" stands between a verb and the end of its paragraph."""
    behind = scene.passage.doc[verb.i + 1 :]
    return all(token.is_punct or token.is_space or token.lower_ == "that" for token in behind)


def _opens_quoted(scene: Scene) -> bool:
    """Return whether a paragraph begins with a quotation."""
    return bool(scene.regions) and scene.regions[0].outer.start == scene.span.start


def label_before(place: Place) -> Draft | None:
    """Return the words of whom a label within a paragraph names: Mr Ito: “It is too far.”."""
    scene = place.scene
    if not place.lead.of(scene.text).rstrip(" ").endswith(":"):
        return None
    label = _LABEL.search(scene.text, place.lead.start, place.lead.end)
    if label is None or not place.is_sentence:
        return None
    name = Span(*label.span("name"))
    told = scene.text[place.lead.start : name.start].strip()
    if any(map(str.isalnum, told)) and told[-1] not in _DASHES:
        return None  # "Ito wrote of Mr. Sato: “…”" is a clause
    if any(is_verb(token) for token in scene.tokens(name)):
        return None
    return Draft(
        anchor=label.start("cue"),
        cue=(Span(*label.span("cue")),),
        source=Source(name, name, SourceKind.NAMED),
        speech=(place.region.inner,),
        pattern="label",
        frame="label",
        quoted=True,
    )
