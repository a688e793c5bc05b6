"""Results kept from earlier runs: the same claims, never stale, never in the way."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from claims.extract import Kept
from claims.extract.kept import clear, size
from claims.ledger.provenance import Reading
from claims.model import Claim, Considered, Document, Mode, Span
from claims.read import blocks

TODAY = Reading("1", "model 1", "rules")
TEXT = "China accused Japan of “spying\ud83d”."


def _document(text: str = "China accused Japan of spying.") -> Document:
    return Document(id="one", text=text, blocks=blocks(text))


def _claim(document: Document) -> Claim:
    won = Considered(rule="accusation.accuse", outcome="won", evidence=(Span(6, 13),))
    return Claim(
        id="abc", document=document.id, published=None, event="", speaker="China", speaker_role="",
        speaker_country="CHN", reporter="", stance="accusation", sub_stance="", target="Japan",
        target_country="JPN", topic="", mode=Mode.NARRATED, words="of spying",
        spans=(Span(20, 29),), cue="accused", evidence=(Span(6, 13),), rules=("accusation.accuse",),
        source=Span(0, 5), considered=(won,),
        trust=0.5, trust_n=4, hedged=True,
    )  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "results.db"


def _put(kept: Kept, document: Document, claims: Sequence[Claim]) -> None:
    kept.put([(document, claims)])


def test_what_is_kept_comes_back_equal(place: Path) -> None:
    document = _document()
    _put(Kept(place, TODAY), document, [_claim(document)])
    assert Kept(place, TODAY).get(document) == [_claim(document)]


def test_no_claims_are_a_result_too(place: Path) -> None:
    kept = Kept(place, TODAY)
    _put(kept, _document(), [])
    assert kept.get(_document()) == []


@pytest.mark.parametrize(
    "other",
    [
        {"text": "China accused Japan of spying!"},
        {"id": "two"},
        {"title": "A title"},
        {"event": "lima-2024"},
        {"blocks": ()},
    ],
)
def test_another_document_is_another_result(place: Path, other: dict[str, str]) -> None:
    kept = Kept(place, TODAY)
    _put(kept, _document(), [])
    assert kept.get(replace(_document(), **other)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["version", "model", "rule_hash"])
def test_another_reading_is_another_result(place: Path, name: str) -> None:
    _put(Kept(place, TODAY), _document(), [])
    assert Kept(place, replace(TODAY, **{name: "other"})).get(_document()) is None


def test_half_a_character_is_no_trouble(place: Path) -> None:
    document = _document(TEXT)
    kept = Kept(place, TODAY)
    _put(kept, document, [replace(_claim(document), words=TEXT)])
    [claim] = kept.get(document) or []
    assert claim.words == TEXT


def test_what_was_used_longest_ago_goes_first(place: Path) -> None:
    kept = Kept(place, TODAY, largest=1_000)
    documents = [_document(f"Text {number}.") for number in range(40)]
    for number, document in enumerate(documents):
        with sqlite3.connect(place) as db:
            db.execute("UPDATE kept SET used = used - 1")
        _put(kept, document, [_claim(document)] * (number % 2 + 1))
    assert 0 < size(place)[1] <= 1_000
    assert kept.get(documents[-1]) is not None
    assert kept.get(documents[0]) is None


def test_two_at_once(place: Path) -> None:
    one, two = Kept(place, TODAY), Kept(place, TODAY)
    _put(one, _document("A."), [])
    _put(two, _document("B."), [])
    assert one.get(_document("B.")) == two.get(_document("A.")) == []


def test_a_file_that_is_no_cache_is_passed_over(place: Path) -> None:
    place.parent.mkdir()
    place.write_text("no database at all, and longer than the header of one " * 20)
    kept = Kept(place, TODAY)
    _put(kept, _document(), [])
    assert kept.get(_document()) is None


def test_a_damaged_result_is_told_and_read_again(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = Kept(place, TODAY)
    _put(kept, _document(), [])
    with sqlite3.connect(place) as db:
        db.execute("UPDATE kept SET claims = x'00'")
    assert kept.get(_document()) is None
    assert "fix: claims doctor --clear-cache" in capsys.readouterr().err


def test_clear(place: Path) -> None:
    kept = Kept(place, TODAY)
    _put(kept, _document(), [])
    assert size(place)[0] == 1
    kept.close()
    clear(place)
    assert size(place) == (0, 0)
