"""Time classifying with the shipped rules, and with ten times as many that never fire.

``python -m tests.bench.growth [FOLDER …]``. Processor time, the least of several rounds in turn, so
that another's work on the machine weighs on neither side. The added rules are copies of the
shipped ones under triggers that no text has.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claims.actors import Cast, Lexicon, attributions, cast
from claims.model import Attribution, Document
from claims.packs import Packs
from claims.parse import Parsed, parse
from claims.read import read
from claims.speech import Cues, statements
from claims.stance import classify
from claims.track import read_rulebook
from tests.bench.asked import folders

ROUNDS = 5

Stage = tuple[Parsed, Sequence[Attribution], Cast]


def grown(packs: Packs, times: int) -> Packs:
    """Return the rules with ``times`` as many, the others under triggers that never stand."""
    index = dict(packs.index)
    for copy in range(1, times):
        index |= {f"zz{copy}{lemma}": found for lemma, found in packs.index.items()}
    return replace(packs, rules=packs.rules * times, index=index)


def stages(texts: list[Path], cues: Cues, lexicon: Lexicon) -> list[Stage]:
    """Return each document as the rules meet it."""
    found: list[Stage] = []
    for parsed in parse(one for one in read(texts) if isinstance(one, Document)):
        said = statements(parsed, cues)
        actors = cast(parsed, said, lexicon)
        found.append((parsed, attributions(parsed, said, actors), actors))
    return found


def seconds(documents: Sequence[Stage], packs: Packs) -> float:
    """Return the processor's time for classifying all documents once."""
    began = time.process_time()
    for parsed, attributed, actors in documents:
        classify(parsed, attributed, actors, packs)
    return time.process_time() - began


def table(documents: Sequence[Stage], packs: Packs) -> str:
    """Return one line a size: rules, triggers, seconds, and how many times the first."""
    sizes = [packs, grown(packs, 10)]
    least = [float("inf")] * len(sizes)
    for _ in range(ROUNDS):
        least = [min(a, seconds(documents, b)) for a, b in zip(least, sizes, strict=True)]
    return "\n".join(
        f"{len(each.rules):7,} rules {sum(map(len, each.index.values())):9,} triggers"
        f" {spent:7.2f} s {spent / least[0]:6.2f} ×"
        for each, spent in zip(sizes, least, strict=True)
    )


if __name__ == "__main__":
    rulebook = read_rulebook()
    print(table(stages(folders(__doc__), rulebook.cues, rulebook.lexicon), rulebook.packs))
