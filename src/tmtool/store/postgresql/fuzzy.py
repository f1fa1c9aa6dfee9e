"""Reads the fuzzy index: every stored segment whose match rate with a query reaches a threshold.

One statement gives the segments that hold enough of the elements of the query, with their tokens
(`tmtool.store.postgresql.elements` says what is enough). Each is verified here by the Levenshtein distance of
token sequences, one character a token. Where many rows are to be counted the server only reads them: they are
counted here, in a fraction of the time, and a second statement gives the tokens of those that are left. How words are
numbered and how frequent they are is asked before, by a statement of its own, for those words only that this connection
has not asked for: a number never changes, and a stale frequency costs time only. The last statement says too whether
the numbers are still those that were asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, TypeAlias

from tmtool.store.bounds import need
from tmtool.store.postgresql.connection import Connection
from tmtool.store.postgresql.elements import (
    LOWEST,
    MOST_TOKENS,
    Reading,
    character_of,
    elements_of,
    occurrence_in,
    reading,
    token_in,
)
from tmtool.store.postgresql.repeated import BYTES, repeated
from tmtool.store.postgresql.settling import numbers_in
from tmtool.store.postgresql.token_table import stored_token
from tmtool.text.tokens import token_rates, tokens

_FETCHED, _VERIFIED_AT_ONCE = 2_000, 2_000
_WORDS_KEPT = 100_000
"""So many words of a language are remembered at most."""
_FEW = 10_000
"""Rows of the elements of a query, of all lengths, that the server counts: more are counted here."""
_NUMPY_AFTER = 200_000
"""When so many rows have been counted in dictionaries, that took as long as loading NumPy (decision 0018)."""

# LATERAL with OFFSET has the rows of each element read by the index, however many the planner believes them to be.
_READ = """
    FROM unnest(%(elements)s::bigint[], %(longest)s::smallint[], %(rests)s::smallint[]) AS w (element, longest, rest)
    CROSS JOIN LATERAL (
        SELECT CASE WHEN ends IS NULL THEN segments ELSE
            substring(segments FROM 1 FOR 4 * ends[width_bucket((length - w.rest)::smallint, places)]) END AS segments
        FROM fuzzy WHERE segment IS NULL
            AND element = w.element AND length BETWEEN %(shortest)s AND w.longest AND rest >= w.rest
        UNION ALL
        SELECT int4send(segment) FROM fuzzy WHERE segment IS NOT NULL
            AND element = w.element AND length BETWEEN %(shortest)s AND w.longest AND rest >= w.rest OFFSET 0
    ) AS f
"""
# The last row is the state of the language.
_STATE = "UNION ALL SELECT number, dropped::text FROM languages WHERE tag = %(language)s"
HOLDING = f"""
    SELECT s.id, s.tokens FROM (
        SELECT segment FROM ({numbers_in(f"SELECT f.segments {_READ}")}) AS i
        GROUP BY segment HAVING count(*) >= %(held)s
    ) AS h
    CROSS JOIN LATERAL (SELECT id, tokens FROM segments WHERE id = h.segment OFFSET 0) AS s {_STATE}
