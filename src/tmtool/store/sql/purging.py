"""Says which rows a purge takes with them, empties what the history says of them, and notes that it was done."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from tmtool.store.authorship import author, now
from tmtool.store.sql.dialect import Dialect
from tmtool.store.sql.history import LINES_WITH_TEXTS, lines_of_gone_memories
from tmtool.store.sql.removal import Rows
from tmtool.store.sql.setting_aside import rows_aside
from tmtool.store.values import PROPOSALS, Extent, Part

Numbers = dict[str, set[int]]
"""Numbers by table: of units, concepts and memories."""
_OF_NUMBERS = "SELECT id, part_of FROM history WHERE entity = ANY (?) AND entity_id = ANY (?)"
_OF_NONE_THERE = (
    "SELECT id, part_of FROM history WHERE entity = ANY (?) AND entity_id <> 0 AND entity_id NOT IN "
    "(SELECT id FROM {table} UNION ALL SELECT number FROM set_aside WHERE kind = '{table}')"
)
"""Lines of what an import took out, which nothing can bring back."""
_CONTENT = "coalesce(nullif(before, ''), after)"


def numbers_gone(sql: Dialect, part: Part | None, there: Rows) -> Numbers:
    """Returns the numbers of what goes with a part: what is there of it, and what of it (of None anything) is set
    aside."""
    aside = rows_aside(sql, part)
    return {
        "units": {*there.units, *aside["units"]},
        "concepts": {*there.concepts, *aside["concepts"]},
        "memories": {*_whole_memory(sql, part), *aside["memories"]},
    }


def lines_on(sql: Dialect, part: Part | None, gone: Numbers) -> list[int]:
    """Returns the lines of the history to be emptied with a part of which these numbers go; to be asked before anything
    goes. With None they are all that say texts."""
    return sorted({line for line in _lines_on(sql, part, gone) if line is not None})


def _lines_on(sql: Dialect, part: Part | None, gone: Numbers) -> Iterator[int | None]:
    yield from rows_aside(sql, part)["lines"]
    for entity, numbers in gone.items():
        for row in sql.rows(_OF_NUMBERS, [entity, PROPOSALS.get(entity, "")], list(numbers)):
            yield from row
    for entity, proposals in PROPOSALS.items():
        for row in sql.rows(_OF_NONE_THERE.format(table=entity), [entity, proposals]):
            yield from row
    if part:
        memory, source, document = (
            sql.json.by_name.format(_CONTENT, name) for name in ("memory", "source", "document")
        )
        for row in sql.rows(
            "SELECT id FROM history WHERE entity = 'memories' AND action IN ('forget', 'undo forget', 'split') "
            f"AND ({memory} = ? OR {source} = ? OR {document} = ?)",
            part.memory,
            part.source,
            part.document,
        ):
            yield from row
    else:
        for row in sql.rows(LINES_WITH_TEXTS):
            yield from row
        yield from lines_of_gone_memories(sql)


def empty_lines(sql: Dialect, lines: Sequence[int]) -> None:
    """Empties what lines of the history say. Needs an open transaction."""
    sql.run("UPDATE history SET before = '', after = '' WHERE id = ANY (?)", list(lines))


def note_purge(sql: Dialect, extent: Extent) -> None:
    """Writes into the history how much was purged. Needs an open transaction."""
    sql.run(
        "INSERT INTO history (at, author, action, entity, entity_id, before) VALUES (?, ?, 'purge', 'memories', 0, ?)",
        now(),
        author(),
        json.dumps(asdict(extent)),
    )


def _whole_memory(sql: Dialect, part: Part | None) -> list[int]:
    """Returns the number of the memory that goes as a whole, if one does."""
    if part is None or part.source is not None or part.document is not None:
        return []
    return [int(row[0]) for row in sql.rows("SELECT id FROM memories WHERE name = ?", part.memory)]
