"""The same article in every form it may come in."""

import gzip
import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from claims.errors import ClaimsError, Unread
from claims.model import Document
from claims.read import read

TEXT = "Talks end in Strelsau\n\nAnna Roth said: “We agreed to meet again.”\n"
PAGE = """\
<!DOCTYPE html>
<html><head>
<meta charset="utf-8">
<title>Talks end in Strelsau | The Strelsau Post</title>
<meta property="og:title" content="Talks end in Strelsau">
<meta property="og:site_name" content="The Strelsau Post">
<meta property="article:published_time" content="2020-05-01T10:00:00Z">
<link rel="canonical" href="https://post.example/talks">
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Talks end in Strelsau</h1>
<p>Ruritania's foreign minister, Anna Roth, said on Friday that the talks had been useful &amp;
long. “We agreed to meet again,” she told reporters in the capital.</p>
<p>Elbonia denied the report. Its spokesman called the accusation groundless.</p></article>
<footer>Copyright 2020 The Strelsau Post</footer>
</body></html>
"""


def documents(*paths: Path, **columns: str) -> list[Document]:
    found = list(read(paths, columns))
    assert not [item for item in found if isinstance(item, Unread)]
    return [item for item in found if isinstance(item, Document)]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16 with a mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(TEXT.encode("utf-32"), id="UTF-32"),
        pytest.param(TEXT.encode("cp1252"), id="Windows"),
    ],
)
def test_every_encoding_gives_the_same_words(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    [document] = documents(tmp_path)
    assert document.text.removeprefix("\ufeff") == TEXT
    assert document.title == "Talks end in Strelsau"


def test_a_page_tells_its_title_day_outlet_and_address(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_text(PAGE, encoding="utf-8")
    [document] = documents(tmp_path)
    assert (document.id, document.title) == ("talks", "Talks end in Strelsau")
    assert (document.published, document.outlet) == (date(2020, 5, 1), "The Strelsau Post")
    assert document.url == "https://post.example/talks"
    assert [block.span.of(document.text)[:20] for block in document.blocks] == [
        "Talks end in Strelsa",
        "Ruritania's foreign ",
        "Elbonia denied the r",
    ]


def test_a_page_is_known_without_its_ending(tmp_path: Path) -> None:
    """What a browser saved under the page's own name has no ending."""
    (tmp_path / "talks").write_text(PAGE, encoding="utf-8")
    [document] = documents(tmp_path / "talks")
    assert document.outlet == "The Strelsau Post"


def test_a_row_is_an_article(tmp_path: Path) -> None:
    """Columns go by name; what a row does not tell is told by its number."""
    (tmp_path / "wire.csv").write_text(
        'id,Text,published,outlet,event\nw1,"He said ""no"".\nThen he left.",2020-05-01,Post,e-1\n'
        ",She agreed.,,,\n"
    )
    first, second = documents(tmp_path)
    assert (first.id, first.text) == ("w1", 'He said "no".\nThen he left.')
    assert (first.published, first.outlet, first.event) == (date(2020, 5, 1), "Post", "e-1")
    assert (second.id, second.path) == ("wire-4", f"{tmp_path}/wire.csv:4")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_can_be_mapped(delimiter: str, tmp_path: Path) -> None:
    rows = [["No", "Body", "When"], ["7", "He said no.", "1 May 2020"]]
    (tmp_path / "a.csv").write_text("".join(delimiter.join(row) + "\n" for row in rows))
    [document] = documents(tmp_path, text="Body", id="No", published="When")
    assert (document.id, document.text) == ("7", "He said no.")
    assert document.published == date(2020, 5, 1)


def test_tables_that_are_called_differently_are_read_together(tmp_path: Path) -> None:
    """A mapping holds for the tables that have its column; the others have the usual ones."""
    (tmp_path / "a.csv").write_text("Body,When\nHe said no.,2020-05-01\n")
    (tmp_path / "b.jsonl").write_text('{"text": "She said no.", "published": "2020-05-02"}\n')
    found = documents(tmp_path, text="Body", published="When")
    assert [document.text for document in found] == ["He said no.", "She said no."]
    assert [document.published for document in found] == [date(2020, 5, 1), date(2020, 5, 2)]


def test_two_columns_of_one_field_are_told(tmp_path: Path) -> None:
    """Which of them has the text, nobody says; others may be called alike."""
    (tmp_path / "a.csv").write_text("id,Text,note,text,note\n1,He said no.,a,He said yes.,b\n")
    (tmp_path / "b.csv").write_text("id,text,note,note\n1,She said no.,a,b\n")
    fault, document = read([tmp_path])
    assert isinstance(fault, Unread)
    assert (fault.path, fault.what) == (f"{tmp_path}/a.csv", "two columns 'text'")
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    "content", ['[{"text": "He said no."}]', '{\n "items": [{"text": "He said no."}]\n}']
)
def test_json_as_a_whole_is_no_article(content: str, tmp_path: Path) -> None:
    """A feed, for one: read as text, its field names would be words."""
    path = tmp_path / "feed.json"
    path.write_text(content)
    [fault] = read([path])
    assert isinstance(fault, Unread)
    assert (fault.what, fault.fix) == (
        "JSON, and no article",
        "write one JSON object a line, as .jsonl",
    )


def test_a_mapping_to_a_column_that_no_table_has_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text('{"text": "A teaser.", "body": "She said no."}\n')
    *_, fault = read([tmp_path], {"text": "Bdy"})
    assert isinstance(fault, Unread)
    assert (fault.path, fault.what) == ("text=Bdy", "no table has a column 'Bdy'")


def test_a_mapping_to_no_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="no field 'body' to map a column to"):
        list(read([tmp_path], {"body": "text"}))


