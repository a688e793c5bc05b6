"""The main job, on the two articles the project was made for."""

from pathlib import Path

import pytest

from claims.evaluate.gold import compare, read_gold
from claims.ledger.select import CORE
from claims.model import BlockKind, Claim, Document
from claims.read import read
from claims.track import read_rulebook, track

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [document for document in read([SEEDS]) if isinstance(document, Document)]


@pytest.fixture(scope="module")
def found(documents: list[Document]) -> list[Claim]:
    return list(track(documents, read_rulebook()))


def test_claims_agree_with_a_readers(found: list[Claim]) -> None:
    """Nine in ten of the finds are right, and nine in ten of what a reader takes out is found."""
    score = compare(read_gold(SEEDS / "gold.jsonl"), found).scores["all"]
    assert score.precision >= 0.9
    assert score.recall >= 0.9


@pytest.mark.parametrize(
    ("speaker", "stance", "target", "words", "reporter"),
    [
        ("Barack Obama", "accusation", "CHN", "direct theft of United States", "Tom Donilon"),
        ("Chinese officials", "denial", "USA", "claimed no responsibility for attacks", ""),
        ("Yang Jiechi", "cooperation", "USA", "a new bright spot in our co-operation", ""),
        ("Yang Jiechi", "cooperation", "USA", "blazed a new trail", ""),
        ("Yang Jiechi", "cooperation", "USA", "talked about co-operation", ""),
        ("Xi Jinping", "cooperation", "USA", "agreed to build a new model", "Yang Jiechi"),
        ("Yang Jiechi", "cooperation", "USA", "partners, not rivals", ""),
        ("United States", "cooperation", "CHN", "hydrofluorocarbons", "Barack Obama, Xi Jinping"),
        ("China", "cooperation", "USA", "hydrofluorocarbons", "Barack Obama, Xi Jinping"),
        ("Federal Bureau of Investigation", "accusation", "CHN", "PRC-affiliated hackers", ""),
        (
            "Cybersecurity and Infrastructure Security Agency",
            "accusation",
            "CHN",
            "PRC-affiliated hackers",
            "",
        ),
    ],
)
def test_what_must_be_there(
    speaker: str, stance: str, target: str, words: str, reporter: str, found: list[Claim]
) -> None:
    """Speaker, stance, target, the words and who passes them on."""
    assert any(
        claim.speaker == speaker
        and claim.stance == stance
        and claim.target_country == target
        and words in claim.words
        and claim.reporter == reporter
        for claim in found
    )


def test_nothing_comes_from_captions_and_menus(
    found: list[Claim], documents: list[Document]
) -> None:
    """Words under a picture and link lists are nobody's stance."""
    silent = {
        (document.id, block.span)
        for document in documents
        for block in document.blocks
        if block.kind in {BlockKind.CAPTION, BlockKind.BOILERPLATE}
    }
    assert len(silent) >= 10
    for claim in found:
        for name, span in silent:
            assert name != claim.document or not any(span.meets(own) for own in claim.spans)


def test_a_tariff_threat_is_no_accusation(found: list[Claim]) -> None:
    assert not [c for c in found if c.speaker == "Donald Trump" and c.stance in CORE]


def test_the_writers_own_remarks_are_no_claim(found: list[Claim]) -> None:
    """Highlights China's targeted espionage is the analyst's evaluation, without a source."""
    assert not [claim for claim in found if "targeted espionage" in claim.words]


def test_every_word_leads_back_to_the_text(found: list[Claim], documents: list[Document]) -> None:
    """A claim's words are the text at its spans, and its evidence lies in the text."""
    texts = {document.id: document.text for document in documents}
    assert found
    for claim in found:
        pieces = [span.of(texts[claim.document]) for span in claim.spans]
        assert claim.words == " … ".join(pieces)
        assert all(span.of(texts[claim.document]).strip() for span in claim.evidence)


def test_a_second_run_gives_the_same_claims(found: list[Claim], documents: list[Document]) -> None:
    """The same input gives the same output, ids included, in whatever order documents come."""
    again = list(track(documents[::-1], read_rulebook()))
    assert sorted(again, key=lambda claim: claim.id) == sorted(found, key=lambda claim: claim.id)
