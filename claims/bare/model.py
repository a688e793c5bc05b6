"""Read the files of an installed model, and with it texts."""

import hashlib
import json
import runpy
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgpack
import numpy as np

from claims.bare.analysis import Analysis
from claims.bare.layers import Floats
from claims.bare.lemmas import Lemmas
from claims.bare.network import Embedding, Encoder, Network, Scorer
from claims.bare.numbers import Numbers
from claims.bare.trees import Moves
from claims.bare.words import Form, Tokenizer

_CONFIG = "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79"
"""SHA-256 of config.cfg of spaCy's small English model 3.8: what the modules here compute."""

_FORMS = 50_000  # embeddings kept, at most 20 MB; 90,000 words of news have 9,000 forms


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
        self._tokenizer = Tokenizer(_unpacked(folder / "tokenizer"))
        self._features = _Features(folder, spacy)
        network = _network(folder, "tok2vec")
        self._embedding, self._encoder = Embedding(network), Encoder(network)
        self._rows: dict[tuple[Form, int], int] = {}
        self._kept = np.empty((_FORMS, self._embedding.width), "float32")
        [self._tagger] = _network(folder, "tagger").all("softmax")
        self._tags = json.loads((folder / "tagger" / "cfg").read_text(encoding="utf-8"))["labels"]
        self._scorer = Scorer(_network(folder, "parser"))
        self._moves = Moves(json.loads(_unpacked(folder / "parser" / "moves")["moves"]))

    def read(self, texts: Sequence[str]) -> Iterator[Analysis]:
        """Yield what the model says of each text."""
        cut = [self._tokenizer.words(text) for text in texts]
        lengths = [len(forms) for forms, _ in cut]
        keys = [key for forms, spaces in cut for key in zip(forms, spaces, strict=True)]
        vectors = self._encoder.encoded(self._vectors(keys), lengths)
        tags = (vectors @ self._tagger["W"].T + self._tagger["b"]).argmax(axis=1).tolist()
        near = self._scorer.words(vectors)
        trees = self._moves.trees(lengths, lambda states: self._scorer.scores(near, states))
        row = 0
        for (forms, spaces), tree in zip(cut, trees, strict=True):
            own = [self._tags[tag] for tag in tags[row : row + len(forms)]]
            row += len(forms)
            yield Analysis([form.text for form in forms], spaces, own, *tree)

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

    def _vectors(self, keys: Sequence[tuple[Form, int]]) -> Floats:
        """Return the embedding of every word, computed once for each form."""
        wanted = dict.fromkeys(keys)
        new = [key for key in wanted if key not in self._rows]
        if len(self._rows) + len(new) > len(self._kept):
            self._rows.clear()
            new = list(wanted)
        if new:
            first = len(self._rows)
            if len(new) > len(self._kept):
                self._kept = np.empty((len(new), self._embedding.width), "float32")
            features = np.array([self._features.of(*key) for key in new], "uint64")
            self._kept[first : first + len(new)] = self._embedding.vectors(features)
            self._rows |= {key: first + i for i, key in enumerate(new)}
        return self._kept[[self._rows[key] for key in keys]]


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
