"""Tests what only a PostgreSQL home has to do besides."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import psycopg
import pytest

from tests.filling import set_aside, store, unit
from tests.store.postgresql.texts import texts_of
from tmtool.errors import DatabaseError
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.postgresql.home import PostgresqlHome
from tmtool.store.postgresql.urls import in_schema, named
from tmtool.store.tables import Row
from tmtool.store.values import Part


def test_a_question_in_sql_may_have_signs_of_per_cent(home: Home) -> None:
    store(home, [unit("A rise of 5% a year", "Une hausse de 5 %")])
    with home.answered("SELECT text FROM segments WHERE text LIKE '%5%% a%'") as (_, rows):
        assert list(rows) == [("A rise of 5% a year",)]


def test_an_index_made_anew_has_other_numbers_and_the_same_answers(home: Home, place: str) -> None:
    store(home, [unit(text, text.upper()) for text in texts_of(1)])
    with open_home(place) as other:
        before = list(other.segments.similar("Report 5 on smuggling of migrants", "en", 60))
        home.segments.index_anew()
        assert list(other.segments.similar("Report 5 on smuggling of migrants", "en", 60)) == before
        store(other, [unit("Quite another text", "Un autre")], path="b")
    assert home.faults() == []


def test_a_word_that_was_dropped_and_stored_again_is_found_by_who_remembers_its_number(home: Home, place: str) -> None:
    text = "The xylophone"
    with open_home(place) as other:
        for path in ("a", "b"):
            store(home, [unit(text, "Le xylophone")], path=path)
            assert [rate for _, rate in other.segments.similar(text, "en", 60)] == [100]
            home.purge(Part(source=path))


def test_a_copy_left_by_a_killed_program_goes_with_the_next(home: PostgresqlHome, place: str) -> None:
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute('CREATE SCHEMA "tmtool_trial_left"')
        with home.trial():
            pass
        assert not connection.execute("SELECT FROM pg_namespace WHERE nspname LIKE 'tmtool_trial_%'").fetchall()


def test_a_text_that_the_server_cannot_store_is_said(home: Home) -> None:
    with pytest.raises(DatabaseError, match="cannot store"):
        store(home, [unit("A \0 text", "Un texte")])


def test_who_is_told_of_a_connection_that_ended_is_told_once(home: Home, place: str) -> None:
    script = (
        "import sys; from tmtool.errors import DatabaseError; from tmtool.store import open_home\n"
        "with open_home(sys.argv[1]) as home:\n"
        "    try:\n"
        "        with home.transaction():\n"
        "            home._own.sql.connection.execute('SELECT pg_terminate_backend(pg_backend_pid())')\n"
        "    except DatabaseError as error: print(error.problem)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, place], check=True, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("the server ended the connection\n", "")


def test_a_copy_of_everything_says_that_the_server_has_ended_the_connection(
    home: PostgresqlHome, place: str, tmp_path: Path
) -> None:
    store(home, [unit("a text", "un texte")])
    ending = (
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE query LIKE 'SET TRANSACTION ISOLATION%'"
    )

    def ended() -> Iterator[tuple[str, Iterable[Row]]]:
        for table, rows in home.contents():
            with psycopg.connect(place, autocommit=True) as connection:
                connection.execute(ending)
            yield table, rows

    with open_home(tmp_path / "t.db", create=True) as copy, pytest.raises(DatabaseError, match="ended the connection"):
        copy.fill(ended())


def test_a_name_that_the_server_cannot_index_is_said(home: Home) -> None:
    # What repeats itself the server would store in fewer bytes.
    name = "".join(f"{number:x}" for number in range(2_000))
    with pytest.raises(DatabaseError, match="longer than PostgreSQL"):
        store(home, [unit("a text", "un texte")], memory=name)
    with pytest.raises(DatabaseError, match="longer than PostgreSQL"):
        store(home, [unit("a text", "un texte", document=name)])
    assert home.sources.memories() == []


def test_very_long_words_and_texts_are_found(home: Home, tmp_path: Path) -> None:
    word, other = "x" * 5_000, "x" * 4_999 + "y"
    store(home, [unit(word, "Un"), unit(other, "Deux"), unit("word " * 4_000, "Trois")])
    for text in (word, other, "word " * 4_000):
        assert [rate for _, rate in home.segments.similar(text, "en", 90)] == [100]
    assert [text for _, text in home.segments.with_words([[word]], "en")]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://tm:secret@host:5/db", "postgresql://tm:***@host:5/db"),
        ("postgresql://tm@host/db?sslmode=require", "postgresql://tm@host/db?sslmode=require"),
        ("postgresql:///db?host=/tmp&password=secret", "postgresql:///db?host=/tmp&password=***"),
    ],
)
def test_a_url_is_shown_without_its_password(url: str, shown: str) -> None:
    assert named(url) == shown


def test_another_schema_is_named_beside_other_options() -> None:
    assert in_schema("postgresql:///db?options=-cjit%3Doff", "a").endswith("options=-cjit%3Doff%20-csearch_path%3Da")


def test_texts_go_elsewhere_with_numbers_of_their_own_where_most_numbers_are_gone(home: Home) -> None:
    """As after many imports that came to nothing: a file has room for so many numbers only."""
    store(home, [unit(f"Gone {n}", f"Parti {n}") for n in range(60)], path="gone")
    store(home, [unit(text, text.upper()) for text in texts_of(1)])
    with home.transaction():
        set_aside(home, Part(source="gone"))
    rows = {table: list(rows) for table, rows in home.contents()}
    assert [row[0] for row in rows["segments"]] == list(range(1, 49))
    assert {row[2] for row in rows["variants"]} == set(range(1, 49))
