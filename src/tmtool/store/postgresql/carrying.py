"""Gives all that a database holds to another home, and takes it from one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from tmtool.store.postgresql.connection import Connection, one_row
from tmtool.store.postgresql.database import Database, transaction
from tmtool.store.postgresql.faults import expecting_faults
from tmtool.store.postgresql.segment_table import SegmentTable
from tmtool.store.postgresql.settling import GATHERED, INDEXES, gather, settle_gathered
from tmtool.store.postgresql.trial import continue_numbers
from tmtool.store.tables import COLUMNS, NUMBERED, Contents, Row

T = TypeVar("T")

_ROWS_AT_ONCE = 5_000
_FOR_NUMBERS = 100_000
"""Segments that show which words are common, and so get the first numbers."""
_INDEXES = {
    **{name: f"fuzzy {of}" for name, of in INDEXES.items()},
    "segments_by_skeleton": "segments (skeleton, id) WHERE skeleton IS NOT NULL",
    "segments_by_words": "segments USING gin (words)",
}
"""Indexes that are sooner made of all rows than row by row."""
_HIGHEST = 1 << 24
"""A file has room for numbers of segments below this."""
_AS_THEY_ARE = "(SELECT id, id AS place FROM segments)"
_WITHOUT_GAPS = "(SELECT id, row_number() OVER (ORDER BY id) AS place FROM segments)"


def contents(database: Database) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yields the tables as they are now, whoever writes meanwhile."""
    connection = database.connection
    with transaction(database):
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for table, columns in COLUMNS.items():
            yield table, _rows(database, table, columns)


def _rows(database: Database, table: str, columns: str) -> Iterator[Row]:
    """Yields the rows of a table. They are taken where nobody expects what PostgreSQL reports."""
    with expecting_faults(database.name):
        yield from (_last_numbers if table == "last_numbers" else _rows_of)(database.connection, table, columns)


def _last_numbers(connection: Connection, table: str, columns: str) -> Iterator[Row]:
    for name in NUMBERED:
        # Who may only read is not told it.
        row = connection.execute(
            "SELECT pg_sequence_last_value(s) FROM pg_get_serial_sequence(%s, 'id') AS s "
            "WHERE has_sequence_privilege(s, 'SELECT, USAGE')",
            (name,),
        ).fetchone()
        if row and row[0]:
            yield name, row[0]


def _rows_of(connection: Connection, table: str, columns: str) -> Iterator[Row]:
    query = f"SELECT {columns} FROM {table} ORDER BY 1"
    if table == "segments":
        query = f"SELECT place, language, text FROM segments JOIN {_places(connection)} AS o USING (id) ORDER BY place"
    if table == "variants":
        rest = columns.split(", ", 3)[3]
        query = (
            f"SELECT unit_id, number, place, {rest} FROM variants JOIN {_places(connection)} AS o ON o.id = segment_id "
            "ORDER BY unit_id, number"
        )
    with connection.cursor(name="rows") as cursor:
        cursor.itersize = _ROWS_AT_ONCE
        yield from cursor.execute(query)


def _places(connection: Connection) -> str:
    """Returns a table of the numbers that segments have elsewhere: their own, unless most of those given are gone."""
    highest, count = one_row(connection, "SELECT coalesce(max(id), 0), count(*) FROM segments")
    return _AS_THEY_ARE if highest < min(_HIGHEST, 2 * count) else _WITHOUT_GAPS


def fill(database: Database, given: Contents, progress: Callable[[int, int], None]) -> None:
    """Makes this the content of an empty database, and indexes it, in a transaction."""
    connection = database.connection
    with transaction(database):
        for index in _INDEXES:
            connection.execute(f"DROP INDEX {index}")
        for table, rows in given:
            if table == "segments":
                _fill_segments(database, rows, progress)
            elif table == "last_numbers":
                for name, last in rows:
                    _continue_after(connection, str(name), int(last or 0))
            else:
                with (
                    connection.cursor() as cursor,
                    cursor.copy(f"COPY {table} ({COLUMNS[table]}) FROM STDIN") as copy,
                ):
                    for row in rows:
                        copy.write_row(row)
                continue_numbers(database, table)
        for index, of in _INDEXES.items():
            connection.execute(f"CREATE INDEX {index} ON {of}")
    connection.execute("VACUUM (ANALYZE) segments, fuzzy, tokens, units, variants")


def _fill_segments(database: Database, rows: Iterable[Row], progress: Callable[[int, int], None]) -> None:
    gather(database.connection)
    table = SegmentTable(database, alone=True, into=GATHERED)
    given = ((int(number or 0), str(language), str(text)) for number, language, text in rows)
    first = list(islice(given, _FOR_NUMBERS))
    table.fuzzy.number_words((language, text) for _, language, text in first)
    done = 0
    for some in _parts(chain(first, given), _ROWS_AT_ONCE):
        table.store_all(some)
        done += len(some)
        progress(done, done)
    table.fuzzy.count()
    settle_gathered(database.connection)
    continue_numbers(database, "segments")


def _parts(rows: Iterator[T], size: int) -> Iterator[list[T]]:
    while some := list(islice(rows, size)):
        yield some


def _continue_after(connection: Connection, table: str, last: int) -> None:
    connection.execute(
        f"SELECT setval(pg_get_serial_sequence(%s, 'id'), greatest(%s, (SELECT coalesce(max(id), 0) FROM {table}))) "
        "WHERE %s > 0",
        (table, last, last),
    )
