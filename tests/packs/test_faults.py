"""What is wrong in a rule file is told with file, line, column and a fix, all at once."""

import time
from pathlib import Path

import pytest

from claims.errors import PackError
from claims.packs.reading import packs_of
from claims.track import read_rulebook

GOOD = """\
pack: demo
stance: accusation
words:
  wrongs: [theft, lie]
rules:
  - id: demo.accuse
    why: The object is accused.
    verb: [accuse]
    requires: {of: [<wrongs>]}
    unless: [negated, asked]
    matches:
      - {text: Chad accused Mali of theft., speaker: Chad, target: Mali}
    rejects:
      - {text: Chad did not accuse Mali of theft., because: negated}
"""


# Each line holds the one before it nine times.
ALIASES = "l0: &l0 [x]\n" + "".join(
    f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 9)
)


def told(*texts: str) -> list[str]:
    """Return the faults of rule files, each as ``line:column what / fix``."""
    with pytest.raises(PackError) as caught:
        packs_of([(f"file{n}.yaml", text) for n, text in enumerate(texts)])
    return [f"{p.line}:{p.column} {p.what} / {p.fix}" for p in caught.value.problems]


def changed(old: str, new: str) -> str:
    """Return the good file with one thing changed."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


FAULTS = [
    ("empty", "", "1:1 the file is empty"),
    ("no-yaml", "pack: [demo", "2:1 did not find"),
    ("a-list", "- pack: demo", "1:1 'the file' should hold keys"),
    ("no-pack", changed("pack: demo\n", ""), "1:1 'pack' is missing"),
    ("pack-empty", changed("pack: demo", 'pack: ""'), "1:1 'pack' is empty"),
    ("no-stance", changed("stance: accusation\n", ""), "1:1 rules without a stance"),
    ("twice", changed("stance: accusation", "stance: a\nstance: b"), "3:1 'stance' stands twice"),
    ("key", changed("stance:", "stanse:"), "2:1 unknown key 'stanse' / did you mean 'stance'?"),
    ("rule-key", changed("verb:", "verbs:"), "8:5 unknown key 'verbs' / did you mean 'verb'?"),
    ("match-key", changed("speaker: Chad", "speeker: Chad"), "12:45 unknown key 'speeker'"),
    ("reject-key", changed("because:", "becuase:"), "14:52 unknown key 'becuase'"),
    ("since", changed("    verb", "    since: soon\n    verb"), "8:5 'soon' is no version"),
    (
        "since-later",
        changed("    verb", "    since: 99.0\n    verb"),
        "8:5 'demo.accuse' needs claims 99.0",
    ),
    ("aliases", ALIASES, "1:10 this is repeated by aliases without end"),
    ("alias-of-itself", "pack: &a [*a]\n", "1:7 this is repeated by aliases without end"),
    ("no-id", changed("id: demo.accuse\n    why", "why"), "6:5 'id' is missing"),
    ("id-form", changed("demo.accuse", "Accuse"), "6:5 'Accuse' is no rule id"),
    ("id-pack", changed("demo.accuse", "other.accuse"), "6:5 'other.accuse' is not of pack 'demo'"),
    ("no-why", changed("    why: The object is accused.\n", ""), "6:5 'why' is missing"),
    ("no-trigger", changed("    verb: [accuse]\n", ""), "6:5 'demo.accuse' has no trigger"),
    ("verb-empty", changed("[accuse]", "[]"), "8:5 'verb' is empty"),
    ("verb-word-empty", changed("[accuse]", '[""]'), "8:12 'verb' is empty"),
    ("verb-map", changed("[accuse]", "{accuse: x}"), "8:5 'verb'"),
    ("no-lemma", changed("[accuse]", "[Accuse]"), "8:12 'Accuse' is no lemma / write 'accuse'"),
    ("slot", changed("{of:", "{off:"), "9:16 unknown slot 'off' / did you mean 'of'?"),
    ("list", changed("<wrongs>", "<wrong>"), "9:21 no word list 'wrong' / did you mean 'wrongs'?"),
    ("mark", changed("<wrongs>", '"@stat"'), "9:21 unknown mark '@stat'"),
    ("context", changed("negated, asked", "negatd"), "10:14 'negatd' is not known here"),
    ("context-mean", changed("negated, asked", "askd"), "10:14 'askd' is not known here"),
    (
        "in-context",
        changed("{of: [<wrongs>]}", "{context: [futur]}"),
        "9:26 unknown context 'futur'",
    ),
    ("unless-slot", changed("asked]", "{objct: [x]}]"), "10:24 unknown slot 'objct'"),
    ("unless-list", changed("asked]", "{object: [<no>]}]"), "10:33 no word list 'no'"),
    ("layer", changed("    verb", "    layer: reportin\n    verb"), "8:5 'reportin' is not known"),
    ("told", changed("    verb", "    told: x\n    verb"), "8:5 'x' is not known here"),
    ("speaker", changed("    verb", "    speaker: subjct\n    verb"), "8:5 unknown slot 'subjct'"),
    ("target", changed("    verb", "    target: [objekt]\n    verb"), "8:14 unknown slot 'objekt'"),
    (
        "priority",
        changed("    verb", "    priority: high\n    verb"),
        "8:5 'high' is no whole number",
    ),
    (
        "uncertain",
        changed("    verb", "    uncertain: mybe\n    verb"),
        "8:5 'mybe' is neither true",
    ),
    (
        "no-matches",
        GOOD.replace(GOOD[GOOD.index("    matches") : GOOD.index("    rej")], ""),
        "6:5 'matches' is missing",
    ),
    ("no-rejects", GOOD[: GOOD.index("    rejects")], "6:5 'rejects' is missing"),
    ("no-text", changed("text: Chad accused Mali of theft., ", ""), "12:9 'text' is missing"),
    ("no-because", changed(", because: negated", ""), "14:9 'because' is missing"),
    (
        "phrase-gap",
        changed("verb: [accuse]", 'phrase: ["* lie"]'),
        "8:14 a phrase cannot begin with '*'",
    ),
    ("phrase-gaps", changed("verb: [accuse]", 'phrase: ["a * * b"]'), "8:14 two gaps in a row"),
    (
        "phrase-long",
        changed("verb: [accuse]", "phrase: [a b c d e f g h i j k]"),
        "8:14 a phrase of 11 words",
    ),
    ("phrase-list", changed("verb: [accuse]", "phrase: [a <lies>]"), "8:14 no word list 'lies'"),
    ("list-itself", changed("lie]", "<wrongs>]"), "4:19 list 'wrongs' holds itself"),
    ("list-inner", changed("lie]", "<liez>]"), "4:19 no word list 'liez'"),
    (
        "disable",
        GOOD + "disable: [demo.acuse]\n",
        "15:11 no rule 'demo.acuse' to disable / did you mean 'demo.accuse'?",
    ),
    (
        "extend",
        GOOD + "extend:\n  - {id: demo.nothing, verb: [say]}\n",
        "16:5 no rule 'demo.nothing' to extend",
    ),
]


@pytest.mark.parametrize(("text", "fault"), [pytest.param(t, f, id=name) for name, t, f in FAULTS])
def test_a_fault_is_told_with_its_place_and_a_fix(text: str, fault: str) -> None:
    """Line and column are those an editor jumps to; the telling takes no longer than a second."""
    began = time.perf_counter()
    found = told(text)
    assert time.perf_counter() - began < 1.5
    assert any(one.startswith(fault) for one in found), found
    assert all(" / " in one and not one.endswith(" / ") for one in found)


def test_the_good_file_is_good() -> None:
    """What the faults are made of is itself without fault."""
    assert packs_of([("good.yaml", GOOD)]).rules[0].id == "demo.accuse"


def test_all_faults_of_all_files_are_told_at_once() -> None:
    """Nobody mends one fault only to be told the next."""
    two = GOOD.replace("verb:", "verbs:").replace("<wrongs>", "x").replace("why:", "wy:")
    found = told(two, "stance: x")
    assert len(found) == 4  # "why" and "pack" missing, two unknown keys


def test_one_id_in_two_files_is_refused() -> None:
    """An id means one rule; a user's file changes ours by extend or disable."""
    assert told(GOOD, GOOD)[0].startswith("6:5 id 'demo.accuse' stands at file0.yaml:6 too")


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        pytest.param(b"pack: m\nwhy: \xff\n", "2:6: not UTF-8", id="no UTF-8"),
        pytest.param(b"pack: m\nwhy: a\x00\n", "2:7: a character that no text has", id="NUL"),
    ],
)
@pytest.mark.parametrize("name", ["mine.yaml", "lexicon/mine.yaml"])
def test_a_file_that_is_no_text_is_told_with_its_place(
    raw: bytes, fault: str, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    with pytest.raises(PackError, match=fault):
        read_rulebook([tmp_path])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such folder of rules"):
        read_rulebook([tmp_path / "gone"])
