"""Says which segments answer a question (`store.groups.segments.Segments`): by the fuzzy index, the skeletons, the full
text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from tmtool.languages.tags import primary
from tmtool.store.keys import skeleton_key
from tmtool.store.postgresql import words as full_text
from tmtool.store.postgresql.connection import one_row
from tmtool.store.postgresql.dialect import PostgresqlDialect, PostgresqlQuestions
from tmtool.store.postgresql.fuzzy import FuzzyIndex
from tmtool.store.postgresql.settling import settle
from tmtool.store.postgresql.token_table import stored_token
from tmtool.text.tokens import token_rate, tokens


class PostgresqlSegments(PostgresqlQuestions):
    """`PostgresqlSegments` finds the segments of an open database. None of them ever waits to be indexed."""

    def __init__(self, sql: PostgresqlDialect) -> None:
        super().__init__(sql)
        self._fuzzy = FuzzyIndex(sql.connection)

    def similar(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, int]]:
        """Looks them up in the fuzzy index."""
        for rate, segments in self.by_rate(query, language, threshold):
            yield from ((segment, rate) for segment in segments)

    def by_rate(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, list[int]]]:
        """Looks them up in the fuzzy index."""
        yield from self._fuzzy.find(query, primary(language), threshold)

    def alike(self, query: str, language: str, *, most: int = 0) -> dict[int, str]:
        """Looks them up by the digest of the skeleton."""
        key = skeleton_key(query, language)
        if key is None:
            return {}
        rows = self._connection.execute(
            "SELECT id, text FROM segments WHERE skeleton = %s AND language = %s ORDER BY id DESC LIMIT %s",
            (key, primary(language), most or None),
        )
        return dict(rows.fetchall())

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> Iterator[tuple[int, str]]:
        """Looks them up in the full text."""
        yield from full_text.segments_with(self._connection, wanted, language, begun=begun)

    def frequencies(self, words: Collection[str], language: str) -> dict[str, int]:
        """Counts by the full text and, for frequent words, the tokens of the fuzzy index."""
        return full_text.frequencies(self._connection, words, language)

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """Reads them from the table."""
        rows = self._connection.execute("SELECT id, text FROM segments WHERE id = ANY (%s)", (list(numbers),))
        return dict(rows.fetchall())

    def first_texts(self, language: str, count: int) -> list[str]:
        """Reads them in the order of the table."""
        rows = self._connection.execute(
            "SELECT text FROM segments WHERE language = %s ORDER BY id LIMIT %s", (primary(language), count)
        )
        return [str(row[0]) for row in rows]

    def only_of(self, files: Collection[int]) -> frozenset[int]:
        """Looks them up by the variants of the files' units."""
        rows = self._connection.execute(
            "SELECT DISTINCT v.segment_id FROM variants v JOIN units u ON u.id = v.unit_id "
            "WHERE u.source_id = ANY (%(own)s) AND NOT EXISTS (SELECT FROM variants w JOIN units o ON o.id = w.unit_id "
            "WHERE w.segment_id = v.segment_id AND (o.source_id IS NULL OR o.source_id <> ALL (%(own)s)))",
            {"own": sorted(files)},
        )
        return frozenset(int(row[0]) for row in rows)

    def waiting(self) -> int:
        """Returns 0."""
        return 0

    def index(self, progress: Callable[[int, int], None] = lambda done, expected: None, *, more_than: int = 0) -> None:
        """Has rows of the index settle, where they are very many: a segment is indexed as it is stored."""
        settle(self._connection, progress)

    def index_anew(self, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Makes the rows of the index in a table of their own, which then takes the place of the other."""
        from tmtool.store.postgresql.segment_table import SegmentTable

        (total,) = one_row(self._connection, "SELECT count(*) FROM segments")
        SegmentTable(self._database).index_anew(lambda done: progress(done, max(done, total)))

    def recount(self) -> None:
        """Counts them by the texts and the rows of the index."""
        from tmtool.store.postgresql.recounting import recount

        recount(self._database)


class LimitedSegments(PostgresqlSegments):
    """`LimitedSegments` finds the segments of some memories; what the indexes count is of all of them, and not
    told."""

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> Iterator[tuple[int, str]]:
        """Begins at the last segment of all, which is sooner found."""
        whole = self._database.whole
        yield from full_text.segments_with(self._connection, wanted, language, begun=begun, whole=whole)

    def frequencies(self, words: Collection[str], language: str) -> dict[str, int]:
        """Counts by the full text, up to ten thousand."""
        return {word: full_text.counted(self._connection, word, primary(language)) for word in words}


class SecuredSegments(PostgresqlSegments):
    """`SecuredSegments` finds the segments of the memories that who asks may read, by functions of the database, which
    alone may ask the indexes."""

    def by_rate(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, list[int]]]:
        """Compares the texts themselves: the numbers of words are not told."""
        words = tokens(query)
        if not words:
            return
        rows = self._connection.execute(
            "SELECT s.id, s.text FROM tmtool_similar(%s::text[], %s, %s) AS f (id) JOIN segments s ON s.id = f.id",
            ([stored_token(word) for word in words], primary(language), threshold),
        )
        found: dict[int, list[int]] = {}
        for segment, text in rows:
            if rate := token_rate(words, tokens(text), threshold):
                found.setdefault(rate, []).append(segment)
        yield from ((rate, sorted(found[rate])) for rate in sorted(found, reverse=True))

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> Iterator[tuple[int, str]]:
        """Looks them up in parts, as where all may be seen."""
        query = full_text.asked(wanted, language, begun=begun)
        (end,) = one_row(self._connection, "SELECT coalesce(max(id), 0) + 1 FROM segments")
        for first, after in full_text.parts(end) if query else ():
            yield from self._connection.execute(
                "SELECT s.id, s.text FROM tmtool_with_words(%s::tsquery, %s, %s, %s) AS f (id) "
                "JOIN segments s ON s.id = f.id ORDER BY s.id DESC",
                (query, primary(language), first, after),
            ).fetchall()

    def frequencies(self, words: Collection[str], language: str) -> dict[str, int]:
        """Counts by the full text, up to ten thousand."""
        return {word: full_text.counted(self._connection, word, primary(language), full_text.SECURED) for word in words}
