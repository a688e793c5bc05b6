"""200 speaker mentions of real articles, drawn at random and read by hand.

The articles are not ours to keep: the fixture holds offsets and verdicts. It names at most ten
mentions of one article, and what a reader takes each to be: states, and the person if listed.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from claims.actors import Lexicon, cast
from claims.model import Document, Span
from claims.parse import Parsed, parse
from claims.read import read
from claims.speech import read_cues, statements

FIXTURE = Path(__file__).with_name("speakers.jsonl")
SHARED = Path(os.environ.get("CLAIMS_SHARED", Path(__file__).parents[3] / "shared"))
ARTICLES = SHARED / "dev" / "articles"
FLOOR = 0.92


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not beside the checkout")
def test_speakers(lexicon: Lexicon) -> None:
    """Of 200 mentions at least 92 % are the right person or state, or rightly nobody."""
    rows = [json.loads(line) for line in FIXTURE.read_text(encoding="utf-8").splitlines()]
    texts = {row["document"]: row["sha256"] for row in rows}
    documents = [d for d in read([ARTICLES]) if isinstance(d, Document) and d.id in texts]
    same = [d for d in documents if hashlib.sha256(d.text.encode()).hexdigest() == texts[d.id]]
    assert len(same) == len(texts), "an article is not the one that was read"
    wrong = []
    for parsed in parse(same):
        mine = [row for row in rows if row["document"] == parsed.document.id]
        wrong += _wrong(parsed, mine, lexicon)
    share = 1 - len(wrong) / len(rows)
    print(f"{share:.3f} of {len(rows)} speakers right; wrong: {wrong}")
    assert share >= FLOOR


def _wrong(parsed: Parsed, rows: list[dict[str, Any]], lexicon: Lexicon) -> list[str]:
    """Return the mentions that resolve to another state or person than the reader wrote."""
    found = statements(parsed, read_cues())
    who = cast(parsed, found, lexicon)
    wrong = []
    for row in rows:
        actors = who.who(Span(*row["source"]), Span(*row["head"]))
        states = sorted({actor.country for actor in actors if actor.country})
        names = {actor.name for actor in actors}
        if states != row["countries"] or (row["person"] and row["person"] not in names):
            wrong.append(f"{parsed.document.id}:{row['head'][0]} {states}")
    return wrong
