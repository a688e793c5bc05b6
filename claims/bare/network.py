"""The networks of spaCy's small English models, in numpy: word forms in, tags and trees out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgpack
import numpy as np
from numpy.typing import NDArray

from claims.bare.layers import Floats, Layer

Ids = NDArray[np.uint64]

_ROWS = 1000  # words that pass through all layers together


class Network(NamedTuple):
    """The trained numbers of one component, by the place of the layer that holds them."""

    names: tuple[str, ...]
    params: tuple[Mapping[str, Floats], ...]
    attrs: tuple[Mapping[str, Any], ...]

    @classmethod
    def read(cls, raw: bytes) -> "Network":
        """Read thinc's file of a network."""
        written = msgpack.unpackb(raw, object_hook=_array, strict_map_key=False)
        return cls(
            tuple(node["name"] for node in written["nodes"]),
            tuple(written["params"]),
            tuple(
                {name: msgpack.unpackb(value) for name, value in attrs.items()}
                for attrs in written["attrs"]
            ),
        )

    def all(self, name: str) -> list[Mapping[str, Floats]]:
        """Return what every layer of a name has learnt, in order."""
        return [params for own, params in zip(self.names, self.params, strict=True) if own == name]


class Embedding:
    """From the numbers of a form's features to its vector."""

    def __init__(self, network: Network) -> None:
        named = zip(network.names, network.params, network.attrs, strict=True)
        self._tables = [
            (params["E"], attrs["seed"]) for name, params, attrs in named if name == "hashembed"
        ]
        mixed, norm = network.all("maxout")[0], network.all("layernorm")[0]
        self._mixed = Layer.made(mixed, norm)
        self.width = len(norm["G"])

    def vectors(self, features: Ids) -> Floats:
        """Return the vectors of forms, given their features in columns."""
        found = [
            table[hashed(features[:, column], seed) % len(table)].sum(axis=1)
            for column, (table, seed) in enumerate(self._tables)
        ]
        return self._mixed.of(np.concatenate(found, axis=1))


def hashed(keys: Ids, seed: int) -> NDArray[np.uint32]:
    """Return thinc's four hashes of 32 bits of each key."""
    second = np.uint64(seed ^ 8)
    first = keys * np.uint64(0x87C37B91114253D5)
    first = (first << np.uint64(31) | first >> np.uint64(33)) * np.uint64(0x4CF5AD432745937F)
    first = (first ^ second) + second
    both = [_mixed(first), _mixed(second + first)]
    both[0] += both[1]
    both[1] += both[0]
    return np.stack(both, axis=1).view("<u4")


def _mixed(found: Ids) -> Ids:
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        found = (found ^ found >> np.uint64(33)) * np.uint64(factor)
    return found ^ found >> np.uint64(33)


class Encoder:
    """Vectors of words in their neighbourhood."""

    def __init__(self, network: Network) -> None:
        pairs = zip(network.all("maxout")[1:], network.all("layernorm")[1:], strict=True)
        self._layers = [Layer.made(maxout, norm) for maxout, norm in pairs]

    def encoded(self, vectors: Floats, texts: Sequence[Sequence[int]]) -> Iterator[Floats]:
        """Yield the vectors of all texts' words, one text behind the other, some texts at a time.

        Args:
            vectors: Of forms; the first is that of none.
            texts: The numbers of their forms.
        """
        gap = [0] * len(self._layers)  # between texts, so that no window reaches into another
        numbers = gap[:]
        for text in texts:
            numbers += *text, *gap
            if len(numbers) > _ROWS:
                yield self._windowed(vectors, numbers)
                numbers = gap[:]
        yield self._windowed(vectors, numbers)

    def _windowed(self, vectors: Floats, numbers: Sequence[int]) -> Floats:
        places = np.array(numbers, "intp")
        rows = vectors.take(places, axis=0)
        for layer in self._layers:
            rows = layer.convolved(rows)
        return rows[places > 0]


class Scorer:
    """Scores of the parser's actions, from the words near by.

    What a word adds at a place is not kept: 4 kB a word, and no faster than to compute it again.

    Attributes:
        none: The row of no word.
    """

    def __init__(self, network: Network) -> None:
        outward, inward = network.all("linear")
        [lower] = network.all("precomputable_affine")
        self._inward, self._outward = inward, outward
        places, width, pieces, inner = lower["W"].shape
        # A place's weights for a word, and behind them what counts where there is none.
        both = np.empty((places, inner + 1, pieces, width), "float32")
        both[:, :inner] = lower["W"].transpose(0, 3, 2, 1)
        both[:, inner] = lower["pad"].reshape(places, width, pieces).transpose(0, 2, 1)
        self._lower = both.reshape(places * (inner + 1), pieces * width)
        self._bias = np.ascontiguousarray(lower["b"].T.reshape(-1))
        self._width = width
        self.none = np.zeros((1, inner + 1), "float32")
        self.none[0, inner] = 1

    def rows(self, vectors: Floats) -> Floats:
        """Return what each word is scored by."""
        inner = len(self._inward["b"])
        found = np.zeros((len(vectors), inner + 1), "float32")
        np.matmul(vectors, self._inward["W"].T, out=found[:, :inner])
        found[:, :inner] += self._inward["b"]
        return found

    def scores(self, rows: Floats, states: NDArray[np.intp]) -> Floats:
        """Return the scores of all actions, a row for each state's words."""
        near = rows.take(states, axis=0).reshape(len(states), -1)
        hidden = near @ self._lower
        hidden += self._bias
        found: Floats = np.maximum(hidden[:, : self._width], hidden[:, self._width :])
        found = found @ self._outward["W"].T
        found += self._outward["b"]
        return found


def _array(written: dict[Any, Any]) -> Any:
    """Return an array where thinc wrote one."""
    if b"nd" not in written:
        return written
    return np.frombuffer(written[b"data"], written[b"type"]).reshape(written[b"shape"])
