"""The fuzzy index: every stored segment whose match rate with a query reaches a threshold.

Recall is exact. With n tokens in the query, m in a stored segment, L = max(n, m) and a threshold
of T per cent, a match has an edit distance d with ``100 * d <= (100 - T) * L``. Of M tokens kept,
S substituted, D deleted from the query and I inserted, n = M + S + D, m = M + S + I and
d = S + D + I, hence M >= L - d >= need(L) with need(x) = ceil(T * x / 100). It follows that

1. m lies between need(n) and floor(100 * n / T), since a match keeps at most min(n, m) tokens;
2. at most n - need(max(n, m)) <= n - need(n) tokens of the query are missing from a match;
3. so of any query tokens (with their repetitions) that together weigh more than n - need(n), at
   least one stands in every match. Taking the rarest first, only their postings are read.

The candidates so found are verified by the Levenshtein distance of token sequences, one
character a token. Frequencies only choose which postings are read: a stale one costs time,
never a match.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from rapidfuzz.distance import Levenshtein

from tmtool.text.tokens import tokens

_SURROGATES = 0xD800
_AFTER_SURROGATES = 0xE000
_LAST = 0x10FFFF
_FLUSH_AT = 1_000_000
_IDS_AT_ONCE = 500


class FuzzyIndex:
    """Segments by the tokens they hold. Adding and removing needs an open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._token_ids: dict[str, int] = {}
        self._postings: list[tuple[str, int, int, int]] = []
        self._seen: Counter[int] = Counter()

    def add(self, segment: int, language: str, text: str) -> None:
        """Indexes a segment; found by `find` after the next `flush`."""
        ids = [self._token_id(token) for token in tokens(text)]
        self._connection.execute(
            "INSERT INTO index_segments (segment_id, tokens) VALUES (?, ?)", (segment, "".join(map(_character, ids)))
        )
        distinct = set(ids)
        self._postings.extend((language, token, len(ids), segment) for token in distinct)
        self._seen.update(distinct)
        if len(self._postings) >= _FLUSH_AT:
            self.flush()

    def remove(self, segment: int, language: str) -> None:
        """Takes a segment out."""
        self.flush()
        row = self._connection.execute("SELECT tokens FROM index_segments WHERE segment_id = ?", (segment,)).fetchone()
        ids = [_token(character) for character in row[0]]
        for token in set(ids):
            self._connection.execute(
                "DELETE FROM index_postings WHERE language = ? AND token_id = ? AND length = ? AND segment_id = ?",
                (language, token, len(ids), segment),
            )
            self._connection.execute("UPDATE index_tokens SET frequency = frequency - 1 WHERE id = ?", (token,))
        self._connection.execute("DELETE FROM index_segments WHERE segment_id = ?", (segment,))

    def flush(self) -> None:
        """Writes the gathered postings, sorted: the tree then grows page by page."""
        self._postings.sort()
        self._connection.executemany("INSERT INTO index_postings VALUES (?, ?, ?, ?)", self._postings)
        self._connection.executemany(
            "UPDATE index_tokens SET frequency = frequency + ? WHERE id = ?",
            [(count, token) for token, count in self._seen.items()],
        )
        self._postings.clear()
        self._seen.clear()

    def find(self, query: str, language: str, threshold: int) -> list[tuple[int, int]]:
        """(segment id, rate on tokens) of every segment of `language` (primary subtag) with a rate of at least
        `threshold` (1 to 100), best first, then by id. A rate of 100 here says that the tokens are
        equal; whether the texts are is for the caller to see."""
        words = tokens(query)
        if not words:
            return []
        total = len(words)
        shortest, longest = _need(total, threshold), 100 * total // threshold
        known = {word: self._known(word) for word in set(words)}
        postings = (
            "SELECT segment_id FROM index_postings WHERE language = ? AND token_id = ? AND length BETWEEN ? AND ?"
        )
        candidates: set[int] = set()
        weight = 0
        for word, count in sorted(Counter(words).items(), key=lambda item: (known[item[0]][1], item[0])):
            if weight > total - shortest:
                break
            weight += count
            candidates.update(
                row[0] for row in self._connection.execute(postings, (language, known[word][0], shortest, longest))
            )
        return self._verified(self._encoded(words, known), candidates, threshold)

    def _verified(self, query: str, candidates: set[int], threshold: int) -> list[tuple[int, int]]:
        found = []
        ids = sorted(candidates)
        for start in range(0, len(ids), _IDS_AT_ONCE):
            some = ids[start : start + _IDS_AT_ONCE]
            rows = self._connection.execute(
                f"SELECT segment_id, tokens FROM index_segments WHERE segment_id IN ({','.join('?' * len(some))})", some
            )
            for segment, stored in rows:
                length = max(len(query), len(stored))
                allowed = (100 - threshold) * length // 100
                distance = Levenshtein.distance(query, stored, score_cutoff=allowed)
                if distance <= allowed:
                    found.append((segment, 100 * (length - distance) // length))
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def _token_id(self, token: str) -> int:
        number = self._token_ids.get(token)
        if number is None:
            row = self._connection.execute("SELECT id FROM index_tokens WHERE token = ?", (token,)).fetchone()
            if row:
                number = int(row[0])
            else:
                cursor = self._connection.execute("INSERT INTO index_tokens (token) VALUES (?)", (token,))
                assert cursor.lastrowid is not None
                number = cursor.lastrowid
            self._token_ids[token] = number
        return number

    def _known(self, token: str) -> tuple[int, int]:
        """(id, frequency); an unknown token has the impossible id 0 and stands in no segment."""
        row = self._connection.execute("SELECT id, frequency FROM index_tokens WHERE token = ?", (token,)).fetchone()
        return (int(row[0]), int(row[1])) if row else (0, 0)

    @staticmethod
    def _encoded(words: list[str], known: dict[str, tuple[int, int]]) -> str:
        # Unknown tokens need characters that differ from each other and from all stored ones.
        unknown = {word: chr(_LAST - number) for number, word in enumerate(sorted(w for w in known if not known[w][0]))}
        return "".join(unknown.get(word) or _character(known[word][0]) for word in words)


def _need(length: int, threshold: int) -> int:
    return -(-threshold * length // 100)


def _character(token: int) -> str:
    """One character for a token id; surrogates are skipped, since SQLite stores UTF-8."""
    return chr(token if token < _SURROGATES else token + _AFTER_SURROGATES - _SURROGATES)


def _token(character: str) -> int:
    number = ord(character)
    return number if number < _SURROGATES else number - (_AFTER_SURROGATES - _SURROGATES)
