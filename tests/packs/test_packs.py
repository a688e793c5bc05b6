"""Packs are read, overlaid, compiled to an index and described by a JSON Schema."""

from pathlib import Path

import pytest
import yaml

from claims.errors import PackError
from claims.packs import Packs, read_packs, schema
from claims.packs.reading import packs_of
from claims.shipped import shipped_files

OWN = """\
pack: house
stance: accusation
words:
  wrong-nouns: [gossip]
rules:
  - id: house.gossip
    why: A house rule.
    verb: [badmouth]
    matches: [{text: Chad badmouthed Mali.}]
    rejects: [{text: Chad did not badmouth Mali., because: negated}]
"""


@pytest.fixture(scope="module")
def packs() -> Packs:
    return read_packs()


def test_the_vocabulary_is_broad(packs: Packs) -> None:
    """More than 400 pairs of a trigger and a frame, as the measure of breadth."""
    assert packs.entries() >= 400
    assert {rule.stance for rule in packs.rules} >= {
        "accusation", "denial", "cooperation", "rejection", "demand", "threat", "concern",
        "claim_responsibility", "decline_comment",
    }  # fmt: skip


def test_every_rule_has_reason_match_and_reject(packs: Packs) -> None:
    """A rule carries its reason and its cases."""
    for rule in packs.rules:
        assert rule.why, rule.id
        assert rule.matches, rule.id
        assert rule.rejects, rule.id


def test_the_index_leads_from_each_trigger_to_its_rules(packs: Packs) -> None:
    """A rule is reached by its trigger's lemma and by no other way."""
    assert "accusation.accuse" in {t.rule.id for t in packs.index["accuse"]}
    assert all(t.rule in packs.rules for found in packs.index.values() for t in found)


def test_a_folder_adds_extends_and_disables(tmp_path: Path) -> None:
    """A user overlays packs without touching ours."""
    (tmp_path / "own.yaml").write_text(OWN)
    (tmp_path / "changes.yaml").write_text(
        "pack: changes\ndisable: accusation.slam\nextend:\n"
        "  - {id: accusation.accuse, verb: [arraign]}\n"
    )
    packs = read_packs([tmp_path])
    ids = {rule.id for rule in packs.rules}
    assert "house.gossip" in ids
    assert "accusation.slam" not in ids
    assert "accusation.accuse" in {t.rule.id for t in packs.index["arraign"]}
    assert "gossip" in packs.words["wrong-nouns"]


def test_a_lexicon_in_the_folder_is_left_to_the_lexicon(tmp_path: Path) -> None:
    """One folder may hold rules and names."""
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "people.yaml").write_text("people: []\n")
    assert read_packs([tmp_path]).rules == read_packs().rules


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The path is told, and what to name instead."""
    with pytest.raises(PackError, match="no such folder of rules"):
        read_packs([tmp_path / "nowhere"])


def test_the_hash_is_that_of_all_files() -> None:
    """Any change of any file changes it; the same files give the same."""
    one, other = packs_of([("a.yaml", OWN)]), packs_of([("a.yaml", OWN + "\n# a remark\n")])
    assert one.pack_hash != other.pack_hash
    assert one.pack_hash == packs_of([("b.yaml", OWN)]).pack_hash


def test_numbers_and_norway_stay_text() -> None:
    """YAML would make False of NO; a rule file is read as text."""
    packs = packs_of([("a.yaml", OWN.replace("[gossip]", "[NO, on, 12:30]"))])
    assert packs.words["wrong-nouns"] == {"NO", "on", "12:30"}


def test_shipped_packs_fit_the_schema() -> None:
    """What editors complete from accepts what we ship."""
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(schema())
    folders = ("accusation", "companions", "cooperation", "denial")
    files = [f for f in shipped_files("rules") if any(f"/{x}/" in str(f) for x in folders)]
    assert files
    for file in files:
        faults = list(validator.iter_errors(yaml.safe_load(file.read_text(encoding="utf-8"))))
        assert not faults, (str(file), faults[0].message, list(faults[0].path))


def test_the_schema_refuses_an_unknown_key() -> None:
    """An editor underlines what the reader would refuse."""
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(schema())
    assert list(validator.iter_errors({"pack": "demo", "stanse": "x"}))