"""
_SEGMENTS = f"SELECT string_agg(f.segments, NULL) {_READ}"
_TOKENS = f"SELECT id, tokens FROM segments WHERE id = ANY (%(segments)s::integer[]) {_STATE}"
_OF_LENGTH = "SELECT id, tokens FROM segments WHERE language = %s AND length(tokens) BETWEEN %s AND %s"
# Written so that the server keeps its plan: with "= ANY" it makes one for each list, which takes longer than to answer.
_WORDS = (
    "SELECT t.token, t.number, t.postings, l.number, l.dropped FROM languages l CROSS JOIN unnest(%b::text[]) AS w "
    "CROSS JOIN LATERAL (SELECT * FROM tokens WHERE language = l.number AND token = w OFFSET 0) AS t WHERE l.tag = %s"
)


_State: TypeAlias = "tuple[int, int]"
"""The number of a language, and how often words were dropped that no segment had any more: the numbers of words are the
same as long as both are."""


class _Word(NamedTuple):
    """A `_Word` is a word of a language, with its number, how many rows the index has of it, and the state of the
    language."""

    word: str
    number: int
    postings: int
    state: _State


@dataclass(slots=True)
class _Words:
    """A `_Words` is what is known of the words of a language: at which state of it, and of each word its number and how
    many rows the index has of it."""

    state: _State = (0, 0)
    known: dict[str, tuple[int, int]] = field(default_factory=dict)

    def encoded(self, words: list[str]) -> str:
        """Returns words with one character a token; those that no segment has get the last ones."""
        characters: dict[str, str] = {}
        for word in words:
            if word not in characters:
                number = self.known[word][0] if word in self.known else MOST_TOKENS - 1 - len(characters)
                characters[word] = character_of(number)
        return "".join(map(characters.__getitem__, words))


class FuzzyIndex:
    """A `FuzzyIndex` finds the segments of an open database by the elements they hold."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._words: dict[str, _Words] = {}
        self._counted = 0

    def find(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, list[int]]]:
        """Yields (rate on tokens, segment ids) of every segment of `language` (primary subtag) with a rate of at least
        `threshold` (1 to 100): all of a rate together by id, the best rate first."""
        words = tokens(query)
        if not words:
            return
        encoded, rows = self._candidates(words, language, threshold)
        found: dict[int, list[int]] = {}
        while some := list(islice(rows, _VERIFIED_AT_ONCE)):
            for place, rate in token_rates(encoded, [stored for _, stored in some], threshold):
                found.setdefault(rate, []).append(some[place][0])
        yield from ((rate, sorted(found[rate])) for rate in sorted(found, reverse=True))

    def _candidates(self, words: list[str], language: str, threshold: int) -> tuple[str, Iterator[tuple[int, str]]]:
        """Returns the query with one character a token, and the segments that may reach the threshold."""
        if threshold < LOWEST:
            # Nothing else would tell that the numbers are others now.
            self._words.pop(language, None)
        of = self._asked(words, language)
        if of.known.keys().isdisjoint(words):
            return "", iter(())
        encoded = of.encoded(words)
        if threshold < LOWEST:
            window = need(len(words), threshold), 100 * len(words) // threshold
            return encoded, self._rows(_OF_LENGTH, (language, *window))
        found = self._holding(_reading(of, words, encoded, threshold), language)
        if found[-1:] != [(of.state[0], str(of.state[1]))]:
            # The index has been made anew since the words were asked for, or words were dropped.
            del self._words[language]
            return self._candidates(words, language, threshold)
        return encoded, iter(found[:-1])

    def _holding(self, plan: Reading, language: str) -> list[tuple[int, str]]:
        """Returns the segments that hold enough of what is read, with their tokens, and the state of the language."""
        values = _values(plan, language)
        if plan.rows <= _FEW:
            return self._connection.execute(HOLDING, values).fetchall()
        with self._connection.cursor(binary=True) as cursor:
            row = cursor.execute(_SEGMENTS, values).fetchone()
            segments = self._held(row[0], plan.held) if row and row[0] else []
            return cursor.execute(_TOKENS, {"segments": _array(segments), "language": language}).fetchall()

    def _held(self, segments: bytes, least: int) -> list[int]:
        """Returns those that are among these numbers so many times at least."""
        if self._counted < _NUMPY_AFTER:
            self._counted += len(segments) // BYTES
            return repeated(segments, least)
        from tmtool.store.postgresql.repeated_arrays import repeated_in_array

        return repeated_in_array(segments, least)

    def _asked(self, words: list[str], language: str) -> _Words:
        """Returns what is known of the words of a language, having asked for those that are new."""
        of = self._words.get(language, _Words())
        if len(of.known) > _WORDS_KEPT:
            of.known.clear()
        wanted = set(words)
        new = wanted.difference(of.known)
        rows = self._numbers(new, language) if new else []
        if rows and rows[0].state != of.state:
            # What was known before is so no more.
            rows = rows if new == wanted else self._numbers(wanted, language)
            of = _Words(rows[0].state) if rows else _Words()
        of.known.update((row.word, (row.number, row.postings)) for row in rows)
        self._words[language] = of
        return of

    def _numbers(self, words: Collection[str], language: str) -> list[_Word]:
        """Asks for the numbers of words; those that no segment has are left out."""
        stored = {stored_token(word): word for word in words}
        rows = self._connection.execute(_WORDS, (list(stored), language)).fetchall()
        return [_Word(stored[row[0]], row[1], row[2], (row[3], row[4])) for row in rows]

    def planned(self, query: str, language: str, threshold: int) -> tuple[str, dict[str, object]]:
        """Returns a query with one character a token, and the values of `HOLDING`; what a measurement asks."""
        words = tokens(query)
        of = self._asked(words, language)
        encoded = of.encoded(words)
        return encoded, _values(_reading(of, words, encoded, threshold), language)

    def _rows(self, query: str, values: tuple[object, ...]) -> Iterator[tuple[int, str]]:
        """Yields rows as the server gives them, since they may be very many."""
        with self._connection.transaction(), self._connection.cursor(name="segments") as cursor:
            cursor.itersize = _FETCHED
            yield from cursor.execute(query, values)


def _reading(of: _Words, words: list[str], encoded: str, threshold: int) -> Reading:
    """Returns what is read of the index for a query."""
    postings = dict(of.known[word] for word in words if word in of.known)
    elements = elements_of(of.state[0], encoded)
    # Of a word that is there again few rows have that occurrence.
    rows = [postings.get(token_in(element), 0) >> 2 * occurrence_in(element) for element in elements]
    return reading(elements, rows, threshold)


def _values(plan: Reading, language: str) -> dict[str, object]:
    """Returns what `HOLDING` and `_SEGMENTS` are asked with."""
    return {
        "elements": _array(plan.elements),
        "longest": _array(plan.longest),
        "rests": _array(plan.rests),
        "shortest": plan.shortest,
        "held": plan.held,
        "language": language,
    }


def _array(numbers: Sequence[int]) -> str:
    """Returns numbers as PostgreSQL reads an array; psycopg takes five times as long, a fifth of what a lookup takes
    here."""
    return f"{{{','.join(map(str, numbers))}}}"
