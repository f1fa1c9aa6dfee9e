"""Reads the fuzzy index: every stored segment whose match rate with a query reaches a threshold.

One statement gives the segments that hold enough of the elements of the query, with their tokens
(`tmtool.store.postgresql.elements` says what is enough). Each is verified here by the Levenshtein distance of
token sequences, one character a token. How words are numbered and how frequent they are is asked before, by a
statement of its own, for those words only that this connection has not asked for: a number never changes, and a stale
frequency costs time only. The statement says too whether the numbers are still those that were asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

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
_WORDS_KEPT = 100_000
"""So many words of a language are remembered at most."""

# LATERAL with OFFSET has the rows of each element read by the index, however many the planner believes them to be. The
# last row is the state of the language.
HOLDING = """
    SELECT s.id, s.tokens FROM (
        SELECT f.segment FROM unnest(%(elements)s::bigint[], %(longest)s::smallint[], %(rests)s::smallint[])
            AS w (element, longest, rest)
        CROSS JOIN LATERAL (
            SELECT segment FROM fuzzy
            WHERE element = w.element AND length BETWEEN %(shortest)s AND w.longest AND rest >= w.rest OFFSET 0
        ) AS f GROUP BY f.segment HAVING count(*) >= %(held)s
    ) AS h CROSS JOIN LATERAL (SELECT id, tokens FROM segments WHERE id = h.segment OFFSET 0) AS s
    UNION ALL SELECT number, dropped::text FROM languages WHERE tag = %(language)s
"""
_OF_LENGTH = "SELECT id, tokens FROM segments WHERE language = %s AND length(tokens) BETWEEN %s AND %s"
_WORDS = (
    "SELECT t.token, t.number, t.postings, l.number, l.dropped FROM languages l JOIN tokens t ON t.language = l.number "
    "WHERE l.tag = %s AND t.token = ANY (%s)"
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
        found = self._connection.execute(HOLDING, _values(of, words, encoded, language, threshold)).fetchall()
        if found[-1:] != [(of.state[0], str(of.state[1]))]:
            # The index has been made anew since the words were asked for, or words were dropped.
            del self._words[language]
            return self._candidates(words, language, threshold)
        return encoded, iter(found[:-1])

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
        rows = self._connection.execute(_WORDS, (language, list(stored)))
        return [_Word(stored[row[0]], row[1], row[2], (row[3], row[4])) for row in rows]

    def planned(self, query: str, language: str, threshold: int) -> tuple[str, dict[str, object]]:
        """Returns a query with one character a token, and the values of `HOLDING`; what a measurement asks."""
        words = tokens(query)
        of = self._asked(words, language)
        encoded = of.encoded(words)
        return encoded, _values(of, words, encoded, language, threshold)

    def _rows(self, query: str, values: tuple[object, ...]) -> Iterator[tuple[int, str]]:
        """Yields rows as the server gives them, since they may be very many."""
        with self._connection.transaction(), self._connection.cursor(name="segments") as cursor:
            cursor.itersize = _FETCHED
            yield from cursor.execute(query, values)


def _values(of: _Words, words: list[str], encoded: str, language: str, threshold: int) -> dict[str, object]:
    """Returns what `HOLDING` is asked with for a query."""
    postings = dict(of.known[word] for word in words if word in of.known)
    elements = elements_of(of.state[0], encoded)
    # Of a word that is there again few rows have that occurrence.
    rows = [postings.get(token_in(element), 0) >> 2 * occurrence_in(element) for element in elements]
    plan = reading(elements, rows, threshold)
    return {
        "elements": plan.elements,
        "longest": plan.longest,
        "rests": plan.rests,
        "shortest": plan.shortest,
        "held": plan.held,
        "language": language,
    }
