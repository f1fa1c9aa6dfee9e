"""Finds the units before and after a unit in its document (`store.groups.passages.Passages`), by their positions."""

from __future__ import annotations

from collections.abc import Sequence

from tmtool.languages.tags import primary
from tmtool.model import PassageUnit, Place, StoredPair
from tmtool.store.sql.questions import Questions

_TEXT = (
    "coalesce((SELECT s.text FROM variants v JOIN segments s ON s.id = v.segment_id "
    "WHERE v.unit_id = u.id AND s.language = ? ORDER BY v.number LIMIT 1), '')"
)
_IN_THE_LANGUAGE_OF = (
    "SELECT s.text FROM units u JOIN variants v ON v.unit_id = u.id JOIN segments s ON s.id = v.segment_id "
    "WHERE s.language = (SELECT language FROM segments WHERE id = ?) AND u.source_id = ?"
)


class SqlPassages(Questions):
    """`SqlPassages` finds the documents of an open database."""

    def neighbours(self, pair: StoredPair) -> tuple[str | None, str | None]:
        """Looks them up by the positions before and after."""
        before, after = (
            self._sql.row(
                f"{_IN_THE_LANGUAGE_OF} AND {_same(pair.document_row)} AND u.position = ? ORDER BY u.id LIMIT 1",
                pair.source_segment, pair.source_file, *_known(pair.document_row), position,
            )
            for position in (pair.position - 1, pair.position + 1)
        )  # fmt: skip
        return (before[0] if before else None, after[0] if after else None)

    def heading_above(self, pair: StoredPair) -> str:
        """Returns the last one before the unit's position."""
        row = self._sql.row(
            f"{_IN_THE_LANGUAGE_OF} AND {_same(pair.document_row)} AND u.position < ? AND u.context = 'heading' "
            "ORDER BY u.position DESC LIMIT 1",
            pair.source_segment, pair.source_file, *_known(pair.document_row), pair.position,
        )  # fmt: skip
        return str(row[0]) if row else ""

    def around(
        self, pair: StoredPair, number: int, source_language: str, target_language: str
    ) -> tuple[list[PassageUnit], list[PassageUnit]]:
        """Looks them up by position and, where several units have the same, by row."""
        place = Place.of(pair)
        values = (
            primary(source_language), primary(target_language), *_known(place.source_file), *_known(place.document),
            pair.position, pair.unit, number,
        )  # fmt: skip
        inside = f"WHERE {_of(place)}"
        before = f"{inside} AND (u.position, u.id) < (?, ?) ORDER BY u.position DESC, u.id DESC LIMIT ?"
        after = f"{inside} AND (u.position, u.id) > (?, ?) ORDER BY u.position, u.id LIMIT ?"
        return self._read(before, *values)[::-1], self._read(after, *values)

    def numbers(self, place: Place) -> list[int]:
        """Returns the rows of the units."""
        rows = self._sql.rows(
            f"SELECT id FROM units u WHERE {_of(place)} ORDER BY position, id",
            *_known(place.source_file), *_known(place.document),
        )  # fmt: skip
        return [int(row[0]) for row in rows]

    def units(self, numbers: Sequence[int], source_language: str, target_language: str) -> list[PassageUnit]:
        """Reads them all at once."""
        rows = self._read("WHERE u.id = ANY (?)", primary(source_language), primary(target_language), list(numbers))
        found = {one.unit: one for one in rows}
        return [found[number] for number in numbers]

    def _read(self, wanted: str, *values: object) -> list[PassageUnit]:
        """Returns the units that the rest of the statement asks for; its first two values are the languages."""
        rows = self._sql.rows(f"SELECT u.id, u.position, u.context, {_TEXT}, {_TEXT} FROM units u {wanted}", *values)
        return [PassageUnit(*row) for row in rows]


def _of(place: Place) -> str:
    return f"{_same(place.source_file, 'source_id')} AND {_same(place.document)}"


def _same(row: int | None, column: str = "document_id") -> str:
    """Returns the condition that a column names this row, or none: one that an index answers."""
    return f"u.{column} IS NULL" if row is None else f"u.{column} = ?"


def _known(row: int | None) -> tuple[int, ...]:
    return () if row is None else (row,)
