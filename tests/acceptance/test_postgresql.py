"""Every command works with a PostgreSQL database as with a file, and no password of it is ever shown."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from tests.acceptance.conftest import Tmtool
from tests.postgresql_server import new_schema, server

TABLE = "en\tfr\n" + "".join(f"Item {n} of the list\tPoint {n} de la liste\n" for n in range(30))


@pytest.fixture
def shared(tmtool: Tmtool) -> Tmtool:
    """Returns the command line with a PostgreSQL database that has a table of units, which is in a.tsv too."""
    tool = replace(tmtool, db=new_schema())
    tool.write("a.tsv", TABLE)
    tool.ok("import", "a.tsv")
    return tool


def test_what_is_imported_is_found_edited_counted_exported_and_forgotten(shared: Tmtool) -> None:
    (answer,) = shared.json("lookup", "Item 8 of a list")
    best = answer["matches"][0]
    assert (best["target"], best["rate"]) == ("Point 8 de la liste", 80)
    shared.ok("edit", best["unit"], "--target", "Point 8 de cette liste")
    assert "cette" in shared.ok("concordance", "item 8")
    assert shared.json("stats")[0]["memories"][0]["units"] == 30
    assert f"unit {best['unit']}" in shared.ok("history")
    assert shared.ok("doctor") == "sound\n"
    shared.ok("export", "out.tmx")
    assert "Point 8 de cette liste" in (shared.folder / "out.tmx").read_text(encoding="utf-8")
    shared.ok("forget", "--memory", "default", "--yes")
    assert shared.json("stats")[0]["memories"] == []


def test_both_kinds_of_database_give_the_same_answers(shared: Tmtool) -> None:
    file = replace(shared, db="t.db")
    file.ok("import", "a.tsv")
    for command in (
        ("lookup", "Item 8 of a list", "--threshold", "50", "--limit", "0"),
        ("concordance", "item", "--limit", "0"),
        ("stats",),
    ):
        differing = {"ms": 0, "bytes": 0, "database": ""}
        one, other = ([{**line, **differing} for line in tool.json(*command)] for tool in (file, shared))
        assert one == other


def test_a_query_is_answered_by_numbers_and_writes_no_file_of_the_server_either(shared: Tmtool) -> None:
    asked = (
        "SELECT sum(id) AS n, avg(position) AS mean, min(source) AS a, '{\"b\": [1]}'::jsonb AS json, 'NaN'::float AS x"
    )
    assert shared.json("query", f"{asked} FROM (SELECT id, position, en AS source FROM units_en_fr) u") == [
        {"n": 465, "mean": 15.5, "a": "Item 0 of the list", "json": '{"b": [1]}', "x": "nan"}
    ]
    assert shared.json("query", "SELECT 1 AS a, 2 AS a") == [{"a": 1, "a_2": 2}]
    assert "Scan" in shared.ok("query", "EXPLAIN SELECT * FROM units")
    out = shared.folder / "out.txt"
    for wrong in (
        f"COPY units TO '{out}'",
        "COPY units TO STDOUT",
        "SELECT 1; DELETE FROM units",
        "EXPLAIN ANALYZE DELETE FROM units",
        "EXPLAIN SELECT 1; DELETE FROM units",
        "DO $$ BEGIN DELETE FROM units; END $$",
        "SELECT $1",
        "SELECT chr(0)",
        "VACUUM",
        "COMMIT",
    ):
        done = shared.run("query", wrong)
        assert (done.returncode, done.stderr.count("\n"), out.exists()) == (2, 1, False), wrong
    assert shared.json("query", "SELECT count(*) AS n FROM units") == [{"n": 30}]


def test_a_password_is_not_shown_where_the_database_is_named(shared: Tmtool) -> None:
    tool = replace(shared, db=shared.db.replace("tmtool@", "tmtool:secret@"))
    for command in ("stats", "doctor", "memory"):
        assert "secret" not in tool.ok(command) + tool.ok(command, "--json")


def test_a_memory_is_shared_with_roles_of_the_server(shared: Tmtool) -> None:
    assert "everybody" in shared.ok("share", "default")
    assert shared.json("share", "default", "pg_monitor", "--right", "write") == [
        {"role": "pg_monitor", "may": "write"},
        {"role": "tmtool", "may": "own"},
    ]
    assert shared.json("share", "default", "pg_monitor", "--right", "none") == [{"role": "tmtool", "may": "own"}]
    assert "everybody" in shared.ok("share", "default", "--everybody")
    refused = shared.run("share", "default", "nobody-knows-them")
    assert (refused.returncode, "nobody-knows-them" in refused.stderr) == (2, True)
    assert shared.run("share", "default", "--right", "none").returncode == 2
    file = replace(shared, db="t.db")
    file.ok("import", "a.tsv")
    refused = file.run("share", "default", "anybody")
    assert (refused.returncode, "as a whole" in refused.stderr) == (4, True)


def test_a_backup_is_left_to_the_server_and_nothing_is_written(shared: Tmtool) -> None:
    before = set(shared.folder.iterdir())
    done = shared.run("backup")
    assert done.returncode == 4
    assert "pg_dump" in done.stderr
    assert set(shared.folder.iterdir()) == before


def test_a_database_moves_from_a_file_to_a_server_and_back(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", TABLE)
    tmtool.ok("import", "a.tsv")
    url = new_schema()
    (moved,) = tmtool.json("move", "t.db", url)
    assert (moved["segments"], moved["units"], moved["questions"]) == (60, 30, 60)
    assert "60 segments and 30 units are in back.db" in tmtool.ok("move", url, "back.db")
    for place in (url, "back.db"):
        moved_to = replace(tmtool, db=place)
        assert moved_to.json("query", "SELECT count(*) AS n FROM units_en_fr") == [{"n": 30}]
    one, other = (
        replace(tmtool, db=place).json("lookup", "Item 8 of a list", "--limit", "0") for place in ("t.db", url)
    )
    assert one[0]["matches"] == other[0]["matches"]
    again = tmtool.run("move", "t.db", url)
    assert again.returncode == 2
    assert "something is in" in again.stderr


def told(tool: Tmtool, url: str) -> str:
    """Returns the one line that says what is wrong with this database."""
    done = replace(tool, db=url).run("stats")
    assert done.returncode == 4
    (line,) = done.stderr.splitlines()
    assert "secret" not in line
    return line


def test_what_is_wrong_with_a_database_is_said_in_a_line_that_keeps_its_password(tmtool: Tmtool) -> None:
    url, options = server(), new_schema().partition("&")[2]
    host = url.partition("?")[2]
    for wrong, words in {
        f"postgresql://tmtool:secret@/postgres?{host}&{options}": "make one with 'tmtool init'",
        f"postgresql://tmtool:secret@/nothing?{host}": "no database of that name",
        f"postgresql://nobody:secret@/postgres?{host}": "does not admit this user",
        "postgresql://tmtool:secret@/postgres?host=/nowhere": "no PostgreSQL server answers",
        "postgresql://tmtool:sec@ret@/postgres?host=/nowhere": "%40",
        "postgresql://tmtool@/postgres?host=/nowhere&password=secret": "password=***",
        f"postgresql://tmtool:secret@/postgres?{host}&colour=red": "could not be used",
    }.items():
        assert words in told(tmtool, wrong)


def test_a_database_of_a_newer_tmtool_or_of_another_program_is_refused(shared: Tmtool) -> None:
    import psycopg

    with psycopg.connect(shared.db, autocommit=True) as connection:
        connection.execute("UPDATE tmtool_schema SET version = 99")
    assert "newer tmtool (schema 99" in told(shared, shared.db)
    other = new_schema()
    with psycopg.connect(other, autocommit=True) as connection:
        connection.execute("CREATE TABLE units (id integer)")
    done = replace(shared, db=other).run("import", "a.tsv")
    assert done.returncode == 4
    assert "a database of another program" in done.stderr


def test_the_database_may_be_named_by_the_environment_or_the_settings(shared: Tmtool) -> None:
    shared.write("tmtool.toml", f'db = "{shared.db}"\n')
    command = [sys.executable, "-m", "tmtool", "lookup", "Item 8 of the list"]
    for environment in (shared.environment(), {**shared.environment(), "TMTOOL_DB": shared.db}):
        done = subprocess.run(command, cwd=shared.folder, env=environment, capture_output=True, encoding="utf-8")
        assert "Point 8 de la liste" in done.stdout, done.stderr
        (shared.folder / "tmtool.toml").unlink(missing_ok=True)
