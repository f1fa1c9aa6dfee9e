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
read. New postings go to a table of their own by generation; generations of like size are merged,
and all of them are settled when they have grown to a share of the whole.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import Levenshtein

from tmtool.store.candidates import Candidates
from tmtool.text.tokens import tokens

# A key: token id, length (0 in a row of all lengths), generation (0 in the settled part).
_TOKEN_SHIFT, _LENGTH_SHIFT, _LAST_GENERATION = 16, 8, 255
# A posting: length in the upper byte, segment below. The last length stands for all longer ones too.
_POSTING_SHIFT, LONGEST = 24, 255
MOST_SEGMENTS = 1 << _POSTING_SHIFT
"""Segment ids must be below this."""

SPLIT_FROM = 2_000
"""Postings from which a token has a row a length."""
SETTLE_FROM = 100_000
"""Recent postings that are settled when they are also a quarter of the settled ones."""
FLUSH_AT = 48_000_000
"""Postings kept in memory before they are written, four bytes each."""

_SURROGATES, _AFTER_SURROGATES, _LAST_CHARACTER = 0xD800, 0xE000, 0x10FFFF
_SEGMENTS_AT_ONCE, _TOKENS_AT_ONCE = 64, 16
# In microseconds: reading a row of postings, a posting in it; holding a posting against the candidates, or searching
# for a candidate in the postings; verifying a candidate.
_COST_ROW, _COST_POSTING, _COST_HELD, _COST_SOUGHT, _COST_VERIFIED = 8.0, 0.001, 0.05, 0.4, 2.2
_LIKELY_REMOVED = 0.35
"""The share of the candidates that a further list removes, on average."""
_USUAL_LENGTHS = 40
"""About so many lengths hold the postings of a frequent token."""

T = TypeVar("T")


class _Wanted(NamedTuple):
    """A token of the query, rarest first: its postings, its id (0 if unknown), how often it stands there."""

    frequency: int
    token: int
    weight: int


