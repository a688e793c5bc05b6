"""Show why a claim has its label: the passage with its parts marked, and the rules in play."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from claims.ledger.decisions import Decision
from claims.model import Claim, Document, Span
from claims.names import country_name
from claims.tables.naming import speaker_name, target_name
from claims.tables.screen import say
from claims.tables.visible import visible

# Marks besides colour, so that a printout or a plain terminal shows the same.
_MARKS = {
    "words": ("«", "»", "bold"),
    "speaker": ("[", "]", "cyan"),
    "cue": ("{", "}", "magenta"),
    "evidence": ("‹", "›", "underline"),
}
_LEGEND = "«words of the claim»  [speaker]  {cue}  ‹evidence of the rule›"


def show_claim(
    claim: Claim, document: Document, console: Console, decided: Sequence[Decision] = ()
) -> None:
    """Print one claim: what it says, where it stands, which rules decided, and which people."""
    say(console, _heading(claim))
    for name, value in (*_facts(claim, document), *map(_decision, decided)):
        if value:
            say(console, Text.assemble((f"  {name:<10} ", "dim"), visible(value)))
    console.print()
    say(console, passage(claim, document))
    say(console, _LEGEND, "dim")
    console.print()
    for considered in claim.considered:
        seen = ", ".join(span.of(document.text) for span in considered.evidence)
        line = f"  {considered.rule}: {considered.outcome}" + (f" (on “{seen}”)" if seen else "")
        won = considered.rule in claim.rules
        say(console, visible(line), "bold" if won else "dim")


def _heading(claim: Claim) -> Text:
    towards = target_name(claim)
    text = Text.assemble((claim.stance, "bold"), f" by {visible(speaker_name(claim))}")
    if claim.speaker_country:
        text.append(f" ({country_name(claim.speaker_country)})")
    return text.append(f" towards {visible(towards)}" if towards else ", towards nobody named")


def _decision(made: Decision) -> tuple[str, str]:
    changes = {name.replace("_", " "): value or "none" for name, value in made.changes.items()}
    told = (name + "ed" if value is True else f"{name} {value}" for name, value in changes.items())
    note = f": {made.note}" if made.note else ""
    return "decided", f"{', '.join(told)}, by {made.decided_by} on {made.decided_at}{note}"


def _facts(claim: Claim, document: Document) -> Iterable[tuple[str, str]]:
    flags = ("uncertain", "hedged", "conditional", "historic")
    trust = "never measured"
    if claim.trust is not None:
        trust = f"{claim.trust:.2f} on {claim.trust_n} labelled finds of the rule"
    published = claim.published.isoformat() if claim.published else "day unknown"
    yield "claim", claim.id
    yield "document", f"{claim.document}, {document.outlet or 'outlet unknown'}, {published}"
    yield "event", claim.event
    yield "kind", f"{claim.sub_stance.replace('_', ' ')}, {claim.mode}"
    yield "role", claim.speaker_role
    yield "reported by", claim.reporter
    yield "cue", claim.cue
    yield "topic", claim.topic
    yield "but", ", ".join(flag for flag in flags if getattr(claim, flag))
    yield "trust", trust


def passage(claim: Claim, document: Document) -> Text:
    """Return the paragraphs that hold the claim, with its parts marked."""
    spans = {
        "words": claim.spans,
        "speaker": (claim.source,) if claim.source else (),
        "cue": claim.cue_spans,
        "evidence": claim.evidence,
    }
    parts = []
    for block in document.blocks:
        words = [span for span in claim.spans if block.span.meets(span)]
        if words:
            window = _window(document.text, block.span, words)
            inside = {
                kind: [span for span in found if window.covers(span)]
                for kind, found in spans.items()
            }
            inside["words"] = words
            label = f"{block.label.of(document.text)}: " if block.label else ""
            marked = _marked(document.text, window, inside)
            parts.append(Text(f"  {visible(label)}", style="italic").append_text(marked))
    return Text("\n  …\n").join(parts)


def _window(text: str, block: Span, words: list[Span]) -> Span:
    """Return the sentences around the words: a turn may go on for pages."""
    first, last = min(words).start, max(span.end for span in words)
    start = text.rfind(". ", block.start, max(block.start, first - 160))
    end = text.find(". ", min(last + 160, block.end), block.end)
    return Span(block.start if start < 0 else start + 2, block.end if end < 0 else end + 1)


def _marked(text: str, window: Span, inside: dict[str, list[Span]]) -> Text:
    """Return the window's text with marks at the edges of spans, the outer mark outermost."""
    edges = []
    for depth, (kind, (opening, closing, _)) in enumerate(_MARKS.items(), 1):
        for span in inside[kind]:
            edges.append((max(span.start, window.start), depth, opening))
            edges.append((min(span.end, window.end), -depth, closing))
    shown, place = Text(), window.start
    for edge, _, mark in sorted(edges, key=lambda e: (e[0], e[1])):
        shown.append(visible(text[place:edge]), _style(place, edge, inside))
        shown.append(mark, "dim")
        place = edge
    return shown.append(visible(text[place : window.end]))


def _style(start: int, end: int, inside: dict[str, list[Span]]) -> str:
    if start >= end:
        return ""
    piece = Span(start, end)
    return " ".join(_MARKS[k][2] for k in inside if any(span.covers(piece) for span in inside[k]))
