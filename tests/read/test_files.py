"""Files to documents: what is known of them, and what cannot be read."""

import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from claims.errors import PackError, Unread
from claims.model import Document
from claims.read import read
from claims.read.dating import day


def documents(*paths: Path) -> list[Document]:
    return [item for item in read(paths) if isinstance(item, Document)]


def test_text_is_kept_as_it_was(tmp_path: Path) -> None:
    """Line ends and a byte-order mark stay, so that offsets are those of the file."""
    (tmp_path / "a.txt").write_bytes("\ufeffOne.\r\nTwo.\n".encode())
    [document] = documents(tmp_path)
    assert document.text == "\ufeffOne.\r\nTwo.\n"
    assert [block.span.of(document.text) for block in document.blocks] == ["One.", "Two."]


def test_a_sidecar_wins_over_the_dateline(tmp_path: Path) -> None:
    """A page saved later shows the day of saving; the sidecar knows better."""
    (tmp_path / "a.txt").write_text("Friday 24 November 2017\n\nTalks end\n\nThey said so.\n")
    (tmp_path / "metadata.yaml").write_text("a.txt: {published: 2013-06-08, event: e-2013}\n")
    [document] = documents(tmp_path)
    assert (document.published, document.event) == (date(2013, 6, 8), "e-2013")
    assert document.title == "Talks end"


def test_front_matter_is_read_and_kept_out_of_the_blocks(tmp_path: Path) -> None:
    """Markdown may open with its own metadata; offsets stay those of the whole file."""
    text = "---\ntitle: Talks\npublished: 2020-05-01\nlayout: post\n---\nWang said no.\n"
    (tmp_path / "a.md").write_text(text)
    [document] = documents(tmp_path)
    assert (document.title, document.published) == ("Talks", date(2020, 5, 1))
    assert [block.span.of(document.text) for block in document.blocks] == ["Wang said no."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Saturday, August 24, 2019", date(2019, 8, 24), id="American"),
        pytest.param("24 Aug. 2019", date(2019, 8, 24), id="British, short"),
        pytest.param("summit-2026-05-14", date(2026, 5, 14), id="ISO in a name"),
        pytest.param("friday-april-17-2026", date(2026, 4, 17), id="words in a name"),
        pytest.param("31 February 2019", None, id="no such day"),
        pytest.param("in May", None, id="no day"),
    ],
)
def test_a_day_is_found_however_it_is_written(text: str, expected: date | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b" \n\t\n", "the file is empty", id="blank"),
        pytest.param(b"\x7fELF\x00\x01\x02" * 50, "not a text file", id="binary"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_done(
    content: bytes, what: str, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text("Wang said no.")
    found = list(read([bad, tmp_path / "gone.txt", good]))
    assert [type(item) for item in found] == [Unread, Unread, Document]
    assert [item.what for item in found if isinstance(item, Unread)] == [
        what,
        "no such file or directory",
    ]


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    [fault] = list(read([tmp_path]))
    assert isinstance(fault, Unread)
    assert str(fault).startswith(f"{tmp_path}: no article in this folder\n  fix: ")


def test_two_files_of_one_stem_keep_their_names_apart(tmp_path: Path) -> None:
    """A claim's document must name one text."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("Wang said no.")
    assert [document.id for document in documents(tmp_path)] == ["a", "a-2"]


def test_latin_text_is_decoded(tmp_path: Path) -> None:
    """Old archives are not in UTF-8."""
    (tmp_path / "a.txt").write_bytes("Le ministre a démenti l’accusation portée.".encode("cp1252"))
    [document] = documents(tmp_path)
    assert "démenti" in document.text


def test_every_fault_of_a_sidecar_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Wang said no.")
    (tmp_path / "metadata.yaml").write_text(
        "a.txt:\n  publised: 2013-06-08\n  published: June\nb.txt: {title: x}\n"
    )
    with pytest.raises(PackError) as caught:
        list(read([tmp_path]))
    told = [(p.line, p.column, p.what) for p in caught.value.problems]
    assert told == [
        (2, 3, "unknown field 'publised'"),
        (3, 3, "'June' is no date"),
        (4, 1, "there is no file 'b.txt' in this folder"),
    ]


def test_a_link_to_itself_stops_no_folder(tmp_path: Path) -> None:
    """The rest of the folder is read, and the link is named."""
    (tmp_path / "a.txt").write_text("Wang said no.")
    (tmp_path / "b.txt").symlink_to("b.txt")
    document, fault = read([tmp_path])
    assert isinstance(document, Document)
    assert isinstance(fault, Unread)
    assert fault.path == str(tmp_path / "b.txt")


def test_bytes_that_are_no_text_in_a_name_are_spelled_out(tmp_path: Path) -> None:
    """Names end up in ledgers, tables and files, which hold text only."""
    (tmp_path / os.fsdecode(b"a\xff b.txt")).write_text("Wang said no.")
    [document] = documents(tmp_path)
    assert document.id == r"a\xff b"
    assert document.path == str(tmp_path / r"a\xff b.txt")


def test_documents_of_other_kinds_in_a_folder_are_named(tmp_path: Path) -> None:
    """A picture is no article that would be missed; a PDF may be one."""
    for name in ("a.txt", "b.pdf", "c.DOCX", "d.png", "e"):
        (tmp_path / name).write_text("Wang said no.")
    found = list(read([tmp_path]))
    assert [item.id for item in found if isinstance(item, Document)] == ["a"]
    named = [Path(item.path).name for item in found if isinstance(item, Unread)]
    assert named == ["b.pdf", "c.DOCX"]


def test_documents_of_other_kinds_in_an_archive_are_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in ("a.txt", "b.pdf", "c.png"):
            archive.writestr(name, "Wang said no.")
    document, fault = read([tmp_path])
    assert isinstance(document, Document)
    assert isinstance(fault, Unread)
    assert fault.path.endswith("all.zip/b.pdf")


def test_an_address_is_told_to_be_none_of_ours(tmp_path: Path) -> None:
    [fault] = read([Path("https://wire.example/talks.html")])
    assert isinstance(fault, Unread)
    assert str(fault).endswith(
        "an address, and nothing is fetched\n  fix: save the page, and name the file"
    )
