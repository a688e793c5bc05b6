"""A rulebook that is kept is the one that was read, and never one of other rules."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.errors import PackError
from claims.extract import rulebook as keeping
from claims.extract.kept import clear
from claims.extract.rulebook import rulebook
from claims.model import Claim, Document
from claims.read import read
from claims.shipped import shipped
from claims.track import Rulebook, read_rulebook, track


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of its own, and nothing remembered in the process."""
    monkeypatch.setenv("CLAIMS_CACHE", str(tmp_path / "cache"))
    rulebook.cache_clear()
    yield tmp_path / "cache" / "rules"
    rulebook.cache_clear()


def again() -> Rulebook:
    rulebook.cache_clear()
    return rulebook((), keep=True)


def claims(rules: Rulebook) -> list[Claim]:
    found = read([Path(str(shipped("seeds")))])
    return list(track((one for one in found if isinstance(one, Document)), rules))


def test_the_second_time_it_is_not_read_but_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = again()
    monkeypatch.setattr(keeping, "read_rulebook", None)
    second = again()
    assert claims(first) == claims(second) == claims(read_rulebook())
    assert second.cues == first.cues
    assert second.packs == first.packs
    assert second.lexicon.people == first.lexicon.people
    assert len(list(folder.iterdir())) == 1


def test_other_rules_are_another_rulebook(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "lexicon").mkdir(parents=True)
    file = own / "lexicon" / "nobody.yaml"
    file.write_text("nobody: [Blue Lagoon]\n", encoding="utf-8")
    first = rulebook((own,), keep=True)
    file.write_text("nobody: [Green Lagoon]\n", encoding="utf-8")
    rulebook.cache_clear()
    second = rulebook((own,), keep=True)
    assert [bool(first.lexicon.names.meanings(f"{c} Lagoon")) for c in ("Blue", "Green")] == [1, 0]
    assert [bool(second.lexicon.names.meanings(f"{c} Lagoon")) for c in ("Blue", "Green")] == [0, 1]
    assert len(list(folder.iterdir())) == 2


def test_faulty_rules_are_told_every_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "nobody.yaml").write_text("nobody: {a: b}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PackError):
            rulebook((tmp_path / "own",), keep=True)
    assert not folder.exists()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x80\x05garbage", id="damaged"),
        pytest.param(b"\x80\x04]\x94.", id="a list"),
    ],
)
def test_what_cannot_be_used_is_read_anew(folder: Path, content: bytes) -> None:
    first = again()
    [file] = folder.iterdir()
    file.write_bytes(content)
    assert again().packs == first.packs
    assert file.read_bytes() != content


def test_nothing_is_kept_where_nothing_may_be(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rulebook((), keep=False)
    assert not folder.exists()
    folder.parent.write_text("no folder", encoding="utf-8")
    again()
    monkeypatch.setenv("CLAIMS_CACHE", "off")
    again()


def test_few_are_kept_and_all_are_forgotten_when_asked(folder: Path) -> None:
    folder.mkdir(parents=True)
    for number in range(6):
        (folder / f"{number}.rules").write_bytes(b"")
    again()
    assert len(list(folder.iterdir())) == 4
    clear(folder.parent / "results.db")
    assert list(folder.iterdir()) == []
