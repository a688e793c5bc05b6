"""What a ledger reads, what it leaves, and that the way there leaves no trace."""

import random
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claims.ledger import asking, in_memory, reading, writing
from claims.ledger.asking import ALL
from claims.ledger.changes import label_of
from claims.ledger.doctor import content, examine
from claims.ledger.planning import plan
from claims.ledger.provenance import Reading, rule_hash
from claims.ledger.rows import FOUND, claim_of, document_of
from claims.model import Claim, Document, Span
from tests.bench.synthetic import documents, found_in
from tests.ledger.conftest import TODAY, Keep, article, claim_at, each_line, kept

LATER = Reading("1.0", "model 3", "b" * 64)


def test_only_new_and_changed_documents_are_read(keep: Keep, db: sqlite3.Connection) -> None:
    first, second = article("a", "We did nothing of the kind"), article("b", "It is not ours")
    keep([first, second])
    assert plan(db, [first, second], TODAY).unchanged == 2
    changed = article("a", "We did nothing of the kind at all")
    todo = plan(db, [changed, second], TODAY)
    assert [one.document.id for one in todo.planned] == ["a"]
    keep([changed])
    assert [claim.words for claim in asking.asked(db, ALL)] == [
        "We did nothing of the kind at all",
        "It is not ours",
    ]


def test_a_changed_day_or_outlet_is_a_changed_document(keep: Keep, db: sqlite3.Connection) -> None:
    """Offices are looked up for the day, so another day may be another claim."""
    known = article("a", "We did nothing of the kind")
    keep([known])
    keep([replace(known, published=date(2020, 1, 1))])
    [claim] = asking.asked(db, ALL)
    assert claim.published == date(2020, 1, 1)


def test_two_files_of_one_name_are_two_documents(keep: Keep, db: sqlite3.Connection) -> None:
    """Each folder of a day may hold its own 01.txt; nothing is overwritten."""
    keep([article("01", "We did nothing of the kind", path="/monday/01.txt")])
    keep([article("01", "It is they who are to blame", path="/tuesday/01.txt")])
    assert asking.documents(db) == 2
    assert asking.count(db, ALL) == 2
    assert examine(db).faults == ()


def test_rows_of_a_table_known_by_line_alone_replace_nothing(
    keep: Keep, db: sqlite3.Connection
) -> None:
    """A table written anew each day holds other articles on the same lines."""
    keep([article("news-2", "We did nothing of the kind", path="/news.csv:2")])
    keep([article("news-2", "It is they who are to blame", path="/news.csv:2")])
    assert asking.documents(db) == 2


def test_the_same_text_under_two_names_is_two_sources(keep: Keep, db: sqlite3.Connection) -> None:
    """Two outlets that print one agency's text: one claim, two documents, one of them a copy."""
    line = "We did nothing of the kind, and they know it very well"
    keep([article("a", line), article("b", line)])
    [claim] = asking.asked(db, ALL)
    assert [(s.document, s.original) for s in asking.sources(db, claim.id)] == [
        ("a", "a"),
        ("b", "a"),
    ]


def test_a_moved_file_is_no_new_document(keep: Keep, db: sqlite3.Connection) -> None:
    keep([article("a", "We did nothing of the kind")])
    assert plan(db, [article("a", "We did nothing of the kind", path="/x/a.txt")], TODAY).unchanged


def test_other_rules_are_told_and_read_again_on_demand(keep: Keep, db: sqlite3.Connection) -> None:
    """Gained, lost and relabelled claims are told; what stayed is not."""
    lines = ("We did nothing of the kind", "Not we but they broke it", "They will pay for this one")
    known = article("a", *lines)

    def older(documents: list[Document]) -> list[tuple[Document, list[Claim]]]:
        return [
            (d, [claim_at(d, b.span, stance="denial") for b in d.blocks[:2]]) for d in documents
        ]

    def newer(documents: list[Document]) -> list[tuple[Document, list[Claim]]]:
        return [(d, [claim_at(d, b.span, id=f"{b.span}") for b in d.blocks[1:]]) for d in documents]

    keep([known], extract=lambda docs: iter(older(docs)))
    assert plan(db, [known], LATER).outdated == 1
    added = keep([], extract=lambda docs: iter(newer(docs)), reading=LATER, again=True)
    told = [
        (change.kind, [label_of(c) for c in (change.before, change.after) if c])
        for change in added.changes
    ]
    assert told == [
        ("lost", ["CHN denial USA"]),
        ("relabelled", ["CHN denial USA", "CHN accusation USA"]),
        ("gained", ["CHN denial USA"]),
    ]
    assert plan(db, [known], LATER).unchanged == 1


def test_a_claim_and_its_document_come_back_as_they_went(
    keep: Keep, db: sqlite3.Connection
) -> None:
    """Every field of a Claim has a column: a new one needs a step of the schema."""
    known = article("a", "We did nothing of the kind", title="Talks", event="lima-2024")
    keep([known])
    row = db.execute("SELECT * FROM found").fetchone()
    assert claim_of(row) == claim_at(known, known.blocks[0].span)
    assert set(Claim.__dataclass_fields__) <= set(FOUND)
    stored = db.execute("SELECT * FROM documents").fetchone()
    assert document_of(stored) == known


