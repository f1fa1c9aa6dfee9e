"""Finds the units before and after a unit in its document (`tmtool.store.home.Passages`), by their positions."""

from __future__ import annotations

from collections.abc import Sequence

from tmtool.languages.tags import primary
from tmtool.model import PassageUnit, Place, StoredPair
from tmtool.store.sqlite.batches import filled, marks
from tmtool.store.sqlite.faults import Questions

_UNITS_AT_ONCE = 100
_TEXT = (
    "coalesce((SELECT s.text FROM variants v JOIN segments s ON s.id = v.segment_id "
    "WHERE v.unit_id = u.id AND s.language = ? ORDER BY v.number LIMIT 1), '')"
)
_IN_THE_LANGUAGE_OF = (
    "SELECT s.text FROM units u JOIN variants v ON v.unit_id = u.id JOIN segments s ON s.id = v.segment_id "
    "WHERE s.language = (SELECT language FROM segments WHERE id = ?) AND u.source_id = ? AND u.document_id IS ?"
)


class SqlitePassages(Questions):
    """`SqlitePassages` finds the documents of an open database."""

    def neighbours(self, pair: StoredPair) -> tuple[str | None, str | None]:
        """Looks them up by the positions before and after."""
        before, after = (
            self._connection.execute(
                f"{_IN_THE_LANGUAGE_OF} AND u.position = ? LIMIT 1",
                (pair.source_segment, pair.source_file, pair.document_row, position),
            ).fetchone()
            for position in (pair.position - 1, pair.position + 1)
        )
        return (before[0] if before else None, after[0] if after else None)

    def heading_above(self, pair: StoredPair) -> str:
        """Returns the last one before the unit's position."""
        row = self._connection.execute(
            f"{_IN_THE_LANGUAGE_OF} AND u.position < ? AND u.context = 'heading' ORDER BY u.position DESC LIMIT 1",
            (pair.source_segment, pair.source_file, pair.document_row, pair.position),
        ).fetchone()
        return str(row[0]) if row else ""

    def around(
        self, pair: StoredPair, number: int, source_language: str, target_language: str
    ) -> tuple[list[PassageUnit], list[PassageUnit]]:
        """Looks them up by position and, where several units have the same, by row."""
        place = Place.of(pair)
        values = (
            primary(source_language), primary(target_language), place.source_file, place.document,
            pair.position, pair.unit, number,
        )  # fmt: skip
        inside = "WHERE u.source_id IS ? AND u.document_id IS ?"
        before = f"{inside} AND (u.position, u.id) < (?, ?) ORDER BY u.position DESC, u.id DESC LIMIT ?"
        after = f"{inside} AND (u.position, u.id) > (?, ?) ORDER BY u.position, u.id LIMIT ?"
        return self._read(before, values)[::-1], self._read(after, values)

    def numbers(self, place: Place) -> list[int]:
        """Returns the rows of the units."""
        rows = self._connection.execute(
            "SELECT id FROM units WHERE source_id IS ? AND document_id IS ? ORDER BY position, id",
            (place.source_file, place.document),
        )
        return [int(row[0]) for row in rows]

    def units(self, numbers: Sequence[int], source_language: str, target_language: str) -> list[PassageUnit]:
        """Reads them in parts, so that the same statement serves for all."""
        languages = primary(source_language), primary(target_language)
        found: dict[int, PassageUnit] = {}
        for some in filled(numbers, _UNITS_AT_ONCE):
            wanted = f"WHERE u.id IN ({marks(some)})"
            found.update((one.unit, one) for one in self._read(wanted, (*languages, *some)))
        return [found[number] for number in numbers]

    def _read(self, wanted: str, values: Sequence[object]) -> list[PassageUnit]:
        """Returns the units that the rest of the statement asks for; its first two values are the languages."""
        rows = self._connection.execute(
            f"SELECT u.id, u.position, u.context, {_TEXT}, {_TEXT} FROM units u {wanted}", values
        )
        return [PassageUnit(*row) for row in rows]
