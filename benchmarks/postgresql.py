"""How exact and how fast is a fuzzy lookup in PostgreSQL, compared with the SQLite file and with pg_trgm?

    python benchmarks/postgresql.py DATABASE.db postgresql://… [--language en] [--queries 200] [--clients 16] [--peer]
                                    [--report]

DATABASE.db holds a large memory; it is moved to the place named by the URL if nothing is there (a schema or a database
of its own). Queries are made of stored texts as in lookup.py: as they are, with one word changed, with 10 to 25 % of
the words changed, and of texts that are not stored (halves of two). Recall is of what the SQLite home finds, which
lookup.py holds against a scan. Times are of what `Segments.similar` does, candidates and their verification; CPU times
are the client's, and of its server process where that runs on this machine. `--peer` makes an index of trigrams of the
same texts (extension pg_trgm) and asks it what shares half of the trigrams, without re-ranking. With `--clients`, so
many processes, each with a connection of its own, ask for some seconds at once, after some questions that are not
counted: as the workers of a server would.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import psycopg

from lookup import make_queries
from report import conditions, table, write_section
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.postgresql.home import PostgresqlHome
from tmtool.tasks.moving import move

THRESHOLDS = (50, 70, 85, 100)
WARMING, PEER_QUERIES, CLIENT_S = 100, 30, 15


@dataclass(frozen=True, slots=True)
class Row:
    """A `Row` says what was measured, in ms: times as one waits, which other programs lengthen, and CPU times of client
    and server together, the mean of which is told apart too."""

    threshold: int
    engine: str
    waited: tuple[float, float]
    busy: tuple[float, float]
    client: float
    server: float
    recall: str

    def cells(self) -> list[str]:
        """Returns the row as it is printed."""
        figures = [f"{figure:.2f}" for figure in (*self.waited, *self.busy, self.client, self.server)]
        return [str(self.threshold), self.engine, *figures, self.recall]


HEAD = ["threshold", "engine", "p50 ms", "p95 ms", "CPU p50", "CPU p95", "mean of client", "of server", "recall"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("url")
    parser.add_argument("--language", default="en")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--clients", type=int, default=0)
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--report", action="store_true", help="write the section in docs/benchmarks.md")
    options = parser.parse_args()
    with open_home(options.database) as file, open_home(options.url, create=True) as server:
        _move_if_empty(file, server)
        texts = file.segments.first_texts(options.language, 10_000_000)
        # As in lookup.py: a file may end with what is all alike, such as the short entries of a list of terms.
        random.Random(7).shuffle(texts)
        made_up = make_queries(texts, _strange(texts), WARMING + options.queries)
        warming, queries = made_up[:WARMING], made_up[WARMING:]
        print("\t".join(HEAD))
        rows = _measured(file, server, options.language, warming, queries)
        if options.peer:
            some = queries[:PEER_QUERIES]
            wanted = [_numbers(file, query, options.language, 70) for query in some]
            rows.append(_trigrams(options.url, options.language, some, wanted))
        for row in rows:
            print("\t".join(row.cells()), flush=True)
        told = [_sizes(options.url)]
        if options.clients:
            told.append(_clients(options.url, options.language, warming, queries, options.clients))
        print("\n".join(told))
        if options.report:
            text = f"{table(HEAD, [row.cells() for row in rows])}\n\n{' '.join(told)}\n\n"
            made = conditions(f"{len(texts):,} segments of one language, {options.queries} queries")
            write_section("Lookup in PostgreSQL", f"{text}{made}")


def _move_if_empty(file: Home, server: Home) -> None:
    if server.statistics().memories:
        return
    start, cpu = time.perf_counter(), time.process_time()
    moved = move(file, server)
    seconds, busy = time.perf_counter() - start, time.process_time() - cpu
    print(f"# moved {sum(moved.statistics.languages.values())} segments in {seconds:.0f} s (CPU {busy:.0f} s)")


def _strange(texts: Sequence[str]) -> list[str]:
    """Returns texts that are most likely not stored: each made of the halves of two."""
    some = texts[-2_000:]
    return [
        " ".join((*one.split()[: len(one.split()) // 2], *other.split()[len(other.split()) // 2 :]))
        for one, other in pairwise(some)
    ]


Timed = tuple[set[int], float, float, float]
"""What was found, how many ms that took, and the CPU time of client and server."""


def _measured(file: Home, server: Home, language: str, warming: list[str], queries: list[str]) -> list[Row]:
    rows = []
    for threshold in THRESHOLDS:
        found: dict[str, list[Timed]] = {}
        for name, home, process in (("SQLite", file, 0), ("PostgreSQL", server, _server_process(server))):
            for query in warming:
                _numbers(home, query, language, threshold)
            found[name] = [_timed(partial(_numbers, home, query, language, threshold), process) for query in queries]
        wanted = [one[0] for one in found["SQLite"]]
        rows += [_row(threshold, name, answers, wanted) for name, answers in found.items()]
    return rows


def _numbers(home: Home, query: str, language: str, threshold: int) -> set[int]:
    return {segment for segment, _ in home.segments.similar(query, language, threshold)}


def _row(threshold: int, name: str, answers: Sequence[Timed], wanted: Sequence[set[int]]) -> Row:
    right = sum(len(one[0] & other) for one, other in zip(answers, wanted, strict=True))
    many = sum(len(one[0] - other) for one, other in zip(answers, wanted, strict=True))
    recall = f"{right / max(1, sum(map(len, wanted))):.3f}" + (f" and {many} too many" if many else "")
    waited = statistics.quantiles([one[1] for one in answers], n=20)
    busy = statistics.quantiles([one[2] + one[3] for one in answers], n=20)
    client, server = statistics.mean(one[2] for one in answers), statistics.mean(one[3] for one in answers)
    return Row(threshold, name, (waited[9], waited[18]), (busy[9], busy[18]), client, server, recall)


def _timed(ask: Callable[[], set[int]], process: int) -> Timed:
    busy = _cpu_ms(process)
    start, cpu = time.perf_counter(), time.process_time()
    found = ask()
    elapsed, client = time.perf_counter() - start, time.process_time() - cpu
    return found, elapsed * 1000, client * 1000, _cpu_ms(process) - busy


def _server_process(home: Home) -> int:
    """Returns the process that serves this thread's connection, 0 if it is not on this machine."""
    assert isinstance(home, PostgresqlHome)
    process = home._own.sql.connection.info.backend_pid
    return process if Path(f"/proc/{process}/stat").exists() else 0


