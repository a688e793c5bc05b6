"""Documents and claims by the million, made from templates: the same for the same seed."""

import hashlib
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from claims.model import Block, BlockKind, Claim, Document, Mode, Span

STATES = tuple(
    "USA CHN RUS GBR FRA DEU JPN KOR PRK IND IRN ISR UKR TUR BRA CAN AUS ITA POL SAU "
    "EGY PAK VNM PHL MEX ESP SWE NOR QAT ZAF".split()
)
TOPICS = ("cyber", "trade", "taiwan", "climate", "nuclear", "ukraine", "")
_STANCES = ("accusation", "accusation", "denial", "cooperation", "cooperation", "demand")
_VERBS = {
    "accusation": "accused {} of breaking",
    "denial": "did not break with {}",
    "cooperation": "will build with {}",
    "demand": "called on {} to mend",
}
_THINGS = (
    "the accord on fishing", "a pact of old friends", "the rules for open seas",
    "what both had signed in spring", "the promise to share water", "an order of safe airspace",
    "their common plan for grain", "the treaty about quiet borders",
)  # fmt: skip


def documents(number: int, *, claims: int = 10, seed: int = 7) -> Iterator[Document]:
    """Yield documents of some sentences each; every sentence is one claim for ``found_in``."""
    chance = random.Random(seed)
    for n in range(number):
        lines = [_sentence(chance, n * claims + i) for i in range(claims)]
        text = "\n\n".join(lines)
        yield Document(
            id=f"article-{n:06}",
            text=text,
            published=date(2010, 1, 1) + timedelta(days=chance.randrange(5000)),
            outlet=f"Outlet {chance.randrange(40)}",
            event=f"summit-{chance.randrange(60)}",
            blocks=_blocks(text),
        )


def found_in(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
    """Read documents without a parser: each line is a claim."""
    for document in documents:
        spans = [block.span for block in document.blocks]
        yield document, [_claim(document, span) for span in spans]


def _sentence(chance: random.Random, n: int) -> str:
    speaker, target = chance.sample(STATES, 2)
    stance = chance.choice(_STANCES)
    said = _VERBS[stance].format(target)
    thing = chance.choice(_THINGS)
    topic = chance.choice(TOPICS)
    who = f"{speaker}-{min(chance.randrange(12), chance.randrange(12))}"
    flags = "".join(chance.choice(["", "", "", mark]) for mark in "uh")
    return f"{who} {stance} {target} {topic or '-'} {flags or '-'}: {said} {thing}, point {n}"


def _claim(document: Document, span: Span) -> Claim:
    head, words = span.of(document.text).split(": ", 1)
    who, stance, target, topic, flags = head.split()
    start = span.start + len(head) + 2
    whole = f"{document.id}\0{start}\0{who}"
    return Claim(
        id=hashlib.sha256(whole.encode()).hexdigest()[:12],
        document=document.id,
        published=document.published,
        event=document.event,
        speaker=f"Speaker {who}",
        speaker_role="",
        speaker_country=who.partition("-")[0],
        reporter="",
        stance=stance,
        sub_stance="",
        target=target,
        target_country=target,
        topic=topic.strip("-"),
        mode=Mode.DIRECT if len(words) % 3 else Mode.INDIRECT,
        words=words,
        spans=(Span(start, span.end),),
        cue="said",
        evidence=(Span(start, start + 5),),
        rules=(f"{stance}.said",),
        uncertain="u" in flags,
        historic="h" in flags and len(words) % 5 == 0,
        trust=0.5 + len(words) % 50 / 100,
        trust_n=40,
    )


def _blocks(text: str) -> tuple[Block, ...]:
    blocks, start = [], 0
    for line in text.split("\n\n"):
        blocks.append(Block(kind=BlockKind.BODY, span=Span(start, start + len(line))))
        start += len(line) + 2
    return tuple(blocks)
