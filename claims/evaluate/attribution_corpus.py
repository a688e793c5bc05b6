"""Read texts whose attributions people annotated: brat standoff in PolNeAR's layout.

A folder holds ``text/NAME.txt`` and ``attributions/NAME_ANNOTATOR.ann``; where several people
annotated a text, the first by name counts. A folder of plain ``.txt`` files has no annotations.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claims.errors import ClaimsError
from claims.model import Block, BlockKind, Document, Span

_RECORD = re.compile(r"\n(?=[A-Z#*]\d*\t)")  # covered text may hold newlines


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as annotated or predicted: pieces of source, cue and content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the corpus and what people found in it; None where nobody annotated."""

    name: str
    words: str
    gold: tuple[Attributed, ...] | None

    @property
    def document(self) -> Document:
        """The text as a document, every line a paragraph."""
        return Document(id=self.name, text=self.words, blocks=_paragraphs(self.words))


def read_corpus(folder: Path) -> list[Text]:
    """Return the texts of a corpus by name.

    Raises:
        ClaimsError: The folder holds no text.
    """
    texts = folder / "text" if (folder / "text").is_dir() else folder
    annotations = _annotations(folder / "attributions")
    found = []
    for path in sorted(texts.glob("*.txt")):
        words = path.read_bytes().decode("utf-8")
        own = annotations.get(path.stem)
        found.append(Text(path.stem, words, None if own is None else read_standoff(own)))
    if not found:
        raise ClaimsError(f"{folder}: no .txt file in it\n  fix: name a folder of texts")
    return found


def digest(texts: list[Text]) -> str:
    """Return the first 16 figures of the SHA-256 of all texts and their annotations."""
    whole = hashlib.sha256()
    for text in texts:
        whole.update(text.name.encode())
        whole.update(text.words.encode())
        whole.update(repr(text.gold).encode())
    return whole.hexdigest()[:16]


def _annotations(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.ann")):
        found.setdefault(path.name.rpartition("_")[0], path)
    return found


def read_standoff(path: Path) -> tuple[Attributed, ...]:
    """Return the attributions of one brat file; one without content is none."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[str]] = []
    for record in _RECORD.split(path.read_bytes().decode("utf-8").rstrip("\n")):
        fields = record.split("\t")
        if record.startswith("T"):
            places = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = tuple(Span(*map(int, place.split())) for place in places)
        elif record.startswith("E"):
            events.append(fields[1].split())
    found = (_attributed(event, spans) for event in events)
    return tuple(dict.fromkeys(one for one in found if one.content))


def _attributed(event: list[str], spans: Mapping[str, tuple[Span, ...]]) -> Attributed:
    parts: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for entry in event:
        role, name = entry.split(":")
        part = role.lower().rstrip("0123456789")
        if part in parts:
            parts[part].extend(spans.get(name, ()))
    source, cue, content = (tuple(sorted(parts[name])) for name in ("source", "cue", "content"))
    return Attributed(source, cue, content)


def _paragraphs(words: str) -> tuple[Block, ...]:
    found = []
    for line in re.finditer(r"[^\n]+", words):
        inner = line.group().strip()
        if inner:
            start = line.start() + line.group().index(inner)
            span = Span(start, start + len(inner))
            found.append(Block(kind=BlockKind.BODY, span=span))
    return tuple(found)
