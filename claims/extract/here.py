"""Read documents in this process."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.extract.rulebook import rulebook
from claims.model import Claim, Document
from claims.parse import parse
from claims.track import claims_of, with_event


def read_here(
    documents: Sequence[Document], folders: tuple[Path, ...], keep: bool = True
) -> Iterator[tuple[Document, list[Claim]]]:
    """Yield documents with their claims, read in this process.

    Args:
        documents: What is read.
        folders: The user's rules, laid over ours.
        keep: Whether the rules are kept for the next time.

    Raises:
        PackError: A rule file cannot be used.
    """
    rules = rulebook(folders, keep)
    read = parse(map(with_event, documents))
    for document, parsed in zip(documents, read, strict=True):
        yield document, claims_of(parsed, rules)
