"""Keeps units as pairs of languages, as files give them, and as a person corrects them (`store.groups.units.Units`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from tmtool.languages.tags import primary, same_language
from tmtool.model import Status, StoredPair
from tmtool.store.by_time import by_time
from tmtool.store.keys import key_of
from tmtool.store.postgresql import words
from tmtool.store.postgresql.dialect import PostgresqlDialect, PostgresqlQuestions
from tmtool.store.sql.pairs import joined_pairs_with, pairs_of, pairs_with

if TYPE_CHECKING:
    from tmtool.model import Unit
    from tmtool.store.behind import Behind
    from tmtool.store.postgresql.connection import Connection
    from tmtool.store.postgresql.unit_rewriting import UnitRewriting
    from tmtool.store.values import Part, UnitState, VariantState

_UNITS_AT_ONCE, _REWRITTEN_AT_ONCE = 1_000, 5_000
_TIME = "(coalesce(nullif(greatest(u.changed, u.created), ''), u.date) COLLATE \"C\")"
_STATE = "status, changed, changed_by, edited"
_VARIANT_STATE = "v.number, s.text, v.language, v.markup, v.markup_format, v.changed, v.changed_by"
_PAIRS = pairs_with(asked="= ANY (%s)", value="%s", latest="greatest")
_JOINED_PAIRS = joined_pairs_with(asked="= ANY (%s)", value="%s", latest="greatest")
_CONTAINING = "s.language = %(language)s AND strpos(s.text, %(containing)s) > 0"
_TEXTS = (
    "SELECT v.unit_id, v.number, s.text, v.language FROM segments s JOIN variants v ON v.segment_id = s.id "
    f"WHERE {_CONTAINING} ORDER BY v.unit_id, v.number"
)
_TEXTS_OF = (
    f"WITH s AS MATERIALIZED (SELECT id, text FROM segments s WHERE {_CONTAINING}) "
    "SELECT u.id, v.number, s.text, v.language FROM s JOIN variants v ON v.segment_id = s.id "
    "JOIN units u ON u.id = v.unit_id JOIN memories m ON m.id = u.memory_id "
    "LEFT JOIN sources f ON f.id = u.source_id LEFT JOIN documents d ON d.id = u.document_id "
    "WHERE (%(memory)s::text IS NULL OR m.name = %(memory)s) AND (%(source)s::text IS NULL OR f.path = %(source)s) "
    "AND (%(document)s::text IS NULL OR d.symbol = %(document)s) ORDER BY u.id, v.number"
)


class PostgresqlUnits(PostgresqlQuestions):
    """`PostgresqlUnits` holds the units of an open database."""

    def __init__(self, sql: PostgresqlDialect) -> None:
        super().__init__(sql)
        self._bulk: tuple[Behind, UnitRewriting] | None = None

    def of_segments(self, segments: Sequence[int], source_language: str, target_language: str) -> list[StoredPair]:
        """Looks them up by the variants that have the segments; then, where there are joined units, by these."""
        asked, target = list(segments), primary(target_language)
        rows = self._connection.execute(_PAIRS, (asked, target)).fetchall()
        if self._has_joined():
            rows += self._connection.execute(_JOINED_PAIRS, (asked, target, target, primary(source_language)))
            rows.sort(key=lambda row: int(row[0]))
        return pairs_of(rows, source_language, target_language)

    def _has_joined(self) -> bool:
        return self._connection.execute("SELECT 1 FROM joined LIMIT 1").fetchone() is not None

    def with_source(self, texts: Sequence[str], source_language: str, target_language: str) -> list[StoredPair]:
        """Looks them up by the digests of the texts."""
        rows = self._connection.execute(
            "SELECT id FROM segments WHERE key = ANY (%s) AND language = %s",
            ([key_of(text) for text in texts], primary(source_language)),
        )
        segments = [int(row[0]) for row in rows]
        return self.of_segments(segments, source_language, target_language) if segments else []

    def translations(
        self, texts: Sequence[str], source_language: str, target_language: str
    ) -> list[tuple[str, str, Status]]:
        """Looks them up by the digests of the texts."""
        rows = self._connection.execute(
            "SELECT DISTINCT s.text, t.text, u.status, v.language, w.language FROM segments s "
            "JOIN variants v ON v.segment_id = s.id JOIN units u ON u.id = v.unit_id "
            "JOIN variants w ON w.unit_id = u.id AND w.number <> v.number JOIN segments t ON t.id = w.segment_id "
            "WHERE s.key = ANY (%s) AND s.language = %s AND t.language = %s",
            ([key_of(text) for text in texts], primary(source_language), primary(target_language)),
        )
        found = [
            (source, target, Status(status))
            for source, target, status, one, other in rows
            if same_language(one, source_language) and same_language(other, target_language)
        ]
        if self._has_joined():
            pairs = self.with_source(texts, source_language, target_language)
            found += [(one.source, one.target, one.status) for one in pairs if one.joined]
        return list(dict.fromkeys(found))

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> list[tuple[int, int]]:
        """Looks them up in the full text."""
        return words.units_with(self._connection, wanted, language, begun=begun)

    def by_time(self, language: str) -> Iterator[tuple[int, int]]:
        """Reads them by the index of times."""
        yield from by_time(_ByTime(self._connection, primary(language)))

    def pair(self, unit: int, source_language: str, target_language: str) -> StoredPair | None:
        """Looks it up by the segments of the unit."""
        rows = self._connection.execute("SELECT segment_id FROM variants WHERE unit_id = %s", (unit,))
        pairs = self.of_segments([int(row[0]) for row in rows], source_language, target_language)
        return next((pair for pair in pairs if pair.unit == unit), None)

    def newest(self, source_language: str, target_language: str, limit: int) -> Iterator[tuple[str, str]]:
        """Reads them in the order of rows."""
        yield from self._connection.execute(
            "SELECT s.text, t.text FROM units u "
            "JOIN variants a ON a.unit_id = u.id JOIN segments s ON s.id = a.segment_id AND s.language = %s "
            "JOIN variants b ON b.unit_id = u.id JOIN segments t ON t.id = b.segment_id AND t.language = %s "
            "WHERE u.status <> 'superseded' ORDER BY u.id DESC LIMIT %s",
            (primary(source_language), primary(target_language), limit),
        ).fetchall()

    def read(
        self, *, memory: str | None = None, document: str | None = None, since: str | None = None
    ) -> Iterator[tuple[str, Unit]]:
        """Reads them by a module of its own, since a lookup does not need whole units."""
        from tmtool.store.postgresql.unit_reading import read_units

        yield from read_units(self._connection, memory=memory, document=document, since=since)

    def texts(self, language: str, part: Part, *, containing: str = "") -> Iterator[tuple[int, int, str]]:
        """Reads them in the order of rows; all of them without asking what they are of."""
        values = {
            "language": primary(language), "containing": containing, "memory": part.memory, "source": part.source,
            "document": part.document,
        }  # fmt: skip
        of_all = part.memory is part.source is part.document is None
        rows = self._connection.execute(_TEXTS if of_all else _TEXTS_OF, values)
        for unit, number, text, tag in rows.fetchall():
            if same_language(tag, language):
                yield unit, number, text

    def states(self, units: Sequence[int]) -> list[UnitState]:
        """Reads the rows of all units, then those of all variants."""
        return self._database.ask(lambda: self._states(units))()

    def _states(self, units: Sequence[int]) -> list[UnitState]:
        from tmtool.store.values import UnitState, VariantState

        if len(units) > _UNITS_AT_ONCE:
            self._reach_rows_by_index()
        variants: dict[int, list[VariantState]] = {unit: [] for unit in units}
        for unit, *one in self._connection.execute(
            f"SELECT v.unit_id, {_VARIANT_STATE} FROM variants v JOIN segments s ON s.id = v.segment_id "
            "WHERE v.unit_id = ANY (%b) ORDER BY v.unit_id, v.number",
            (list(units),),
        ).fetchall():
            variants[unit].append(VariantState(*one))
        rows = self._connection.execute(f"SELECT id, {_STATE} FROM units WHERE id = ANY (%b)", (list(units),))
        found = {
            unit: UnitState(Status(status), changed, changed_by, edited, tuple(variants[unit]))
            for unit, status, changed, changed_by, edited in rows.fetchall()
        }
        for unit in units:
            if unit not in found:
                raise LookupError(f"there is no unit {unit}")
        return [found[unit] for unit in units]

    def hold(self, units: Sequence[int]) -> None:
        """Locks the rows."""
        self._sql.hold("units", units)

    def state(self, unit: int) -> UnitState:
        """Reads it as `states` does."""
        return self.states([unit])[0]

    def rewrite(self, unit: int, state: UnitState) -> None:
        """Updates the rows as `rewrite_all` does."""
        self.rewrite_all([(unit, state)])

    def rewrite_all(self, states: Sequence[tuple[int, UnitState]]) -> None:
        """Updates the rows of many units by a statement, when their texts are stored."""
        rewriting = self._rewriting(len(states))
        for start in range(0, len(states), _REWRITTEN_AT_ONCE):
            rewriting.add(states[start : start + _REWRITTEN_AT_ONCE])
        if self._database.bulk is None:
            rewriting.finish()

    def reword_all(self, texts: Sequence[tuple[int, int, str]], language: str, at: str, by: str) -> None:
        """Updates the rows as `rewrite_all` does."""
        rewriting = self._rewriting(len(texts))
        for start in range(0, len(texts), _REWRITTEN_AT_ONCE):
            rewriting.add_texts(texts[start : start + _REWRITTEN_AT_ONCE], language, at, by)
        if self._database.bulk is None:
            rewriting.finish()

    def _rewriting(self, count: int) -> UnitRewriting:
        """Returns what rewrites units: one of a bulk transaction, which finishes at its end."""
        from tmtool.store.postgresql.unit_rewriting import UnitRewriting

        if count > _UNITS_AT_ONCE:
            self._database.wait_for_turn()
            self._database.write(self._reach_rows_by_index)
        bulk = self._database.bulk
        if bulk is None:
            return UnitRewriting(self._database)
        if self._bulk is None or self._bulk[0] is not bulk:
            self._bulk = bulk, UnitRewriting(self._database)
            bulk.at_the_end(self._bulk[1].finish)
        return self._bulk[1]

    def _reach_rows_by_index(self) -> None:
        """Has the open transaction look up each row it asks for. To join thousands, the server would read whole tables,
        again for each part of a large change."""
        self._connection.execute(
            "SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)"
        )

    def set_status(self, unit: int, status: Status, changed: str) -> None:
        """Updates the row."""
        self._connection.execute(
            "UPDATE units SET status = %s, changed = %s WHERE id = %s", (status.value, changed, unit)
        )

    def remove_documents(self, symbols: Collection[str]) -> None:
        """Removes the rows of their units."""
        from tmtool.store.postgresql.removal import remove_units

        rows = self._connection.execute(
            "SELECT u.id FROM units u JOIN documents d ON d.id = u.document_id WHERE d.symbol = ANY (%s)",
            (sorted(symbols),),
        )
        remove_units(self._database, [row[0] for row in rows])


class _ByTime:
    """A `_ByTime` reads the units of a time by the index of times."""

    def __init__(self, connection: Connection, language: str) -> None:
        self._connection = connection
        self._language = language

    def time_before(self, time: str | None) -> str | None:
        """Reads one entry of the index."""
        before = "" if time is None else f"WHERE {_TIME} < %s"
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
            f"WHERE {_TIME} = %s AND memory_id = %s AND status = %s AND id > %s ORDER BY id LIMIT %s) AS u LEFT JOIN "
            "variants v ON v.unit_id = u.id LEFT JOIN segments s ON s.id = v.segment_id AND s.language = %s "
            "ORDER BY 1, 2",
            (time, memory, status.value, after, most, self._language),
        ).fetchall()


class SecuredUnits(PostgresqlUnits):
    """`SecuredUnits` holds the units of the memories that who asks may read."""

    def with_words(
        self, wanted: Sequence[Sequence[str]], language: str, *, begun: bool = False
    ) -> list[tuple[int, int]]:
        """Looks them up by a function of the database."""
        return words.units_with(self._connection, wanted, language, begun=begun, segments=words.SECURED)
