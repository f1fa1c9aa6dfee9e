"""What must a segment share with a query to reach a threshold, so that PostgreSQL can count it in rows?

An *element* is a token at its nth occurrence in a text ("the", the second "the"): so a text is a set of elements, and
two texts that keep M tokens share M of them (`tmtool.store.bounds` says what M must be: need(L) of the longer length
L).
Elements have an order that never changes, the rarest first: a token that was first seen later has a higher number, and
goes before. The order costs time, never recall, as long as both sides use the same one.

Of a segment of m elements the first ``m - need(m, LOWEST) + 1`` are stored. Where o of them all are shared, the first
``m - o + l`` of the one and ``n - o + l`` of the other text share at least l: with o of the threshold asked for, those
that are stored are enough as long as l <= o - need(m, LOWEST) + 1. Of the query the first ``n - need(n) + l`` are read;
the ith (from 1) matters for lengths up to max(n, 100 * (n - i + l) / T) only. A greater l reads more rows and leaves
fewer segments to verify. Below LOWEST all segments of a length in question are looked at.

With each stored element it is known how many others of its segment come after it, the *rest*. Of the first l that a
match shares, the kth (k <= l) has o - k shared ones after it at least, and k is at most its place i in the query: its
rest is o - min(i, l) at least. That leaves out what is stored for lower thresholds only.

Prefix filtering is from Chaudhuri, Ganti and Kaushik (2006), l prefixes from Wang, Li and Feng (2012).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tmtool.store.bounds import need

LOWEST = 50
"""The lowest threshold that the stored elements serve."""
LANGUAGE_SHIFT, TOKEN_SHIFT, MOST_OCCURRENCES = 48, 16, 1 << 16
SURROGATES, AFTER_SURROGATES, _LAST_CHARACTER = 0xD800, 0xE000, 0x10FFFF
MOST_TOKENS = _LAST_CHARACTER - (AFTER_SURROGATES - SURROGATES)
"""Numbers of tokens are below this. The highest ones stand for the words of a query that no segment has."""
HIGHEST = 32_767
"""Lengths and rests above this are stored as this."""

# In microseconds: finding the rows of an element; reading and counting one; fetching a segment and verifying it
# (measured at 900,000 segments).
_ELEMENT, _ROW, _VERIFIED = 20.0, 0.05, 5.0
_OF_LENGTH, _HOLD_ONE_MORE = 0.27, 0.25
"""The share of rows that are of a length and a rest in question, where the lengths are as many as the query has tokens;
and of segments that hold one element more."""


def character_of(token: int) -> str:
    """Returns one character for the number of a token; surrogates are skipped, since PostgreSQL stores UTF-8."""
    return chr(token if token < SURROGATES else token + AFTER_SURROGATES - SURROGATES)


def token_of(character: str) -> int:
    """Returns the number of the token of a character."""
    code = ord(character)
    return code if code < SURROGATES else code - AFTER_SURROGATES + SURROGATES


def elements_of(language: int, text: str) -> list[int]:
    """Returns the elements of a text of one character a token, the rarest first."""
    occurrences: dict[str, int] = {}
    found = []
    for character in text:
        occurrence = occurrences[character] = occurrences.get(character, -1) + 1
        found.append(
            language << LANGUAGE_SHIFT | token_of(character) << TOKEN_SHIFT | min(occurrence, MOST_OCCURRENCES - 1)
        )
    found.sort(reverse=True)
    return found


def token_in(element: int) -> int:
    """Returns the number of the token of an element."""
    return element >> TOKEN_SHIFT & ((1 << (LANGUAGE_SHIFT - TOKEN_SHIFT)) - 1)


def occurrence_in(element: int) -> int:
    """Returns which occurrence of its token an element is, from 0 on."""
    return element & (MOST_OCCURRENCES - 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """A `Reading` says which rows a query reads: `elements`, each to a length of `longest` and from a rest of `rests`
    on, all from the length of `shortest` on; a match is in `held` of them at least. Of these elements `rows` are
    stored, of all lengths."""

    elements: list[int]
    longest: list[int]
    rests: list[int]
    shortest: int
    held: int
    rows: int


def reading(elements: Sequence[int], rows: Sequence[int], threshold: int) -> Reading:
    """Returns the cheapest reading for the elements of a query, the rarest first, of which so many rows are stored;
    `threshold` is LOWEST at least."""
    total = len(elements)
    shortest, longest = need(total, threshold), 100 * total // threshold
    most = _most_held(total, threshold)
    read = total - shortest + 1
    of_length = min(1.0, _OF_LENGTH * (longest - shortest + 1) / total)
    held, segments = 1, of_length
    while held < most and read < total:
        removed = sum(rows[:read]) * segments * (1 - _HOLD_ONE_MORE)
        if _ELEMENT + rows[read] * of_length * _ROW >= removed * _VERIFIED:
            break
        held, read, segments = held + 1, read + 1, segments * _HOLD_ONE_MORE
    places = range(1, read + 1)
    return Reading(
        list(elements[:read]),
        [min(longest, max(total, 100 * (total - place + held) // threshold), HIGHEST) for place in places],
        [min(max(shortest - min(place, held), 0), HIGHEST) for place in places],
        min(shortest, HIGHEST),
        held,
        sum(rows[:read]),
    )


@lru_cache
def _most_held(total: int, threshold: int) -> int:
    """Returns how many of the elements of a query may be asked for: as many as are stored of all segments of a length
    in question. Of shorter ones than the query more are."""
    lengths = range(total, 100 * total // threshold + 1)
    return min(need(length, threshold) - need(length, LOWEST) + 1 for length in lengths)
