"""Reads words with all that is around them, by a small transformer whose weights are figures of a file.

Attention over the whole text (Vaswani and others, 2017) with a weight for each distance and head in place of positions
(Raffel and others, 2020), root mean squares in place of means (Zhang and Sennrich, 2019) and gated units (Shazeer,
2020): as small as that it needs NumPy alone. What it reads and what it says is the matter of who asks: here words are
rows of numbers, before and after.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Step:
    """A `_Step` is a layer made ready: what comes before a product is in its weights, and `distances` are those of each
    head from every word of the longest text to every other."""

    asks: Numbers
    takes: Numbers
    distances: Numbers
    widens: Numbers
    narrows: Numbers


class Encoder:
    """An `Encoder` makes of rows that say what each word is rows that say what it is where it stands. The texts have
    `longest` words at most."""

    def __init__(self, first: Numbers, layers: Sequence[Layer], last: Numbers, longest: int) -> None:
        self._before, self._itself, self._behind = np.split(first, 3)
        self._steps = [_step(layer, longest) for layer in layers]
        self._last = last

    def read(
        self, words: Numbers, beside: Numbers | None = None, asked: Sequence[Sequence[int]] | None = None
    ) -> Numbers:
        """Returns the words of texts of one length, read. Shapes: (texts, words, what is known of a word) before,
        (texts, words, what is known of it there) after, and likewise of what else is known of each word from the
        beginning, such as what another text says there. Where only some words are `asked` for, as many of each text, by
        their places, only they are given."""
        state = words @ self._itself
        state[:, 1:] += words[:, :-1] @ self._before
        state[:, :-1] += words[:, 1:] @ self._behind
        if beside is not None:
            state += beside
        for step in self._steps[:-1]:
            state += _others(state, step)
            _look_at_itself(state, step)
        step = self._steps[-1]
        if asked is None:
            state += _others(state, step)
        else:
            places = np.array(asked)
            state = state[np.arange(len(state))[:, None], places] + _others(state, step, places)
        _look_at_itself(state, step)
        read: Numbers = _even(state) * self._last
        return read


def _step(layer: Layer, longest: int) -> _Step:
    heads, spread = layer.distances.shape
    width, far, place = len(layer.asks), spread // 2, np.arange(longest)
    asks = layer.before_others[:, None] * layer.asks
    asks[:, :width] *= (width // heads) ** -0.5
    return _Step(
        asks,
        layer.takes,
        layer.distances[:, np.clip(place[None, :] - place[:, None], -far, far) + far].copy(),
        layer.before_itself[:, None] * layer.widens,
        layer.narrows,
    )


def _others(state: Numbers, step: _Step, asked: NDArray[np.intp] | None = None) -> Numbers:
    """Returns what each word takes from all words of its text, or each of those asked for by their places."""
    texts, words, width = state.shape
    even, heads = _even(state), len(step.distances)
    if asked is None:
        asking, answering, saying = _by_head(even @ step.asks, width, heads)
        distances = step.distances[:, :words, :words]
    else:
        (asking,) = _by_head(even[np.arange(texts)[:, None], asked] @ step.asks[:, :width], width, heads)
        answering, saying = _by_head(even @ step.asks[:, width:], width, heads)
        distances = step.distances[:, asked, :words].swapaxes(0, 1)
    fit = asking @ answering.swapaxes(-1, -2)
    fit += distances
    fit = np.exp(fit - fit.max(-1, keepdims=True))
    taken = (fit / fit.sum(-1, keepdims=True)) @ saying
    found: Numbers = taken.swapaxes(1, 2).reshape(texts, -1, width) @ step.takes
    return found


def _by_head(made: Numbers, width: int, heads: int) -> Numbers:
    """Returns what was made of words, one thing after another and each by head. Shapes: (texts, words, things × width)
    before, (things, texts, heads, words, width of a head) after."""
    texts, words, _ = made.shape
    return made.reshape(texts, words, -1, heads, width // heads).transpose(2, 0, 3, 1, 4)


def _look_at_itself(state: Numbers, step: _Step) -> None:
    """Adds to each word what it makes of itself."""
    wide = _even(state) @ step.widens
    gate, value = wide[..., : wide.shape[-1] // 2], wide[..., wide.shape[-1] // 2 :]
    state += (gate / (1 + np.exp(-gate)) * value) @ step.narrows


def _even(state: Numbers) -> Numbers:
    """Returns the rows with a root mean square of 1."""
    size = np.sqrt(np.einsum("...i,...i->...", state, state) / np.float32(state.shape[-1]) + _SMALL)
    rows: Numbers = state / size[..., None]
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
