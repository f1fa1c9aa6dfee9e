"""Tests that the server keeps no byte of what was purged, or tells that somebody still sees it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import psycopg
import pytest

from tests.filling import set_aside, store, unit
from tmtool.store.home import Home
from tmtool.store.postgresql import segment_table
from tmtool.store.postgresql.home import PostgresqlHome
from tmtool.store.values import Extent, Fault, Part, Purged


def test_no_word_of_what_was_purged_is_in_any_table(home: Home, place: str) -> None:
    store(home, [unit("The xylophone of the secretariat", "Le xylophone")], path="a")
    store(home, [unit("The report of the secretariat", "Le rapport")], path="b")
    with home.transaction():
        set_aside(home, Part(source="a"))
    assert home.purge(Part(source="a")).complete
    with psycopg.connect(place) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").fetchall()
        for (table,) in tables:
            rows = str(connection.execute(f'SELECT t::text FROM "{table}" t').fetchall())
            assert "xylophone" not in rows.casefold()
    assert [rate for _, rate in home.segments.similar("The report of the secretariat", "en", 60)] == [100]


def test_a_purge_says_that_somebody_still_sees_what_was_there(
    home: PostgresqlHome, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tmtool.store.postgresql.purging._PATIENCE_S", 0.0)
    store(home, [unit("The xylophone of the secretariat", "Le xylophone")], path="a")
    with psycopg.connect(place) as reader:
        reader.execute("SELECT count(*) FROM segments")
        assert not home.purge(Part(source="a")).complete
        assert home.purge_is_left()
    assert home.complete_purge()
    assert not home.purge_is_left()


def _bytes_of(connection: psycopg.Connection[Any], table: str) -> bytes:
    """Returns what is in the file of a table."""
    connection.execute("CHECKPOINT")
    found = connection.execute("SELECT pg_read_binary_file(pg_relation_filepath(%s::regclass))", (table,)).fetchone()
    assert found
    return bytes(found[0])


def test_a_purge_knows_of_readers_whose_doings_its_role_is_not_told(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tmtool.store.postgresql.purging._PATIENCE_S", 0.0)
    with psycopg.connect(place, autocommit=True) as administrator:
        row = administrator.execute("SELECT current_schema()").fetchone()
        assert row
        administrator.execute("CREATE ROLE tmtool_owner LOGIN")
        administrator.execute(f'ALTER SCHEMA "{row[0]}" OWNER TO tmtool_owner')
        try:
            with PostgresqlHome(place.replace("tmtool@", "tmtool_owner@"), create=True) as home:
                store(home, [unit("The xylophone of the secretariat", "Le xylophone")], path="a")
                with psycopg.connect(place) as reader:
                    reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
                    reader.execute("SELECT 1")  # holds no lock on a table, but sees them all as they are now
                    assert not home.purge(Part(source="a")).complete
                assert b"xylophone" in _bytes_of(administrator, "segments")
                assert home.complete_purge()
            assert b"xylophone" not in _bytes_of(administrator, "segments")
        finally:
            administrator.execute("DROP OWNED BY tmtool_owner CASCADE")
            administrator.execute("DROP ROLE tmtool_owner")


def test_no_word_of_what_was_purged_is_in_the_statistics_of_the_planner(home: PostgresqlHome, place: str) -> None:
    store(home, [unit(f"The glockenspiel {n} of the secretariat", f"Le glockenspiel {n}") for n in range(20)], path="a")
    store(home, [unit("The report of the secretariat", "Le rapport")], path="b")
    with psycopg.connect(place, autocommit=True) as administrator:
        administrator.execute("ANALYZE")
        assert b"glockenspiel" in _bytes_of(administrator, "pg_statistic")
        assert home.purge(Part(source="a")).complete
        assert b"glockenspiel" not in _bytes_of(administrator, "pg_statistic")


@pytest.mark.parametrize("part", [Part(memory="default"), Part(document="A/1")])
def test_a_purge_and_who_forgets_the_same_do_not_wait_for_each_other(home: Home, place: str, part: Part) -> None:
    store(home, [unit("The xylophone of the secretariat", "Le xylophone", document="A/1")], path="a")
    number = home.units.with_source(["The xylophone of the secretariat"], "en", "fr")[0].unit
    with PostgresqlHome(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            home.units.hold([number])
            purging = pool.submit(other.purge, part)
            assert wait([purging], timeout=0.2).not_done
            set_aside(home, part)
        assert purging.result() == Purged(Extent(1, 0, 0), complete=True)
    assert (list(home.units.read()), home.sources.aside(), home.faults()) == ([], [], [])


def test_a_purge_waits_for_who_writes_another_file_in_parts(home: Home, place: str) -> None:
    """Who imports has the file first, then the texts; a purge of a document has the texts first, then its files."""
    store(home, [unit("The xylophone", "Le xylophone", document="A/1")], path="a")
    with PostgresqlHome(place) as other, ThreadPoolExecutor(1) as pool:
        with home.transaction():
            writer = home.sources.replace_units("default", "a", "table", "1")
            purging = pool.submit(other.purge, Part(document="A/1"))
            assert wait([purging], timeout=0.2).not_done
            writer.add(unit("The report", "Le rapport", document="A/2"))
            writer.finish()
        assert purging.result().complete
    assert [one.variants[0].text for _, one in home.units.read()] == ["The report"]
    assert home.faults() == []


def test_a_purge_takes_a_text_that_two_left_at_once(
    home: PostgresqlHome, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who does not get to remove texts in time goes on, and of two each sees that the other still has it."""
    monkeypatch.setattr(segment_table, "_REMOVING_S", 0.0)
    for path in ("a", "b"):
        store(home, [unit("The xylophone of the secretariat", "Le xylophone")], path=path)
    with PostgresqlHome(place) as other, home.transaction():
        set_aside(home, Part(source="a"))
        with other.transaction():
            set_aside(other, Part(source="b"))
    assert home.faults() == [Fault("2 segments that no unit has", mendable=True)]
    assert home.purge(None).complete
    assert home.faults() == []
    with psycopg.connect(place, autocommit=True) as administrator:
        assert b"xylophone" not in _bytes_of(administrator, "segments")
