"""Reads the fuzzy index: every stored segment whose match rate with a query reaches a threshold.

Two statements: how frequent the words of the query are, then the segments that hold enough of its elements, with their
tokens (`tmtool.store.postgresql.elements` says what is enough). Each is verified here by the Levenshtein distance of
token sequences, one character a token.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.store.bounds import need
from tmtool.store.postgresql.database import Connection
from tmtool.store.postgresql.elements import (
    LOWEST,
    MOST_TOKENS,
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
_HOLDING = """
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

    def candidates(self, query: str, language: str, threshold: int) -> int:
        """Returns how many segments are verified for a query; what a measurement asks."""
        return sum(1 for _ in self._candidates(tokens(query), language, threshold)[1])

    def _candidates(self, words: list[str], language: str, threshold: int) -> tuple[str, Iterator[tuple[int, str]]]:
        """Returns the query with one character a token, and the segments that may reach the threshold."""
        asked = {stored_token(word): word for word in words}
        characters: dict[str, str] = {}
        postings: dict[int, int] = {}
        number = 0
        for token, its, rows, number in self._connection.execute(_WORDS, (language, list(asked))):  # noqa: B007
            characters[asked[token]] = character_of(its)
            postings[its] = rows
        for place, word in enumerate(word for word in dict.fromkeys(words) if word not in characters):
            characters[word] = character_of(MOST_TOKENS - 1 - place)
        encoded = "".join(map(characters.__getitem__, words))
        if not postings:
            return encoded, iter(())
        if threshold < LOWEST:
            window = need(len(words), threshold), 100 * len(words) // threshold
            return encoded, self._rows(_OF_LENGTH, (language, *window))
        elements = elements_of(number, encoded)
        # Of a word that is there again few rows have that occurrence.
        rows_of = [postings.get(token_in(element), 0) >> 2 * occurrence_in(element) for element in elements]
        plan = reading(elements, rows_of, threshold)
        values = {
            "elements": plan.elements, "longest": plan.longest, "shortest": plan.shortest, "held": plan.held,
            "language": language,
        }  # fmt: skip
        found = self._connection.execute(_HOLDING, values).fetchall()
        if (number, None) not in found[-1:]:
            # The index has been made anew between the two statements.
            return self._candidates(words, language, threshold)
        return encoded, iter(found[:-1])

    def _rows(self, query: str, values: tuple[object, ...]) -> Iterator[tuple[int, str]]:
        """Yields rows as the server gives them, since they may be very many."""
        with self._connection.transaction(), self._connection.cursor(name="segments") as cursor:
            cursor.itersize = _FETCHED
            yield from cursor.execute(query, values)
