"""The fuzzy index: every stored segment whose match rate with a query reaches a threshold.

Recall is exact. With n tokens in the query, m in a stored segment, L = max(n, m) and a threshold
of T per cent, a match has an edit distance d with ``100 * d <= (100 - T) * L``. Of M tokens kept,
S substituted, D deleted from the query and I inserted, n = M + S + D, m = M + S + I and
d = S + D + I, hence M >= L - d >= need(L) with need(x) = ceil(T * x / 100). It follows that

1. *length*: need(n) <= m <= floor(100 * n / T), since M <= min(n, m);
2. *loss*: at most loss(m) = n - need(max(n, m)) tokens of the query are missing from a match;
3. *prefix*: take the distinct tokens of the query in any order, each with its weight, the number
   of times it stands there. Once the weights exceed loss(n) >= loss(m), every match holds one of
   the tokens taken: only their postings are read, the rarest first. When a token's turn comes with
   the weight w before it, a match that holds none of those before keeps at most n - w tokens, so
   that need(m) <= n - w: longer segments need not be read from its list;
4. *count*: of tokens taken with a total weight of W, a match holds at least W - loss(m), which is at
   least 1 for what the prefix reads of each length. A further list, read for all lengths, raises what
   must be held by its weight: it can only remove candidates, and is read while that costs less than
   verifying those it may remove.

What is left is verified by the Levenshtein distance of token sequences, one character a token.
Frequencies decide only which lists are read: a stale one costs time, never a match. For the same
reason a removed segment may stay in the postings: only what `index_segments` has is verified.

The layout follows from what a query reads. Postings of a token are sorted by length, then segment,
so that a length window is a slice; a frequent token has a row a length, so that only the window is
read. The commonest tokens of a new database have the lowest ids, whose characters are the shortest.
New postings go to a table of their own by generation; generations of like size are merged, and all
of them are settled when they have grown to a share of the whole.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from tmtool.store.batches import filled
from tmtool.store.candidates import gathered, narrowed
from tmtool.store.waiting import Waiting
from tmtool.text.tokens import token_rate, tokens

# A key: token id, length (0 in a row of all lengths), generation (0 in the settled part).
TOKEN_SHIFT, LENGTH_SHIFT, LAST_GENERATION = 16, 8, 255
# A posting: length in the upper byte, segment below. The last length stands for all longer ones too.
POSTING_SHIFT, LONGEST = 24, 255
MOST_SEGMENTS = 1 << POSTING_SHIFT
"""Segment ids must be below this."""

SURROGATES, AFTER_SURROGATES, _LAST_CHARACTER = 0xD800, 0xE000, 0x10FFFF
_SEGMENTS_AT_ONCE, _TOKENS_AT_ONCE = 64, 16
# In microseconds: reading a row of postings, a posting in it; holding a posting against the candidates, or searching
# for a candidate in the postings; verifying a candidate.
_COST_ROW, _COST_POSTING, _COST_HELD, _COST_SOUGHT, _COST_VERIFIED = 8.0, 0.001, 0.05, 0.4, 2.2
_LIKELY_REMOVED = 0.35
"""The share of the candidates that a further list removes, on average."""
_USUAL_LENGTHS = 40
"""About so many lengths hold the postings of a frequent token."""


class _Wanted(NamedTuple):
    """A token of the query, rarest first: its postings, its id (0 if unknown), how often it stands there."""

    frequency: int
    token: int
    weight: int


class FuzzyIndex:
    """Segments by the tokens they hold, as `tmtool.store.index_writing` has added them; those that wait to be
    added are found too."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.waiting = Waiting(connection)

    def remove(self, segment: int) -> None:
        """Takes a segment out; what the postings still say of it no longer counts. Needs an open transaction."""
        self._connection.execute("DELETE FROM index_segments WHERE segment_id = ?", (segment,))

    def find(self, query: str, language: str, threshold: int) -> list[tuple[int, int]]:
        """(segment id, rate on tokens) of every segment of `language` (primary subtag) with a rate of at least
        `threshold` (1 to 100), best first, then by id. A rate of 100 here says that the tokens are
        equal; whether the texts are is for the caller to see."""
        words = tokens(query)
        if not words:
            return []
        waiting = self.waiting.find(words, language, threshold)
        weights = Counter(words)
        known = self._known(language, list(weights))
        wanted = sorted(_Wanted(known[word][1], known[word][0], weight) for word, weight in weights.items())
        found = self._verified(_encoded(words, known), self._candidates(wanted, len(words), threshold), threshold)
        found.update(waiting)
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))

    def _known(self, language: str, words: list[str]) -> dict[str, tuple[int, int]]:
        """(id, frequency) of each; an unknown word has the impossible id 0 and stands in no segment."""
        known = dict.fromkeys(words, (0, 0))
        for some in filled(words, _TOKENS_AT_ONCE):
            for word, token, frequency in self._connection.execute(_IDS_OF, (language, *some)):
                known[word] = token, frequency
        return known

    def _candidates(self, wanted: list[_Wanted], total: int, threshold: int) -> list[int]:
        """The segments that can reach the threshold, by the bounds of the module's docstring."""
        shortest, longest = _need(total, threshold), 100 * total // threshold
        prefix = _prefix(wanted, total - shortest)
        lists = []
        before = 0
        for _, token, weight in wanted[:prefix]:
            if token:
                reach = min(max(total, 100 * (total - before) // threshold), longest)
                lists.append((self._read(token, shortest, reach), weight))
            before += weight
        held = gathered(lists)
        bound = 1
        for frequency, token, weight in wanted[prefix:]:
            if not _worth_reading(frequency, len(held), longest - shortest + 1):
                break
            bound += weight
            held = narrowed(held, self._read(token, shortest, longest), weight, bound)
        return sorted({posting & (MOST_SEGMENTS - 1) for posting in held})

    def _read(self, token: int, shortest: int, longest: int) -> list[array[int]]:
        """The postings of a token in a window of lengths, as sorted runs: the settled ones, then those of each
        generation."""
        low, high = min(shortest, LONGEST), min(longest, LONGEST)
        first = token << TOKEN_SHIFT
        start, end = low << POSTING_SHIFT, (high + 1) << POSTING_SHIFT
        runs: list[array[int]] = []
        for settled, segments in self._connection.execute(
            _POSTINGS,
            (first, first | low << LENGTH_SHIFT, first | high << LENGTH_SHIFT, first | LAST_GENERATION),
        ):
            if settled and runs:
                # A frequent token has a row a length, in the order of lengths.
                runs[0].frombytes(segments)
                continue
            run: array[int] = array("I")
            run.frombytes(segments)
            if run[0] < start or run[-1] >= end:
                run = run[bisect_left(run, start) : bisect_left(run, end)]
            if run:
                runs.append(run)
        return runs

    def _verified(self, query: str, ids: list[int], threshold: int) -> dict[int, int]:
        found = {}
        for some in filled(ids, _SEGMENTS_AT_ONCE):
            for segment, stored in self._connection.execute(_TOKENS_OF, some):
                if rate := token_rate(query, stored, threshold):
                    found[segment] = rate
        return found


_POSTINGS = (
    "SELECT 1, segments FROM index_postings WHERE key = ?1 "
    "UNION ALL SELECT 1, segments FROM index_postings WHERE key BETWEEN ?2 AND ?3 "
    "UNION ALL SELECT 0, segments FROM index_recent WHERE key BETWEEN ?1 AND ?4"
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


def _need(length: int, threshold: int) -> int:
    return -(-threshold * length // 100)


def _prefix(wanted: list[_Wanted], most_lost: int) -> int:
    """How many tokens to take until their weight is more than a match may lose."""
    weight = 0
    for place, token in enumerate(wanted):
        if weight > most_lost:
            return place
        weight += token.weight
    return len(wanted)


def _worth_reading(frequency: int, candidates: int, lengths: int) -> bool:
    """Whether a list is likely to cost less than verifying the candidates that it may remove."""
    postings = frequency * min(1.0, lengths / _USUAL_LENGTHS)
    cost = _COST_ROW + postings * _COST_POSTING + min(postings * _COST_HELD, candidates * _COST_SOUGHT)
    return cost < candidates * _COST_VERIFIED * _LIKELY_REMOVED


def _encoded(words: list[str], known: dict[str, tuple[int, int]]) -> str:
    # Unknown tokens need characters that differ from each other and from all stored ones.
    unknown = {word: chr(_LAST_CHARACTER - number) for number, word in enumerate(w for w in known if not known[w][0])}
    return "".join(unknown.get(word) or character_of(known[word][0]) for word in words)


def character_of(token: int) -> str:
    """One character for a token id; surrogates are skipped, since SQLite stores UTF-8."""
    return chr(token if token < SURROGATES else token + AFTER_SURROGATES - SURROGATES)


def token_of(character: str) -> int:
    """The token id of a character."""
    code = ord(character)
    return code if code < SURROGATES else code - AFTER_SURROGATES + SURROGATES
