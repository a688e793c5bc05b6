"""The same word vectors for half the time: spaCy's network, computed another way.

The vectors of spaCy's small English models come from two networks: an embedding of each word by
hashes of its form (MultiHashEmbed), and a convolution over a window of three words, four times
(MaxoutWindowEncoder). Here the embedding of a form is computed once and kept, and a layer of the
convolution is one matrix product without the copies that training needs. The sums are the same up
to the last bit of a float; ``lighten`` compares what the pipeline says, and keeps the plain way
wherever the networks are not those, or say anything else.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model

Floats = NDArray[np.float32]

_EMBED = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
_FORMS = 50_000  # embeddings kept, at most 20 MB; 90,000 words of news have 9,000 forms
_ROWS = 512  # tokens of one matrix product, so that what it writes stays in the second-level cache
_SAMPLES = (
    "Mr. Xi said on Tuesday that China “firmly opposes” the U.S. tariffs, which he called illegal.",
    "“We didn't do it,” the ministry's spokeswoman, Hua Chunying, told reporters in Beijing.",
    "Washington and Moscow agreed to extend the treaty; neither side would say for how long.",
    "Asked whether NATO had been informed, she replied: no.",
)


def lighten(model: "Language") -> bool:
    """Let a pipeline compute its vectors the lean way, if it says the same; return whether."""
    if "tok2vec" not in model.pipe_names:
        return False
    component: Any = model.get_pipe("tok2vec")
    plain = component.model
    if not _is_known(plain):
        return False
    said = _said(model)
    component.model = _lean(plain)
    if _said(model) == said:
        return True
    component.model = plain
    return False


def _said(model: "Language") -> list[tuple[str, str, int]]:
    """Return tag, label and head of every word of the samples, parsed together and alone."""
    together = [*model.pipe(_SAMPLES), *map(model, _SAMPLES)]
    return [(token.tag_, token.dep_, token.head.i) for doc in together for token in doc]


def _is_known(network: "Model[Any, Any]") -> bool:
    """Return whether a network has the two parts that this module knows to compute."""
    if len(network.layers) != 2:
        return False
    embed, encode = network.layers
    if [layer.name.partition("(")[0] for layer in embed.layers] != _EMBED:
        return False
    layers = _layers(encode)
    windows = [part for layer in layers for part in layer.walk() if part.name == "expand_window"]
    return (
        encode.name.startswith("with_array(residual(")
        and all(layer.name == _LAYER for layer in layers)
        and all(window.attrs["window_size"] == 1 for window in windows)
        and encode.attrs["pad"] == len(layers)
    )


def _layers(encode: "Model[Any, Any]") -> "list[Model[Any, Any]]":
    return list(encode.layers[0].layers)


def _lean(network: "Model[Any, Any]") -> "Model[Any, Any]":
    """Return a network of the same answers."""
    from thinc.api import Model

    embed, encode = network.layers
    forms = _Forms(embed)
    layers = [_Layer.of(layer) for layer in _layers(encode)]

    def forward(
        model: "Model[Any, Any]", docs: "list[Doc]", is_train: bool
    ) -> "tuple[list[Floats], None]":
        lengths = [len(doc) for doc in docs]
        vectors = forms.vectors(docs)
        gap = len(layers)  # rows between texts, so that no window reaches from one into another
        starts = np.cumsum([gap, *(length + gap for length in lengths)])
        rows = np.zeros((int(starts[-1]), vectors.shape[1]), "float32")
        taken = 0
        for start, length in zip(starts[:-1], lengths, strict=True):
            rows[start : start + length] = vectors[taken : taken + length]
            taken += length
        for layer in layers:
            rows = layer.convolved(rows)
        return [rows[s : s + n] for s, n in zip(starts[:-1], lengths, strict=True)], None

    return Model("lean_tok2vec", forward, dims={"nO": network.get_dim("nO")}, ops=network.ops)


class _Forms:
    """The embeddings of the word forms met so far."""

    def __init__(self, embed: "Model[Any, Any]") -> None:
        features, _, hashed, mixed, _ = embed.layers
        self.columns = features.attrs["columns"]
        self.hashed, self.mixed = hashed.layers[0], mixed.layers[0]
        self.kept = np.empty((_FORMS, embed.get_dim("nO")), "float32")
        self.places: dict[bytes, int] = {}

    def vectors(self, docs: "list[Doc]") -> Floats:
        """Return the embedding of every token, one text behind the other."""
        forms = np.concatenate([doc.to_array(self.columns).reshape(len(doc), -1) for doc in docs])
        keys = np.ascontiguousarray(forms).view(f"V{forms.shape[1] * 8}").ravel().tolist()
        new = {key: row for row, key in enumerate(keys) if key not in self.places}
        if len(self.places) + len(new) > _FORMS:
            self.places.clear()
            return self._embedded(forms)
        if new:
            first = len(self.places)
            self.kept[first : first + len(new)] = self._embedded(forms[list(new.values())])
            self.places |= {key: first + i for i, key in enumerate(new)}
        return self.kept[list(map(self.places.__getitem__, keys))]

    def _embedded(self, forms: NDArray[np.uint64]) -> Floats:
        found: Floats = self.mixed.predict(self.hashed.predict(forms))
        return found


class _Layer(NamedTuple):
    """One layer of the convolution: maxout over the window, normalised, added to what went in."""

    weights: Floats  # (3 × width, pieces × width): the pieces one behind the other
    bias: Floats
    pieces: int
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, layer: "Model[Any, Any]") -> "_Layer":
        """Read the weights of spaCy's layer."""
        parts = {part.name: part for part in layer.walk()}
        weights = _floats(parts["maxout"], "W")
        width, pieces, window = weights.shape
        return cls(
            np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, window).T),
            np.ascontiguousarray(_floats(parts["maxout"], "b").T.reshape(-1)),
            pieces,
            _floats(parts["layernorm"], "G"),
            _floats(parts["layernorm"], "b"),
        )

    def convolved(self, rows: Floats) -> Floats:
        """Return the rows after this layer; outside of them stand zeros."""
        count, width = rows.shape
        out = np.empty_like(rows)
        padded = np.zeros((count + 2, width), "float32")
        padded[1:-1] = rows
        for start in range(0, count, _ROWS):
            stop = min(start + _ROWS, count)
            near = (padded[start + i : stop + i] for i in range(3))
            product = np.concatenate(list(near), axis=1) @ self.weights
            product += self.bias
            best = product[:, :width]
            for piece in range(1, self.pieces):
                np.maximum(best, product[:, piece * width : (piece + 1) * width], out=best)
            best -= best.mean(axis=1, keepdims=True)
            spread = np.einsum("ij,ij->i", best, best) / width
            best *= (1 / np.sqrt(spread + 1e-8))[:, None]
            best *= self.scale
            best += self.shift
            np.add(best, rows[start:stop], out=out[start:stop])
        return out


def _floats(part: "Model[Any, Any]", name: str) -> Floats:
    return np.asarray(part.get_param(name), "float32")