def _cpu_ms(process: int) -> float:
    """Returns the CPU time that a process has used, 0 if it is not known."""
    if not process:
        return 0.0
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e6


def _trigrams(url: str, language: str, queries: Sequence[str], wanted: Sequence[set[int]]) -> Row:
    """Measures how long pg_trgm takes to find what shares half of the trigrams, by a GIN index, without re-ranking."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        connection.execute("CREATE TABLE IF NOT EXISTS peer (id integer, text text)")
        connection.execute("TRUNCATE peer")
        connection.execute("INSERT INTO peer SELECT id, text FROM segments WHERE language = %s", (language,))
        connection.execute("CREATE INDEX ON peer USING gin (text gin_trgm_ops)")
        connection.execute("VACUUM (ANALYZE) peer")
        connection.execute("SET pg_trgm.similarity_threshold = 0.5")
        process = connection.info.backend_pid

        def ask(query: str) -> set[int]:
            return {row[0] for row in connection.execute("SELECT id FROM peer WHERE text %% %s", (query,))}

        asked = [_timed(partial(ask, query), process) for query in queries]
        connection.execute("DROP TABLE peer")
    # What it finds is to be re-ranked, so that only what it misses counts.
    answers = [(one[0] & right, *one[1:]) for one, right in zip(asked, wanted, strict=True)]
    return _row(70, f"pg_trgm, {len(queries)} queries", answers, wanted)


def _sizes(url: str) -> str:
    with psycopg.connect(url) as connection:
        sizes: dict[str, int] = dict(
            connection.execute(
                "SELECT t, pg_total_relation_size(t::regclass) / 1000000 FROM unnest(%s::text[]) AS t",
                (["segments", "fuzzy", "tokens", "units", "variants"],),
            ).fetchall()
        )
    return f"Sizes with indexes, MB: {', '.join(f'{name} {size}' for name, size in sizes.items())}."


def _clients(url: str, language: str, warming: Sequence[str], queries: Sequence[str], number: int) -> str:
    """Has so many processes ask at once, and says how many questions they had answered a second."""
    with multiprocessing.get_context("spawn").Pool(number) as pool:
        done = pool.starmap(_ask_for_a_while, [(url, language, warming, queries, place) for place in range(number)])
    asked, cpu = sum(one[0] for one in done), sum(one[1] for one in done)
    return (
        f"{number} clients at once: {asked / CLIENT_S:.0f} lookups a second at 70 %, "
        f"{1000 * cpu / asked:.2f} ms of CPU time of client and server each."
    )


def _ask_for_a_while(
    url: str, language: str, warming: Sequence[str], queries: Sequence[str], place: int
) -> tuple[int, float]:
    with open_home(url) as home:
        process = _server_process(home)
        for query in (*warming, queries[place]):
            _numbers(home, query, language, 70)
        before, start, asked = time.process_time() + _cpu_ms(process) / 1000, time.monotonic(), 0
        while time.monotonic() < start + CLIENT_S:
            _numbers(home, queries[(place * 7 + asked) % len(queries)], language, 70)
            asked += 1
        return asked, time.process_time() + _cpu_ms(process) / 1000 - before


if __name__ == "__main__":
    main()
