"""Makes the rows of the fuzzy index, for many segments at once, in arrays (NumPy, as all that only writing needs).

What a row says, and why these are stored, `tmtool.store.postgresql.elements` tells. A segment that gets another text
keeps the rows that still serve. Often the text has a rarer word in place of a more frequent one, or the reverse: all
elements between them have then a rest that is one less, or one more. A rest that is too high leaves a row to be counted
that could be passed over, and no match is missed. So a segment has a *slack*, by which the rests of its rows are too
high: of those in question it gets the one with which the fewest rows change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tmtool.store.postgresql.elements import (
    AFTER_SURROGATES,
    HIGHEST,
    LANGUAGE_SHIFT,
    LOWEST,
    MOST_OCCURRENCES,
    SURROGATES,
    TOKEN_SHIFT,
)

_Numbers: TypeAlias = NDArray[np.int64]
_TOKEN_BITS = 21
_LAST_TOKEN = (1 << _TOKEN_BITS) - 1
_COPIED = np.dtype(
    [
        ("columns", ">i2"), ("of_element", ">i4"), ("element", ">i8"), ("of_length", ">i4"), ("length", ">i2"),
        ("of_rest", ">i4"), ("rest", ">i2"), ("of_segment", ">i4"), ("segment", ">i4"),
    ]
)  # fmt: skip
"""A row as COPY reads it in binary: how many columns there are, then of each how many bytes it has, and these."""
_BEGIN, _END = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"


class Encoded(NamedTuple):
    """An `Encoded` is a segment as the index knows it: the number of its language, its own, its tokens, one character
    each, and its slack."""

    language: int
    segment: int
    tokens: str
    slack: int = 0


class Rows(NamedTuple):
    """`Rows` are rows of the index, column by column, in the order of the index."""

    element: _Numbers
    length: _Numbers
    rest: _Numbers
    segment: _Numbers

    def copied(self) -> bytes:
        """Returns them as COPY reads them in binary."""
        rows = np.empty(len(self.element), _COPIED)
        rows["columns"] = 4
        for name, column in self._asdict().items():
            rows[name] = column
            rows[f"of_{name}"] = _COPIED[name].itemsize
        return _BEGIN + rows.tobytes() + _END

    def some(self, wanted: NDArray[np.bool_]) -> Rows:
        """Returns those that are wanted."""
        places = np.flatnonzero(wanted)
        return Rows(*(column.take(places) for column in self))


class Indexed(NamedTuple):
    """An `Indexed` is what the index gets for some segments: rows, and in how many segments and rows more a token is,
    by its language and number."""

    rows: Rows
    segments: Counter[tuple[int, int]]
    postings: Counter[tuple[int, int]]


class Reindexed(NamedTuple):
    """A `Reindexed` is what the index loses and gets for segments with other texts; and the slack they have then."""

    gone: Rows
    new: Indexed
    slack: list[int]


class _Tokens(NamedTuple):
    """`_Tokens` are tokens, each with its segment's place among some."""

    of: _Numbers
    token: _Numbers


class _Elements(NamedTuple):
    """`_Elements` are all elements of some segments, and which of them are stored: each with its segment's place among
    them, its token, its occurrence, the length of its segment and its rest, without slack."""

    of: _Numbers
    token: _Numbers
    occurrence: _Numbers
    length: _Numbers
    rest: _Numbers
    stored: NDArray[np.bool_]

    @property
    def key(self) -> _Numbers:
        """Returns one number for each, of its segment and what it is there, in rising order."""
        last = MOST_OCCURRENCES - 1
        return (self.of << _TOKEN_BITS | _LAST_TOKEN - self.token) << TOKEN_SHIFT | last - self.occurrence

    def tokens(self) -> _Tokens:
        """Returns their tokens."""
        return _Tokens(self.of, self.token)

    def firsts(self) -> _Tokens:
        """Returns each token of a segment once: the last of its elements there is its first occurrence."""
        at = np.flatnonzero(self.occurrence == 0)
        return _Tokens(self.of.take(at), self.token.take(at))

    def some(self, wanted: NDArray[np.bool_]) -> _Elements:
        """Returns those that are wanted."""
        at = np.flatnonzero(wanted)
        return _Elements(
            self.of.take(at), self.token.take(at), self.occurrence.take(at), self.length.take(at), self.rest.take(at),
            self.stored.take(at),
        )  # fmt: skip


def indexed(segments: Sequence[Encoded]) -> Indexed:
    """Returns what the index gets for segments that it has not."""
    found = _elements([one.tokens for one in segments])
    slack = np.array([one.slack for one in segments], np.int64)
    of_stored = found.some(found.stored)
    rows = _rows(segments, of_stored, slack)
    return Indexed(rows, _counted([(segments, found.firsts(), 1)]), _counted([(segments, of_stored.tokens(), 1)]))


