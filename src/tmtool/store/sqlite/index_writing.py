"""Writes the fuzzy index: what `tmtool.store.sqlite.index` reads, in the layout that it describes.

Postings are gathered as 64-bit numbers of token, length and segment; sorted, they are the rows of the
index. NumPy does that for whole batches, and is loaded by what imports only.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tmtool.store.encoded_texts import Splice, spliced
from tmtool.store.sqlite.index_layout import (
    AFTER_SURROGATES,
    BAND,
    LAST_GENERATION,
    LENGTH_SHIFT,
    LONGEST,
    POSTING_SHIFT,
    SURROGATES,
    TOKEN_SHIFT,
    character_of,
    require_room,
    token_of,
)
from tmtool.store.sqlite.rows import for_rows
from tmtool.text.tokens import tokens

Postings = NDArray[np.uint32]
_Number = TypeVar("_Number", np.uint32, np.uint64)
_Keys = NDArray[np.uint64]
"""Postings with their token in the upper half."""

SPLIT_FROM = 8_000
"""Postings from which a token has a row a band of lengths: fewer are read whole in the time that finding rows takes."""
SETTLE_FROM = 100_000
"""Recent postings that are settled when they are also a quarter of the settled ones."""
SPILL_AT = 2_000_000
"""Postings kept in memory, eight bytes each and as many again to sort them; more go to a temporary table first."""

_TOKEN_BITS = np.uint64(32)
_POSTING = np.uint64((1 << 32) - 1)


class IndexWriter:
    """Adds segments to the fuzzy index. Needs an open transaction, and must not be used in more than one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, _Characters] = {}
        self._new_tokens: dict[int, tuple[str, str]] = {}
        self._last_token: int | None = None
        self._segments: list[tuple[int, str]] = []
        self._gathered: list[_Keys] = []
        self._number = 0
        self._spilled = 0
        self._more: Counter[int] = Counter()

    def begun(self) -> bool:
        """Tells whether any word has an id."""
        return self._connection.execute("SELECT 1 FROM index_tokens LIMIT 1").fetchone() is not None

    def begin(self, texts: Iterable[tuple[str, str]]) -> None:
        """Gives the words of some texts, each after its language, the first ids by frequency: the lowest are the
        shortest characters."""
        counts = Counter((language, word) for language, text in texts for word in tokens(text))
        for (language, word), _ in counts.most_common():
            self._of(language).of_word(word)

    def _of(self, language: str) -> _Characters:
        known = self._known.get(language)
        if known is None:
            known = self._known[language] = _Characters(language, self._character)
        return known

    def add(self, language: str, segments: Sequence[int], texts: Iterable[str]) -> None:
        """Indexes segments of a language, in the order of their ids, by their texts; found after the next
        `write_segments` and `flush`. Raises DatabaseError past `MOST_SEGMENTS`."""
        if not segments:
            return
        require_room(self._connection, segments[-1])
        encoded = list(map(self._of(language).encoded, texts))
        self._segments += zip(segments, encoded, strict=True)
        self._gather(_keys_of(segments, encoded, list(map(len, encoded))))

    def replace(self, language: str, segments: Sequence[tuple[int, str, Splice]]) -> None:
        """Gives segments of a language, which are indexed by these tokens, others; found by them after the next
        `flush`. Postings that no longer hold may stay (store/sqlite/index.py), so that only those are written which are
        new."""
        encoded = self._of(language).encoded
        put = [encoded(splice.put) for _, _, splice in segments]
        now = [spliced(before, splice, new) for (_, before, splice), new in zip(segments, put, strict=True)]
        numbers = [segment for segment, _, _ in segments]
        for_rows(
            self._connection,
            "UPDATE index_segments SET tokens = n.tokens FROM {rows} n WHERE segment_id = n.id",
            {"id": int, "tokens": str},
            list(zip(numbers, now, strict=True)),
        )
        new = [
            "".join([one for one in set(some) if one not in before])
            if len(after) == len(before) or min(len(after), len(before)) >= LONGEST
            else after
            for after, some, (_, before, _) in zip(now, put, segments, strict=True)
        ]
        self._gather(_keys_of(numbers, new, list(map(len, now))))

    def _gather(self, keys: _Keys) -> None:
        self._gathered.append(keys)
        self._number += len(keys)
        if self._number >= SPILL_AT:
            self._spill()

    def write_segments(self) -> None:
        """Writes the segments gathered, of all languages, in the order of their ids: so the pages are filled."""
        self._segments.sort()
        self._connection.executemany("INSERT INTO index_segments VALUES (?, ?)", self._segments)
        self._segments.clear()

    def flush(self) -> None:
        """Writes the gathered tokens and postings."""
        generations = dict(self._connection.execute("SELECT generation, postings FROM index_generations"))
        if self._spilled:
            self._spill()
            self._settle(self._unspilled(), generations)
        elif self._number:
            keys = self._taken()
            if generations:
                self._write_recent(keys, generations)
            else:
                self._settle(_by_token(keys), generations)
        self._write_tokens()

    def _taken(self) -> _Keys:
        """Returns the keys gathered, in order, which are counted and no longer kept."""
        keys = _sorted(self._gathered)
        self._number = 0
        for token, some in _by_token(keys):
            self._more[token] += len(some)
        return keys

    def _spill(self) -> None:
        if not self._number:
            return
        if not self._spilled:
            self._connection.execute("DROP TABLE IF EXISTS temp.spilled")
            self._connection.execute("CREATE TEMP TABLE spilled (token INTEGER, part INTEGER, segments BLOB)")
        self._spilled += 1
        self._connection.executemany(
            "INSERT INTO temp.spilled VALUES (?, ?, ?)",
            ((token, self._spilled, some.tobytes()) for token, some in _by_token(self._taken())),
        )

    def _unspilled(self) -> Iterator[tuple[int, Postings]]:
        rows = self._connection.execute("SELECT token, segments FROM temp.spilled ORDER BY token, part")
        for token, parts in groupby(rows, key=itemgetter(0)):
            yield token, _sorted([np.frombuffer(segments, np.uint32) for _, segments in parts])
        self._connection.execute("DROP TABLE temp.spilled")
        self._spilled = 0

    def _character(self, language: str, word: str) -> str:
        """Returns the character of a token, which gets its id now if it is new."""
        row = self._connection.execute(
            "SELECT id FROM index_tokens WHERE language = ? AND token = ?", (language, word)
        ).fetchone()
        if row:
            return character_of(int(row[0]))
        if self._last_token is None:
            self._last_token = self._connection.execute("SELECT max(id) FROM index_tokens").fetchone()[0] or 0
        self._last_token += 1
        self._new_tokens[self._last_token] = language, word
        return character_of(self._last_token)

    def _write_tokens(self) -> None:
        """Writes the new tokens, and how much more frequent the others are."""
        new, self._new_tokens = self._new_tokens, {}
        more, self._more = self._more, Counter()
        self._connection.executemany(
            "INSERT INTO index_tokens VALUES (?, ?, ?, ?)",
            sorted((language, word, token, more[token]) for token, (language, word) in new.items()),
        )
        self._connection.executemany(
            "UPDATE index_tokens SET frequency = frequency + ? WHERE language = ? AND token = ?",
            [
                (more[token], language, word)
                for language, known in self._known.items()
                for word, character in known.words.items()
                if (token := token_of(character)) in more and token not in new
            ],
        )

    def _write_recent(self, keys: _Keys, generations: dict[int, int]) -> None:
        """Adds a generation, merging it with those before it that are not twice its size; settles all when
        they have grown."""
        settled = generations.pop(0)
        while generations and generations[max(generations)] < 2 * len(keys):
            last = max(generations)
            rows = self._connection.execute(f"{_RECENT} WHERE key & {LAST_GENERATION} = ?", (last,))
            keys = _sorted([keys, *_keys(rows)])
            self._connection.execute(f"DELETE FROM index_recent WHERE key & {LAST_GENERATION} = ?", (last,))
            self._connection.execute("DELETE FROM index_generations WHERE generation = ?", (last,))
            del generations[last]
        recent = len(keys) + sum(generations.values())
        if recent >= SETTLE_FROM and 4 * recent >= settled:
            keys = _sorted([keys, *_keys(self._connection.execute(_RECENT))])
            self._connection.execute("DELETE FROM index_recent")
            self._settle(_by_token(keys), {0: settled})
            return
        number = max(generations, default=0) + 1
        self._connection.executemany(
            "INSERT INTO index_recent VALUES (?, ?)",
            ((token << TOKEN_SHIFT | number, some.tobytes()) for token, some in _by_token(keys)),
        )
        self._connection.execute("INSERT INTO index_generations VALUES (?, ?)", (number, len(keys)))

    def _settle(self, postings: Iterator[tuple[int, Postings]], generations: dict[int, int]) -> None:
        """Merges postings, in the order of tokens, into the settled part; `generations` are those that stay."""
        total = generations.get(0, 0)

        def rows() -> Iterator[tuple[int, bytes]]:
            nonlocal total
            for token, some in postings:
                total += len(some)
                first = token << TOKEN_SHIFT
                for band, part in _rows(self._with_settled(token, some) if generations else some):
                    yield first | band << LENGTH_SHIFT, part.tobytes()

        self._connection.executemany("INSERT INTO index_postings VALUES (?, ?)", rows())
        generations[0] = total
        self._connection.execute("DELETE FROM index_generations")
        self._connection.executemany("INSERT INTO index_generations VALUES (?, ?)", generations.items())

    def _with_settled(self, token: int, postings: Postings) -> Postings:
        """Returns the postings of a token with those settled before, whose rows go."""
        window = (token << TOKEN_SHIFT, (token << TOKEN_SHIFT) | (1 << TOKEN_SHIFT) - 1)
        rows = self._connection.execute("SELECT segments FROM index_postings WHERE key BETWEEN ? AND ?", window)
        before = b"".join(row[0] for row in rows)
        self._connection.execute("DELETE FROM index_postings WHERE key BETWEEN ? AND ?", window)
        return _sorted([np.frombuffer(before, np.uint32), postings])


