"""Several processes give what one gives; one that dies names its document."""

import os
import signal

import pytest

from claims.errors import Unread
from claims.extract import here, pool
from claims.extract.extractor import Extractor
from claims.extract.here import read_here
from claims.model import Claim, Document
from claims.parse import Parsed
from claims.read import blocks
from claims.track import Rulebook, claims_of

WORDS = "China accused Japan of spying. “That is groundless,” Japanese Prime Minister Kishida said."


def _documents(number: int) -> list[Document]:
    texts = [f"{WORDS} It was day {n}." for n in range(number)]
    return [Document(id=f"d{n}", text=t, blocks=blocks(t)) for n, t in enumerate(texts)]


def test_processes_give_what_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_BATCH", 200)
    documents = _documents(12)
    here = list(read_here(documents, ()))
    workers = pool.Workers((), 2)
    assert list(workers.read(documents)) == here
    assert list(workers.read(documents)) == here  # they live on
    workers.close()
    assert all(claims for _, claims in here)


def test_a_process_that_dies_names_its_document(monkeypatch: pytest.MonkeyPatch) -> None:

    def dying(parsed: Parsed, rulebook: Rulebook) -> list[Claim]:
        if parsed.document.id == "d3":
            os.kill(os.getpid(), signal.SIGKILL)
        return claims_of(parsed, rulebook)

    monkeypatch.setattr(here, "claims_of", dying)
    monkeypatch.setattr(pool, "_BATCH", 200)
    documents = _documents(6)
    workers = pool.Workers((), 2)
    found = {document.id: claims for document, claims in workers.read(documents)}
    workers.close()
    fault = found.pop("d3")
    assert isinstance(fault, Unread)
    assert "died" in fault.what
    assert list(found) == ["d0", "d1", "d2", "d4", "d5"]
    assert all(not isinstance(claims, Unread) and claims for claims in found.values())


def test_few_documents_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "Workers", None)
    assert len(list(Extractor(jobs=8)(_documents(2)))) == 2
