"""Says which segments answer a question (`store.groups.segments.Segments`): by the fuzzy index, the skeletons, the full
text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tmtool.languages.tags import primary
from tmtool.store.sqlite import full_text
from tmtool.store.sqlite.batches import filled
from tmtool.store.sqlite.dialect import SqliteQuestions
from tmtool.store.sqlite.indexed import INDEXED
from tmtool.store.sqlite.transactions import transaction

if TYPE_CHECKING:
    from tmtool.store.sqlite.index import FuzzyIndex
    from tmtool.store.sqlite.segment_table import SegmentTable

_TEXTS_AT_ONCE = 100


class SqliteSegments(SqliteQuestions):
    """`SqliteSegments` finds the segments of an open database."""

    @cached_property
    def _fuzzy(self) -> FuzzyIndex:
        # Who looks for words needs no match rates.
        from tmtool.store.sqlite.index import FuzzyIndex

        return FuzzyIndex(self._connection)

    def similar(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, int]]:
        """Looks them up in the fuzzy index."""
        for rate, segments in self.by_rate(query, language, threshold):
            yield from ((segment, rate) for segment in segments)

    def by_rate(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, list[int]]]:
        """Looks them up in the fuzzy index."""
        yield from self._fuzzy.find(query, primary(language), threshold)

    def alike(self, query: str, language: str, *, most: int = 0) -> dict[int, str]:
        """Looks them up by the digest of the skeleton; of those that wait, those that may have it are looked at."""
        from tmtool.store.keys import skeleton_and_key

        skeleton, key = skeleton_and_key(query, language)
        if key is None:
            return {}
        language = primary(language)
        found = self._fuzzy.waiting.alike(skeleton, language)
        found += self._connection.execute(
            "SELECT id, text FROM segments_by_skeleton k JOIN segments ON id = segment_id "
            "WHERE k.key = ? AND language = ? ORDER BY segment_id DESC LIMIT ?",
            (key, language, most or -1),
        )
        return dict(found[: most or None])

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> Iterator[tuple[int, str]]:
        """Looks them up in the full text."""
        yield from full_text.segments_with(self._connection, wanted, language, begun=begun)

    def frequencies(self, words: Collection[str], language: str) -> dict[str, int]:
        """Counts by the tokens of the fuzzy index and, for those that wait, the full text."""
        return full_text.frequencies(self._connection, words, language)

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """Reads them from the table."""
        found: dict[int, str] = {}
        marks = ",".join("?" * _TEXTS_AT_ONCE)
        for some in filled(numbers, _TEXTS_AT_ONCE):
            found |= self._connection.execute(f"SELECT id, text FROM segments WHERE id IN ({marks})", some)
        return found

    def first_texts(self, language: str, count: int) -> list[str]:
        """Reads them in the order of the table."""
        rows = self._connection.execute(
            "SELECT text FROM segments WHERE language = ? ORDER BY id LIMIT ?", (primary(language), count)
        )
        return [str(row[0]) for row in rows]

    def only_of(self, files: Collection[int]) -> frozenset[int]:
        """Looks them up by the variants of the files' units."""
        own = ",".join(map(str, sorted(files)))
        rows = self._connection.execute(
            "SELECT DISTINCT v.segment_id FROM variants v JOIN units u ON u.id = v.unit_id "
            f"WHERE u.source_id IN ({own}) AND NOT EXISTS (SELECT 1 FROM variants w JOIN units o ON o.id = w.unit_id "
            f"WHERE w.segment_id = v.segment_id AND (o.source_id IS NULL OR o.source_id NOT IN ({own})))"
        )
        return frozenset(int(row[0]) for row in rows)

    def waiting(self) -> int:
        """Counts from the last one indexed to the last segment."""
        return self._table().waiting()

    def index(self, progress: Callable[[int, int], None] = lambda done, expected: None, *, more_than: int = 0) -> None:
        """Makes all indexes together."""
        table = self._table()
        waiting = table.waiting()
        if waiting > more_than:
            with transaction(self._connection):
                table.index(lambda done: progress(done, max(done, waiting)))

    def index_anew(self, progress: Callable[[int, int], None] = lambda done, expected: None) -> None:
        """Empties the tables of the indexes first."""
        with transaction(self._connection):
            (total,) = self._connection.execute("SELECT count(*) FROM segments").fetchone()
            self._table().index_anew(lambda done: progress(done, max(done, total)))

    def recount(self) -> None:
        """Does nothing: words are counted in the transaction that stores them."""

    def _table(self) -> SegmentTable:
        # What only asks does not load it.
        from tmtool.store.sqlite.segment_table import SegmentTable

        return SegmentTable(self._connection)


class LimitedSegments(SqliteSegments):
    """`LimitedSegments` finds the segments of some memories; what the indexes hold and count is of all of them, and not
    told."""

    def by_rate(self, query: str, language: str, threshold: int) -> Iterator[tuple[int, list[int]]]:
        """Leaves out those that are not shown."""
        for rate, segments in self._fuzzy.find(query, primary(language), threshold):
            if shown := [segment for segment in segments if self._is_shown(segment)]:
                yield rate, shown

    def _is_shown(self, segment: int) -> bool:
        return self._connection.execute("SELECT 1 FROM segments WHERE id = ?", (segment,)).fetchone() is not None

    def frequencies(self, words: Collection[str], language: str) -> dict[str, int]:
        """Counts by the full text, up to ten thousand."""
        return {word: full_text.counted(self._connection, word, primary(language)) for word in words}

    def waiting(self) -> int:
        """Counts those that are shown."""
        (waiting,) = self._connection.execute(f"SELECT count(*) FROM segments WHERE id > {INDEXED}").fetchone()
        return int(waiting)