_CHUNKS_KEPT = 50_000
_RECENT = f"SELECT key >> {TOKEN_SHIFT}, segments FROM index_recent"


class _Characters(dict[str, str]):
    """`_Characters` are the characters of what is between two spaces, in the texts of a language, and of its words; of
    each worked out once."""

    def __init__(self, language: str, ask: Callable[[str, str], str]) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self._language = language
        self._ask = ask

    def __missing__(self, chunk: str) -> str:
        found = "".join(map(self.of_word, tokens(chunk)))
        if len(self) < _CHUNKS_KEPT:
            self[chunk] = found
        return found

    def of_word(self, word: str) -> str:
        """Returns the character of a word, from now on known."""
        character = self.words.get(word)
        if character is None:
            character = self.words[word] = self._ask(self._language, word)
        return character

    def encoded(self, text: str) -> str:
        """Returns a text with one character a token: none goes over white space."""
        return "".join(map(self.__getitem__, text.split()))


def _keys_of(segments: Sequence[int], encoded: Sequence[str], lengths: Sequence[int]) -> _Keys:
    """Returns the postings of segments of these lengths for some tokens of theirs, one character each; in order, each
    once."""
    each = np.minimum(lengths, LONGEST).astype(np.uint64) << np.uint64(POSTING_SHIFT)
    postings = np.repeat(each | np.array(segments, np.uint64), list(map(len, encoded)))
    return _sorted([_tokens_in("".join(encoded)) << _TOKEN_BITS | postings])


