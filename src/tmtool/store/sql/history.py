"""Reads the append-only record of what people changed by hand (`store.groups.history.History`)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from tmtool.store.sql.dialect import Dialect, Row
from tmtool.store.sql.questions import Questions
from tmtool.store.standing import changed_since, standing, taken_back_by
from tmtool.store.values import Change, Entity

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
LINES = "SELECT id, at, author, action, entity, entity_id, before, after, part_of FROM history"
"""Asks for the lines; a condition follows, and `change_of` makes something of each row."""
LINES_WITH_TEXTS = (
    "SELECT id FROM history h WHERE (before <> '' OR after <> '') AND ("
    "entity IN ('units', 'concepts') AND action NOT IN ('settle', 'undo settle') "
    "OR entity IN ('unit_proposals', 'concept_proposals') AND "
    "(SELECT action FROM history p WHERE p.part_of = coalesce(h.part_of, h.id) ORDER BY p.id DESC LIMIT 1) "
    "IN ('accept', 'refuse'))"
)
"""Asks for those with texts that changes took out or put in; not with those that are proposed, on which nothing is
decided yet."""
_NAMES = ("memory", "of")
"""The keys by which lines about memories name them."""
_SHOWN = "(part_of IS NULL OR part_of IN (SELECT id FROM history WHERE entity_id <> 0 OR entity = 'concept_proposals'))"
_ALL = 1 << 62
"""More lines than there are."""


def lines_of_gone_memories(sql: Dialect) -> list[int]:
    """Returns the lines about memories that name one which is there no more, such as one that was merged into
    another."""
    there = {row[0] for row in sql.rows("SELECT name FROM memories")}
    rows = sql.rows("SELECT id, before, after FROM history WHERE entity = 'memories' AND (before <> '' OR after <> '')")
    return [
        number
        for number, *contents in rows
        if not {said[key] for one in contents if one for said in [json.loads(one)] for key in _NAMES if said.get(key)}
        <= there
    ]


class SqlHistory(Questions):
    """A `SqlHistory` is the history of an open database: contents as JSON, '' for none."""

    def line(self, number: int) -> Change:
        """Looks it up by its row."""
        found = next(self._lines("WHERE id = ?", number), None)
        if found is None:
            raise LookupError(f"the history has no line {number}")
        return found

    def last_line(self) -> int:
        """Reads it from the table, from which nothing is removed."""
        ((line,),) = self._sql.rows("SELECT coalesce(max(id), 0) FROM history")
        return int(line)

    def parts(self, line: int) -> list[Change]:
        """Looks them up by what they are part of."""
        return list(self._lines("WHERE id = ? OR part_of = ? ORDER BY id", line, line))

    def last_action(self, action: str) -> Change | None:
        """Looks it up among the lines that are part of no other."""
        lines = self._lines(
            "WHERE action IN (?, ?) AND part_of IS NULL ORDER BY id DESC", action, taken_back_by(action)
        )
        return next(standing(lines), None)

    def last(self, entity: Entity, number: int) -> Change | None:
        """Looks it up by the order of rows."""
        return next(standing(self._lines("WHERE entity = ? AND entity_id = ? ORDER BY id DESC", entity, number)), None)

    def since(self, day: str = "", *, limit: int = 0) -> list[Change]:
        """Reads them in the order of rows."""
        return list(self._lines(f"WHERE at >= ? AND {_SHOWN} ORDER BY id DESC LIMIT ?", day, limit or _ALL))

    def actions_on(self, entity: Entity, *, closed_by: Collection[str] = (), limit: int = 0) -> list[Change]:
        """Looks them up by the kind, of which there are few besides units."""
        last = "(SELECT action FROM history part WHERE part.part_of = history.id ORDER BY part.id DESC LIMIT 1)"
        wanted = f"WHERE entity = ? AND part_of IS NULL AND coalesce({last}, '') <> ALL (?) ORDER BY id DESC LIMIT ?"
        return list(self._lines(wanted, entity, list(closed_by), limit or _ALL))

    def of_concept(self, identity: str) -> list[Change]:
        """Looks them up by the ids in the contents: a concept may have been called otherwise."""
        before, after = (self._sql.json.by_name.format(column, "id") for column in ("before", "after"))
        return list(
            self._lines(f"WHERE entity = 'concepts' AND ({before} = ? OR {after} = ?) ORDER BY id", identity, identity)
        )

    def _changed_since(self, line: int) -> Collection[int]:
        """Returns the parts of a line that another one on the same thing comes after, and still stands."""
        later = self._sql.rows(
            # Few lines come after: of each the part is looked up, where to join all would be to read all.
            "SELECT (SELECT id FROM history WHERE entity = later.entity AND entity_id = later.entity_id "
            "AND id < later.id AND part_of = ? LIMIT 1) AS part, action FROM history later "
            "WHERE id > ? AND coalesce(part_of, 0) <> ? ORDER BY 1, id",
            line,
            line,
            line,
        )
        return changed_since((part, action) for part, action in later if part is not None)

    def _lines(self, wanted: str, *values: object) -> Iterator[Change]:
        return map(change_of, self._sql.rows(f"{LINES} {wanted}", *values))


def change_of(row: Row) -> Change:
    """Returns the change that a row of `LINES` tells of."""
    line, at, by, action, entity, number, before, after, part_of = row
    return Change(line, at, by, action, entity, number, _read(before), _read(after), part_of)


def written(content: dict[str, Any] | None) -> str:
    """Returns what a line has for a content."""
    return "" if content is None else _encode(content)


def _read(written: str) -> dict[str, Any] | None:
    content: dict[str, Any] | None = json.loads(written) if written else None
    return content
