"""What does it cost to divide a language among two PostgreSQL servers?

    python benchmarks/partitions.py postgresql://FIRST postgresql://SECOND [--language en] [--queries 100] [--report]

FIRST holds a large memory; in SECOND, a database of another server on this machine, is nothing yet. The rows of the
fuzzy index, one for each element of a segment (those that have settled are written so again, as a hash cannot divide
them), and the tokens of segments are divided by a hash of the segment. Three ways answer the same queries at 70 %:
the one server; partitions of which the second is a foreign table (postgres_fdw), asked by the same statement; and each
server asked for its half by the program, both at once. All must find the same. CPU times are those of the servers'
processes, that of postgres_fdw included.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from lookup import make_queries
from report import conditions, table, write_section
from tmtool.store.postgresql.fuzzy import FuzzyIndex
from tmtool.store.postgresql.home import PostgresqlHome
from tmtool.text.tokens import token_rate

THRESHOLD, WARMING = 70, 30
Connection = psycopg.Connection[tuple[Any, ...]]
DIVIDED = {
    "fuzzy_rows": ("element bigint, length smallint, rest smallint, segment integer", "segment"),
    "segments": ("id integer, tokens text", "id"),
}
INDEXES = {"fuzzy_rows": "(element, length, rest, segment)", "segments": "(id)"}
ROWS = """
    SELECT element, length, rest, segment FROM fuzzy WHERE segment IS NOT NULL UNION ALL SELECT element, length,
        CASE WHEN ends IS NULL THEN rest ELSE (length - places[width_bucket(at / 4, ends) + 1])::smallint END,
        (get_byte(segments, at) << 24) | (get_byte(segments, at + 1) << 16) | (get_byte(segments, at + 2) << 8)
            | get_byte(segments, at + 3)
    FROM (SELECT *, generate_series(0, octet_length(segments) - 4, 4) AS at FROM fuzzy WHERE segment IS NULL) AS f
"""
HOLDING = """
    SELECT s.id, s.tokens FROM (
        SELECT f.segment FROM
            unnest(%(elements)s::bigint[], %(longest)s::smallint[], %(rests)s::smallint[]) AS w (element, longest, rest)
        CROSS JOIN LATERAL (
            SELECT segment FROM fuzzy_rows
            WHERE element = w.element AND length BETWEEN %(shortest)s AND w.longest AND rest >= w.rest OFFSET 0
        ) AS f GROUP BY f.segment HAVING count(*) >= %(held)s
    ) AS h
    CROSS JOIN LATERAL (SELECT id, tokens FROM segments WHERE id = h.segment OFFSET 0) AS s
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("--language", default="en")
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--report", action="store_true", help="write the section in docs/benchmarks.md")
    options = parser.parse_args()
    with (
        PostgresqlHome(options.first) as home,
        psycopg.connect(options.first, autocommit=True) as first,
        psycopg.connect(options.second, autocommit=True) as second,
        ThreadPoolExecutor(2) as pool,
    ):
        divide(first, second, options.second)
        texts = home.segments.first_texts(options.language, 10_000_000)
        queries = make_queries(texts, texts[-2_000:], WARMING + options.queries)
        index = FuzzyIndex(first)
        plans = [index.planned(query, options.language, THRESHOLD) for query in queries]

        def asked(connection: Connection, ending: str) -> Callable[[dict[str, Any]], list[tuple[Any, ...]]]:
            statement = HOLDING
            for name in DIVIDED:
                statement = re.sub(rf"\bFROM {name}\b", f"FROM {name}{ending}", statement)
            return lambda values: connection.execute(statement, values).fetchall()

        halves = asked(first, "_0"), asked(second, "_1")

        def both(values: dict[str, Any]) -> list[tuple[Any, ...]]:
            answers = [pool.submit(half, values) for half in halves]
            return [row for answer in answers for row in answer.result()]

        ways = {
            "one server": asked(first, ""),
            "partitions, the second foreign": asked(first, "_divided"),
            "both asked at once": both,
        }
        ways["partitions, the second foreign"](plans[0][1])
        processes = [first.info.backend_pid, second.info.backend_pid, *foreign(second)]
        rows, answers = [], []
        for name, way in ways.items():
            found, row = measured(way, plans, processes)
            answers.append(found)
            rows.append([name, *row])
            print("\t".join(rows[-1]), flush=True)
        assert answers[0] == answers[1] == answers[2], "the ways do not find the same"
    if options.report:
        head = ["way", "p50 ms", "p95 ms", "CPU of the servers p50", "p95"]
        made = conditions(f"{len(texts):,} segments of one language, {options.queries} queries at 70 %")
        write_section("A language on two PostgreSQL servers", f"{table(head, rows)}\n\n{made}")


