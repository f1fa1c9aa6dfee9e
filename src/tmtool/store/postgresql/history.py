"""Writes the append-only record of what people changed by hand (`store.groups.history.History`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tmtool.store.authorship import author, now
from tmtool.store.postgresql.connection import one_row
from tmtool.store.postgresql.dialect import PostgresqlQuestions
from tmtool.store.sql.history import SqlHistory, written
from tmtool.store.state_writing import unit_state, variant_state
from tmtool.store.values import Change, Entity

# Most of what is not the text is empty.
_JSON = "CASE {0} WHEN '' THEN '\"\"' ELSE to_json({0})::text END"
_VARIANT = variant_state(_JSON)


def _record_states(variants: str, group: str) -> str:
    """Returns the statement that records states of units, of which this puts the variants after each other."""
    return (
        "INSERT INTO history (at, author, action, entity, entity_id, before, part_of, role) "
        f"SELECT %s, %s, %s, 'units', u.id, {unit_state(_JSON, variants)}, %s, "
        "(SELECT tmtool_caller()) FROM unnest(%b::bigint[], %b::integer[]) AS n (unit, number) "
        "JOIN units u ON u.id = n.unit JOIN variants v ON v.unit_id = u.id AND v.number = n.number "
        f"JOIN segments s ON s.id = v.segment_id {group} ORDER BY u.id"
    )


_RECORD_STATES = _record_states(f"string_agg({_VARIANT}, ', ' ORDER BY v.number)", "GROUP BY u.id")
_RECORD_STATES_OF_ONE_VARIANT = _record_states(_VARIANT, "")


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
        from tmtool.store.postgresql import packing

        rows = [(number, written(before), written(after)) for number, before, after in changes]
        values = (
            now(), author(), action, entity, part_of, packing.bigints([number for number, _, _ in rows]),
            packing.texts(before for _, before, _ in rows), packing.texts(after for _, _, after in rows),
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
        from tmtool.store.postgresql import packing

        units = [unit for unit, _ in variants]
        statement = _RECORD_STATES if len(set(units)) < len(units) else _RECORD_STATES_OF_ONE_VARIANT
        values = (
            now(), author(), action, part_of, packing.bigints(units),
            packing.integers([number for _, number in variants]),
        )  # fmt: skip

        def write() -> None:
            self._connection.execute(statement, values)

        self._database.write(write)

    def last_parts(self, line: int) -> Iterator[Change]:
        """Leaves out those that another line on the same thing comes after, and still stands."""
        changed = self._changed_since(line)
        parts = self._lines("WHERE part_of = ? ORDER BY id", line)
        return (one for one in parts if one.line not in changed)
