"""Takes units out of the database, with the segments that were theirs alone."""

from __future__ import annotations

from collections.abc import Sequence

from tmtool.store.postgresql.database import Database
from tmtool.store.postgresql.segment_table import SegmentTable


def remove_units(database: Database, units: Sequence[int]) -> None:
    """Deletes units and the segments that nothing else uses. Needs an open transaction."""
    if not units:
        return
    # Who corrects one has done so before its texts are asked for: they are others then.
    database.connection.execute("SELECT FROM units WHERE id = ANY (%s) ORDER BY id FOR UPDATE", (list(units),))
    rows = database.connection.execute(
        "SELECT DISTINCT segment_id FROM variants WHERE unit_id = ANY (%s)", (list(units),)
    )
    used = [row[0] for row in rows]
    database.connection.execute("DELETE FROM units WHERE id = ANY (%s)", (list(units),))
    table = SegmentTable(database)
    table.drop_unused(used)
    table.fuzzy.count()
