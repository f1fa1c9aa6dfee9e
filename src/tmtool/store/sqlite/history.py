"""Writes the append-only record of what people changed by hand (`store.groups.history.History`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from tmtool.store.authorship import author, now
from tmtool.store.sql.dialect import Row
from tmtool.store.sql.history import LINES, SqlHistory, change_of, written
from tmtool.store.sqlite.dialect import SqliteQuestions
from tmtool.store.sqlite.rows import for_rows
from tmtool.store.state_writing import unit_state, variant_state
from tmtool.store.values import Change, Entity

_PARTS_AT_ONCE = 10_000
_JSON = "json_quote({})"
_VARIANTS = (
    f"(SELECT group_concat({variant_state(_JSON)}, ', ') FROM json_each(n.numbers) m CROSS JOIN variants v "
    "ON v.unit_id = u.id AND v.number = m.value CROSS JOIN segments s ON s.id = v.segment_id)"
)
_RECORD_STATES = (
    "INSERT INTO history (at, author, action, entity, entity_id, before, part_of) "
    f"SELECT :at, :by, :action, 'units', u.id, {unit_state(_JSON, _VARIANTS)}, :part_of "
    "FROM {rows} n CROSS JOIN units u ON u.id = n.unit"
)
_RECORD = (
    "INSERT INTO history (at, author, action, entity, entity_id, before, after, part_of) "
    "SELECT :at, :by, :action, :entity, n.number, n.before, n.after, :part_of FROM {rows} n"
)


class SqliteHistory(SqlHistory, SqliteQuestions):
    """A `SqliteHistory` is the history of an open database."""

    def record(
        self,
        action: str,
        entity: Entity,
        number: int,
        *,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        part_of: int | None = None,
    ) -> int:
        """Inserts a row, which triggers keep from being changed."""
        cursor = self._connection.execute(
            "INSERT INTO history (at, author, action, entity, entity_id, before, after, part_of) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (now(), author(), action, entity, number, written(before), written(after), part_of),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def record_all(
        self,
        action: str,
        entity: Entity,
        changes: Iterable[tuple[int, dict[str, Any] | None, dict[str, Any] | None]],
        *,
        part_of: int,
    ) -> None:
        """Inserts the rows by one statement."""
        rows = [(number, written(before), written(after)) for number, before, after in changes]
        values = {"at": now(), "by": author(), "action": action, "entity": entity, "part_of": part_of}
        columns = {"number": int, "before": str, "after": str}
        self._writing.write(lambda: for_rows(self._connection, _RECORD, columns, rows, values))

    def record_states(self, action: str, variants: Sequence[tuple[int, int]], *, part_of: int) -> None:
        """Has SQLite write them, in whose tables they are."""
        values = {"at": now(), "by": author(), "action": action, "part_of": part_of}
        units = [
            (unit, f"[{','.join(str(number) for _, number in some)}]")
            for unit, some in groupby(variants, key=itemgetter(0))
        ]
        columns = {"unit": int, "numbers": str}
        self._writing.write(lambda: for_rows(self._connection, _RECORD_STATES, columns, units, values))

    def last_parts(self, line: int) -> Iterator[Change]:
        """Leaves out those that another line on the same thing comes after, and still stands."""
        changed = self._changed_since(line)
        following = self._parts_after(line, line)
        while rows := following():
            # The next ones are asked for before anything is written of what these are to become.
            following = self._parts_after(line, rows[-1][0])
            yield from (change_of(row) for row in rows if row[0] not in changed)

    def _parts_after(self, line: int, last: int) -> Callable[[], list[Row]]:
        """Asks for some of those that are part of a line, from the one after `last` on."""
        wanted = f"{LINES} WHERE part_of = ? AND id > ? ORDER BY id LIMIT {_PARTS_AT_ONCE}"
        return self._writing.ask(lambda: self._connection.execute(wanted, (line, last)).fetchall())