def test_a_claim_without_state_target_or_day_comes_back(keep: Keep, db: sqlite3.Connection) -> None:
    known = article("a", "We did nothing of the kind", published=None)
    bare = claim_at(
        known, known.blocks[0].span, speaker="", speaker_country=None, target="",
        target_country=None, source=Span(0, 2), cue_spans=(Span(3, 6),), trust=None,
    )  # fmt: skip
    keep([known], extract=lambda _: iter([(known, [bare])]))
    assert list(asking.asked(db, ALL)) == [bare]


def test_a_document_is_tied_to_its_event_with_the_reason(
    keep: Keep, db: sqlite3.Connection
) -> None:
    """What was given stands apart from what was found, so that another reading finds anew."""
    told = "Leaders of the G7 met in Biarritz. The G7 summit ends today, the G7 said."
    keep(
        [article("a", told, published=date(2019, 8, 25)), article("b", "It is not ours", event="x")]
    )
    rows = db.execute("SELECT event, tied_event, tied_why FROM documents ORDER BY id").fetchall()
    assert [row["tied_event"] for row in rows] == ["g7-2019", "x"]
    assert [row["event"] for row in rows] == ["", "x"]
    assert "published while it was held" in rows[0]["tied_why"]


def test_every_row_leads_to_hash_version_model_and_rules(
    keep: Keep, db: sqlite3.Connection
) -> None:
    keep([article("a", "We did nothing of the kind")])
    row = db.execute("SELECT document_hash, version, model, rule_hash FROM claims").fetchone()
    assert len(row["document_hash"]) == 64
    assert tuple(row)[1:] == ("1.0", "model 3", "a" * 64)


def test_ids_that_clash_are_told_apart(keep: Keep, db: sqlite3.Connection) -> None:
    known = article("a", "We did nothing of the kind", "It is not ours")
    twice = [claim_at(known, block.span, id="same") for block in known.blocks]
    keep([known], extract=lambda _: iter([(known, twice)]))
    assert [claim.id for claim in asking.asked(db, ALL)] == ["same", "same-2"]


def test_half_a_character_is_named_and_the_rest_done(keep: Keep, db: sqlite3.Connection) -> None:
    added = keep([article("a", "We \ud800 did nothing"), article("b", "It is not ours")])
    assert [str(fault) for fault in added.unread] == [
        "/articles/a.txt: half a character (a lone surrogate)\n  fix: convert it to UTF-8 first"
    ]
    assert asking.documents(db) == 1


@pytest.mark.parametrize("batch", [1, 7, 1000])
def test_order_and_batches_leave_no_trace(batch: int) -> None:
    """The same corpus gives the same content, in one run or in three, copies and all."""
    corpus = _corpus()
    with in_memory() as db:
        kept(db, corpus, extract=found_in)
        expected = content(db)
    shuffled = random.Random(batch).sample(corpus, len(corpus))
    with in_memory() as db:
        kept(db, shuffled, extract=found_in, batch=batch, part=batch)
        assert content(db) == expected
    with in_memory() as db:
        for part in range(3):
            kept(db, shuffled[part::3], extract=found_in, batch=batch)
        assert content(db) == expected
        assert examine(db).faults == ()


def test_a_document_taken_back_leaves_no_trace() -> None:
    """What it joined falls apart again, as if it had never been."""
    old, new = article("b", "We do not do such things at all"), article("b", "Nothing to say")
    rest = [
        article("a", "We do not do such things", "It is not ours"),
        article("c", "We do not do such things at all, sir"),
    ]
    with in_memory() as db:
        kept(db, [*rest, new])
        expected = content(db)
    with in_memory() as db:
        kept(db, [*rest, old])
        kept(db, [new])
        assert content(db) == expected


@pytest.mark.parametrize("part", [1, 2, 1000])
def test_two_of_one_name_are_told_apart_alike_in_any_part(part: int) -> None:
    """Two folders hold a talks.txt each: which keeps the name does not hang on the order."""
    one = article("talks", "We do not do such things", path="/x/talks.txt")
    two = article("talks", "Nothing to say", path="/y/talks.txt")
    for corpus in ([one, two], [two, one]):
        with in_memory() as db:
            kept(db, corpus, part=part)
            found = dict(db.execute("SELECT path, id FROM documents").fetchall())
            assert len(set(found.values())) == 2
            assert found["/x/talks.txt"] == "talks"


def test_two_writers_of_the_same_articles_add_them_once(tmp_path: Path) -> None:
    """Each plans before the other is done; what the first has kept, the second leaves."""
    path = tmp_path / "ledger.db"
    corpus = _corpus()
    with writing(path) as one, writing(path) as other:
        from claims.ledger.adding import add

        first = add(one, plan(one, corpus, TODAY).planned, found_in, TODAY, batch=5)
        second = add(other, plan(other, corpus, TODAY).planned, found_in, TODAY, batch=7)
        for _ in range(99):
            next(first, None)
            next(second, None)
    with reading(path) as db, in_memory() as expected:
        kept(expected, corpus, extract=found_in)
        assert content(db) == content(expected)


def test_the_rule_hash_is_of_names_and_texts(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("pack: mine\n")
    before = rule_hash([tmp_path])
    assert rule_hash([tmp_path]) == before != rule_hash([])
    (tmp_path / "mine.yaml").write_text("pack: ours\n")
    assert rule_hash([tmp_path]) != before


def _corpus() -> list[Document]:
    corpus = list(documents(60, claims=4))
    copies = [replace(d, id=f"{d.id}-reprint", outlet="Copier") for d in corpus[::9]]
    return [*corpus, *copies]


def test_each_line_reads_every_paragraph() -> None:
    [(_, found)] = each_line([article("a", "One.", "Two.")])
    assert len(found) == 2