def divide(first: Connection, second: Connection, url: str) -> None:
    """Makes the partitions, unless they are there."""
    if first.execute("SELECT to_regclass('fuzzy_rows')::text").fetchone() != (None,):
        return
    first.execute(f"CREATE TABLE fuzzy_rows AS {ROWS} ORDER BY element, length, rest, segment")
    first.execute(f"CREATE INDEX ON fuzzy_rows {INDEXES['fuzzy_rows']}")
    first.execute("VACUUM (ANALYZE) fuzzy_rows")
    where = conninfo_to_dict(url)
    server = ", ".join(f"{key} '{where[key]}'" for key in ("host", "port", "dbname") if key in where)
    first.execute("CREATE EXTENSION IF NOT EXISTS postgres_fdw")
    first.execute(f"CREATE SERVER second FOREIGN DATA WRAPPER postgres_fdw OPTIONS ({server}, fetch_size '10000')")
    first.execute(f"CREATE USER MAPPING FOR CURRENT_USER SERVER second OPTIONS (user '{where['user']}')")
    for name, (columns, key) in DIVIDED.items():
        start = time.perf_counter()
        names = ", ".join(column.split()[0] for column in columns.split(", "))
        half = "FOR VALUES WITH (MODULUS 2, REMAINDER {})"
        second.execute(f"CREATE TABLE {name}_1 ({columns})")
        first.execute(f"CREATE TABLE {name}_divided ({columns}) PARTITION BY HASH ({key})")
        first.execute(f"CREATE TABLE {name}_0 PARTITION OF {name}_divided {half.format(0)}")
        first.execute(f"CREATE FOREIGN TABLE {name}_1 PARTITION OF {name}_divided {half.format(1)} SERVER second")
        mine, others = (f"satisfies_hash_partition('{name}_divided'::regclass, 2, {one}, {key})" for one in (0, 1))
        first.execute(f"INSERT INTO {name}_0 SELECT {names} FROM {name} WHERE {mine}")
        with (
            first.cursor().copy(f"COPY (SELECT {names} FROM {name} WHERE {others}) TO STDOUT (FORMAT binary)") as out,
            second.cursor().copy(f"COPY {name}_1 FROM STDIN (FORMAT binary)") as into,
        ):
            for part in out:
                into.write(part)
        first.execute(f"CREATE INDEX ON {name}_0 {INDEXES[name]}")
        second.execute(f"CREATE INDEX ON {name}_1 {INDEXES[name]}")
        first.execute(f"VACUUM (ANALYZE) {name}_0")
        second.execute(f"VACUUM (ANALYZE) {name}_1")
        first.execute(f"ANALYZE {name}_divided")
        print(f"# {name} divided in {time.perf_counter() - start:.0f} s", flush=True)


def foreign(second: Connection) -> list[int]:
    """Returns the processes of the second server that serve the first one."""
    rows = second.execute("SELECT pid FROM pg_stat_activity WHERE application_name = 'postgres_fdw'").fetchall()
    return [row[0] for row in rows]


def measured(
    way: Callable[[dict[str, Any]], list[tuple[Any, ...]]], plans: Sequence[tuple[str, Any]], processes: list[int]
) -> tuple[list[set[int]], list[str]]:
    """Returns what was found, and times in ms: waited, and of the servers' processes."""
    found, waited, busy = [], [], []
    for encoded, plan in plans:
        before, start = cpu_ms(processes), time.perf_counter()
        rows = way(plan)
        waited.append((time.perf_counter() - start) * 1000)
        busy.append(cpu_ms(processes) - before)
        found.append({number for number, stored in rows if token_rate(encoded, stored, THRESHOLD)})
    figures = [statistics.quantiles(times[WARMING:], n=20) for times in (waited, busy)]
    return found, [f"{one[place]:.2f}" for one in figures for place in (9, 18)]


def cpu_ms(processes: list[int]) -> float:
    return sum(int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e6 for process in processes)


if __name__ == "__main__":
    main()
