"""The cue lexicon: counts become trust, and every fault in a file is told."""

import pytest

from claims.errors import PackError
from claims.speech import Cues, read_cues

LEXICON = """
class: verb
frames: {clause: 8/10, object: 1/10}
sayings: [say]
spoken: [avow]
cues:
  say: {clause: 98/100}
  eat: {object: 0/50}
  avow: {clause: yes}
  seem: {clause: no}
"""


@pytest.fixture(scope="module")
def lexicon() -> Cues:
    return read_cues([("verbs.yaml", LEXICON)])


@pytest.mark.parametrize(
    ("lemma", "frame", "reports"),
    [
        pytest.param("say", "clause", True, id="measured, right"),
        pytest.param("eat", "object", False, id="measured, wrong"),
        pytest.param("avow", "clause", True, id="by hand, yes"),
        pytest.param("seem", "clause", False, id="by hand, no"),
        pytest.param("mumble", "clause", True, id="unknown, in a frame that mostly reports"),
        pytest.param("mumble", "object", False, id="unknown, in a frame that seldom does"),
    ],
)
def test_what_reports(lemma: str, frame: str, reports: bool, lexicon: Cues) -> None:
    assert lexicon.reports("verb", lemma, frame) is reports


def test_trust_is_a_share(lexicon: Cues) -> None:
    """Trust lies between the pair's own share and what is expected of it."""
    assert 0.8 < lexicon.trust("verb", "say", "clause") < 1.0
    assert lexicon.trust("verb", "eat", "object") < 0.1


def test_british_spelling() -> None:
    """A word reports as it does in American spelling, what was counted of both added up."""
    counted = "class: verb\ncues:\n  criticize: {object: 60/70}\n  criticise: {object: 1/2}\n"
    apart = "class: verb\ncues:\n  criticise: {object: 61/72}\n"
    both, same = (read_cues([("verbs.yaml", text)]) for text in (counted, apart))
    assert both.trust("verb", "criticise", "object") == pytest.approx(
        same.trust("verb", "criticise", "object"), abs=0.02
    )


def test_words_of_speech(lexicon: Cues) -> None:
    """Verbs that introduce quotations tell of speech, and those that the lexicon names beside."""
    assert lexicon.spoken == {("verb", "say"), ("verb", "avow")}


def test_every_fault_is_told() -> None:
    """Each fault in a lexicon has its line, what is wrong and the fix."""
    text = "class: verb\nwhat: 1\ncues:\n  say: {clause: 5/3}\n  add: clause\nspoken: say\n"
    with pytest.raises(PackError) as caught:
        read_cues([("cues.yaml", text)])
    assert [(p.line, p.what) for p in caught.value.problems] == [
        (2, "unknown key 'what'"),
        (4, "'5/3' is no count"),
        (5, "no frames"),
        (6, "'spoken' is a list of words"),
    ]


def test_the_shipped_lexicon_is_read(cues: Cues) -> None:
    assert cues.reports("verb", "say", "clause")
    assert "say" in cues.sayings
