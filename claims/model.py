"""The nouns that cross from room to room. All are frozen; none holds anything of spaCy."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from claims.pickled import by_fields


class Span(NamedTuple):
    """Characters of ``Document.text``, half-open: ``0 <= start < end <= len(text)``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Return whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a paragraph of a document is for."""

    HEADLINE = "headline"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"  # menus, bylines, link lists: nobody's words
    TURN = "turn"  # one person's words in a transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of a document, or the part of a paragraph that one person speaks.

    Attributes:
        span: The words, without the speaker's label.
        label: Of a TURN: where the label of its speaker stands ("MR. DONILON"), without the colon.
            A later paragraph of the same turn carries the same label.
    """

    kind: BlockKind
    span: Span
    label: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as it was read. ``text`` is never changed; all spans index into it.

    Attributes:
        id: The stem of the file's name, unique within one run.
        published: The day it was published; offices are looked up for this day.
        event: The summit or meeting it is about, a key such as ``sunnylands-2013``.
    """

    id: str
    text: str
    title: str = ""
    published: date | None = None
    outlet: str = ""
    url: str = ""
    event: str = ""
    path: str = ""
    blocks: tuple[Block, ...] = ()


class Mode(StrEnum):
    """How words are reported, in the terms of PARC 3.0 (Pareti 2016), and two of our own."""

    DIRECT = "direct"  # wholly in quotation marks
    MIXED = "mixed"  # partly in quotation marks
    INDIRECT = "indirect"  # reported with a cue, no quotation marks
    TURN = "turn"  # a speaker's own words in a transcript
    NARRATED = "narrated"  # the text tells a communicative act: signed, agreed, lodged a protest


class SourceKind(StrEnum):
    """What kind of words name the source."""

    NAMED = "named"  # holds a proper name
    NOMINAL = "nominal"  # "a top US official"
    PRONOUN = "pronoun"
    RELATIVE = "relative"  # "who said": the antecedent is the source span
    IMPERSONAL = "impersonal"  # "it is believed that"
    ABSENT = "absent"  # "was accused of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one source said, at one place in one document.

    Attributes:
        speech: The reported words (PARC: content), pieces in reading order, none overlapping.
        cue: The words that report it ("said", "according to"); none for a bare quotation.
        source: The whole noun phrase that names who speaks; None where the text names nobody.
        source_head: The head word of ``source`` ("Donilon" of "adviser Tom Donilon").
        addressee: Whom it was said to ("told Mr Xi that": Mr Xi).
        pattern: The name of the construction that found it ("verb-clause", "according-to").
        parent: The statement in whose speech this one stands ("Donilon said Obama told Xi …":
            the inner statement is Obama's, its parent Donilon's).
    """

    speech: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: Span | None
    source_head: Span | None
    source_kind: SourceKind
    mode: Mode
    pattern: str
    addressee: Span | None = None
    parent: "Statement | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, office, state, organisation or group that speaks or is spoken of.

    Attributes:
        name: The canonical name ("Yang Jiechi", "China"), or the text's own words where unknown.
        role: The office on the document's date ("State Councilor"), "" if none is known.
        country: The state it speaks for on that date, ISO 3166 alpha-3 (and EUU, NATO, UN, …);
            None for former officials, companies, NGOs, private persons, and whoever is unknown.
        kind: person, office, country, institution, organisation, group or unknown.
        via: How it was found ("alias", "apposition", "surname", "pronoun of …", "fuzzy 94").
    """

    name: str
    role: str = ""
    country: str | None = None
    kind: str = "unknown"
    via: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A statement, who makes it, and through whom it reaches the reader.

    Attributes:
        speakers: Whose words they are; several for joint speakers, none where nobody is named.
        reporters: The chain of those who report it, innermost first ("Mr Donilon told reporters").
        addressees: Whom it was said to.
    """

    statement: Statement
    speakers: tuple[Actor, ...]
    reporters: tuple[Actor, ...] = ()
    addressees: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """A rule that was looked at for a claim, and what came of it."""

    rule: str
    outcome: str  # "won", or why it lost: "negated", "less specific than …"
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One speech act: a speaker takes a stance towards a target, in these words.

    Attributes:
        id: Hash of document, spans, speaker, target and rule; a re-run gives the same id.
        document: ``Document.id``.
        reporter: Who passes it on, where that is not the outlet itself; innermost first.
        stance: accusation, denial or cooperation; or a companion class (rejection, demand, …).
        target: The words or name of whom it is aimed at; "" if nobody is named.
        topic: Key of the topic its words are about.
        words: What was said, pieces joined by " … ".
        spans: Where ``words`` stand.
        source: Where the text names the speaker, if it does.
        cue_spans: Where the words stand that report it ("said"), if any do.
        evidence: Where the words stand that made the rules fire.
        rules: Ids of the rules that decided, the deciding one first.
        considered: Every rule that was looked at, for ``claims explain``.
        uncertain: The guideline calls this kind of claim uncertain (a bare meeting, for one).
        trust: Share of the deciding rule's finds that were right on labelled text, 0.0 to 1.0;
            None where it was never measured. ``trust_n`` is the count behind it.
        version: Of the tool. ``pack_hash``: of every rule file that was loaded.
    """

    id: str
    document: str
    published: date | None
    event: str
    speaker: str
    speaker_role: str
    speaker_country: str | None
    reporter: str
    stance: str
    sub_stance: str
    target: str
    target_country: str | None
    topic: str
    mode: Mode
    words: str
    spans: tuple[Span, ...]
    cue: str
    evidence: tuple[Span, ...]
    rules: tuple[str, ...]
    source: Span | None = None
    cue_spans: tuple[Span, ...] = ()
    considered: tuple[Considered, ...] = field(default=(), repr=False)
    hedged: bool = False
    conditional: bool = False
    historic: bool = False
    uncertain: bool = False
    trust: float | None = None
    trust_n: int = 0
    version: str = ""
    pack_hash: str = ""


by_fields(Block, Document, Statement, Actor, Attribution, Considered, Claim)
