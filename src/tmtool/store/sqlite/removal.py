"""Takes units out of the database, with the segments that were theirs alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tmtool.store.sqlite.batches import filled, marks
from tmtool.store.sqlite.numbering import note_removed
from tmtool.store.sqlite.segment_table import SegmentTable

_UNITS_AT_ONCE = 250


def remove_units(connection: sqlite3.Connection, units: Sequence[int]) -> None:
    """Deletes units and the segments that nothing else uses. Needs an open transaction."""
    table = SegmentTable(connection)
    for some in filled(units, _UNITS_AT_ONCE):
        used = connection.execute(f"SELECT DISTINCT segment_id FROM variants WHERE unit_id IN ({marks(some)})", some)
        segments = [int(row[0]) for row in used]
        connection.execute(f"DELETE FROM units WHERE id IN ({marks(some)})", some)
        table.drop_unused(segments)
    note_removed(connection, "units", units)
