"""Ledger files on the command line: track, show, report, decide, export, doctor, topics."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from claims.cli import main
from claims.ledger import writing
from claims.ledger.schema import STEPS
from claims.model import Claim, Document
from tests.ledger.conftest import article, claim_at, kept

GENEVA = (
    "Talks in Geneva\n\n"
    "China accused the United States of breaking the truce.\n\n"
    "“The accusation is groundless,” said US Secretary of State John Kerry.\n"
)
REPRINT = GENEVA.replace("Talks in Geneva", "Geneva: the talks go on")


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def claims(*arguments: str | Path) -> Ran:
    """Run a command in this process, which has the parser at hand."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["claims", *map(str, arguments)])
        patch.setenv("COLUMNS", "100")
        with pytest.raises(SystemExit) as ended:
            main()
    code = ended.value.code
    assert isinstance(code, int)
    return Ran(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "geneva.txt").write_text(GENEVA, encoding="utf-8")
    (folder / "reprint.txt").write_text(REPRINT, encoding="utf-8")
    (folder / "metadata.yaml").write_text(
        "geneva.txt: {published: 2015-06-01, outlet: The Herald}\n"
        "reprint.txt: {published: 2015-06-02, outlet: The Bugle}\n"
    )
    return folder


@pytest.fixture(scope="module")
def ledger(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "ledger.db"
    ran = claims("track", articles, "--ledger", path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "2 documents read, 4 claims found.\n"
    return path


def test_a_second_run_reads_nothing(articles: Path, ledger: Path) -> None:
    ran = claims("track", articles, "--ledger", ledger)
    assert ran.stdout == "0 documents read, 0 claims found; 2 unchanged.\n"


def test_a_ledger_stands_where_articles_stand(ledger: Path) -> None:
    """The same words in two outlets are one claim; any id of it leads to its passage."""
    ran = claims("report", ledger, "--format", "jsonl")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [(row["speaker_country"], row["stance"]) for row in rows] == [
        ("CHN", "accusation"),
        ("USA", "denial"),
    ]
    told = claims("explain", rows[1]["id"][:7], ledger)
    assert told.returncode == 0
    assert "denial by John Kerry (United States)" in told.stdout
    assert "‹groundless›" in told.stdout


def test_show_gives_the_claims_behind_a_cell(ledger: Path, articles: Path) -> None:
    for source in (ledger, articles):
        ran = claims("show", source, "--country", "USA", "--stance", "denial", "--format", "jsonl")
        [row] = [json.loads(line) for line in ran.stdout.splitlines()]
        assert [source["outlet"] for source in row["sources"]] == ["The Herald", "The Bugle"]
        assert row["sources"][1]["copy_of"] == "geneva"
        assert len(row["document_hash"]) == 64
    ran = claims("show", ledger, "--country", "China", "--count", "sources")
    assert "China (CHN): accusation → United States" in ran.stdout
    assert "The Bugle" in ran.stdout
    assert ran.stdout.endswith("1 claim. claims explain ID: why.\n")


def test_decisions_are_applied_listed_undone_and_exported(ledger: Path, tmp_path: Path) -> None:
    row = json.loads(claims("show", ledger, "--stance", "denial", "--format", "jsonl").stdout)
    copy = tmp_path / "copy.db"
    copy.write_bytes(ledger.read_bytes())
    how = ("--ledger", copy, "--by", "Ann")
    ran = claims("decide", row["id"][:8], "--stance", "rejection", "--note", "no charge", *how)
    assert ran.returncode == 0
    assert "stance=rejection" in ran.stdout
    assert claims("show", copy, "--stance", "denial", "--format", "jsonl").stdout == ""
    assert claims("decide", row["id"], "--reject", *how).returncode == 0
    exported = list(csv.DictReader(io.StringIO(claims("export", copy, "--format", "csv").stdout)))
    assert [line["rejected"] for line in exported] == ["false", "true"]
    assert json.loads(exported[1]["decisions"])[0]["note"] == "no charge"
    assert claims("decide", row["id"], "--undo", *how).returncode == 0
    listed = claims("decisions", "--ledger", copy, "--format", "json").stdout
    assert [one["state"] for one in json.loads(listed)] == ["standing", "undone"]


def test_explain_tells_what_people_decided(ledger: Path) -> None:
    """Else it shows a speaker whom neither the passage nor any rule has named."""
    [row] = map(json.loads, claims("export", ledger, "--stance", "denial").stdout.splitlines())
    decide = ("decide", row["id"], "--ledger", ledger, "--by", "Ada")
    claims(*decide, "--speaker", "Ann Lee", "--note", "see page 2")
    told = claims("explain", row["id"], ledger).stdout
    assert "denial by Ann Lee" in told
    assert "decided    speaker Ann Lee, by Ada on 20" in told
    assert "Z: see page 2" in told
    claims(*decide, "--undo")
    assert "decided" not in claims("explain", row["id"], ledger).stdout


def test_other_rules_are_read_again_on_demand(ledger: Path, articles: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(ledger.read_bytes())
    mine = tmp_path / "rules"
    mine.mkdir()
    (mine / "notes.yaml").write_text("pack: mine\nstance: denial\nrules: []\n")
    ran = claims("track", articles, "--ledger", copy, "--rules", mine)
    assert "2 read earlier with other rules (--again reads them anew)" in ran.stdout
    ran = claims("track", "--again", "--ledger", copy, "--rules", mine)
    assert ran.stdout == ("2 documents read, 4 claims found.\n0 gained, 0 lost, 0 relabelled.\n")


def test_what_cannot_be_read_is_named_and_the_rest_kept(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    ran = claims("track", articles / "geneva.txt", tmp_path, "--ledger", tmp_path / "l.db")
    assert ran.returncode == 4
    assert "empty.txt: the file is empty" in ran.stderr
    assert ran.stdout == "1 document read, 2 claims found.\n"


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    """Its claims are counted still, so that nobody loses a decision by moving a file away."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}\n\nChina accused Japan of lying.\n")
    track = ("track", tmp_path, "--ledger", tmp_path / "l.db")
    assert claims(*track).stderr == ""
    (tmp_path / "a.txt").unlink()
    ran = claims(*track)
    assert ran.returncode == 0
    assert ran.stdout == "0 documents read, 0 claims found; 1 unchanged.\n"
    assert ran.stderr == (
        f"1 document gone, kept with what was found in them: {tmp_path}/a.txt\n"
        "  fix: to leave them out, track the folder into a new ledger\n"
    )
    assert "files gone 1\n" in claims("doctor", tmp_path / "l.db").stdout


def test_doctor_finds_a_ledger_sound(ledger: Path) -> None:
    ran = claims("doctor", ledger)
    assert (ran.returncode, ran.stderr) == (0, "")
    known = f"{len(STEPS)} of {len(STEPS)}"
    assert ran.stdout.startswith(f"schema     {known}\ndocuments  2\ncopies     1\nclaims     2\n")
    assert ran.stdout.endswith("sound\n")


def test_topics_are_counted(ledger: Path) -> None:
    ran = claims("topics", ledger)
    assert ran.returncode == 0
    assert ran.stdout.splitlines()[0].split() == ["accusation", "denial", "cooperation"]


def test_an_export_is_written_whole_or_not_at_all(ledger: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.json"
    assert claims("export", ledger, "--format", "json", "-o", output).returncode == 0
    assert len(json.loads(output.read_text(encoding="utf-8"))) == 2
    ran = claims("export", ledger, "-o", tmp_path / "gone" / "x.jsonl")
    assert ran.returncode == 2
    assert "cannot write" in ran.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["claims.json"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["track", "x.txt"], "--ledger: no ledger named", id="no ledger"),
        pytest.param(["track", "--ledger", "{new}"], "no articles named", id="no articles"),
        pytest.param(
            ["track", "x", "--ledger", "{new}", "-o", "{new}"], "--output means nothing", id="-o"
        ),
        pytest.param(
            ["track", "x", "--engine", "dask", "-o", "{new}", "--map", "text=Body"],
            "--map means nothing with --engine dask",
            id="dask",
        ),
        pytest.param(["track", "x", "--ledger", "{text}"], "no SQLite file", id="no SQLite"),
        pytest.param(["track", "x", "--ledger", "gone/l.db"], "no such folder", id="no folder"),
        pytest.param(["report", "{ledger}", "x.txt"], "a ledger among other", id="mixed"),
        pytest.param(["show", "{ledger}", "--country", "Mu"], "no state 'Mu'", id="state"),
        pytest.param(["decide", "x", "--ledger", "{ledger}"], "nothing to decide", id="nothing"),
        pytest.param(
            ["decide", "x", "--ledger", "{ledger}", "--reject"], "--by: who decides?", id="who"
        ),
        pytest.param(
            ["decide", "x", "--ledger", "{ledger}", "--by", "A", "--stance", "joy"],
            "no stance 'joy'\n  fix: take one of accusation, denial, cooperation, ",
            id="stance",
        ),
        pytest.param(
            ["decide", "zz", "--ledger", "{ledger}", "--by", "A", "--reject"],
            "no claim's id begins with 'zz'",
            id="id",
        ),
        pytest.param(["decisions", "--ledger", "gone.db"], "gone.db: no such file", id="gone"),
        pytest.param(["doctor", "{text}"], "no SQLite file", id="doctor"),
    ],
)
def test_a_mistake_ends_with_its_fix_and_status_2(
    arguments: list[str], told: str, ledger: Path, tmp_path: Path
) -> None:
    text = tmp_path / "letter.db"
    text.write_text("Dear friend, " * 99)
    known = {"ledger": ledger, "text": text, "new": tmp_path / "new.db"}
    ran = claims(*(argument.format(**known) for argument in arguments))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert "  fix: " in ran.stderr
    assert "Traceback" not in ran.stderr


def test_rules_change_nothing_in_a_ledger_and_that_is_told(ledger: Path, tmp_path: Path) -> None:
    ran = claims("report", ledger, "--rules", tmp_path)
    assert ran.returncode == 0
    assert (
        "read before, so --rules finds nothing new in it\n  fix: claims track --again" in ran.stderr
    )


def test_topics_count_what_tables_count(tmp_path: Path) -> None:
    """Claims about the past stand in no table, and so in no count of a topic."""
    path = tmp_path / "ledger.db"

    def extract(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        for document in documents:
            yield (
                document,
                [
                    claim_at(document, block.span, historic=number > 0)
                    for number, block in enumerate(document.blocks)
                ],
            )

    with writing(path) as db:
        kept(db, [article("a", "We deny it now", "Nobody of us did it then")], extract=extract)
    told = claims("topics", path).stdout
    assert told.splitlines()[1].split() == ["Cyber-security", "0", "1", "0"]
    assert told.endswith("1 claim about the past not counted\n")
