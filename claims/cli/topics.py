"""``claims topics``: what the claims are about, and what those are about that fit no topic."""

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

import typer

from claims.cli.options import Event, Rules, Since, Until, Where, wanted
from claims.cli.tracking import Sources, ledger_file

if TYPE_CHECKING:
    import sqlite3

    from claims.ledger.select import Filter

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
    from claims.ledger.asking import tallies_by_topic
    from claims.ledger.select import CORE
    from claims.tables.naming import many
    from claims.topics import topic_name

    keep = wanted(None, where, event, since, until)
    with ledger_file(sources, rules or []) as (db, unread):
        from claims.tables.known import require_known

        require_known(db, keep, rules or ())
        counts: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(CORE, 0))
        past = 0
        for one in tallies_by_topic(db, keep):
            if one.claims:
                counts[one.topic][one.stance] += one.claims
            past += one.historic
        print(f"{'':32}" + "".join(f"{stance:>14}" for stance in CORE))
        for key in sorted(counts, key=lambda key: (key == "", -sum(counts[key].values()), key)):
            cells = "".join(f"{counts[key][stance]:>14}" for stance in CORE)
            print(f"{topic_name(key) if key else '(no topic)':32}{cells}")
        if past:
            print(f"{many(past, 'claim')} about the past not counted")
        if "" in counts and (terms := _key_terms(db, keep)):
            print(f"Key terms of the claims without a topic: {', '.join(terms)}")
    if unread:
        raise typer.Exit(4)


def _key_terms(db: "sqlite3.Connection", keep: "Filter") -> list[str]:
    from claims.keyterms import key_terms
    from claims.ledger.asking import asked

    words = (claim.words for claim in asked(db, keep) if not claim.topic)
    return key_terms(list(islice(words, _TEXTS)))
