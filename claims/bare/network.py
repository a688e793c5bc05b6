"""The networks of spaCy's small English models, in numpy: word forms in, tags and trees out."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgpack
import numpy as np
from numpy.typing import NDArray

from claims.bare.layers import Floats, Layer

Ids = NDArray[np.uint64]


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

    def encoded(self, vectors: Floats, lengths: Sequence[int]) -> Floats:
        """Return the vectors of all texts' words, one text behind the other."""
        gap = len(self._layers)  # rows between texts, so that no window reaches into another
        places = np.concatenate(
            [
                np.arange(length) + start
                for length, start in zip(lengths, _starts(lengths, gap), strict=True)
            ]
        )
        rows = np.zeros((len(vectors) + gap * (len(lengths) + 1), vectors.shape[1]), "float32")
        rows[places] = vectors
        for layer in self._layers:
            rows = layer.convolved(rows)
        found: Floats = rows[places]
        return found


def _starts(lengths: Sequence[int], gap: int) -> list[int]:
    starts, row = [], gap
    for length in lengths:
        starts.append(row)
        row += length + gap
    return starts


class Scorer:
    """Scores of the parser's actions, from the words near by."""

    def __init__(self, network: Network) -> None:
        outward, inward = network.all("linear")
        [lower] = network.all("precomputable_affine")
        self._inward, self._outward = inward, outward
        self._lower, self._bias = lower["W"], lower["b"]
        self._pad = lower["pad"]

    def near(self, vectors: Floats) -> Floats:
        """Return what each word adds at each of the places; the first row is that of no word."""
        inward = vectors @ self._inward["W"].T + self._inward["b"]
        places, width, pieces, inner = self._lower.shape
        found = np.empty((len(vectors) + 1, places, width * pieces), "float32")
        found[0] = self._pad.reshape(places, -1)
        np.matmul(
            inward,
            self._lower.reshape(-1, inner).T,
            out=found[1:].reshape(len(vectors), places * width * pieces),
        )
        return found

    def scores(self, near: Floats, states: NDArray[np.int64]) -> Floats:
        """Return the scores of all actions, a row for each state's words."""
        _, width, pieces, _ = self._lower.shape
        hidden = near[states, np.arange(states.shape[1])].sum(axis=1).reshape(-1, width, pieces)
        hidden = (hidden + self._bias).max(axis=2)
        found: Floats = hidden @ self._outward["W"].T + self._outward["b"]
        return found


def _array(written: dict[Any, Any]) -> Any:
    """Return an array where thinc wrote one."""
    if b"nd" not in written:
        return written
    return np.frombuffer(written[b"data"], written[b"type"]).reshape(written[b"shape"])
