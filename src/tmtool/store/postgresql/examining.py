"""Is a database sound? Looks at what its tables say of each other, and at the index of similar texts."""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.model.wording import say
from tmtool.store.postgresql.database import Connection, one_row
from tmtool.store.postgresql.settling import ALL_SEGMENTS
from tmtool.store.values import Fault

_STRAY = (
    (
        say("segments that no unit has"),
        "SELECT count(*) FROM segments s WHERE NOT EXISTS (SELECT FROM variants WHERE segment_id = s.id)",
    ),
    (
        say("segments are missing in the index of similar texts"),
        f"SELECT count(*) FROM segments s LEFT JOIN (SELECT DISTINCT segment FROM ({ALL_SEGMENTS}) AS f) AS i "
        "ON i.segment = s.id WHERE s.tokens <> '' AND i.segment IS NULL",
    ),
    (
        say("texts of the index of similar texts are no segments"),
        "SELECT count(*) FROM (SELECT DISTINCT segment FROM fuzzy WHERE segment IS NOT NULL) f "
        "WHERE NOT EXISTS (SELECT FROM segments WHERE id = f.segment)",
    ),
)


def faults(connection: Connection) -> list[Fault]:
    """Returns what is wrong with the database. References between other tables PostgreSQL watches over itself."""
    return list(_faults(connection))


def _faults(connection: Connection) -> Iterator[Fault]:
    for text, query in _STRAY:
        (count,) = one_row(connection, query)
        if count:
            yield Fault(f"{count} {text}", mendable=True)