def test_lines_of_json_are_articles(tmp_path: Path) -> None:
    rows = [
        {"text": "He said no.", "id": 12, "published": "2020-05-01T08:00:00Z", "score": 0.5},
        {"text": "She agreed.", "outlet": None},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    first, second = documents(tmp_path)
    assert (first.id, first.published) == ("12", date(2020, 5, 1))
    assert (second.id, second.outlet) == ("a-2", "")


def test_claims_among_articles_are_passed_over(tmp_path: Path) -> None:
    """An export or a gold file may lie beside the articles it is about."""
    (tmp_path / "a.txt").write_text("He said no.")
    (tmp_path / "gold.jsonl").write_text('{"document": "a", "words": "no"}\n')
    (tmp_path / "claims.csv").write_text("id,document,words\n1,a,no\n")
    assert [document.id for document in documents(tmp_path)] == ["a"]
    [fault] = read([tmp_path / "claims.csv"])
    assert isinstance(fault, Unread)


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    """Its own sidecar counts; hidden files and what macOS adds do not."""
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        archive.writestr("may/b.txt", TEXT)
        archive.writestr("may/a.html", PAGE)
        archive.writestr("may/metadata.yaml", "b.txt: {outlet: Post, event: e-2020}\n")
        archive.writestr("__MACOSX/may/._b.txt", b"\0\0")
        archive.writestr("may/.DS_Store.txt", b"\0\0")
    page, text = documents(tmp_path)
    assert (page.id, text.id) == ("a", "b")
    assert (text.outlet, text.event) == ("Post", "e-2020")
    assert text.path == f"{tmp_path}/news.zip/may/b.txt"


def test_a_packed_file_is_read_like_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress(b"text\nHe said no.\n"))
    assert [document.id for document in documents(tmp_path)] == ["a", "b-2"]


def test_a_pattern_names_files(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b1.txt"):
        (tmp_path / name).write_text("He said no.")
    assert [document.id for document in documents(tmp_path / "a*.txt")] == ["a1", "a2"]
    [fault] = read([tmp_path / "c*.txt"])
    assert isinstance(fault, Unread)
    assert fault.what == "no file has such a name"


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He said no.")
    assert len(documents(tmp_path, tmp_path / "a.txt", tmp_path / "*.txt")) == 1


def test_standard_input_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    [document] = documents(Path("-"))
    assert (document.id, document.path, document.text) == ("stdin", "-", TEXT)


def test_lines_of_json_may_come_by_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program's output has no name to tell its kind."""
    raw = b'{"text": "He said no."}\n{"text": "She agreed."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert [document.id for document in documents(Path("-"))] == ["stdin-1", "stdin-2"]


def test_a_name_that_a_second_one_would_get_is_kept_free(tmp_path: Path) -> None:
    """The second "a" may not become "a-2" where there is an "a-2"."""
    rows = [{"id": name, "text": "He said no."} for name in ("a", "a-2", "a")]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert [document.id for document in documents(tmp_path)] == ["a", "a-2", "a-3"]
