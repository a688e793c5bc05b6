"""Inputs that are broken, or out to break something: each is named, the rest is read."""

import gzip
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import Unread
from claims.model import Document
from claims.read import read

Build = Callable[[Path], None]


def plain(raw: bytes) -> Build:
    """Return a builder of one file with these bytes."""

    def build(path: Path) -> None:
        path.write_bytes(raw)

    return build


def zipped(*members: tuple[str, bytes]) -> Build:
    """Return a builder of an archive with these members."""

    def build(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, raw in members:
                archive.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)

    return build


def spoilt(build: Build, place: int) -> Build:
    """Return a builder that overwrites bytes of what another one built."""

    def spoil(path: Path) -> None:
        build(path)
        raw = path.read_bytes()
        path.write_bytes(raw[:place] + b"\xff" * 20 + raw[place + 20 :])

    return spoil


def locked(path: Path) -> None:
    """Build an archive whose member asks for a password."""
    zipped(("a.txt", b"No, he said."))(path)
    raw = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + flags] |= 1
    path.write_bytes(raw)


def linked(path: Path) -> None:
    """Build an archive with a symbolic link in it."""
    info = zipfile.ZipInfo("a.txt")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, "/etc/hosts")


MEGABYTES = b"The talks went on. " * 550_000
SCRIPT = b"<html><body><script>alert('Ruritania denies it')</script></body></html>"
ALIASES = b"---\na: &a [x, x]\ntitle: [*a, *a]\n---\nNo.\n"
BAD_CSV = b'id,text\n1,"He said no"x\n2,They agreed.\n'

CASES = [
    ("a.txt", plain(b""), "the file is empty"),
    ("a.txt", plain(b"\xef\xbb\xbf \r\n"), "the file is empty"),
    ("a.txt", plain(MEGABYTES), "10,450,000 characters, where one article may have 5,000,000"),
    ("a.txt", plain(b"a" * 20_000_001), "more than 20,000,000 bytes, which no article has"),
    ("a.txt", plain("“No”,\nhe sa\xff".encode() + b"\xff\n"), "UTF-8 that is damaged in line 2"),
    ("a.txt", plain(b"He \xed\xa0\xbd said"), "half a character (a lone surrogate) near line 1"),
    ("a.txt", plain(b"\xff\xfeH\0e\0\0"), "not valid UTF-16-LE at byte 6"),
    ("a.txt", plain(b"\x7fELF\x02\x01\x01\0" + bytes(99)), "not a text file"),
    ("a.txt", plain(b"He said\0 no."), "not a text file"),
    ("a.txt", plain(b"%PDF-1.7\n%"), "a PDF file, not a text file"),
    ("a.txt", plain(b"PK\x03\x04docx"), "an archive or an office document, not a text file"),
    ("a.md", plain(b"---\ntitle: Talks\n---\n\n"), "front matter only, no text"),
    ("a.md", plain(b"---\ntitle: [Talks\n---\nNo.\n"), "did not find expected ',' or ']'"),
    ("a.md", plain(ALIASES), "a value stands for another one"),
    ("a.html", plain(SCRIPT), "no article on this page"),
    ("a.html", plain(b"<div>" * 50_000), "no article on this page"),
    ("a.csv", plain(b"PK\x03\x04xlsx"), "an archive or an office document, not a text file"),
    ("a.csv", plain(b""), "no article in this table"),
    ("a.csv", plain(b"id,text\n"), "no article in this table"),
    ("a.csv", plain(b"id,body\n1,No.\n"), "no column 'text'; it has id, body"),
    ("a.csv", plain(b"id,text\n1,No, he said.\n"), "3 columns, where the first line has 2"),
    ("a.csv", plain(BAD_CSV.replace(b"2,They agreed.\n", b"")), "not a row of CSV"),
    ("a.csv", plain(b"text,published\nNo.,last week\n"), "'last week' is no date"),
    ("a.jsonl", plain(b'{"text": \n'), "not JSON (expecting value)"),
    ("a.jsonl", plain(b'["No."]\n'), "not a JSON object"),
    ("a.jsonl", plain(b"[" * 200_000), "not JSON (recursionerror)"),
    ("a.jsonl", plain(b'{"text": "He \\ud83d said"}'), "half a character (a lone surrogate)"),
    ("a.jsonl", plain(b'{"text": {"a": 1}}'), "'text' is no text"),
    ("a.zip", plain(b"PK\x03\x04 and no more"), "the archive is damaged"),
    ("a.zip", spoilt(zipped(("a.txt", b"No, he said. " * 99)), 40), "the archive is damaged"),
    ("a.zip", zipped(("a.txt", bytes(9_000_000))), "it unpacks to more than 1,000,000 bytes"),
    ("a.zip", zipped(("../../a.txt", b"No.")), "its name leads out of the archive"),
    ("a.zip", zipped(("/etc/a.txt", b"No.")), "its name leads out of the archive"),
    ("a.zip", zipped(("b/a.zip", b"PK")), "an archive within an archive is not read"),
    ("a.zip", zipped(("a.exe", b"MZ")), "no article in this archive"),
    ("a.zip", locked, "it is locked with a password"),
    ("a.zip", linked, "it is a link, not a file"),
    ("a.txt.gz", plain(b"\x1f\x8bno"), "the archive is damaged"),
    ("a.txt.gz", plain(gzip.compress(b"No, he said.")[:-9]), "the archive is damaged"),
    ("a.txt.gz", plain(gzip.compress(bytes(9_000_000))), "it unpacks to more than 1,000,000"),
    ("a.tar.gz", plain(gzip.compress(b"a.txt")), "an archive within an archive is not read"),
]


