"""From a hit and one directed pair to a claim with every field filled."""

import hashlib
from collections.abc import Container
from dataclasses import dataclass

from claims import __version__
from claims.model import Actor, Attribution, Claim, Considered, Span
from claims.stance.match import Hit, depth
from claims.stance.past import is_past
from claims.stance.scene import Scene
from claims.stance.scope import concerns_states
from claims.stance.trace import fired, silent
from claims.stance.words import claim_words
from claims.syntax import is_verb, phrase_span

_ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim, and what merging needs to know of where it came from.

    Attributes:
        diplomatic: Whether it belongs into a ledger of states.
        introduces: The attribution whose cue the trigger is ("accused" of "accused X of …").
        depth: How many clauses stand above the trigger.
    """

    claim: Claim
    hit: Hit
    target: Actor | None
    diplomatic: bool
    introduces: Attribution | None
    depth: int


def make(
    scene: Scene,
    hit: Hit,
    speaker: Actor | None,
    target: Actor | None,
    others: Container[int] = (),
) -> Draft:
    """Return the claim of one speaker towards one target.

    Why other rules are silent is only asked for a claim that belongs into the ledger: every
    second draft comes to nothing.
    """
    spans = claim_words(scene, hit, others)
    introduces = scene.introduced_by(hit.passage, hit.head) if hit.reporting else None
    diplomatic = concerns_states(scene, hit, speaker, target)
    considered = (*fired(hit), *(silent(scene, hit) if diplomatic else ()))
    claim = _claim(scene, hit, speaker, target, spans, considered)
    return Draft(claim, hit, target, diplomatic, introduces, depth(hit.head))


def _claim(
    scene: Scene,
    hit: Hit,
    speaker: Actor | None,
    target: Actor | None,
    spans: tuple[Span, ...],
    considered: tuple[Considered, ...],
) -> Claim:
    document = scene.parsed.document
    trust = scene.packs.trust.get(hit.rule.id)
    return Claim(
        id=_id(document.id, spans, speaker, target, hit.rule.id),
        document=document.id,
        published=document.published,
        event=document.event,
        speaker=speaker.name if speaker else "",
        speaker_role=speaker.role if speaker else "",
        speaker_country=speaker.country if speaker else None,
        reporter=_reporter(hit, speaker),
        stance=hit.rule.stance,
        sub_stance=hit.rule.sub_stance,
        target=target.name if target else hit.target_words,
        target_country=target.country if target else None,
        topic="",
        mode=hit.mode,
        words=" … ".join(span.of(document.text) for span in spans),
        spans=spans,
        cue=_cue(scene, hit),
        evidence=hit.evidence,
        rules=(hit.rule.id,),
        source=_source(scene, hit),
        cue_spans=_cue_spans(scene, hit),
        considered=considered,
        hedged="hedged" in hit.contexts,
        conditional="conditional" in hit.contexts,
        historic=_historic(scene, hit),
        uncertain=hit.uncertain,
        trust=trust.share if trust else None,
        trust_n=trust.found if trust else 0,
        version=__version__,
        pack_hash=scene.packs.pack_hash,
    )


def _telling(scene: Scene, hit: Hit) -> Attribution | None:
    """Return the attribution that tells the stance: its own cue's, or the words' it stands in."""
    return scene.introduced_by(hit.passage, hit.head) if hit.reporting else hit.voice


def _historic(scene: Scene, hit: Hit) -> bool:
    """Return whether the stance is of the past (guideline 16).

    A charge may be of today though the deed is old; then the cue's own time counts.
    """
    if hit.reporting or hit.rule.stance == "cooperation":
        return "historic" in hit.contexts
    published = scene.parsed.document.published
    tokens = [scene.parsed.tokens(span) for span in _cue_spans(scene, hit)]
    return any(
        is_past(token, published.year if published else None)
        for cue in tokens
        for token in cue or ()
    )


def _source(scene: Scene, hit: Hit) -> Span | None:
    telling = _telling(scene, hit)
    if telling is not None:
        return telling.statement.source
    found = scene.fill("subject", hit.head, "verb") if hit.reporting and is_verb(hit.head) else []
    return phrase_span(hit.passage, found[0]) if found else None


def _cue_spans(scene: Scene, hit: Hit) -> tuple[Span, ...]:
    telling = _telling(scene, hit)
    return telling.statement.cue if telling is not None else ()


def _id(
    document: str, spans: tuple[Span, ...], speaker: Actor | None, target: Actor | None, rule: str
) -> str:
    places = ",".join(f"{span.start}-{span.end}" for span in spans)
    names = f"{speaker.name if speaker else ''}|{target.name if target else ''}"
    whole = "\0".join((document, places, names, rule))
    return hashlib.sha256(whole.encode()).hexdigest()[:_ID_LENGTH]


def _reporter(hit: Hit, speaker: Actor | None) -> str:
    """Return who passes it on, innermost first; nobody reports their own words."""
    if hit.voice is None:
        return ""
    chain = list(hit.voice.reporters)
    if hit.reporting:
        chain = [*hit.voice.speakers, *chain]
    names: list[str] = []
    for actor in chain:
        if actor.name and actor.name not in names and (not speaker or actor.name != speaker.name):
            names.append(actor.name)
    return ", ".join(names)


def _cue(scene: Scene, hit: Hit) -> str:
    text = scene.parsed.document.text
    if hit.voice is not None and not hit.reporting:
        return " … ".join(span.of(text) for span in hit.voice.statement.cue)
    return " ".join(token.text for token in hit.tokens)
