"""Key terms of texts, by textacy: what claims that fit no topic are about."""

from collections.abc import Sequence

from claims.model import Block, BlockKind, Document, Span
from claims.parse import parse, spacy_doc

_LONGEST = 3  # words of a term


def key_terms(texts: Sequence[str], *, most: int = 5) -> list[str]:
    """Return the terms that say best what texts are about, the best first.

    TextRank over the words of each text (Mihalcea and Tarau 2004), by textacy; terms are lemmas,
    and a term that only repeats a better one is left out.
    """
    texts = [text for text in texts if text.strip()]
    if not texts:
        return []
    # textacy brings scikit-learn along: two seconds that only this view should cost.
    from spacy.tokens import Doc
    from textacy.extract.keyterms.textrank import textrank

    documents = [
        Document(
            id=str(number),
            text=text,
            blocks=(Block(kind=BlockKind.BODY, span=Span(0, len(text))),),
        )
        for number, text in enumerate(texts)
    ]
    docs = [spacy_doc(passage) for parsed in parse(documents) for passage in parsed.passages]
    terms = textrank(Doc.from_docs(docs), normalize="lemma", topn=4 * most)
    found: list[str] = []
    for term, _ in terms:
        fits = 1 <= len(term.split()) <= _LONGEST and any(map(str.isalpha, term))
        if fits and not any(term in known or known in term for known in found):
            found.append(term)
    return found[:most]
