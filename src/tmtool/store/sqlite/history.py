"""Keeps the append-only record of what people changed by hand (`tmtool.store.home.History`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from tmtool.store.authorship import author, now
from tmtool.store.sqlite.faults import Questions
from tmtool.store.sqlite.rows import for_rows
from tmtool.store.standing import changed_since, standing, taken_back_by
from tmtool.store.state_writing import unit_state, variant_state
from tmtool.store.values import Change, Entity

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_PARTS_AT_ONCE = 10_000
_LINES = "SELECT id, at, author, action, entity, entity_id, before, after, part_of FROM history"

_SHOWN = "(part_of IS NULL OR part_of IN (SELECT id FROM history WHERE entity_id <> 0 OR entity = 'concept_proposals'))"

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


class SqliteHistory(Questions):
    """A `SqliteHistory` is the history of an open database: contents as JSON, '' for none."""

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

    def line(self, number: int) -> Change:
        """Looks it up by its row."""
        found = next(self._lines("WHERE id = ?", (number,)), None)
        if found is None:
            raise LookupError(f"the history has no line {number}")
        return found

    def last_line(self) -> int:
        """Reads it from the table, from which nothing is removed."""
        (line,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM history").fetchone()
        return int(line)

    def parts(self, line: int) -> list[Change]:
        """Looks them up by what they are part of."""
        return list(self._lines("WHERE id = ?1 OR part_of = ?1 ORDER BY id", (line,)))

    def last_parts(self, line: int) -> Iterator[Change]:
        """Leaves out those that another line on the same thing comes after, and still stands."""
        later = self._connection.execute(
            "SELECT part.id, later.action FROM history part JOIN history later ON later.entity = part.entity "
            "AND later.entity_id = part.entity_id AND later.id > part.id WHERE part.part_of = ? "
            "ORDER BY part.id, later.id",
            (line,),
        )
        changed = changed_since(later)
        following = self._parts_after(line, line)
        while rows := following():
            # The next ones are asked for before anything is written of what these are to become.
            following = self._parts_after(line, rows[-1][0])
            yield from (_change(row) for row in rows if row[0] not in changed)

    def _parts_after(self, line: int, last: int) -> Callable[[], list[Sequence[Any]]]:
        """Asks for some of those that are part of a line, from the one after `last` on."""
        wanted = f"{_LINES} WHERE part_of = ? AND id > ? ORDER BY id LIMIT {_PARTS_AT_ONCE}"
        return self._writing.ask(lambda: self._connection.execute(wanted, (line, last)).fetchall())

    def last_action(self, action: str) -> Change | None:
        """Looks it up among the lines that are part of no other."""
        lines = self._lines(
            "WHERE action IN (?, ?) AND part_of IS NULL ORDER BY id DESC", (action, taken_back_by(action))
        )
        return next(standing(lines), None)

    def last(self, entity: Entity, number: int) -> Change | None:
        """Looks it up by the order of rows."""
        lines = self._lines("WHERE entity = ? AND entity_id = ? ORDER BY id DESC", (entity, number))
        return next(standing(lines), None)

    def since(self, day: str = "", *, limit: int = 0) -> list[Change]:
        """Reads them in the order of rows."""
        wanted = f"WHERE at >= ? AND {_SHOWN} ORDER BY id DESC LIMIT ?"
        return list(self._lines(wanted, (day, limit or -1)))

    def actions_on(self, entity: Entity, *, closed_by: Collection[str] = (), limit: int = 0) -> list[Change]:
        """Looks them up by the kind, of which there are few besides units."""
        last = "(SELECT action FROM history part WHERE part.part_of = history.id ORDER BY part.id DESC LIMIT 1)"
        closed = f"AND coalesce({last}, '') NOT IN ({', '.join('?' * len(closed_by))})" if closed_by else ""
        wanted = f"WHERE entity = ? AND part_of IS NULL {closed} ORDER BY id DESC LIMIT ?"
        return list(self._lines(wanted, (entity, *closed_by, limit or -1)))

    def of_concept(self, identity: str) -> list[Change]:
        """Looks them up by the ids in the contents: a concept may have been called otherwise."""
        return list(
            self._lines(
                "WHERE entity = 'concepts' AND (json_extract(nullif(before, ''), '$.id') = ?1 "
                "OR json_extract(nullif(after, ''), '$.id') = ?1) ORDER BY id",
                (identity,),
            )
        )

    def _lines(self, wanted: str, values: tuple[object, ...]) -> Iterator[Change]:
        return map(_change, self._connection.execute(f"{_LINES} {wanted}", values))


def _change(row: Sequence[Any]) -> Change:
    line, at, by, action, entity, number, before, after, part_of = row
    return Change(line, at, by, action, entity, number, _read(before), _read(after), part_of)


def written(content: dict[str, Any] | None) -> str:
    """Returns what a line has for a content."""
    return "" if content is None else _encode(content)


def _read(written: str) -> dict[str, Any] | None:
    content: dict[str, Any] | None = json.loads(written) if written else None
    return content
