"""Reads the fuzzy index: every stored segment whose match rate with a query reaches a threshold.

Two statements: how frequent the words of the query are, then the segments that hold enough of its elements, with their
tokens (`tmtool.store.postgresql.elements` says what is enough). Each is verified here by the Levenshtein distance of
token sequences, one character a token.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from tmtool.store.bounds import need
from tmtool.store.postgresql.database import Connection
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
from tmtool.store.postgresql.token_table import stored_token
from tmtool.text.tokens import token_rate, tokens

_FETCHED = 2_000

# LATERAL with OFFSET has the rows of each element read by the index, however many the planner believes them to be.
HOLDING = """
    SELECT s.id, s.tokens FROM (
        SELECT f.segment FROM unnest(%(elements)s::bigint[], %(longest)s::integer[]) AS w (element, longest)
        CROSS JOIN LATERAL (
            SELECT segment FROM fuzzy
            WHERE element = w.element AND length BETWEEN %(shortest)s AND w.longest OFFSET 0
        ) AS f GROUP BY f.segment HAVING count(*) >= %(held)s
    ) AS h CROSS JOIN LATERAL (SELECT id, tokens FROM segments WHERE id = h.segment OFFSET 0) AS s
    UNION ALL SELECT number, NULL FROM languages WHERE tag = %(language)s
"""
_OF_LENGTH = "SELECT id, tokens FROM segments WHERE language = %s AND length(tokens) BETWEEN %s AND %s"
_WORDS = (
    "SELECT t.token, t.number, t.postings, l.number FROM languages l JOIN tokens t ON t.language = l.number "
    "WHERE l.tag = %s AND t.token = ANY (%s)"
)


class FuzzyIndex:
    """A `FuzzyIndex` finds the segments of an open database by the elements they hold."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, int]]:
        """Yields (segment id, rate on tokens) of every segment of `language` (primary subtag) with a rate of at least
        `threshold` (1 to 100), best first, then by id."""
        words = tokens(query)
        if not words:
            return
        found = []
        encoded, rows = self._candidates(words, language, threshold)
        for segment, stored in rows:
            if rate := token_rate(encoded, stored, threshold):
                found.append((-rate, segment))
        yield from ((segment, -rate) for rate, segment in sorted(found))

    def _candidates(self, words: list[str], language: str, threshold: int) -> tuple[str, Iterator[tuple[int, str]]]:
        """Returns the query with one character a token, and the segments that may reach the threshold."""
        encoded, number, postings = self._encoded(words, language)
        if not postings:
            return encoded, iter(())
        if threshold < LOWEST:
            window = need(len(words), threshold), 100 * len(words) // threshold
            return encoded, self._rows(_OF_LENGTH, (language, *window))
        values = {**asdict(_reading(encoded, number, postings, threshold)), "language": language}
        found = self._connection.execute(HOLDING, values).fetchall()
        if (number, None) not in found[-1:]:
            # The index has been made anew between the two statements.
            return self._candidates(words, language, threshold)
        return encoded, iter(found[:-1])

    def _encoded(self, words: list[str], language: str) -> tuple[str, int, dict[int, int]]:
        """Returns the query with one character a token, the number of its language, and how many rows the index has of
        each token that it knows, by number."""
        asked = {stored_token(word): word for word in words}
        characters: dict[str, str] = {}
        postings: dict[int, int] = {}
        of_language = 0
        for token, number, rows, of_language in self._connection.execute(_WORDS, (language, list(asked))):  # noqa: B007
            characters[asked[token]] = character_of(number)
            postings[number] = rows
        for place, word in enumerate(word for word in dict.fromkeys(words) if word not in characters):
            characters[word] = character_of(MOST_TOKENS - 1 - place)
        return "".join(map(characters.__getitem__, words)), of_language, postings

    def planned(self, query: str, language: str, threshold: int) -> tuple[str, Reading]:
        """Returns a query with one character a token, and which rows it reads; what a measurement asks."""
        encoded, number, postings = self._encoded(tokens(query), language)
        return encoded, _reading(encoded, number, postings, threshold)

    def _rows(self, query: str, values: tuple[object, ...]) -> Iterator[tuple[int, str]]:
        """Yields rows as the server gives them, since they may be very many."""
        with self._connection.transaction(), self._connection.cursor(name="segments") as cursor:
            cursor.itersize = _FETCHED
            yield from cursor.execute(query, values)


def _reading(encoded: str, language: int, postings: dict[int, int], threshold: int) -> Reading:
    elements = elements_of(language, encoded)
    # Of a word that is there again few rows have that occurrence.
    rows = [postings.get(token_in(element), 0) >> 2 * occurrence_in(element) for element in elements]
    return reading(elements, rows, threshold)
