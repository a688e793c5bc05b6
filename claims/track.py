"""Walk the rooms: documents in, claims out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claims.actors import Lexicon, attributions, cast, read_lexicon
from claims.eventparts import event_of_claim
from claims.events import event_of, historic_event
from claims.model import Claim, Document
from claims.packs import Packs
from claims.parse import Parsed, parse
from claims.shipped import shipped
from claims.speech import Cues, read_cues, statements
from claims.stance import classify
from claims.topics import topic_of


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that is looked for: cues of speech, names, and the rules of every stance."""

    cues: Cues
    lexicon: Lexicon
    packs: Packs


def read_rulebook(folders: Sequence[Path] = ()) -> Rulebook:
    """Return the shipped rules, with those of the user's folders laid over them.

    Raises:
        PackError: With every fault in every file.
    """
    from claims.packs import read_packs

    lexicon = read_lexicon([shipped("rules") / "lexicon", *folders])
    return Rulebook(read_cues(), lexicon, read_packs(folders))


def track(documents: Iterable[Document], rulebook: Rulebook) -> Iterator[Claim]:
    """Return the claims of documents, in reading order, as soon as each document is done.

    A document that names no event of its own is tied to the one it is about, if there is one.
    """
    for parsed in parse(map(with_event, documents)):
        yield from claims_of(parsed, rulebook)


def with_event(document: Document) -> Document:
    """Return the document with the event it is about."""
    event, _ = event_of(document)
    return replace(document, event=event)


def claims_of(parsed: Parsed, rulebook: Rulebook) -> list[Claim]:
    """Return the claims of one parsed document."""
    said = statements(parsed, rulebook.cues)
    actors = cast(parsed, said, rulebook.lexicon)
    attributed = attributions(parsed, said, actors)
    found = classify(parsed, attributed, actors, rulebook.packs)
    return [placed(parsed.document, claim) for claim in found]


def placed(document: Document, claim: Claim) -> Claim:
    """Return a claim with its topic and its event, and whether it goes back to an older one."""
    topic, event = topic_of(document, claim), event_of_claim(document, claim)
    claim = replace(claim, topic=topic, event=event)
    if claim.historic or not historic_event(document, claim):
        return claim
    return replace(claim, historic=True)
