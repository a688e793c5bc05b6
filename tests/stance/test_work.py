"""The cost of classifying does not grow with rules that do not fire."""

import pytest

from claims.actors import Lexicon, attributions, cast
from claims.packs import Packs
from claims.packs.reading import packs_of
from claims.shipped import shipped_files
from claims.speech import Cues, statements
from claims.stance import classify
from claims.stance.make import Draft
from claims.stance.match import Tally
from claims.stance.merge import _same
from tests.stance.conftest import parsed_of

TEXT = "France condemned the Russian shelling. Moscow denied that it had shelled the town."


def tried(packs: Packs, cues: Cues, lexicon: Lexicon) -> int:
    """Return how many rules are tried on the text."""
    parsed, tally = parsed_of(TEXT), Tally()
    said = statements(parsed, cues)
    actors = cast(parsed, said, lexicon)
    classify(parsed, attributions(parsed, said, actors), actors, packs, tally)
    return tally.tried


def _idle(pack: str, count: int) -> str:
    """Return a pack of rules that no text wakes."""
    return f"pack: {pack}\nstance: accusation\nrules:\n" + "".join(
        f"  - {{id: {pack}.r{n}, why: x, verb: [zzverb{pack}{n}],"
        f" matches: [{{text: x}}], rejects: [{{text: y, because: z}}]}}\n"
        for n in range(count)
    )


def test_ten_times_the_rules_are_no_more_work(packs: Packs, cues: Cues, lexicon: Lexicon) -> None:
    """Rules with other triggers are never looked at."""
    count = len(packs.rules)
    more = [(f"{pack}.yaml", _idle(pack, count)) for pack in "abcdefghij"]
    folders = ("accusation", "companions", "cooperation", "denial")
    ours = [
        (str(file), file.read_text(encoding="utf-8"))
        for file in shipped_files("rules")
        if any(f"/{folder}/" in str(file) for folder in folders)
    ]
    many = packs_of([*ours, *more])
    assert len(many.rules) > 10 * count
    assert tried(many, cues, lexicon) == tried(packs, cues, lexicon) > 0


def test_claims_that_stand_apart_are_not_compared(
    packs: Packs, cues: Cues, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paragraph of many claims takes no comparison of each with each."""
    asked = 0

    def same(one: Draft, other: Draft) -> bool:
        nonlocal asked
        asked += 1
        return _same(one, other)

    monkeypatch.setattr("claims.stance.merge._same", same)
    parsed = parsed_of(f"{TEXT} " * 60)
    said = statements(parsed, cues)
    actors = cast(parsed, said, lexicon)
    found = classify(parsed, attributions(parsed, said, actors), actors, packs)
    assert asked < 20 * len(found)  # each with each: 30 times
