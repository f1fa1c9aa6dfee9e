"""Writes the append-only record of what people changed by hand (`tmtool.store.home.History`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tmtool.store.authorship import author, now
from tmtool.store.postgresql.database import one_row
from tmtool.store.postgresql.dialect import PostgresqlQuestions
from tmtool.store.sql.history import SqlHistory, written
from tmtool.store.state_writing import unit_state, variant_state
from tmtool.store.values import Change, Entity

_JSON = "to_json({})::text"
_VARIANTS = f"string_agg({variant_state(_JSON)}, ', ' ORDER BY v.number)"
_RECORD_STATES = (
    "INSERT INTO history (at, author, action, entity, entity_id, before, part_of, role) "
    "SELECT %s, %s, %s, 'units', u.id, "
    f"{unit_state(_JSON, _VARIANTS)}, %s, "
    "(SELECT tmtool_caller()) FROM unnest(%b::bigint[], %b::integer[]) AS n (unit, number) "
    "JOIN units u ON u.id = n.unit JOIN variants v ON v.unit_id = u.id AND v.number = n.number "
    "JOIN segments s ON s.id = v.segment_id GROUP BY u.id ORDER BY u.id"
)


class PostgresqlHistory(SqlHistory, PostgresqlQuestions):
    """A `PostgresqlHistory` is the history of an open database."""

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
        with self._database.storing():
            (line,) = one_row(
                self._connection,
                "INSERT INTO history (at, author, action, entity, entity_id, before, after, part_of) "
                "VALUES (%s, %s, %s, %s, %s, %s, %s, %s) RETURNING id",
                (now(), author(), action, entity, number, written(before), written(after), part_of),
            )
        return int(line)

    def record_all(
        self,
        action: str,
        entity: Entity,
        changes: Iterable[tuple[int, dict[str, Any] | None, dict[str, Any] | None]],
        *,
        part_of: int,
    ) -> None:
        """Inserts the rows by one statement, which asks once who has them made."""
        rows = [(number, written(before), written(after)) for number, before, after in changes]
        values = (
            now(), author(), action, entity, part_of, [number for number, _, _ in rows],
            [before for _, before, _ in rows], [after for _, _, after in rows],
        )  # fmt: skip

        def write() -> None:
            self._connection.execute(
                "INSERT INTO history (at, author, action, entity, entity_id, before, after, part_of, role) "
                "SELECT %s, %s, %s, %s, n.number, n.before, n.after, %s, (SELECT tmtool_caller()) "
                "FROM unnest(%b::bigint[], %b::text[], %b::text[]) WITH ORDINALITY AS n (number, before, after, place) "
                "ORDER BY n.place",
                values,
            )

        self._database.write(write)

    def record_states(self, action: str, variants: Sequence[tuple[int, int]], *, part_of: int) -> None:
        """Has the server write them, in whose tables they are."""
        values = (
            now(), author(), action, part_of, [unit for unit, _ in variants], [number for _, number in variants],
        )  # fmt: skip

        def write() -> None:
            self._connection.execute(_RECORD_STATES, values)

        self._database.write(write)

    def last_parts(self, line: int) -> Iterator[Change]:
        """Leaves out those that another line on the same thing comes after, and still stands."""
        changed = self._changed_since(line)
        parts = self._lines("WHERE part_of = ? ORDER BY id", line)
        return (one for one in parts if one.line not in changed)
