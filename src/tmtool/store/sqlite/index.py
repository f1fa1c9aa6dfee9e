"""Reads the fuzzy index: every stored segment whose match rate with a query reaches a threshold.

Recall is exact: which postings are read, and which segments left, follows from the bounds of
`tmtool.store.bounds`. What can reach the threshold is verified by the Levenshtein distance of token sequences, one
character a token, in the order of the rate that each reaches at most: so the best are known before the others are
verified, which who wants but a few never asks for.

Frequencies decide only which lists are read: a stale one costs time, never a match. For the same
reason a removed segment may stay in the postings: only what `index_segments` has is verified.

The layout follows from what a query reads (store/index_layout.py). New postings go to a table of their own by
generation; generations of like size are merged, and all of them are settled when they have grown to a share of the
whole.

A single lookup must not wait for NumPy to load, and many lookups should not wait for dictionaries: postings are counted
in dictionaries until that has taken as long as loading NumPy does, then in arrays. Whoever knew how many lookups were
to come could at best halve the time (docs/decisions/0018-arrays-when-they-pay.md).
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from tmtool.store.bounds import LIKELY_REMOVED, Reach, in_window, need, pays
from tmtool.store.sqlite.batches import filled
from tmtool.store.sqlite.candidates import Candidates, CountedPostings, Run, Runs
from tmtool.store.sqlite.index_layout import (
    BAND,
    LAST_GENERATION,
    LENGTH_SHIFT,
    LONGEST,
    POSTING_SHIFT,
    SEGMENT,
    TOKEN_SHIFT,
    character_of,
)
from tmtool.store.sqlite.waiting import Waiting
from tmtool.text.tokens import token_rates, tokens

_LAST_CHARACTER = 0x10FFFF
_SEGMENTS_AT_ONCE, _TOKENS_AT_ONCE = 64, 16
_VERIFIED_FIRST = 64
_SAMPLED_FROM = 20_000
"""When a list and the candidates are so many together, a sample shows what it would remove, before it is read: nothing
where the same words are together in many segments."""
_SURELY_REMOVED = 0.1
"""A list that is worth reading for so small a share of the candidates is read without asking a sample."""
_SAMPLED_AGAIN = 16
"""Another sample is taken when fewer of one are left."""

_FEW = 1_000
"""Postings that a dictionary counts faster than arrays."""
_NUMPY_AFTER = 200_000
"""When so many have been counted in dictionaries, that took as long as loading NumPy, whose arrays take a tenth."""


class _Wanted(NamedTuple):
    """A `_Wanted` is a token of the query, rarest first: its postings, its id (0 if unknown), how often it occurs
    there."""

    frequency: int
    token: int
    weight: int


class FuzzyIndex:
    """Segments by the tokens they hold, as `tmtool.store.sqlite.index_writing` has added them; those that wait to be
    added are found too."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.waiting = Waiting(connection)
        self._counted = 0

    def find(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, list[int]]]:
        """Yields (rate on tokens, segment ids) of every segment of `language` (primary subtag) with a rate of at least
        `threshold` (1 to 100): all of a rate together by id, the best rate first; verified as they are asked for. A
        rate of 100 here says that the tokens are equal; whether the texts are is for the caller to see."""
        words = tokens(query)
        if not words:
            return
        weights = Counter(words)
        waiting = self.waiting.find(words, language, threshold)
        known = self._known(language, list(weights))
        wanted = sorted(_Wanted(known[word][1], known[word][0], weight) for word, weight in weights.items())
        encoded = _encoded(words, known)
        found: dict[int, list[int]] = {}
        for segment, rate in waiting:
            found.setdefault(rate, []).append(segment)
        seen = {segment for segment, _ in waiting}
        for part, rest in _growing(self._reachable(wanted, len(words), threshold)):
            # An id that a removed segment had is there with that one's length too.
            ids = {one & SEGMENT for one in part} - seen
            seen |= ids
            for segment, rate in self._verified(encoded, sorted(ids), threshold):
                found.setdefault(rate, []).append(segment)
            for rate in sorted((rate for rate in found if rate > rest), reverse=True):
                yield rate, sorted(found.pop(rate))

    def _known(self, language: str, words: list[str]) -> dict[str, tuple[int, int]]:
        """Returns (id, frequency) of each; an unknown word has the impossible id 0 and is in no segment."""
        known = dict.fromkeys(words, (0, 0))
        for some in filled(words, _TOKENS_AT_ONCE):
            for word, token, frequency in self._connection.execute(_IDS_OF, (language, *some)):
                known[word] = token, frequency
        return known

    def _reachable(self, wanted: list[_Wanted], total: int, threshold: int) -> list[int]:
        """Returns the segments that can reach the threshold by the bounds of `tmtool.store.bounds`, below the rate that
        each reaches at most, as below the length in a posting; the best first."""
        shortest, longest = need(total, threshold), 100 * total // threshold
        lists: list[tuple[Runs, int]] = []
        taken: list[tuple[int, int]] = []
        rest = list(wanted)
        before = 0
        while rest and before <= total - shortest:
            _, token, weight = rest.pop(0)
            reach = min(max(total, 100 * (total - before) // threshold), longest)
            taken.append((reach if token else LONGEST, weight))
            if token:
                lists.append((self._read(token, shortest, reach), weight))
            before += weight
        held = self._candidates(lists)
        bound = 1
        sample: list[tuple[str, int]] = []
        for frequency, token, weight in rest:
            postings = in_window(frequency, shortest, longest)
            sampled = postings + len(held) >= _SAMPLED_FROM
            counting = held.narrowing(postings)
            if not pays(postings, counting, len(held), 1 if sampled else LIKELY_REMOVED):
                break
            if sampled and not pays(postings, counting, len(held), _SURELY_REMOVED):
                if len(sample) < _SAMPLED_AGAIN:
                    sample = self._sample(held)
                kept = _kept(sample, token, weight, bound + weight)
                removed = 1 - len(kept) / len(sample) if sample else LIKELY_REMOVED
                if not pays(postings, counting, len(held), removed):
                    continue
                sample = kept
            else:
                sample = []
            bound += weight
            held.narrow(self._read(token, shortest, longest), weight, bound)
        taken.append((LONGEST, bound - 1))
        return held.reaching(Reach(taken, total, LONGEST), threshold)

    def _sample(self, held: Candidates) -> list[tuple[str, int]]:
        """Returns the tokens of some candidates, each with the weight that it holds."""
        holding = dict(held.sample())
        rows = (self._connection.execute(_TOKENS_OF, some) for some in filled(list(holding), _SEGMENTS_AT_ONCE))
        return [(stored, holding[segment]) for segment, stored in chain.from_iterable(rows)]

    def _candidates(self, lists: list[tuple[Runs, int]]) -> Candidates:
        """Returns the candidates of these lists, counted in the way that is faster for so many."""
        postings = sum(len(run) for runs, _ in lists for run in runs)
        if postings < _FEW:
            return CountedPostings(lists)
        if self._counted < _NUMPY_AFTER:
            self._counted += postings
            return CountedPostings(lists)
        from tmtool.store.sqlite.candidate_arrays import CountedArrays

        return CountedArrays(lists)

    def _read(self, token: int, shortest: int, longest: int) -> Runs:
        """Returns the postings of a token in a window of lengths, as sorted runs: of each row, as it is read, since to
        copy them takes longer than to count them."""
        low, high = min(shortest, LONGEST), min(longest, LONGEST)
        first, start, end = token << TOKEN_SHIFT, low << POSTING_SHIFT, (high + 1) << POSTING_SHIFT
        bands = first | low << LENGTH_SHIFT, first | (high | BAND) << LENGTH_SHIFT
        rows = self._connection.execute(_POSTINGS, (first, *bands, first | LAST_GENERATION))
        windows = (_window(memoryview(segments).cast("I"), start, end) for (segments,) in rows)
        return [run for run in windows if run]

    def _verified(self, query: str, ids: list[int], threshold: int) -> Iterator[tuple[int, int]]:
        for some in filled(ids, _SEGMENTS_AT_ONCE):
            rows = self._connection.execute(_TOKENS_OF, some).fetchall()
            for place, rate in token_rates(query, [stored for _, stored in rows], threshold):
                yield rows[place][0], rate


def _window(run: Run, start: int, end: int) -> Run:
    """Returns the postings from `start` to before `end`."""
    if start <= run[0] and run[-1] < end:
        return run
    return run[bisect_left(run, start) : bisect_left(run, end)]


_POSTINGS = (
    "SELECT segments FROM index_postings WHERE key = ?1 "
    "UNION ALL SELECT segments FROM index_postings WHERE key BETWEEN ?2 AND ?3 "
    "UNION ALL SELECT segments FROM index_recent WHERE key BETWEEN ?1 AND ?4"
)
# Both faster than IN, for which SQLite sorts first.
_TOKENS_OF = (
    f"WITH wanted (id) AS (VALUES {','.join(['(?)'] * _SEGMENTS_AT_ONCE)}) "
    "SELECT segment_id, tokens FROM wanted CROSS JOIN index_segments ON segment_id = id"
)
_IDS_OF = (
    f"WITH asked (tag) AS (VALUES (?)), wanted (word) AS (VALUES {','.join(['(?)'] * _TOKENS_AT_ONCE)}) "
    "SELECT token, id, frequency FROM asked CROSS JOIN wanted "
    "CROSS JOIN index_tokens ON language = tag AND token = word"
)


def _kept(sample: list[tuple[str, int]], token: int, weight: int, bound: int) -> list[tuple[str, int]]:
    """Returns those of a sample that hold `bound`, or more, when the list of a token is counted too."""
    character = character_of(token)
    counted = ((stored, holding + weight if character in stored else holding) for stored, holding in sample)
    return [one for one in counted if one[1] >= bound]


def _growing(reachable: list[int]) -> Iterator[tuple[list[int], int]]:
    """Yields the parts of a list, each twice as long as the one before, with the rate that what comes after reaches at
    most; one at least."""
    start, size = 0, _VERIFIED_FIRST
    while True:
        part, start, size = reachable[start : start + size], start + size, 2 * size
        if start >= len(reachable):
            yield part, 0
            return
        yield part, reachable[start] >> POSTING_SHIFT


def _encoded(words: list[str], known: dict[str, tuple[int, int]]) -> str:
    # Unknown tokens need characters that differ from each other and from all stored ones.
    unknown = {word: chr(_LAST_CHARACTER - number) for number, word in enumerate(w for w in known if not known[w][0])}
    return "".join(unknown.get(word) or character_of(known[word][0]) for word in words)
