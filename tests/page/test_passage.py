"""The passage that a claim is shown in."""

from claims.model import Span
from claims.page.passage import passages
from tests.ledger.conftest import article, claim_at


def span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def shown(line: str, words: str, **parts: str) -> str:
    """Return the passage of some words of a line, every mark as "name(words)"."""
    document = article("a", line)
    text = document.text
    spans = {
        "source": span(text, parts["source"]) if "source" in parts else None,
        "cue_spans": (span(text, parts["cue"]),) if "cue" in parts else (),
        "evidence": tuple(span(text, part) for part in parts.get("seen", "").split()),
    }
    claim = claim_at(document, span(text, words), **spans)
    [passage] = passages(claim, document)
    pieces = ["+".join(p.marks) + f"({p.text})" if p.marks else p.text for p in passage.pieces]
    before, after = "" if passage.begins else "… ", "" if passage.ends else " …"
    return f"{before}{''.join(pieces)}{after}"


def test_the_whole_sentence_is_shown() -> None:
    line = "They met. Mr Li said they will talk. Then they left."
    assert shown(line, "they will talk", source="Mr Li", cue="said", seen="talk") == (
        "… speaker(Mr Li) cue(said) words(they will )words+evidence(talk). …"
    )


def test_speaker_and_cue_of_the_next_sentence_are_shown() -> None:
    line = "“We will talk.” So Mr Li said."
    assert shown(line, "We will talk", source="Mr Li", cue="said") == (
        "“words(We will talk).” So speaker(Mr Li) cue(said)."
    )


def test_evidence_that_a_blank_parts_is_one() -> None:
    assert shown("They did not act at all.", "did not act", seen="did not") == (
        "They words+evidence(did not)words( act) at all."
    )


def test_a_long_sentence_is_cut_between_words() -> None:
    line = f"{'on and ' * 90}they agreed {'and so ' * 90}on."
    told = shown(line, "they agreed")
    assert told.startswith("… on and on")
    assert told.endswith("and so …")
    assert len(told) < 500


def test_words_without_a_blank_are_cut() -> None:
    assert len(shown(f"{'x' * 9000} said {'y' * 9000}", "said")) < 500


def test_long_words_are_cut_in_the_middle() -> None:
    told = shown("word " * 8000 + "end.", "word " * 7999 + "word")
    assert "38,4" in told
    assert "characters left out" in told
    assert len(told) < 2000


def test_words_of_several_paragraphs_have_a_passage_each() -> None:
    document = article("a", "“One thing.", "Another.”")
    claim = claim_at(document, span(document.text, "One"), spans=(
        span(document.text, "One thing"), span(document.text, "Another"),
    ))  # fmt: skip
    found = passages(claim, document)
    assert ["".join(piece.text for piece in one.pieces) for one in found] == [
        "“One thing.",
        "Another.”",
    ]
