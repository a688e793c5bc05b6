"""The command line as a user meets it: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

from claims import __version__
from tests.cli.running import claims

ARTICLE = (
    "Talks in Geneva\n\n"
    "China accused the United States of breaking the truce.\n\n"
    "“The accusation is groundless,” said US Secretary of State John Kerry.\n"
)


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "geneva.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    (path.parent / "metadata.yaml").write_text("geneva.txt: {published: 2015-06-01}\n")
    return path


def test_an_article_becomes_a_table(article: Path) -> None:
    ran = claims("report", article)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "China" in ran.stdout
    assert "United States" in ran.stdout
    assert "1 document, 2 claims" in ran.stdout


def test_claims_lead_back_to_their_words(article: Path) -> None:
    """Spans are characters of the file as read; every field has its name."""
    ran = claims("report", article, "--format", "jsonl")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [(row["speaker_country"], row["stance"], row["target_country"]) for row in rows] == [
        ("CHN", "accusation", "USA"),
        ("USA", "denial", "CHN"),
    ]
    for row in rows:
        assert row["document"] == "geneva"
        pieces = [ARTICLE[start:end] for start, end in row["spans"]]
        assert " … ".join(pieces) == row["words"]


def test_explain_shows_passage_and_rule(article: Path) -> None:
    rows = claims("report", article, "--format", "jsonl").stdout.splitlines()
    row = json.loads(rows[1])
    ran = claims("explain", row["id"][:6], article)
    assert ran.returncode == 0
    assert "denial by John Kerry (United States)" in ran.stdout
    assert "‹groundless›" in ran.stdout
    assert row["rules"][0] in ran.stdout


def test_an_unknown_claim_is_a_mistake_with_its_fix(article: Path) -> None:
    ran = claims("explain", "zzzz", article)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == ("no claim's id begins with 'zzzz'\n  fix: take an id from claims show\n")


def test_what_cannot_be_read_is_named_and_the_rest_done(article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 99)
    ran = claims("report", tmp_path, article, tmp_path / "gone.txt")
    assert ran.returncode == 4
    assert "1 document, 2 claims" in ran.stdout
    told = [line for line in ran.stderr.splitlines() if not line.startswith("  fix: ")]
    assert told == [
        f"{tmp_path}/binary.txt: not a text file",
        f"{tmp_path}/empty.txt: the file is empty",
        f"{tmp_path}/gone.txt: no such file or directory",
    ]


def test_an_article_that_cannot_be_measured_is_named(tmp_path: Path) -> None:
    """Else its claims would count as missed, and nobody knew why."""
    gold = tmp_path / "gold.jsonl"
    row: dict[str, object] = {
        "speaker": "",
        "speaker_country": None,
        "stance": "denial",
        "target_country": None,
    }
    row |= {"document": "empty", "spans": [[0, 4]], "words": "none"}
    gold.write_text(json.dumps(row))
    (tmp_path / "empty.txt").write_text("")
    ran = claims("eval", gold)
    assert ran.returncode == 4
    assert f"{tmp_path}/empty.txt: the file is empty" in ran.stderr
    assert "missed  denial" in ran.stdout


def test_every_fault_of_a_rule_file_is_told(article: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "pack: mine\nstance: denial\nrules:\n  - id: mine.a\n    vreb: [deny]\n"
    )
    ran = claims("report", article, "--rules", tmp_path)
    assert ran.returncode == 3
    assert "mine.yaml:5:5: unknown key 'vreb'\n  fix: did you mean 'verb'?" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["nosuch"], "No such command 'nosuch'", id="command"),
        pytest.param(["report"], "Missing argument", id="no articles"),
        pytest.param(["report", "x", "--by", "moon"], "Invalid value for '--by'", id="choice"),
        pytest.param(["report", "x", "--since", "2013"], "'2013' is no day", id="day"),
        pytest.param(["report", "x", "--where", "a"], "--where: 'a' says nothing", id="where"),
        pytest.param(["report", "x", "--where", "country=Mu"], "no state 'Mu'", id="state"),
        pytest.param(["show", "x", "--target", "Chna"], "--target: no state 'Chna'", id="target"),
        pytest.param(["show", "x", "--country", "Chna"], "did you mean China (CHN)", id="like"),
        pytest.param(["show", "x", "--country", "Korea"], "North Korea (PRK), ", id="two states"),
        pytest.param(
            ["report", "x", "--since", "2014-01-01", "--until", "2013-12-31"], "swap", id="order"
        ),
        pytest.param(["report", "x", "--rules", "gone"], "no folder 'gone'", id="rules"),
        pytest.param(["eval", "gone.jsonl"], "gone.jsonl: no such file", id="gold"),
        pytest.param(["report", ""], "a path is empty", id="no path"),
        pytest.param(["track", "x", "", "--ledger", "l.db"], "a path is empty", id="one of two"),
        pytest.param(["report", "x", "--rules", ""], "a path is empty", id="no folder"),
        pytest.param(["trend", "2013", "2014", ""], "a path is empty", id="no ledger"),
    ],
)
def test_a_mistake_ends_with_its_fix_and_status_2(arguments: list[str], told: str) -> None:
    ran = claims(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr


def test_output_that_cannot_be_written_is_a_mistake(article: Path, tmp_path: Path) -> None:
    ran = claims("report", article, "--format", "csv", "-o", tmp_path / "no" / "out.csv")
    assert ran.returncode == 2
    assert "cannot write" in ran.stderr


def test_output_goes_to_the_file(article: Path, tmp_path: Path) -> None:
    ran = claims("report", article, "--format", "json", "-o", tmp_path / "out.json")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))) == 2


def test_a_pipe_gets_neither_colour_nor_progress(article: Path) -> None:
    ran = claims("report", article)
    assert "\x1b" not in ran.stdout + ran.stderr


def test_a_filter_keeps_what_is_asked_for(article: Path) -> None:
    ran = claims("report", article, "--where", "country=United States", "--format", "jsonl")
    assert [json.loads(line)["stance"] for line in ran.stdout.splitlines()] == ["denial"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(
            ["--stance", "denail"], "no stance 'denail'\n  fix: did you mean denial", id="s"
        ),
        pytest.param(
            ["--event", "lima-2042"], "no event 'lima-2042'\n  fix: did you mean lima-2024", id="e"
        ),
        pytest.param(
            ["--where", "topic=cybr"], "no topic 'cybr'\n  fix: did you mean cyber?", id="t"
        ),
        pytest.param(
            ["--where", "topic=qqq"], "no topic 'qqq'\n  fix: take one of afghanistan, ", id="l"
        ),
    ],
)
def test_a_misspelt_name_is_no_answer_of_no_claims(
    options: list[str], told: str, article: Path
) -> None:
    for command in ("report", "export"):
        ran = claims(command, article, *options)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert told in ran.stderr


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--country", "US"], id="another name of a state"),
        pytest.param(["--event", "California summit", "--event", "own-1"], id="names of events"),
        pytest.param(["--topic", "cyber-security", "--topic", "trade"], id="a topic's name"),
    ],
)
def test_names_may_be_those_that_people_use(options: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The US rejected a cyber charge by Peru.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("China rejected a trade charge by Chile.\n", encoding="utf-8")
    known = "a.txt: {event: sunnylands-2013}\nb.txt: {event: own-1}\n"
    (tmp_path / "metadata.yaml").write_text(known)
    ran = claims("show", tmp_path, *options, "--format", "jsonl")
    assert ran.returncode == 0
    assert ran.stdout


def test_what_is_found_besides_is_what_the_filter_keeps(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("China denied it. Peru urged Chile to leave the lake.\n", encoding="utf-8")
    assert "also found: 1 demand" in claims("report", path).stdout
    assert "also found" not in claims("report", path, "--where", "country=CHN").stdout


def test_a_state_of_the_users_own_can_be_asked_for(tmp_path: Path) -> None:
    """Its code is in no lexicon of ours; a slip of a code is still told."""
    (tmp_path / "mine" / "lexicon").mkdir(parents=True)
    (tmp_path / "mine" / "lexicon" / "more.yaml").write_text(
        "countries:\n- {code: XRU, name: Ruritania, adjectives: [Ruritanian]}\n"
    )
    path = tmp_path / "a.txt"
    path.write_text("Ruritania accused Peru of lying.\n", encoding="utf-8")
    asked = ("report", path, "--rules", tmp_path / "mine", "--where")
    assert "Ruritania" in claims(*asked, "country=XRU").stdout
    slip = claims(*asked, "target=PRE")
    assert (slip.returncode, slip.stdout) == (2, "")
    assert slip.stderr.startswith("no state 'PRE'\n  fix: did you mean ")
    assert "Peru (PER)" in slip.stderr


def test_a_lexicon_file_that_nobody_reads_is_told(article: Path, tmp_path: Path) -> None:
    """A slip as in "poeple:" would be passed over, and so would events of one's own."""
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "people.yaml").write_text("poeple:\n- {name: Ana Testa}\n")
    for command in (("report", article, "--rules", tmp_path), ("rules", "check", tmp_path)):
        ran = claims(*command)
        assert ran.returncode == 3
        assert "people.yaml:1:1: nothing here is read from a folder of your own" in ran.stderr


def test_the_program_tells_its_version() -> None:
    ran = claims("--version")
    assert (ran.returncode, ran.stdout) == (0, f"claims {__version__}\n")
