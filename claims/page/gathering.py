"""From a ledger file to the claims of a page: which are shown, in which article, and how."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.eventbook import event_named
from claims.ledger import asking
from claims.ledger.select import CORE, Filter
from claims.model import Claim, Document
from claims.names import country_name
from claims.packs.compiled import Packs, Rule
from claims.page import wording
from claims.page.nouns import Article, Choice, Deciding, Shown
from claims.page.passage import joined, passages
from claims.page.wording import address, short, trusted
from claims.tables.naming import NO_STATE, NO_TOPIC, speaker_name, target_name
from claims.topics import topic_name

MOST = 2000  # claims on one page: some 1.6 MB, which a mail still carries
NO_EVENT = "(no event)"
_LONGEST = 80  # characters of evidence that are said again below a passage
_ALSO = 8  # other sources of a claim that are named
_FLAGS = {
    "uncertain": "uncertain kind",
    "hedged": "hedged",
    "conditional": "conditional",
    "historic": "about the past",
}


def articles(db: sqlite3.Connection, wanted: Filter, packs: Packs) -> tuple[Article, ...]:
    """Return the claims that a filter keeps, in their articles, the earliest first."""
    rules = {rule.id: rule for rule in packs.rules}
    decided = _decided(db)
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in asking.asked(db, wanted, most=MOST):
        found[claim.document].append(claim)
    made = []
    for document in sorted((asking.document(db, id) for id in found), key=_by_day):
        claims = found[document.id]
        shown = tuple(_shown(db, claim, document, rules, decided) for claim in claims)
        made.append(_article(document, shown))
    return tuple(made)


def _by_day(document: Document) -> tuple[bool, str, str]:
    return document.published is None, str(document.published), document.id


def _decided(db: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of the claims that a person decided on."""
    rows = db.execute("SELECT claim FROM propositions WHERE decided")
    return frozenset(row[0] for row in rows)


def _article(document: Document, claims: tuple[Shown, ...]) -> Article:
    return Article(
        title=document.title or document.id,
        outlet=document.outlet,
        published=document.published,
        url=address(document.url),
        event=event_name(document.event) if document.event else "",
        claims=claims,
    )


def _shown(
    db: sqlite3.Connection,
    claim: Claim,
    document: Document,
    rules: Mapping[str, Rule],
    decided: frozenset[str],
) -> Shown:
    rule = rules.get(claim.rules[0]) if claim.rules else None
    flags = [words for name, words in _FLAGS.items() if getattr(claim, name)]
    if claim.id in decided:
        flags.append("decided by a person")
    return Shown(
        claim=claim,
        speaker=speaker_name(claim),
        state=country_name(claim.speaker_country) if claim.speaker_country else "",
        target=target_name(claim),
        topic=topic_name(claim.topic) if claim.topic else "",
        passages=passages(claim, document),
        why=_sentence(rule.why) if rule else "",
        evidence=_evidence(claim, document),
        flags=tuple(flags),
        also=_also(db, claim),
    )


def _evidence(claim: Claim, document: Document) -> str:
    known = (span.of(document.text) for span in joined(claim.evidence, document.text))
    return " … ".join(short(words, _LONGEST) for words in known)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _also(db: sqlite3.Connection, claim: Claim) -> tuple[str, ...]:
    """Return the other documents that carry a claim, outlet and day."""
    others = [s for s in asking.sources(db, claim.id) if s.document != claim.document]
    named = [f"{s.outlet or s.document}, {s.published or 'day unknown'}" for s in others[:_ALSO]]
    return (*named, f"and {len(others) - _ALSO} more") if len(others) > _ALSO else tuple(named)


def event_name(key: str) -> str:
    """Return the name of an event, its first letter a capital; a user's own key as it is."""
    known = event_named(key)
    return known.name[:1].upper() + known.name[1:] if known else key


def choices(shown: Iterable[Shown]) -> dict[str, tuple[Choice, ...]]:
    """Return what a reader can filter by, the most frequent first, with what has no name last."""
    claims = [entry.claim for entry in shown]
    return {
        "country": _choices(
            ((c.speaker_country or "", country_name(c.speaker_country or "")) for c in claims),
            NO_STATE,
        ),
        "stance": _stances(claims),
        "topic": _choices(((c.topic, topic_name(c.topic)) for c in claims), NO_TOPIC),
        "event": _choices(((c.event, event_name(c.event)) for c in claims), NO_EVENT),
        "time": _times(claims),
    }


def _choices(pairs: Iterable[tuple[str, str]], none: str) -> tuple[Choice, ...]:
    counts = Counter(pairs)
    ordered = sorted((not value, -n, name, value) for (value, name), n in counts.items())
    return tuple(
        Choice(wording.key(value) or "none", name if value else none, -n)
        for _, n, name, value in ordered
    )


def _stances(claims: Sequence[Claim]) -> tuple[Choice, ...]:
    counts = Counter(claim.stance for claim in claims)
    order = [*(name for name in CORE if name in counts), *sorted(set(counts) - set(CORE))]
    return tuple(Choice(wording.key(name), name.replace("_", " "), counts[name]) for name in order)


def _times(claims: Sequence[Claim]) -> tuple[Choice, ...]:
    """Return the choice between present and past; none where there is nothing to choose."""
    past = sum(claim.historic for claim in claims)
    present = len(claims) - past
    return (Choice("present", "present", present), Choice("past", "past", past)) if past else ()


def deciding(shown: Iterable[Shown]) -> tuple[Deciding, ...]:
    """Return the rules that decided the claims on a page, by stance and name."""
    found: dict[str, list[Shown]] = defaultdict(list)
    for entry in shown:
        if entry.claim.rules:
            found[entry.claim.rules[0]].append(entry)
    return tuple(_deciding(found))


def _deciding(found: Mapping[str, list[Shown]]) -> Iterator[Deciding]:
    for id, entries in sorted(found.items()):
        first = entries[0]
        yield Deciding(
            id=id,
            stance=id.partition(".")[0],
            why=first.why or "not among the rules that are installed here",
            claims=len(entries),
            trust=trusted(first.claim.trust, first.claim.trust_n),
        )