@pytest.mark.parametrize(
    ("name", "build", "what"), CASES, ids=[f"{name} {what[:40]}" for name, _, what in CASES]
)
def test_a_broken_input_is_named(name: str, build: Build, what: str, tmp_path: Path) -> None:
    """What is wrong with it stands in the message, how to mend it too; what follows is read."""
    bad, good = tmp_path / name, tmp_path / "z.txt"
    build(bad)
    good.write_text("Wang said no.")
    faults, documents = sorted_out(read([bad, good]))
    assert [document.id for document in documents] == ["z"]
    [fault] = faults
    assert fault.path.startswith(str(bad))
    assert fault.what.startswith(what)
    assert fault.fix


def sorted_out(found: Iterator[Document | Unread]) -> tuple[list[Unread], list[Document]]:
    items = list(found)
    return (
        [item for item in items if isinstance(item, Unread)],
        [item for item in items if isinstance(item, Document)],
    )


def test_a_bad_line_does_not_lose_the_others(tmp_path: Path) -> None:
    """A line of a table is named by its number; the lines around it are read."""
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"text": \n\n{"text": "Two."}\n')
    (tmp_path / "b.csv").write_bytes(BAD_CSV)
    faults, documents = sorted_out(read([tmp_path]))
    assert [fault.path for fault in faults] == [f"{tmp_path}/a.jsonl:2", f"{tmp_path}/b.csv:2"]
    assert [document.id for document in documents] == ["a-1", "a-4", "2"]


def test_a_bad_member_does_not_lose_the_others(tmp_path: Path) -> None:
    zipped(("a.txt", b"No."), ("b.txt", b""), ("c/../../d.txt", b"No."), ("e.txt", b"Yes."))(
        tmp_path / "news.zip"
    )
    faults, documents = sorted_out(read([tmp_path]))
    assert [document.id for document in documents] == ["a", "e"]
    assert [fault.path for fault in faults] == [
        f"{tmp_path}/news.zip/b.txt",
        f"{tmp_path}/news.zip/c/../../d.txt",
    ]


@pytest.mark.parametrize("ending", ["txt", "md", "html", "csv", "jsonl", "zip", "txt.gz", "csv.gz"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    raw=st.binary(max_size=60)
    | st.lists(
        st.sampled_from(
            [b"<p>", b"<!--", b'"', b",", b"\n", b"text", b"{", b"---\n", b":", b"PK\x03\x04", b"&",
             b"\x1f\x8b\x08", b"\xff\xfe", b"\xe2\x80", b"Q  ", b"\0", b"* ", b"[", b"A: b."]
        )
    ).map(b"".join)
)  # fmt: skip
def test_no_bytes_whatever_stop_a_run(ending: str, raw: bytes, tmp_path: Path) -> None:
    """Anything gives a document or a fault; nothing is lost without a word."""
    file = tmp_path / f"a.{ending}"
    file.write_bytes(raw)
    found = list(read([file]))
    assert found
    assert all(isinstance(item, Document | Unread) for item in found)


def test_an_unreadable_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions do not bind the superuser, whom tests may run as; so they are acted here."""
    (tmp_path / "a.txt").write_text("No.")
    (tmp_path / "b.txt").write_text("No.")
    opened = Path.open

    def denied(path: Path, *arguments: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", denied)
    faults, documents = sorted_out(read([tmp_path]))
    assert [fault.what for fault in faults] == ["permission denied"]
    assert [document.id for document in documents] == ["b"]


def test_a_name_no_file_can_have_is_named(tmp_path: Path) -> None:
    [fault], [] = sorted_out(read([tmp_path / ("a" * 300)]))
    assert fault.what == "file name too long"


def test_a_folder_that_vanishes_is_named_file_by_file(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Wang said no.")
    found = read([folder, tmp_path / "gone"])
    assert isinstance(next(found), Document)
    (folder / "a.txt").unlink()
    (folder / "b.txt").unlink()
    folder.rmdir()
    faults, documents = sorted_out(found)
    assert [fault.what for fault in faults] == ["no such file or directory"] * 2
    assert documents == []


def test_scripts_are_no_words_of_the_article(tmp_path: Path) -> None:
    story = "<p>Ruritania's foreign minister said on Friday that the talks had been useful.</p>" * 3
    (tmp_path / "a.html").write_text(
        f"<html><body><article><h1>Talks</h1>{story}<script>x = 'Elbonia denied it'</script>"
        "<style>p {color: red}</style></article></body></html>"
    )
    [], [document] = sorted_out(read([tmp_path]))
    assert "useful" in document.text
    assert "Elbonia" not in document.text
    assert "color" not in document.text
