"""Keeps the append-only record of what people changed by hand (`tmtool.store.home.History`)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from tmtool.store.authorship import author, now
from tmtool.store.postgresql.database import one_row
from tmtool.store.postgresql.faults import Questions
from tmtool.store.standing import changed_since, standing, taken_back_by
from tmtool.store.state_writing import unit_state, variant_state
from tmtool.store.values import Change, Entity

_LINES = "SELECT id, at, author, action, entity, entity_id, before, after, part_of FROM history"

_SHOWN = "(part_of IS NULL OR part_of IN (SELECT id FROM history WHERE entity_id <> 0 OR entity = 'concept_proposals'))"

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


class PostgresqlHistory(Questions):
    """A `PostgresqlHistory` is the history of an open database: contents as JSON, '' for none."""

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
                (now(), author(), action, entity, number, _written(before), _written(after), part_of),
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
        rows = [(number, _written(before), _written(after)) for number, before, after in changes]
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
        later = self._connection.execute(
            "SELECT part.id, later.action FROM history part JOIN history later ON later.entity = part.entity "
            "AND later.entity_id = part.entity_id AND later.id > part.id WHERE part.part_of = %s "
            "ORDER BY part.id, later.id",
            (line,),
        )
        changed = changed_since(later)
        parts = self._lines("WHERE part_of = %s ORDER BY id", (line,))
        return (one for one in parts if one.line not in changed)

    def last_action(self, action: str) -> Change | None:
        """Looks it up among the lines that are part of no other."""
        lines = self._lines(
            "WHERE action IN (%s, %s) AND part_of IS NULL ORDER BY id DESC", (action, taken_back_by(action))
        )
        return next(standing(lines), None)

    def line(self, number: int) -> Change:
        """Looks it up by its row."""
        found = next(self._lines("WHERE id = %s", (number,)), None)
        if found is None:
            raise LookupError(f"the history has no line {number}")
        return found

    def last_line(self) -> int:
        """Reads it from the table, from which nothing is removed."""
        (line,) = one_row(self._connection, "SELECT coalesce(max(id), 0) FROM history")
        return int(line)

    def parts(self, line: int) -> list[Change]:
        """Looks them up by what they are part of."""
        return list(self._lines("WHERE id = %s OR part_of = %s ORDER BY id", (line, line)))

    def last(self, entity: Entity, number: int) -> Change | None:
        """Looks it up by the order of rows."""
        lines = self._lines("WHERE entity = %s AND entity_id = %s ORDER BY id DESC", (entity, number))
        return next(standing(lines), None)

    def since(self, day: str = "", *, limit: int = 0) -> list[Change]:
        """Reads them in the order of rows."""
        wanted = f"WHERE at >= %s AND {_SHOWN} ORDER BY id DESC LIMIT %s"
        return list(self._lines(wanted, (day, limit or None)))

    def actions_on(self, entity: Entity, *, closed_by: Collection[str] = (), limit: int = 0) -> list[Change]:
        """Looks them up by the kind, of which there are few besides units."""
        last = "(SELECT action FROM history part WHERE part.part_of = history.id ORDER BY part.id DESC LIMIT 1)"
        wanted = f"WHERE entity = %s AND part_of IS NULL AND coalesce({last}, '') <> ALL (%s) ORDER BY id DESC LIMIT %s"
        return list(self._lines(wanted, (entity, list(closed_by), limit or None)))

    def of_concept(self, identity: str) -> list[Change]:
        """Looks them up by the ids in the contents: a concept may have been called otherwise."""
        return list(
            self._lines(
                "WHERE entity = 'concepts' AND (nullif(before, '')::json ->> 'id' = %s "
                "OR nullif(after, '')::json ->> 'id' = %s) ORDER BY id",
                (identity, identity),
            )
        )

    def _lines(self, wanted: str, values: tuple[object, ...]) -> Iterator[Change]:
        for row, at, by, action, entity, number, before, after, part_of in self._connection.execute(
            f"{_LINES} {wanted}", values
        ):
            yield Change(row, at, by, action, entity, number, _read(before), _read(after), part_of)


def _written(content: dict[str, Any] | None) -> str:
    return "" if content is None else json.dumps(content, ensure_ascii=False)


def _read(written: str) -> dict[str, Any] | None:
    content: dict[str, Any] | None = json.loads(written) if written else None
    return content
