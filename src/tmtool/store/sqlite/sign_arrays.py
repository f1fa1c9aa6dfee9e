"""Gives many texts their signs at once, as `tmtool.store.sqlite.word_signs` gives them to a few. Loads NumPy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tmtool.languages.letters import SINGLE
from tmtool.store.sqlite.word_signs import (
    LONGEST,
    OF_CHARACTER,
    OF_SQUARE,
    SIGN_SHIFT,
    SIGNS,
    Signed,
    as_row,
    signed,
    sum_of,
)
from tmtool.text.tokens import folded

_KNOWN = 0xFF01
"""Characters below this have a kind that is kept; the next ones are forms of others (`folded`)."""
_SPACE, _LETTER, _FIGURE, _ALONE, _MIXED = range(5)
"""Kinds of characters, when case is folded: those in a row of one kind are one piece, but for what is alone. Folded,
few have several characters of several kinds."""
_BETWEEN = "\n"


def signed_many(segments: Sequence[int], texts: Sequence[str]) -> Signed:
    """Returns segments with their signs, given their texts in NFC."""
    joined = _BETWEEN.join(texts)
    if joined.count(_BETWEEN) >= len(texts):
        joined = _BETWEEN.join(text.replace(_BETWEEN, " ") for text in texts)
    codes = _codes_of(joined)
    if codes.max(initial=0) >= _KNOWN:
        codes = _codes_of(folded(joined))
    if not len(codes) or codes.max() >= _KNOWN:
        return signed(segments, texts)
    values, kinds = _tables()
    kind = kinds[codes]
    if kind.max() == _MIXED:
        return signed(segments, texts)
    begins = np.ones(len(codes), np.bool_)
    begins[1:] = (kind[1:] != kind[:-1]) | (kind[1:] == _ALONE)
    # No piece is of two texts, and each has one, be it the end of the line before.
    ends = np.flatnonzero(codes == ord(_BETWEEN))
    begins[ends] = True
    starts = np.flatnonzero(begins)
    kind = kind[starts]
    is_space = kind == _SPACE
    in_word = (kind == _LETTER) | (kind == _FIGURE)
    # Sums of 32 bits run over, and their differences are right all the same: half the time of adding by piece.
    sums = values[codes].cumsum(dtype=np.uint32)[np.append(starts[1:], len(codes)) - 1]
    sign = (np.diff(sums, prepend=np.uint32(0)) >> np.uint32(SIGN_SHIFT)).astype(np.int64)
    # White space has a sign of its own, which is left out.
    sign[is_space] = SIGNS
    firsts = np.concatenate(([0], starts.searchsorted(ends), [len(starts)]))
    width = -(-len(texts) // 8) * 8
    having = np.zeros((SIGNS + 1) * width, np.bool_)
    having[sign * width + np.repeat(np.arange(len(texts)), np.diff(firsts))] = True
    signs = np.packbits(having[: SIGNS * width], bitorder="little").tobytes()
    is_token = ~is_space
    is_token[1:] &= ~(in_word[1:] & in_word[:-1])
    lengths = np.diff(np.append(0, is_token.cumsum())[firsts])
    return as_row(segments, np.minimum(lengths, LONGEST).tolist(), signs)


def _codes_of(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le"), "<u4")


@lru_cache
def _tables() -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """Returns what each character adds to the sum of its piece, and its kind."""
    characters = list(map(chr, range(_KNOWN)))
    kinds = np.where(np.fromiter(map(str.isalnum, characters), np.bool_), _LETTER, _ALONE).astype(np.uint8)
    kinds[np.fromiter(map(str.isdecimal, characters), np.bool_)] = _FIGURE
    kinds[ord("_")] = _FIGURE
    kinds[[found.start() for found in re.finditer(f"[{SINGLE}]", "".join(characters))]] = _ALONE
    kinds[np.fromiter(map(str.isspace, characters), np.bool_)] = _SPACE
    codes = np.arange(_KNOWN, dtype=np.uint32)
    values = codes * codes * np.uint32(OF_SQUARE) + codes * np.uint32(OF_CHARACTER)
    for code, character in enumerate(characters):
        if (of := character.casefold()) != character:
            found = {int(kinds[ord(one)]) for one in of}
            alone = len(of) > 1 and found == {_ALONE}
            kinds[code] = found.pop() if len(found) == 1 and not alone else _MIXED
            values[code] = sum_of(of)
    return values, kinds
