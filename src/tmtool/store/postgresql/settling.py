"""Settles rows of the fuzzy index: puts all segments of an element and a length into one row, which is read at once.

What is stored gets a row for each element of a segment, which can be taken out. Rows that are many settle: where a
database is filled, where the index is made anew, and after a large import. What has settled is not changed. A segment
that has become another or is gone is still named there; it is then looked at and found not to match. A segment that has
an element again gets a row, and may be named twice: it is then counted twice, looked at, and judged by its tokens like
any other. So nothing is missed, and what is stale only takes time.

Both kinds of rows are in one table, though they have little in common: of a table that was empty when it was asked
first the server keeps the plan to read it from end to end, and would when another is just storing a million rows.
"""

from __future__ import annotations

from collections.abc import Callable

from tmtool.store.postgresql.connection import Connection, one_row

GATHERED = "fuzzy_gathered"
"""The table of rows that are to settle at once, which is gone with the transaction."""
INDEXES = {
    "fuzzy_by_element": "(element, length, rest, segment) WHERE segment IS NOT NULL",
    "fuzzy_settled": "(element, length) WHERE segment IS NULL",
}
"""The indexes on the rows: those of one segment each, and those that have settled."""
_ROOM = 16 << 20
"""As long as the index on the rows that have not settled takes no more bytes none of them does by itself."""
_MANY, _AT_ONCE = 1_000_000, 200_000
"""So many rows settle by themselves, and about so many in a transaction, for which those wait who change their
segments."""


def numbers_in(lists: str) -> str:
    """Returns the query for the numbers (`segment`) in the lists that a query gives (`segments`), four bytes each."""
    bytes_of = (f"(get_byte(segments, at{more}) << {shift})" for more, shift in (("", 24), (" + 1", 16), (" + 2", 8)))
    return (
        f"SELECT {' | '.join(bytes_of)} | get_byte(segments, at + 3) AS segment FROM ("
        f"SELECT segments, generate_series(0, octet_length(segments) - 4, 4) AS at FROM ({lists}) AS l) AS b"
    )


ALL_SEGMENTS = (
    f"{numbers_in('SELECT segments FROM fuzzy WHERE segment IS NULL')} "
    "UNION ALL SELECT segment FROM fuzzy WHERE segment IS NOT NULL"
)
"""The query for the segments of all rows, those that have settled too."""


def gather(connection: Connection) -> None:
    """Makes the table for rows that are to settle when all are there, within the open transaction."""
    connection.execute(f"CREATE TEMP TABLE {GATHERED} (LIKE fuzzy) ON COMMIT DROP")


def settle_gathered(connection: Connection, into: str = "fuzzy") -> None:
    """Has all rows settle that were gathered."""
    connection.execute(_settling(f"FROM {GATHERED}", into))


def settle(connection: Connection, progress: Callable[[int, int], None]) -> None:
    """Has rows of the index settle if very many have not, in several transactions; `progress` is told of how many
    segments they have, about, and of how many in all."""
    (size,) = one_row(connection, "SELECT pg_relation_size('fuzzy_by_element')")
    if size <= _ROOM:
        return
    (rows,) = one_row(connection, "SELECT count(*) FROM fuzzy WHERE segment IS NOT NULL")
    if rows <= _MANY:
        return
    (expected,) = one_row(connection, "SELECT count(DISTINCT segment) FROM fuzzy WHERE segment IS NOT NULL")
    done, last = 0, -1
    while done < rows:
        (until,) = one_row(
            connection,
            "SELECT max(element) FROM (SELECT element FROM fuzzy WHERE segment IS NOT NULL AND element > %s "
            "ORDER BY element LIMIT %s) AS n",
            (last, _AT_ONCE),
        )
        if until is None:
            break
        (settled,) = one_row(
            connection,
            "WITH fresh AS (DELETE FROM fuzzy WHERE segment IS NOT NULL AND element > %s AND element <= %s "
            f"RETURNING *), settled AS ({_settling('FROM fresh', 'fuzzy')}) SELECT count(*) FROM fresh",
            (last, until),
        )
        last, done = until, done + settled
        progress(expected * min(done, rows) // rows, expected)
    connection.execute("VACUUM (ANALYZE) fuzzy")


def _settling(rows: str, into: str) -> str:
    """Returns what puts rows of the index, settled, into a table, in the order of its index."""
    several = "CASE WHEN count(*) > 1 THEN array_agg({} ORDER BY rest DESC) END"
    return (
        f"INSERT INTO {into} (element, length, rest, places, ends, segments) SELECT element, length, max(rest), "
        f"{several.format('(length - rest)::smallint')}, {several.format('until')}, "
        "string_agg(segments, NULL ORDER BY rest DESC) "
        "FROM (SELECT element, length, rest, string_agg(int4send(segment), NULL) AS segments, "
        "(sum(count(*)) OVER (PARTITION BY element, length ORDER BY rest DESC))::integer AS until "
        f"{rows} GROUP BY element, length, rest) AS r GROUP BY element, length ORDER BY element, length"
    )