def reindexed(before: Sequence[Encoded], after: Sequence[Encoded]) -> Reindexed:
    """Returns what changes for segments, given before and after, in the same order. Of those after the slack is not
    asked."""
    old, new = (_elements([one.tokens for one in some]) for some in (before, after))
    old_rows, new_rows = old.some(old.stored), new.some(new.stored)
    slack_before = np.array([one.slack for one in before], np.int64)
    in_old, in_new = _in_both(old_rows.key, new_rows.key)
    of, same_length = old_rows.of[in_old], old_rows.length[in_old] == new_rows.length[in_new]
    rest_before = np.minimum(old_rows.rest[in_old] + slack_before[of], HIGHEST)
    rest_after = new_rows.rest[in_new]
    fewest = np.full(len(before), np.iinfo(np.int64).max)
    slack = np.zeros(len(before), np.int64)
    for tried in (np.zeros_like(slack), slack_before, np.maximum(slack_before - 1, 0), slack_before + 1):
        changed = ~same_length | (np.minimum(rest_after + tried[of], HIGHEST) != rest_before)
        changes = np.bincount(of[changed], minlength=len(before))
        slack = np.where(changes < fewest, tried, slack)
        fewest = np.minimum(changes, fewest)
    stays = same_length & (np.minimum(rest_after + slack[of], HIGHEST) == rest_before)
    gone, come = np.ones(len(old_rows.of), bool), np.ones(len(new_rows.of), bool)
    gone[in_old[stays]] = come[in_new[stays]] = False
    lost, got = old_rows.some(gone), new_rows.some(come)
    of_postings = _counted([(after, got.tokens(), 1), (before, lost.tokens(), -1)])
    of_segments = _counted([(after, new.firsts(), 1), (before, old.firsts(), -1)])
    return Reindexed(
        _rows(before, lost, slack_before),
        Indexed(_rows(after, got, slack), of_segments, of_postings),
        slack.tolist(),
    )


def _in_both(old: _Numbers, new: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Returns the places of numbers that are in both arrays, which are in order, in the one and in the other."""
    places = np.searchsorted(new, old)
    found = np.flatnonzero(np.append(new, -1)[places] == old)
    return found, places[found]


def _elements(texts: Sequence[str]) -> _Elements:
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    codes = np.frombuffer("".join(texts).encode("utf-32-le"), "<u4").astype(np.int64)
    tokens = np.where(codes < SURROGATES, codes, codes - (AFTER_SURROGATES - SURROGATES))
    # The rarest first, which have the highest numbers.
    keys = np.sort(np.repeat(np.arange(len(texts)), lengths) << _TOKEN_BITS | _LAST_TOKEN - tokens)
    of, tokens = keys >> _TOKEN_BITS, _LAST_TOKEN - (keys & _LAST_TOKEN)
    places = np.arange(len(keys))
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    times = np.diff(starts, append=len(keys))
    # Of a token that is there several times the last occurrence goes first.
    occurrence = np.repeat(starts + times - 1, times) - places
    length = lengths[of]
    rest = length - (places - (np.cumsum(lengths) - lengths)[of]) - 1
    stored = rest >= -(-LOWEST * length // 100) - 1
    return _Elements(of, tokens, np.minimum(occurrence, MOST_OCCURRENCES - 1), length, rest, stored)


def _rows(segments: Sequence[Encoded], found: _Elements, slack: _Numbers) -> Rows:
    languages = np.array([one.language for one in segments], np.int64)
    numbers = np.array([one.segment for one in segments], np.int64)
    element = languages[found.of] << LANGUAGE_SHIFT | found.token << TOKEN_SHIFT | found.occurrence
    length = np.minimum(found.length, HIGHEST)
    rest = np.minimum(found.rest + slack[found.of], HIGHEST)
    segment = numbers[found.of]
    # Rows that are near each other in the table's index are soonest written one after the other.
    order = np.lexsort((segment, rest, length, element))
    return Rows(element[order], length[order], rest[order], segment[order])


def _counted(some: Sequence[tuple[Sequence[Encoded], _Tokens, int]]) -> Counter[tuple[int, int]]:
    """Returns how many of the tokens of segments are each, where that is not 0; those of some count as so many."""
    keys, counts = [], []
    for segments, found, sign in some:
        languages = np.array([one.language for one in segments], np.int64)
        # Each apart, in a tenth of the time: where it is asked what is where, it takes another way to sort.
        key, times = np.unique(languages[found.of] << _TOKEN_BITS | found.token, return_counts=True)
        keys.append(key)
        counts.append(sign * times)
    of, places = np.unique(np.concatenate(keys), return_inverse=True)
    times = np.bincount(places, np.concatenate(counts), len(of)).astype(np.int64)
    of, times = of[times != 0], times[times != 0]
    tokens = zip((of >> _TOKEN_BITS).tolist(), (of & _LAST_TOKEN).tolist(), strict=True)
    return Counter(dict(zip(tokens, times.tolist(), strict=True)))
