"""Punctuation that reports: "Name: …" in headlines and transcripts, "“…” ― Name"."""

import re
from dataclasses import replace

from claims.model import BlockKind, SourceKind, Span
from claims.speech.draft import Draft, Source
from claims.speech.scene import Scene
from claims.syntax import is_verb

_LABEL = re.compile(
    r"[“\"]?(?P<name>(?:Q|A|QUESTION|ANSWER)|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,4}"
    r"|(?:[A-Z][\w.’'-]*[ ]?){2,4})(?: ?\([^)\n]{1,20}\))?(?:,[^:“\"\n]{2,40})?"
    r"(?P<cue>:)(?:\s+(?=[\w“\"‘'$(\[])|(?=[“\"]))"
)
_QUOTED = re.compile(r"(?P<from>(?:And )?From )?(?P<name>[^:,\n]{2,60})(?P<cue>:)\s*")
_HEADLINE = re.compile(r"(?P<name>[A-Z][^:“”\"\n]{1,60}?)(?P<cue>:)\s+(?=\S)")
_SIGNED = re.compile(r"\s*(?P<cue>[―—–]|--|-)\s*(?P<name>[A-Z][^\n.]{1,60})")
_DESK = re.compile(  # what a news desk writes before its own words
    r"(?:the )?(?:latest|update[ds]?|breaking(?: news)?|exclusive|correction|clarification|analysis"
    r"|opinion|(?:editor[’']s |editors[’'] |author[’']s )?note|explainer|fact[- ]check|factbox"
    r"|bombshell|boom|wow|look|watch|read|live|video|photos?|alert|more|related|advisory|just in"
    r"|previously|question of the day|stat of the week)",
    re.IGNORECASE,
)
_ENOUGH_WORDS = 3
_NAME = 12  # tokens of a label
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"NNP", "NNPS"})


def label_draft(scene: Scene) -> Draft | None:
    """Return the words of a paragraph that starts with a speaker's name and a colon."""
    room = scene.span
    if scene.passage.block.kind is BlockKind.TURN or scene.text.find(":", room.start, room.end) < 0:
        return None
    pattern = _HEADLINE if _is_headline(scene) else _LABEL
    label = pattern.match(scene.text, room.start, room.end)
    if label is None or len(scene.text[label.end() : room.end].split()) < _ENOUGH_WORDS:
        return None
    name = Span(*label.span("name"))
    if _is_clause(scene, name, label.start("cue")) or _DESK.fullmatch(label["name"]):
        return None
    return Draft(
        anchor=label.start("cue"),
        cue=(Span(*label.span("cue")),),
        source=Source(name, name, SourceKind.NAMED),
        speech=(Span(label.end(), room.end),),
        pattern="headline-colon" if pattern is _HEADLINE else "label",
        frame="label",
        quoted=True,
    )


def _is_clause(scene: Scene, name: Span, colon: int) -> bool:
    """Return whether what stands before a colon is told: "Continued Ms Ito: …", "On Monday, …"."""
    before = [token for token in scene.passage.doc[:_NAME] if scene.at(token) < colon]
    return any(is_verb(t) and (scene.at(t) < name.end or t.tag_ in _FINITE) for t in before)


def quoted_label(scene: Scene) -> Draft | None:
    """Return the quotation behind a name and a colon that start a paragraph: Ms Ito: “…”."""
    region = scene.regions[0] if scene.regions else None
    if region is None or scene.passage.block.kind is BlockKind.TURN:
        return None
    label = _QUOTED.fullmatch(scene.text, scene.span.start, region.outer.start)
    if label is None:
        return None
    name = Span(*label.span("name"))
    words = scene.tokens(name)
    if any(map(is_verb, words)) or not (label["from"] or words[-1].tag_ in _NAMES):
        return None
    return _by_mark(label, region.inner, "label")


def _by_mark(mark: re.Match[str], quotation: Span, pattern: str) -> Draft:
    """Return a quotation whose speaker a mark tells, beside the name."""
    name = Span(*mark.span("name"))
    return Draft(
        anchor=mark.start("cue"),
        cue=(Span(*mark.span("cue")),),
        source=Source(name, name, SourceKind.NAMED),
        speech=(quotation,),
        pattern=pattern,
        frame="label",
        quoted=True,
    )


def _is_headline(scene: Scene) -> bool:
    if scene.passage.block.kind is BlockKind.HEADLINE:
        return True
    return scene.index == 0 and scene.passage.block.kind is BlockKind.BODY


def signed_draft(scene: Scene) -> Draft | None:
    """Return a quotation that is signed behind a dash: “…” ― Name."""
    if len(scene.regions) == 0:
        return None
    region = scene.regions[0]
    sign = _SIGNED.match(scene.text, region.outer.end, scene.span.end)
    if region.outer.start > scene.span.start + 1 or sign is None:
        return None
    return _by_mark(sign, region.inner, "signed")


def signed_below(draft: Draft, scene: Scene) -> Draft | None:
    """Return a quotation that nobody spoke so far, if the paragraph below it is a signature."""
    sign = _SIGNED.match(scene.text, scene.span.start, scene.span.end)
    if draft.cue or sign is None or scene.text[sign.end() : scene.span.end].strip(" .\n"):
        return None
    if any(is_verb(token) for token in scene.passage.doc):
        return None
    name = Span(*sign.span("name"))
    source = Source(name, name, SourceKind.NAMED)
    return replace(draft, cue=(Span(*sign.span("cue")),), source=source, pattern="signed")
