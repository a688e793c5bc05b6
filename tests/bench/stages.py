"""Time every stage on whole articles, as a share of the parse of the same run.

``python -m tests.bench.stages [FOLDER …]``. Processor time, in seconds; documents pass one by one,
as they do in ``track``, so that nothing is measured with a corpus in memory.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from claims.actors import attributions, cast
from claims.model import Document
from claims.parse import Parsed, parse
from claims.read import read
from claims.speech import statements
from claims.stance import classify
from claims.track import Rulebook, placed, read_rulebook, with_event
from tests.bench.asked import folders

T = TypeVar("T")

RULES = ("statements", "cast", "attributions", "classify")


@dataclass(slots=True)
class Clock:
    """The processor's seconds by stage."""

    seconds: Counter[str] = field(default_factory=Counter)

    def timed(self, stage: str, run: Callable[[], T]) -> T:
        """Return what a stage finds, and add the time it takes."""
        began = time.process_time()
        found = run()
        self.seconds[stage] += time.process_time() - began  # type: ignore[assignment]
        return found


def run(texts: list[Path]) -> tuple[Clock, int, int]:
    """Time the stages; return also how many words were read and how many claims were found."""
    clock, words, claims = Clock(), 0, 0
    rulebook = clock.timed("read_rulebook", read_rulebook)
    found = clock.timed("read", partial(_documents, texts))
    documents = clock.timed("with_event", lambda: [with_event(document) for document in found])
    for parsed in _one_by_one(clock, parse(iter(documents))):
        words += len(parsed.document.text.split())
        claims += _rules(clock, parsed, rulebook)
    return clock, words, claims


def _documents(texts: list[Path]) -> list[Document]:
    found = [one for one in read(texts) if isinstance(one, Document)]
    return found or sys.exit(f"no article in {', '.join(map(str, texts))}")


def _one_by_one(clock: Clock, parsing: Iterator[Parsed]) -> Iterator[Parsed]:
    while (parsed := clock.timed("parse", lambda: next(parsing, None))) is not None:
        yield parsed


def _rules(clock: Clock, parsed: Parsed, rulebook: Rulebook) -> int:
    said = clock.timed("statements", partial(statements, parsed, rulebook.cues))
    actors = clock.timed("cast", partial(cast, parsed, said, rulebook.lexicon))
    attributed = clock.timed("attributions", partial(attributions, parsed, said, actors))
    found = clock.timed("classify", partial(classify, parsed, attributed, actors, rulebook.packs))
    document = parsed.document
    clock.timed("topic, history", lambda: [placed(document, claim) for claim in found])
    return len(found)


def table(clock: Clock, words: int, claims: int) -> str:
    """Return one line a stage: its seconds, and its share of the parse."""
    seconds = dict(clock.seconds)
    seconds["all rules"] = sum(seconds[stage] for stage in RULES)
    lines = [f"{stage:16}{s:8.2f} s {s / seconds['parse']:7.1%}" for stage, s in seconds.items()]
    return "\n".join([*lines, f"{words:,} words, {claims:,} claims"])


if __name__ == "__main__":
    texts = folders(__doc__)
    list(parse(_documents(texts)))  # the model is loaded, and its caches are warm
    print(table(*run(texts)))
