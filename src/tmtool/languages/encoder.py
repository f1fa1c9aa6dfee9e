"""Reads words with all that is around them, by a small transformer whose weights are figures of a file.

Attention over the whole text (Vaswani and others, 2017) with a weight for each distance and head in place of positions
(Raffel and others, 2020), root mean squares in place of means (Zhang and Sennrich, 2019) and gated units (Shazeer,
2020): as small as that it needs NumPy alone. What it reads and what it says is the matter of who asks: here words are
rows of numbers, before and after.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
_SCALES = ".scale"
"""The end of the name of the array that has the scales of another, one a row."""
_SMALL = np.float32(1e-6)


@dataclass(frozen=True, slots=True)
class Layer:
    """A `Layer` is one step: every word looks at all others (`asks` makes of each what it asks, what it answers and
    what it says, `takes` what is taken of that), then at itself (`widens`, `narrows`). `distances` are the weights of
    each head for the words from so far before to so far behind."""

    before_others: Numbers
    asks: Numbers
    takes: Numbers
    distances: Numbers
    before_itself: Numbers
    widens: Numbers
    narrows: Numbers


class Encoder:
    """An `Encoder` makes of rows that say what each word is rows that say what it is where it stands."""

    def __init__(self, first: Numbers, layers: Sequence[Layer], last: Numbers) -> None:
        self._first, self._layers, self._last = first, layers, last

    def read(self, words: Numbers, beside: Numbers | None = None) -> Numbers:
        """Returns the words of texts of one length, read. Shapes: (texts, words, what is known of a word) before,
        (texts, words, what is known of it there) after, and likewise of what else is known of each word from the
        beginning, such as what another text says there."""
        texts, many, known = words.shape
        around = np.zeros((texts, many, 3, known), words.dtype)
        around[:, 1:, 0], around[:, :, 1], around[:, :-1, 2] = words[:, :-1], words, words[:, 1:]
        state = around.reshape(texts * many, -1) @ self._first  # all words of all texts in one product
        if beside is not None:
            state += np.broadcast_to(beside, (texts, *beside.shape[1:])).reshape(state.shape)
        for layer in self._layers:
            state += _others(state, texts, layer)
            wide = _even(state, layer.before_itself) @ layer.widens
            gate, value = wide[:, : wide.shape[1] // 2], wide[:, wide.shape[1] // 2 :]
            state += (gate / (1 + np.exp(-gate)) * value) @ layer.narrows
        read: Numbers = _even(state, self._last).reshape(texts, many, -1)
        return read


def _others(state: Numbers, texts: int, layer: Layer) -> Numbers:
    """Returns what each word takes from all words of its text."""
    all_words, width = state.shape
    words, (heads, spread) = all_words // texts, layer.distances.shape
    made = (_even(state, layer.before_others) @ layer.asks).reshape(texts, words, 3, heads, -1)
    asked, answered, said = made.transpose(2, 0, 3, 1, 4)
    fit = asked @ answered.swapaxes(-1, -2) * np.float32((width // heads) ** -0.5)
    fit += layer.distances[:, _distances(words, spread)]
    fit = np.exp(fit - fit.max(-1, keepdims=True))
    taken = (fit / fit.sum(-1, keepdims=True)) @ said
    found: Numbers = taken.swapaxes(1, 2).reshape(all_words, width) @ layer.takes
    return found


@lru_cache(maxsize=64)
def _distances(words: int, spread: int) -> NDArray[np.intp]:
    """Returns for each word of a text how far each other is from it, as a place in the weights of distances."""
    far, place = spread // 2, np.arange(words)
    found: NDArray[np.intp] = np.clip(place[None, :] - place[:, None], -far, far) + far
    return found


def _even(state: Numbers, weights: Numbers) -> Numbers:
    """Returns the rows with a root mean square of 1, each number then weighted."""
    size = np.sqrt(np.einsum("ij,ij->i", state, state) / np.float32(state.shape[1]) + _SMALL)
    rows: Numbers = state / size[:, None] * weights
    return rows


def pack(
    arrays: Mapping[str, Numbers], coarse: Collection[str] = ()
) -> dict[str, NDArray[np.int8] | NDArray[np.float16]]:
    """Returns arrays as a file keeps them: in eight bits with a scale a row, those of one dimension in sixteen. Those
    named as `coarse` have seven, which take an eighth less room where the file is compressed."""
    packed: dict[str, NDArray[np.int8] | NDArray[np.float16]] = {}
    for name, array in arrays.items():
        if array.ndim == 1:
            packed[name] = array.astype(np.float16)
            continue
        most = 63 if name in coarse else 127
        scale = np.maximum(np.abs(array).max(-1) / most, 1e-6).astype(np.float16)
        packed[name] = np.rint(array / scale[:, None].astype(np.float32)).clip(-most, most).astype(np.int8)
        packed[name + _SCALES] = scale
    return packed


def unpack(path: Path) -> dict[str, Numbers]:
    """Returns the arrays of a file that `pack` made."""
    with np.load(path) as kept:
        return {
            name: kept[name].astype(np.float32)
            * (kept[name + _SCALES].astype(np.float32)[:, None] if name + _SCALES in kept else 1)
            for name in kept
            if not name.endswith(_SCALES)
        }
