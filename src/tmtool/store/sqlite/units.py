"""Keeps units as pairs of languages, as files give them, and as a person corrects them (`store.groups.units.Units`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from tmtool.languages.tags import primary, same_language
from tmtool.model import Status, StoredPair
from tmtool.store.by_time import by_time
from tmtool.store.sql.pairs import joined_pairs_with, pairs_of, pairs_with
from tmtool.store.sqlite import full_text
from tmtool.store.sqlite.batches import evened, filled, marks
from tmtool.store.sqlite.dialect import SqliteDialect, SqliteQuestions

if TYPE_CHECKING:
    import sqlite3

    from tmtool.model import Unit
    from tmtool.store.behind import Behind
    from tmtool.store.sqlite.unit_rewriting import UnitRewriting
    from tmtool.store.values import Part, UnitState, VariantState

_TEXTS_AT_ONCE, _STATES_AT_ONCE = 500, 500
_REWRITTEN_AT_ONCE = 10_000
_TIME = "coalesce(nullif(max(u.changed, u.created), ''), u.date)"
_STATE = "status, changed, changed_by, edited"
_VARIANT_STATE = "v.number, s.text, v.language, v.markup, v.markup_format, v.changed, v.changed_by"
_PAIRS = pairs_with(asked="IN ({asked})", value="?", latest="max")
_JOINED_PAIRS = joined_pairs_with(asked="IN ({asked})", value="?", latest="max")


class SqliteUnits(SqliteQuestions):
    """`SqliteUnits` holds the units of an open database."""

    def __init__(self, sql: SqliteDialect) -> None:
        super().__init__(sql)
        self._bulk: tuple[Behind, UnitRewriting] | None = None

    def of_segments(self, segments: Sequence[int], source_language: str, target_language: str) -> list[StoredPair]:
        """Looks them up by the variants that have the segments; then, where there are joined units, by these."""
        asked = evened(segments)
        target = primary(target_language)
        rows = self._connection.execute(_PAIRS.format(asked=marks(asked)), (*asked, target)).fetchall()
        if self._has_joined():
            values = (*asked, target, target, primary(source_language))
            rows += self._connection.execute(_JOINED_PAIRS.format(asked=marks(asked)), values)
            rows.sort(key=lambda row: int(row[0]))
        return pairs_of(rows, source_language, target_language)

    def _has_joined(self) -> bool:
        return self._connection.execute("SELECT 1 FROM joined LIMIT 1").fetchone() is not None

    def with_source(self, texts: Sequence[str], source_language: str, target_language: str) -> list[StoredPair]:
        """Looks them up by the digests of the texts."""
        from tmtool.store.keys import key_of

        found: list[StoredPair] = []
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            keys = evened([key_of(text) for text in texts[start : start + _TEXTS_AT_ONCE]])
            rows = self._connection.execute(
                f"SELECT id FROM segments WHERE key IN ({marks(keys)}) AND language = ?",
                (*keys, primary(source_language)),
            )
            if segments := [int(row[0]) for row in rows]:
                found += self.of_segments(segments, source_language, target_language)
        return found

    def translations(
        self, texts: Sequence[str], source_language: str, target_language: str
    ) -> list[tuple[str, str, Status]]:
        """Looks them up by the digests of the texts."""
        from tmtool.store.keys import key_of

        found: list[tuple[str, str, Status]] = []
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            keys = evened([key_of(text) for text in texts[start : start + _TEXTS_AT_ONCE]])
            rows = self._connection.execute(
                "SELECT DISTINCT s.text, t.text, u.status, v.language, w.language FROM segments s "
                "JOIN variants v ON v.segment_id = s.id JOIN units u ON u.id = v.unit_id "
                "JOIN variants w ON w.unit_id = u.id AND w.number <> v.number JOIN segments t ON t.id = w.segment_id "
                f"WHERE s.key IN ({marks(keys)}) AND s.language = ? AND t.language = ?",
                (*keys, primary(source_language), primary(target_language)),
            )
            found += [
                (source, target, Status(status))
                for source, target, status, one, other in rows
                if same_language(one, source_language) and same_language(other, target_language)
            ]
        if self._has_joined():
            pairs = self.with_source(texts, source_language, target_language)
            found += [(one.source, one.target, one.status) for one in pairs if one.joined]
            return list(dict.fromkeys(found))
        return found

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> list[tuple[int, int]]:
        """Looks them up in the full text."""
        return full_text.units_with(self._connection, wanted, language, begun=begun)

    def by_time(self, language: str) -> Iterator[tuple[int, int]]:
        """Reads them by the index of times."""
        yield from by_time(_ByTime(self._connection, primary(language)))

    def pair(self, unit: int, source_language: str, target_language: str) -> StoredPair | None:
        """Looks it up by the segments of the unit."""
        rows = self._connection.execute("SELECT segment_id FROM variants WHERE unit_id = ?", (unit,))
        pairs = self.of_segments([int(row[0]) for row in rows], source_language, target_language)
        return next((pair for pair in pairs if pair.unit == unit), None)

    def newest(self, source_language: str, target_language: str, limit: int) -> Iterator[tuple[str, str]]:
        """Reads them in the order of rows."""
        yield from self._connection.execute(
            "SELECT s.text, t.text FROM units u "
            "JOIN variants a ON a.unit_id = u.id JOIN segments s ON s.id = a.segment_id AND s.language = ? "
            "JOIN variants b ON b.unit_id = u.id JOIN segments t ON t.id = b.segment_id AND t.language = ? "
            "WHERE u.status <> 'superseded' ORDER BY u.id DESC LIMIT ?",
            (primary(source_language), primary(target_language), limit),
        )

    def read(
        self, *, memory: str | None = None, document: str | None = None, since: str | None = None
    ) -> Iterator[tuple[str, Unit]]:
        """Reads them by a module of its own, since a lookup does not need whole units."""
        from tmtool.store.sqlite.unit_reading import read_units

        yield from read_units(self._connection, memory=memory, document=document, since=since)

    def texts(self, language: str, part: Part, *, containing: str = "") -> Iterator[tuple[int, int, str]]:
        """Reads them in the order of rows."""
        rows = self._connection.execute(
            "SELECT u.id, v.number, s.text, v.language FROM units u JOIN memories m ON m.id = u.memory_id "
            "LEFT JOIN sources f ON f.id = u.source_id LEFT JOIN documents d ON d.id = u.document_id "
            "JOIN variants v ON v.unit_id = u.id JOIN segments s ON s.id = v.segment_id "
            "WHERE s.language = ?1 AND (?2 IS NULL OR m.name = ?2) AND (?3 IS NULL OR f.path = ?3) "
            "AND (?4 IS NULL OR d.symbol = ?4) AND instr(s.text, ?5) ORDER BY u.id, v.number",
            (primary(language), part.memory, part.source, part.document, containing),
        )
        for unit, number, text, tag in rows:
            if same_language(tag, language):
                yield unit, number, text

    def hold(self, units: Sequence[int]) -> None:
        """Waits for nobody: there is one who writes."""

    def state(self, unit: int) -> UnitState:
        """Reads it as those of many."""
        return self.states([unit])[0]

    def states(self, units: Sequence[int]) -> list[UnitState]:
        """Reads them from the rows of the units and their variants."""
        from tmtool.store.values import UnitState, VariantState

        found: dict[int, UnitState] = {}
        for some in filled(units, _STATES_AT_ONCE):
            variants: dict[int, list[VariantState]] = {}
            for unit, *one in self._connection.execute(
                f"SELECT v.unit_id, {_VARIANT_STATE} FROM variants v JOIN segments s ON s.id = v.segment_id "
                f"WHERE v.unit_id IN ({marks(some)}) ORDER BY v.unit_id, v.number",
                some,
            ):
                variants.setdefault(unit, []).append(VariantState(*one))
            for unit, status, changed, by, edited in self._connection.execute(
                f"SELECT id, {_STATE} FROM units WHERE id IN ({marks(some)})", some
            ):
                found[unit] = UnitState(Status(status), changed, by, edited, tuple(variants.get(unit, ())))
        for unit in units:
            if unit not in found:
                raise LookupError(f"there is no unit {unit}")
        return [found[unit] for unit in units]

    def rewrite(self, unit: int, state: UnitState) -> None:
        """Updates the rows, as those of many."""
        self.rewrite_all([(unit, state)])

    def rewrite_all(self, states: Sequence[tuple[int, UnitState]]) -> None:
        """Updates the rows; new texts wait to be indexed."""
        rewriting = self._rewriting()
        for start in range(0, len(states), _REWRITTEN_AT_ONCE):
            rewriting.add(states[start : start + _REWRITTEN_AT_ONCE])
        if self._writing.bulk is None:
            rewriting.finish()

    def reword_all(self, texts: Sequence[tuple[int, int, str]], language: str, at: str, by: str) -> None:
        """Updates the rows as `rewrite_all` does."""
        rewriting = self._rewriting()
        for start in range(0, len(texts), _REWRITTEN_AT_ONCE):
            rewriting.add_texts(texts[start : start + _REWRITTEN_AT_ONCE], language, at, by)
        if self._writing.bulk is None:
            rewriting.finish()

    def _rewriting(self) -> UnitRewriting:
        """Returns what rewrites units: one of a bulk transaction, which finishes at its end."""
        from tmtool.store.sqlite.unit_rewriting import UnitRewriting

        bulk = self._writing.bulk
        if bulk is None:
            return UnitRewriting(self._connection, self._writing)
        if self._bulk is None or self._bulk[0] is not bulk:
            self._bulk = bulk, UnitRewriting(self._connection, self._writing)
            bulk.at_the_end(self._bulk[1].finish)
        return self._bulk[1]

    def set_status(self, unit: int, status: Status, changed: str) -> None:
        """Updates the row."""
        self._connection.execute("UPDATE units SET status = ?, changed = ? WHERE id = ?", (status, changed, unit))

    def remove_documents(self, symbols: Collection[str]) -> None:
        """Removes the rows of the units."""
        from tmtool.store.sqlite.removal import remove_units

        rows = self._connection.execute(
            "SELECT u.id FROM units u JOIN documents d ON d.id = u.document_id "
            f"WHERE d.symbol IN ({','.join('?' * len(symbols))})",
            sorted(symbols),
        )
        remove_units(self._connection, [int(row[0]) for row in rows])


class _ByTime:
    """A `_ByTime` reads the units of a time by the index of times."""

    def __init__(self, connection: sqlite3.Connection, language: str) -> None:
        self._connection = connection
        self._language = language

    def time_before(self, time: str | None) -> str | None:
        """Reads one entry of the index."""
        before = "" if time is None else f"WHERE {_TIME} < ?"
        row = self._connection.execute(
            f"SELECT {_TIME} FROM units u {before} ORDER BY {_TIME} DESC LIMIT 1", () if time is None else (time,)
        ).fetchone()
        return str(row[0]) if row else None

    def trusted(self) -> list[tuple[int, int]]:
        """Reads all memories."""
        return self._connection.execute("SELECT trust, id FROM memories").fetchall()

    def of_time(self, time: str, memory: int, status: Status, after: int, most: int) -> list[tuple[int, int, int]]:
        """Reads a part of the index, then the variants."""
        return self._connection.execute(
            "SELECT u.id, coalesce(v.number, 0), coalesce(s.id, 0) FROM (SELECT id FROM units u "
            f"WHERE {_TIME} = ? AND memory_id = ? AND status = ? AND id > ? ORDER BY id LIMIT ?) u LEFT JOIN "
            "variants v ON v.unit_id = u.id LEFT JOIN segments s ON s.id = v.segment_id AND s.language = ? "
            "ORDER BY 1, 2",
            (time, memory, status, after, most, self._language),
        ).fetchall()
