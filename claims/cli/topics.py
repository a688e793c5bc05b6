"""``claims topics``: what the claims are about, and what those are about that fit no topic."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.cli.options import Event, Rules, Since, Sources, Until, Where, wanted
from claims.cli.tracking import opened
from claims.ledger.select import CORE, Filter

if TYPE_CHECKING:
    import sqlite3

_TEXTS = 300  # claims without a topic that key terms are taken from


def topics(
    sources: Sources,
    where: Where = "",
    event: Event = None,
    since: Since = "",
    until: Until = "",
    rules: Rules = None,
) -> None:
    """Count the claims of each topic; name the key terms of those that fit none."""
    keep = wanted(None, where, event, since, until)
    with opened(keep, sources, rules) as (db, _):
        for line in _counted(db, keep):
            print(line)
        if told := of_no_topic(db, keep):
            print(told)


def _counted(db: "sqlite3.Connection", keep: Filter) -> Iterator[str]:
    """Yield how often each topic has each stance, those with most claims first."""
    from claims.ledger.asking import tallies_by_topic
    from claims.tables.naming import NO_TOPIC, many
    from claims.topics import topic_name

    counts: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(CORE, 0))
    past = 0
    for one in tallies_by_topic(db, keep):
        if one.claims:
            counts[one.topic][one.stance] += one.claims
        past += one.historic
    yield f"{'':32}" + "".join(f"{stance:>14}" for stance in CORE)
    for key in sorted(counts, key=lambda key: (key == "", -sum(counts[key].values()), key)):
        cells = "".join(f"{counts[key][stance]:>14}" for stance in CORE)
        yield f"{topic_name(key) if key else NO_TOPIC:32}{cells}"
    if past:
        yield f"{many(past, 'claim')} about the past not counted"


def of_no_topic(db: "sqlite3.Connection", keep: Filter) -> str:
    """Return a line on what the claims that fit no topic are about; "" where there is none.

    So new topics show themselves. It loads a parser and takes seconds.
    """
    from claims.keyterms import key_terms
    from claims.ledger.asking import asked
    from claims.tables.visible import visible

    if keep.topics:
        return ""
    without = asked(db, replace(keep, topics=("",)), most=_TEXTS)
    terms = key_terms([claim.words for claim in without])
    return visible(f"Key terms of the claims without a topic: {', '.join(terms)}") if terms else ""
