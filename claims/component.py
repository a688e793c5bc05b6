"""A component for spaCy pipelines: ``nlp.add_pipe("claims")`` gives ``doc._.claims``.

It runs this package's own parser over ``doc.text`` and leaves the pipeline's parse alone: the
rules were written and measured on that parser, whatever model the pipeline has, a blank one too.
Spans of claims are characters of ``doc.text``.

What is known of a text besides its words is taken from ``doc.user_data``, where it is: ``id``,
``title``, ``outlet``, ``event``, and ``published``, a date or YYYY-MM-DD; offices are looked up
for that day.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from claims.errors import ClaimsError
from claims.model import Claim, Document
from claims.parse import parse
from claims.read import blocks
from claims.track import Rulebook, claims_of, read_rulebook, with_event

if not Doc.has_extension("claims"):
    Doc.set_extension("claims", default=())


class ClaimsComponent:
    """Sets ``doc._.claims``: the claims of a text, in reading order."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its claims."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Yield documents with their claims, parsed in batches.

        Raises:
            ClaimsError: A ``published`` is no day.
        """
        waiting = iter(docs)
        while some := list(islice(waiting, batch_size)):
            parsed = parse([with_event(document_of(doc)) for doc in some])
            for doc, one in zip(some, parsed, strict=True):
                found: list[Claim] = claims_of(one, self.rulebook)
                doc._.claims = tuple(found)
                yield doc


@Language.factory("claims", assigns=["doc._.claims"], default_config={"rules": []})
def make_component(nlp: Language, name: str, rules: list[str]) -> ClaimsComponent:
    """Return the component; ``rules`` are folders of rules that are laid over ours.

    Raises:
        PackError: A rule file cannot be used.
    """
    return ClaimsComponent(read_rulebook([Path(folder) for folder in rules]))


def document_of(doc: Doc) -> Document:
    """Return a spaCy document as ours; its text stays as it is.

    Raises:
        ClaimsError: Its ``published`` is no day.
    """
    known = {name: str(doc.user_data.get(name, "")) for name in ("title", "outlet", "event")}
    day = doc.user_data.get("published")
    return Document(
        id=str(doc.user_data.get("id", "doc")),
        text=doc.text,
        blocks=blocks(doc.text),
        published=day if isinstance(day, date) else _day(day),
        **known,
    )


def _day(given: object) -> date | None:
    try:
        return date.fromisoformat(str(given)) if given else None
    except ValueError as error:
        what = f"doc.user_data['published']: '{given}' is no day"
        raise ClaimsError(f"{what}\n  fix: give a date, or YYYY-MM-DD") from error