class FuzzyIndex:
    """Segments by the tokens they hold. Adding, removing and flushing need an open transaction, and an
    object must not be used for writing in more than one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, dict[str, int]] = {}
        self._characters: dict[int, str] = {}
        self._new_tokens: list[tuple[str, str, int]] = []
        self._last_token: int | None = None
        self._postings: dict[int, array[int]] = {}
        self._gathered = 0
        self._segments: list[tuple[int, str]] = []

    # --- writing

    def add(self, segment: int, language: str, words: Sequence[str]) -> None:
        """Indexes a segment by its tokens; found after the next `write_segments` and `flush`. Raises
        OverflowError past `MOST_SEGMENTS`."""
        if segment >= MOST_SEGMENTS:
            raise OverflowError(f"the fuzzy index holds segments below {MOST_SEGMENTS}")
        known = self._ids.setdefault(language, {})
        ids = [known.get(word) or self._token_id(language, word) for word in words]
        self._segments.append((segment, "".join(map(self._characters.__getitem__, ids))))
        posting = min(len(ids), LONGEST) << _POSTING_SHIFT | segment
        postings = self._postings
        distinct = set(ids)
        for token in distinct:
            if token in postings:
                postings[token].append(posting)
            else:
                postings[token] = array("I", (posting,))
        self._gathered += len(distinct)
        if self._gathered >= FLUSH_AT:
            self.flush()

    def write_segments(self) -> None:
        """Writes the segments gathered, for which their rows in `segments` must be there."""
        self._connection.executemany("INSERT INTO index_segments VALUES (?, ?)", self._segments)
        self._segments.clear()

    def remove(self, segment: int) -> None:
        """Takes a segment out; what the postings still say of it no longer counts."""
        self._connection.execute("DELETE FROM index_segments WHERE segment_id = ?", (segment,))

    def flush(self) -> None:
        """Writes the gathered tokens and postings."""
        if not self._gathered:
            return
        self._write_tokens()
        generations = dict(self._connection.execute("SELECT generation, postings FROM index_generations"))
        if not generations:
            self._settle(self._postings, 0)
        else:
            self._write_recent(generations)
        self._postings = {}
        self._gathered = 0

    def _token_id(self, language: str, word: str) -> int:
        row = self._connection.execute(
            "SELECT id FROM index_tokens WHERE language = ? AND token = ?", (language, word)
        ).fetchone()
        if row:
            number = int(row[0])
        else:
            if self._last_token is None:
                self._last_token = self._connection.execute("SELECT max(id) FROM index_tokens").fetchone()[0] or 0
            self._last_token += 1
            number = self._last_token
            self._new_tokens.append((language, word, number))
        self._ids[language][word] = number
        self._characters[number] = _character(number)
        return number

    def _write_tokens(self) -> None:
        self._connection.executemany("INSERT INTO index_tokens VALUES (?, ?, ?, 0)", sorted(self._new_tokens))
        self._new_tokens.clear()
        for language, known in self._ids.items():
            self._connection.executemany(
                "UPDATE index_tokens SET frequency = frequency + ? WHERE language = ? AND token = ?",
                [
                    (len(self._postings[token]), language, word)
                    for word, token in known.items()
                    if token in self._postings
                ],
            )

    def _write_recent(self, generations: dict[int, int]) -> None:
        """Adds a generation, merging it with those before it that are not twice its size; settles all when
        they have grown."""
        merged, size = self._postings, self._gathered
        settled = generations.pop(0)
        while generations and generations[max(generations)] < 2 * size:
            last = max(generations)
            _extend(merged, self._connection.execute(f"{_RECENT} WHERE key & {_LAST_GENERATION} = ?", (last,)))
            self._connection.execute(f"DELETE FROM index_recent WHERE key & {_LAST_GENERATION} = ?", (last,))
            self._connection.execute("DELETE FROM index_generations WHERE generation = ?", (last,))
            size += generations.pop(last)
        recent = size + sum(generations.values())
        if recent >= SETTLE_FROM and 4 * recent >= settled:
            _extend(merged, self._connection.execute(_RECENT))
            self._connection.execute("DELETE FROM index_recent")
            self._connection.execute("DELETE FROM index_generations")
            self._settle(merged, settled)
            return
        number = max(generations, default=0) + 1
        self._connection.executemany(
            "INSERT INTO index_recent VALUES (?, ?)",
            [(token << _TOKEN_SHIFT | number, _sorted(merged[token]).tobytes()) for token in sorted(merged)],
        )
        self._connection.execute("INSERT INTO index_generations VALUES (?, ?)", (number, size))

    def _settle(self, postings: dict[int, array[int]], settled: int) -> None:
        """Merges postings into the settled part, token by token in the order of keys."""
        total = settled
        for token in sorted(postings):
            first = token << _TOKEN_SHIFT
            window = (first, first | (1 << _TOKEN_SHIFT) - 1)
            merged = postings[token]
            total += len(merged)
            if settled:
                rows = self._connection.execute("SELECT segments FROM index_postings WHERE key BETWEEN ? AND ?", window)
                for (segments,) in rows:
                    merged.frombytes(segments)
                self._connection.execute("DELETE FROM index_postings WHERE key BETWEEN ? AND ?", window)
            self._connection.executemany(
                "INSERT INTO index_postings VALUES (?, ?)",
                [(first | length << _LENGTH_SHIFT, part.tobytes()) for length, part in _rows(_sorted(merged))],
            )
        self._connection.execute("INSERT OR REPLACE INTO index_generations VALUES (0, ?)", (total,))

    # --- reading

    def find(self, query: str, language: str, threshold: int) -> list[tuple[int, int]]:
        """(segment id, rate on tokens) of every segment of `language` (primary subtag) with a rate of at least
        `threshold` (1 to 100), best first, then by id. A rate of 100 here says that the tokens are
        equal; whether the texts are is for the caller to see."""
        words = tokens(query)
        if not words:
            return []
        weights = Counter(words)
        known = self._known(language, list(weights))
        wanted = sorted(_Wanted(known[word][1], known[word][0], weight) for word, weight in weights.items())
        return self._verified(_encoded(words, known), self._candidates(wanted, len(words), threshold), threshold)

    def _known(self, language: str, words: list[str]) -> dict[str, tuple[int, int]]:
        """(id, frequency) of each; an unknown word has the impossible id 0 and stands in no segment."""
        known = dict.fromkeys(words, (0, 0))
        for some in _filled(words, _TOKENS_AT_ONCE):
            for word, token, frequency in self._connection.execute(_IDS_OF, (language, *some)):
                known[word] = token, frequency
        return known

    def _candidates(self, wanted: list[_Wanted], total: int, threshold: int) -> list[int]:
        """The segments that can reach the threshold, by the bounds of the module's docstring."""
        shortest, longest = _need(total, threshold), 100 * total // threshold
        candidates = Candidates()
        prefix = _prefix(wanted, total - shortest)
        before = 0
        for _, token, weight in wanted[:prefix]:
            if token:
                reach = min(max(total, 100 * (total - before) // threshold), longest)
                candidates.add(self._read(token, shortest, reach), weight)
            before += weight
        bound = 1
        for frequency, token, weight in wanted[prefix:]:
            if not _worth_reading(frequency, len(candidates), longest - shortest + 1):
                break
            bound += weight
            candidates.narrow(self._read(token, shortest, longest), weight, bound)
        return sorted({posting & (MOST_SEGMENTS - 1) for posting in candidates})

    def _read(self, token: int, shortest: int, longest: int) -> list[array[int]]:
        """The postings of a token in a window of lengths, as sorted runs: the settled ones, then those of each
        generation."""
        low, high = min(shortest, LONGEST), min(longest, LONGEST)
        first = token << _TOKEN_SHIFT
        start, end = low << _POSTING_SHIFT, (high + 1) << _POSTING_SHIFT
        runs: list[array[int]] = []
        for settled, segments in self._connection.execute(
            _POSTINGS,
            (first, first | low << _LENGTH_SHIFT, first | high << _LENGTH_SHIFT, first | _LAST_GENERATION),
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

    def _verified(self, query: str, ids: list[int], threshold: int) -> list[tuple[int, int]]:
        found = []
        for some in _filled(ids, _SEGMENTS_AT_ONCE):
            for segment, stored in self._connection.execute(_TOKENS_OF, some):
                length = max(len(query), len(stored))
                allowed = (100 - threshold) * length // 100
                distance = Levenshtein.distance(query, stored, score_cutoff=allowed)
                if distance <= allowed:
                    found.append((segment, 100 * (length - distance) // length))
        # What filled up a statement was found again.
        return sorted(set(found), key=lambda item: (-item[1], item[0]))


_RECENT = "SELECT key >> 16, segments FROM index_recent"
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


def _filled(wanted: list[T], number: int) -> Iterator[list[T]]:
    """In parts of that number, the last filled up with its last item: always the same statement, which is compiled
    once."""
    for start in range(0, len(wanted), number):
        some = wanted[start : start + number]
        yield some + [some[-1]] * (number - len(some))


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
    return "".join(unknown.get(word) or _character(known[word][0]) for word in words)


def _character(token: int) -> str:
    """One character for a token id; surrogates are skipped, since SQLite stores UTF-8."""
    return chr(token if token < _SURROGATES else token + _AFTER_SURROGATES - _SURROGATES)


def _sorted(postings: array[int]) -> array[int]:
    return array("I", sorted(set(postings)))


def _extend(postings: dict[int, array[int]], rows: Iterable[tuple[int, bytes]]) -> None:
    for token, segments in rows:
        postings.setdefault(token, array("I")).frombytes(segments)


def _rows(postings: array[int]) -> Iterator[tuple[int, array[int]]]:
    """(length, postings) of the rows of a token: one of all lengths, called 0, or one a length."""
    if len(postings) < SPLIT_FROM:
        yield 0, postings
        return
    start = 0
    while start < len(postings):
        length = postings[start] >> _POSTING_SHIFT
        end = bisect_left(postings, (length + 1) << _POSTING_SHIFT, start)
        yield length, postings[start:end]
        start = end
