"""Takes a part of the database out of it: a memory, a file, a document, or what is in several of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tmtool.store.sql.dialect import Dialect, Row
from tmtool.store.values import Extent, Part

_OF_PART = (
    "FROM {0} e JOIN memories m ON m.id = e.memory_id LEFT JOIN sources s ON s.id = e.source_id "
    "LEFT JOIN documents d ON d.id = {1} WHERE (CAST(:memory AS text) IS NULL OR m.name = :memory) "
    "AND (CAST(:source AS text) IS NULL OR s.path = :source) "
    "AND (CAST(:document AS text) IS NULL OR d.symbol = :document) ORDER BY e.id"
)


@dataclass(frozen=True, slots=True)
class Rows:
    """`Rows` holds the rows of a part: its units, its concepts, and the files that they came from."""

    units: tuple[int, ...]
    concepts: tuple[int, ...]
    sources: tuple[int, ...]

    @property
    def extent(self) -> Extent:
        """Returns how many they are."""
        return Extent(len(self.units), len(self.concepts), len(self.sources))


def rows_of(sql: Dialect, part: Part) -> Rows:
    """Returns what is in a part. A document has no concepts."""
    names = {"memory": part.memory, "source": part.source, "document": part.document}
    units, concepts = (
        list(sql.rows(f"SELECT e.id, e.source_id {_OF_PART.format(table, document)}", **names))
        for table, document in (("units", "e.document_id"), ("concepts", "NULL"))
    )
    sources = {row[1] for row in (*units, *concepts) if row[1] is not None}
    if part.document is None:
        # Files that gave nothing, or have nothing left, too.
        sources |= set(_files(sql, part))
    return Rows(_first(units), _first(concepts), tuple(sorted(sources)))


def hold(sql: Dialect, part: Part) -> Rows:
    """Returns what is in a part as `rows_of` does, when nobody else is changing it or adding to it, which others cannot
    do until the end of the transaction."""
    if part.document is None:
        if part.source is None:
            sql.hold("memories", _first(sql.rows("SELECT id FROM memories WHERE name = ?", part.memory)))
        sql.hold("sources", _files(sql, part))
    while True:
        rows = rows_of(sql, part)
        units, concepts = sql.hold("units", rows.units), sql.hold("concepts", rows.concepts)
        if (len(units), len(concepts)) == (len(rows.units), len(rows.concepts)):
            return rows
        # Some that were waited for have gone, and with them perhaps their file.


def remove(sql: Dialect, rows: Rows, part: Part, *, but: str = "") -> None:
    """Removes the rows of a part, and what nothing belongs to any more, `but` for the row of the memory if that meets a
    condition. A file that is left in part is read again by its next import. Needs an open transaction."""
    sql.remove_units(rows.units)
    remove_concepts(sql, rows.concepts)
    sources = list(rows.sources)
    sql.run("UPDATE sources SET sha256 = '' WHERE id = ANY (?)", sources)
    sql.run(
        "DELETE FROM sources WHERE id = ANY (?) AND NOT EXISTS (SELECT 1 FROM units WHERE source_id = sources.id) "
        "AND NOT EXISTS (SELECT 1 FROM concepts WHERE source_id = sources.id)",
        sources,
    )
    sql.remove_documents()
    if part.source is None and part.document is None:
        # Of no part at all the name is null, which is no memory's.
        stays = f" AND NOT {but}" if but else ""
        sql.run(f"DELETE FROM memories WHERE name = ?{stays}", part.memory)


def remove_concepts(sql: Dialect, concepts: Sequence[int]) -> None:
    """Deletes concepts with their terms. Needs an open transaction."""
    sql.run("DELETE FROM concepts WHERE id = ANY (?)", list(concepts))
    sql.note_removed("concepts", concepts)


def _files(sql: Dialect, part: Part) -> tuple[int, ...]:
    return _first(
        sql.rows(
            "SELECT s.id FROM sources s JOIN memories m ON m.id = s.memory_id "
            "WHERE (CAST(:memory AS text) IS NULL OR m.name = :memory) "
            "AND (CAST(:source AS text) IS NULL OR s.path = :source)",
            memory=part.memory, source=part.source,
        )
    )  # fmt: skip


def _first(rows: Iterable[Row]) -> tuple[int, ...]:
    return tuple(int(row[0]) for row in rows)
