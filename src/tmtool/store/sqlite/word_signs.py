"""Which of many texts may hold most of the words of a query, when nobody has indexed them? To cut a hundred thousand
texts into words takes a second, to look for a word in each a tenth of one.

So each text gets signs when it is stored: one of 128 for every piece of it, a run of letters, a run of figures, or a
mark. That is little enough work to be done for all texts of an import, by NumPy (sign_arrays.py). A text without the
sign of a piece does not hold it. Signs are kept by sign, a bit a text, so that some dozens of operations on large
integers count for all texts at once how much of a query they miss.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import and_
from typing import NamedTuple

from tmtool.languages.letters import SINGLE
from tmtool.text.tokens import folded, tokens

SIGNS = 128
# The sign of a piece is the upper seven bits of the sum of these products, of each character and of its square.
OF_CHARACTER, OF_SQUARE = 0x27D4EB4F, 0x9E3779B9
SIGN_SHIFT = 25
LONGEST = 0xFFFF
"""The number of tokens that stands for all greater ones, too."""
_UINT32 = (1 << 32) - 1
_PIECE = re.compile(rf"[{SINGLE}]|[^\W\d_{SINGLE}]+|[\d_]+|[^\w\s]")
_COUNTED = 100
"""A match that may miss more tokens than that is sought by its length alone: few texts are so long."""


class Signed(NamedTuple):
    """A `Signed` is a row of the table `index_waiting`: segments, their numbers of tokens, and of each sign which of
    them have it, in as many bytes each, the lowest bit first."""

    segments: bytes
    lengths: bytes
    signs: bytes


def signed(segments: Sequence[int], texts: Sequence[str]) -> Signed:
    """Returns segments with their signs."""
    width = -(-len(texts) // 8)
    having = [0] * SIGNS
    for place, text in enumerate(texts):
        for sign in signs_of(folded(text)):
            having[sign] |= 1 << place
    lengths = [min(len(tokens(text)), LONGEST) for text in texts]
    return as_row(segments, lengths, b"".join(bits.to_bytes(width, "little") for bits in having))


def as_row(segments: Sequence[int], lengths: Sequence[int], signs: bytes) -> Signed:
    """Returns a row: segments and lengths are filled up with zeros to eight for each byte of a sign."""
    fill = [0] * (-len(segments) % 8)
    return Signed(array("I", [*segments, *fill]).tobytes(), array("H", [*lengths, *fill]).tobytes(), signs)


def signs_of(text: str) -> set[int]:
    """Returns the signs of a case-folded text."""
    return set(map(_sign_of, _PIECE.findall(text)))


def _sign_of(piece: str) -> int:
    return sum_of(piece) >> SIGN_SHIFT


def sum_of(piece: str) -> int:
    """Returns the sum whose upper bits are the sign of a piece."""
    return sum(code * code * OF_SQUARE + code * OF_CHARACTER for code in map(ord, piece)) & _UINT32


class SignedTexts:
    """`SignedTexts` are some segments with their signs."""

    def __init__(self, rows: Iterable[tuple[bytes, bytes, bytes]]) -> None:
        self._rows = [Signed(*row) for row in rows]
        self._segments = array("I", b"".join(row.segments for row in self._rows))
        self._lengths = array("H", b"".join(row.lengths for row in self._rows))
        self._all = (1 << len(self._segments)) - 1
        self._having: dict[int, int] = {}

    def missing_few(self, weights: Mapping[str, int], loss: int, shortest: int, longest: int) -> set[int]:
        """Returns the segments that may miss no more than `loss` of the weight of all these tokens
        (`tmtool.store.bounds`, loss), and have from `shortest` to `longest` tokens."""
        few = self._all
        if loss <= _COUNTED:
            by_signs = Counter[frozenset[int]]()
            for word, weight in weights.items():
                by_signs[frozenset(signs_of(word))] += weight
            # Those that miss more than so much.
            missing = [0] * (loss + 1)
            for signs, weight in by_signs.items():
                without = self._all ^ self._with(signs)
                for lost in range(loss, -1, -1):
                    missing[lost] |= (missing[lost - weight] & without) if lost >= weight else without
            few ^= missing[loss]
        lengths, last = self._lengths, LONGEST if longest >= LONGEST else longest
        first = min(shortest, LONGEST)
        return {self._segments[place] for place in _places(few) if first <= lengths[place] <= last}

    def holding(self, words: Iterable[str]) -> set[int]:
        """Returns the segments that may hold all of these words, case-folded, be it within tokens."""
        return {self._segments[place] for place in _places(self._with({one for w in words for one in signs_of(w)}))}

    def _with(self, signs: Iterable[int]) -> int:
        return reduce(and_, map(self._with_sign, signs), self._all)

    def _with_sign(self, sign: int) -> int:
        if sign not in self._having:
            parts = []
            for row in self._rows:
                width = len(row.signs) // SIGNS
                parts.append(row.signs[sign * width : (sign + 1) * width])
            self._having[sign] = int.from_bytes(b"".join(parts), "little")
        return self._having[sign]


def _places(bits: int) -> list[int]:
    """Returns which bits are set."""
    return [found.start() for found in re.finditer("1", f"{bits:b}"[::-1])]
