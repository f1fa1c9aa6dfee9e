"""Tests what those see who have no right to write, and what the server reads for them."""

from __future__ import annotations

import psycopg
import pytest

from tests.filling import store, unit
from tmtool.errors import DatabaseError
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.limits import shown
from tmtool.store.postgresql import opening
from tmtool.store.postgresql.home import PostgresqlHome


def test_who_may_only_read_looks_up_and_is_told_so_when_writing(home: Home, place: str) -> None:
    store(home, [unit("The report of the secretariat", "Le rapport")])
    with psycopg.connect(place, autocommit=True) as connection:
        (schema,) = connection.execute("SELECT current_schema()").fetchone() or ("",)
        connection.execute(f"CREATE ROLE reader_of_{schema} LOGIN")
        connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO reader_of_{schema}")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader_of_{schema}")
    with open_home(place.replace("tmtool@", f"reader_of_{schema}@")) as reader:
        assert [rate for _, rate in reader.segments.similar("The report of the secretariat", "en", 60)] == [100]
        assert reader.statistics() == home.statistics()
        assert len(list(reader.units.read())) == 1
        with pytest.raises(DatabaseError, match="has no right"):
            store(reader, [unit("Another report", "Un autre")], path="b")


def test_who_may_only_read_a_home_of_an_older_tmtool_is_told_who_has_to_open_it(
    home: Home, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(home, [unit("The report of the secretariat", "Le rapport")])
    scripts = opening._scripts()
    monkeypatch.setattr(opening, "_scripts", lambda: [*scripts, "CREATE TABLE further (number integer)"])
    with psycopg.connect(place, autocommit=True) as connection:
        (schema,) = connection.execute("SELECT current_schema()").fetchone() or ("",)
        connection.execute(f"CREATE ROLE looker_at_{schema} LOGIN")
        connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO looker_at_{schema}")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO looker_at_{schema}")
    older = rf"made by an older tmtool \(schema {len(scripts)}\), and may only be read; have it opened once"
    with pytest.raises(DatabaseError, match=f"{older} by its owner, tmtool,"):
        open_home(place.replace("tmtool@", f"looker_at_{schema}@"))
    with pytest.raises(DatabaseError, match=f"{older} on the server that this one is a copy of"):
        open_home(f"{place}%20-cdefault_transaction_read_only%3Don")
    open_home(place).close()
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(f"GRANT SELECT ON further TO looker_at_{schema}")
    open_home(place.replace("tmtool@", f"looker_at_{schema}@")).close()


def test_who_sees_some_memories_has_few_rows_looked_at_for_few(home: PostgresqlHome, place: str) -> None:
    """A join with the memories would read them whole for one segment."""
    store(home, [unit("The report", "Le rapport")])
    with psycopg.connect(place, autocommit=True) as connection:
        for table, rows in shown(["test"], ""):
            plan = connection.execute(f"EXPLAIN SELECT * FROM {table} AS shown WHERE {rows}".encode()).fetchall()
            assert f"Scan on {table} shown" in plan[0][0], (table, plan)