def _tokens_in(characters: str) -> _Keys:
    """Returns the token ids of a string of one character a token."""
    codes = np.frombuffer(characters.encode("utf-32-le"), "<u4").astype(np.uint64)
    codes[codes >= AFTER_SURROGATES] -= np.uint64(AFTER_SURROGATES - SURROGATES)
    return codes


def _sorted(parts: list[NDArray[_Number]]) -> NDArray[_Number]:
    """Returns all numbers in order, each once; the parts are used up."""
    numbers = np.concatenate(parts)
    parts.clear()
    numbers.sort()
    return numbers[_firsts(numbers)]


def _firsts(numbers: NDArray[_Number]) -> NDArray[np.bool_]:
    """Tells which of them differ from the one before."""
    different = np.ones(len(numbers), np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=different[1:])
    return different


def _keys(rows: Iterable[tuple[int, bytes]]) -> Iterator[_Keys]:
    for token, segments in rows:
        yield np.uint64(token) << _TOKEN_BITS | np.frombuffer(segments, np.uint32).astype(np.uint64)


def _by_token(keys: _Keys) -> Iterator[tuple[int, Postings]]:
    tokens = keys >> _TOKEN_BITS
    postings = (keys & _POSTING).astype(np.uint32)
    starts = np.flatnonzero(_firsts(tokens)).tolist()
    for start, end in pairwise([*starts, len(keys)]):
        yield int(tokens[start]), postings[start:end]


def _rows(postings: Postings) -> Iterator[tuple[int, Postings]]:
    """Yields (last length, postings) of the rows of a token: one of all lengths, called 0, or one a band."""
    if len(postings) < SPLIT_FROM:
        yield 0, postings
        return
    bands = postings >> np.uint32(POSTING_SHIFT) | np.uint32(BAND)
    starts = np.flatnonzero(_firsts(bands)).tolist()
    for start, end in pairwise([*starts, len(postings)]):
        yield int(bands[start]), postings[start:end]
