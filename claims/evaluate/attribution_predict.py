"""What our extractor, or a baseline, finds in a corpus, in the form the corpus is annotated in."""

import json
import re
from collections.abc import Iterable, Iterator

from claims.evaluate.attribution_corpus import Attributed, Text
from claims.model import SourceKind, Span, Statement
from claims.parse import Parsed, parse, spacy_doc
from claims.speech import Cues, statements

_RELATIVE = re.compile(r"\b(?:who|which|that|whom|whose)\b")
_NOBODY = frozenset({"Q", "A", "QUESTION", "ANSWER"})


def predictions(texts: Iterable[Text], cues: Cues) -> dict[str, list[Attributed]]:
    """Return what we find in each text, by its name."""
    documents = (text.document for text in texts)
    return {parsed.document.id: attributed(parsed, cues) for parsed in parse(documents)}


def attributed(parsed: Parsed, cues: Cues) -> list[Attributed]:
    """Return a document's statements as PolNeAR annotates them.

    That is without what is reported within another's words, without quotations that nobody is
    said to speak, and without the turns of an interview whose labels name nobody.
    """
    text = parsed.document.text
    found = []
    for one in statements(parsed, cues):
        if not one.cue or _names_nobody(one, text):
            continue
        parent = one.parent
        while parent is not None and _names_nobody(parent, text):
            parent = parent.parent
        if parent is None:
            found.append(Attributed(_source(one, text), one.cue, one.speech))
    return found


def _names_nobody(one: Statement, text: str) -> bool:
    return one.pattern == "label" and one.source is not None and one.source.of(text) in _NOBODY


def _source(one: Statement, text: str) -> tuple[Span, ...]:
    """Return the source as annotated: of a relative clause its pronoun, not what it refers to."""
    if one.source is None or one.source_kind is SourceKind.IMPERSONAL:
        return ()
    if one.source_kind is SourceKind.RELATIVE:
        pronoun = _RELATIVE.search(text, one.source.end, max(one.source.end, one.cue[0].start))
        if pronoun is not None:
            return (Span(*pronoun.span()),)
    return (one.source,)


def textacy_predictions(texts: Iterable[Text]) -> dict[str, list[Attributed]]:
    """Return what textacy's extractor of direct quotations finds, paragraph by paragraph.

    It raises on an odd number of quotation marks; such a paragraph has no predictions. The parts
    of a quotation around one cue are one attribution, as they are annotated.
    """
    documents = (text.document for text in texts)
    return {parsed.document.id: _textacy(parsed) for parsed in parse(documents)}


def _textacy(parsed: Parsed) -> list[Attributed]:
    from textacy.extract.triples import direct_quotations

    found: dict[tuple[Span, Span], list[Span]] = {}
    for passage in parsed.passages:
        try:
            quotations = list(direct_quotations(spacy_doc(passage)))
        except ValueError:
            continue
        for quotation in quotations:
            speaker, cue = quotation.speaker, quotation.cue
            said = (passage.span(speaker[0], speaker[-1]), passage.span(cue[0], cue[-1]))
            content = passage.span(quotation.content[0], quotation.content[-1])
            found.setdefault(said, []).append(content)
    return [Attributed((s,), (c,), tuple(content)) for (s, c), content in found.items()]


def prediction_lines(found: dict[str, list[Attributed]]) -> Iterator[str]:
    """Yield the predictions as JSON Lines, one text a line, offsets in characters."""
    for name, many in found.items():
        records = [
            {
                "source": [[s.start, s.end] for s in one.source],
                "cue": [[s.start, s.end] for s in one.cue],
                "content": [[s.start, s.end] for s in one.content],
            }
            for one in many
        ]
        yield json.dumps({"doc": name, "attributions": records}, ensure_ascii=False)
