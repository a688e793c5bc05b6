"""The one module that loads a model by spaCy: for models that ``claims.bare`` cannot read.

numpy's BLAS stands in for blis: the same output, 4 times as fast on a processor that blis has no
kernel for.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claims.bare import Analysis
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

_BATCH = 64  # passages; larger batches gain nothing on 924 articles
_COLUMNS: list[int | str] = ["SPACY", "HEAD", "SENT_START"]


class SpacyModel:
    """A model of spaCy's, of which only what the rules read is run.

    Raises:
        ClaimsError: It is not installed.
    """

    def __init__(self, name: str, otherwise: str) -> None:
        import spacy
        from thinc.api import NumpyOps, set_current_ops

        set_current_ops(NumpyOps(use_blis=False))
        unused = ["ner", "attribute_ruler", "senter", "morphologizer"]
        try:
            self._model: Language = spacy.load(name, exclude=unused, disable=["lemmatizer"])
        except OSError as error:
            raise ClaimsError(
                f"the parser's model '{name}' is not installed\n"
                f"  fix: pip install {otherwise}, or name another in CLAIMS_MODEL"
            ) from error

    @property
    def vocab(self) -> "Vocab":
        """The words that the model knows."""
        return self._model.vocab

    def read(self, texts: Sequence[str]) -> Iterator[Analysis]:
        """Yield what the model says of each text."""
        for doc in self._model.pipe(texts, batch_size=_BATCH):
            spaces, heads, starts = doc.to_array(_COLUMNS).view("int64").T.tolist()
            yield Analysis(
                [token.text for token in doc],
                spaces,
                [token.tag_ for token in doc],
                [token.dep_ for token in doc],
                heads,
                [place for place, start in enumerate(starts) if start == 1 and place],
            )

    def base_form(self, word: str, pos: str) -> str:
        """Return the base form of a lower-case word that is inflected."""
        from spacy.tokens import Doc

        found: list[str] = self._lemmatizer.rule_lemmatize(Doc(self.vocab, [word], pos=[pos])[0])
        return found[0] if found else word

    def is_stop(self, word: str) -> bool:
        """Return whether a word says little of a text's matter."""
        return bool(self.vocab[word].is_stop)

    @cached_property
    def _lemmatizer(self) -> Any:
        component: Any = self._model.get_pipe("lemmatizer")
        index = component.lookups.get_table("lemma_index")
        for number, words in list(index.items()):
            index[number] = frozenset(words)  # a list: every unknown word is sought all through
        return component
