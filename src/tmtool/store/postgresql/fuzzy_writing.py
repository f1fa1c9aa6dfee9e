"""Writes the fuzzy index: numbers the words of texts, and stores and removes the rows that segments are found by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter

from tmtool.store.postgresql import packing
from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.elements import character_of
from tmtool.store.postgresql.stored_elements import Encoded, Indexed, Rows, indexed
from tmtool.store.postgresql.token_table import TokenTable
from tmtool.text.tokens import tokens

_CHUNKS_KEPT = 50_000


class FuzzyWriter:
    """A `FuzzyWriter` writes the index of an open database. Writing needs an open transaction."""

    def __init__(self, database: Database, *, alone: bool = False, into: str = "fuzzy") -> None:
        """Takes the database, the words of which nobody else can number meanwhile if it writes `alone`, and the table
        for new rows."""
        self._connection = database.connection
        self._into = into
        self._tokens = TokenTable(database, database.connection if alone else None)
        self._chunks: dict[str, dict[str, str]] = {}
        self._frequencies: Counter[tuple[int, int]] = Counter()
        self._postings: Counter[tuple[int, int]] = Counter()

    def language(self, tag: str) -> int:
        """Returns the number of a language (primary subtag)."""
        return self._tokens.language(tag)

    def number_words(self, texts: Iterable[tuple[str, str]]) -> None:
        """Gives the words of some texts, each with its language, their numbers by how frequent they are."""
        counts: dict[str, Counter[str]] = {}
        for language, text in texts:
            counts.setdefault(language, Counter()).update(tokens(text))
        for language, some in counts.items():
            self._tokens.numbers_of(language, some)

    def encoded(self, segments: Iterable[tuple[int, str, str]]) -> dict[int, str]:
        """Returns texts, given with their numbers and languages, with one character a token, by their numbers."""
        found: dict[int, str] = {}
        for language, group in groupby(sorted(segments, key=itemgetter(1)), key=itemgetter(1)):
            texts = {number: text for number, _, text in group}
            encode = self.encoding(language, texts.values())
            found.update(zip(texts, map(encode, texts.values()), strict=True))
        return found

    def encoding(self, language: str, texts: Iterable[str]) -> Callable[[str], str]:
        """Returns the function that gives each of these texts with one character a token: no token goes over white
        space, so what is between two spaces is cut once."""
        known = self._chunks.setdefault(language, {})
        if len(known) > _CHUNKS_KEPT:
            known.clear()
        new = Counter[str]()
        for text, times in Counter(texts).items():
            for chunk in text.split():
                if chunk not in known:
                    new[chunk] += times
        words = {chunk: tokens(chunk) for chunk in new}
        counts = Counter[str]()
        for chunk, times in new.items():
            for word in words[chunk]:
                counts[word] += times
        numbers = self._tokens.numbers(language, counts)
        for chunk, some in words.items():
            known[chunk] = "".join(character_of(numbers[word]) for word in some)
        return lambda text: "".join(map(known.__getitem__, text.split()))

    def index(self, segments: Iterable[tuple[str, int, str]]) -> None:
        """Writes the rows of the fuzzy index, given the language, the id and the tokens of each segment."""
        some = [Encoded(self._tokens.language(language), number, encoded) for language, number, encoded in segments]
        self.write(indexed(some))

    def write(self, new: Indexed) -> None:
        """Writes rows, and notes how frequent words are with them."""
        with (
            self._connection.cursor() as cursor,
            cursor.copy(f"COPY {self._into} (element, length, rest, segment) FROM STDIN (FORMAT binary)") as copy,
        ):
            copy.write(new.rows.copied())
        self._frequencies.update(new.segments)
        self._postings.update(new.postings)

    def remove(self, rows: Rows) -> None:
        """Removes rows of the fuzzy index; those that have settled stay."""
        # All columns of the index, so that no row is looked at that goes on.
        self._connection.execute(
            "DELETE FROM fuzzy f USING unnest(%b::bigint[], %b::smallint[], %b::smallint[], %b::integer[]) "
            "AS g (element, length, rest, segment) WHERE f.element = g.element AND f.length = g.length "
            "AND f.rest = g.rest AND f.segment = g.segment",
            (
                packing.bigints(rows.element),
                packing.smallints(rows.length),
                packing.smallints(rows.rest),
                packing.integers(rows.segment),
            ),
        )

    def drop(self, gone: Indexed) -> None:
        """Removes rows of segments that go, and notes how frequent words are without them."""
        self.remove(gone.rows)
        self._frequencies.subtract(gone.segments)
        self._postings.subtract(gone.postings)

    def count(self) -> None:
        """Writes how frequent the words are of what was stored, without what is gone."""
        self._tokens.count(self._frequencies, self._postings)
        self.count_from((Counter(), Counter()))

    def counted(self) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
        """Returns what is not yet written of how frequent words are."""
        return self._frequencies.copy(), self._postings.copy()

    def count_from(self, counted: tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]) -> None:
        """Makes what is not yet written what it was: the rest was taken back."""
        self._frequencies, self._postings = counted
