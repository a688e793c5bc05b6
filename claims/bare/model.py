"""Read the files of an installed model, and with it texts."""

import hashlib
import json
import runpy
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgpack
import numpy as np

from claims.bare.analysis import Analysis
from claims.bare.forms import Forms
from claims.bare.layers import Floats
from claims.bare.lemmas import Lemmas
from claims.bare.network import Embedding, Encoder, Network, Scorer
from claims.bare.numbers import Numbers
from claims.bare.trees import Moves
from claims.bare.words import Form, Tokenizer

_CONFIG = "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79"
"""SHA-256 of config.cfg of spaCy's small English model 3.8: what the modules here compute."""


def bare_model(name: str) -> "BareModel | None":
    """Return the installed model of a name, if it is one that can be read without spaCy."""
    packages = [find_spec(name) if name.isidentifier() else None, find_spec("spacy")]
    folders = [Path(found.origin).parent for found in packages if found and found.origin]
    if len(folders) < 2:
        return None
    for config in folders[0].glob(f"{name}-*/config.cfg"):
        if hashlib.sha256(config.read_bytes()).hexdigest() == _CONFIG:
            return BareModel(config.parent, folders[1])
    return None


class BareModel:
    """A small English model of spaCy's.

    Args:
        folder: Of the model's files.
        spacy: Of spaCy's, which hold tables too.
    """

    def __init__(self, folder: Path, spacy: Path) -> None:
        self._folder, self._spacy = folder, spacy
        self._features = _Features(folder, spacy)
        network = _network(folder, "tok2vec")
        self._embedding, self._encoder = Embedding(network), Encoder(network)
        tokenizer = Tokenizer(_unpacked(folder / "tokenizer"))
        self._forms = Forms(tokenizer, self._vectors, self._embedding.width)
        [self._tagger] = _network(folder, "tagger").all("softmax")
        self._tags = json.loads((folder / "tagger" / "cfg").read_text(encoding="utf-8"))["labels"]
        self._scorer = Scorer(_network(folder, "parser"))
        self._moves = Moves(json.loads(_unpacked(folder / "parser" / "moves")["moves"]))

    def read(self, texts: Sequence[str]) -> Iterator[Analysis]:
        """Yield what the model says of each text."""
        numbers = self._forms.numbers(texts)
        tags: list[str] = []
        rows = [self._scorer.none]
        for vectors in self._encoder.encoded(self._forms.vectors, numbers):
            scores = vectors @ self._tagger["W"].T + self._tagger["b"]
            tags += map(self._tags.__getitem__, scores.argmax(axis=1).tolist())
            rows.append(self._scorer.rows(vectors))
        scored = partial(self._scorer.scores, np.concatenate(rows))
        trees = self._moves.trees(list(map(len, numbers)), scored)
        forms, spaces, start = self._forms.texts, self._forms.spaces, 0
        for own, tree in zip(numbers, trees, strict=True):
            end = start + len(own)
            words, blanks = [forms[n] for n in own], [spaces[n] for n in own]
            yield Analysis(words, blanks, tags[start:end], *tree)
            start = end

    def base_form(self, word: str, pos: str) -> str:
        """Return the base form of a lower-case word that is inflected."""
        return self._lemmas.base(word, pos)

    def is_stop(self, word: str) -> bool:
        """Return whether a word says little of a text's matter."""
        return word.lower() in self._stop_words

    @cached_property
    def _lemmas(self) -> Lemmas:
        return Lemmas(_unpacked(self._folder / "lemmatizer" / "lookups" / "lookups.bin"))

    @cached_property
    def _stop_words(self) -> frozenset[str]:
        return frozenset(_table(self._spacy / "lang" / "en" / "stop_words.py", "STOP_WORDS"))

    def _vectors(self, forms: Sequence[tuple[Form, int]]) -> Floats:
        features = np.array([self._features.of(*form) for form in forms], "uint64")
        return self._embedding.vectors(features)


class _Features:
    """The features that a form's vector is made of, as numbers."""

    def __init__(self, folder: Path, spacy: Path) -> None:
        self._number = Numbers(spacy).of
        self._norms: dict[int, str] = _unpacked(folder / "vocab" / "lookups.bin")["lexeme_norm"]
        self._base: dict[str, str] = _table(spacy / "lang" / "norm_exceptions.py", "BASE_NORMS")

    def of(self, form: Form, space: int) -> tuple[int, ...]:
        """Return norm, first letter, last three letters, shape, blank behind, blank itself."""
        text, norm = form
        norm = norm or self._norms.get(self._number(text)) or self._base.get(text) or text.lower()
        told = map(self._number, (norm, text[0], text[-3:], _shape(text)))
        return (*told, space, int(text.isspace()))


def _shape(text: str) -> str:
    """Return a word's shape as spaCy tells it: "Xxxxx" for Beijing, "dd" for 19."""
    if len(text) >= 100:
        return "LONG"
    found: list[str] = []
    for letter in text:
        if letter.isalpha():
            kind = "X" if letter.isupper() else "x"
        else:
            kind = "d" if letter.isdigit() else letter
        if found[-4:] != [kind] * 4:
            found.append(kind)
    return "".join(found)


def _network(folder: Path, component: str) -> Network:
    return Network.read((folder / component / "model").read_bytes())


def _table(path: Path, name: str) -> Any:
    """Return a table of a module of spaCy's that holds nothing else, without importing spaCy."""
    return runpy.run_path(str(path))[name]


def _unpacked(path: Path) -> Any:
    return msgpack.unpackb(path.read_bytes(), strict_map_key=False)
