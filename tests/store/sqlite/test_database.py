"""Tests how databases are opened, recognised, refused and migrated."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.filling import store
from tmtool.errors import DatabaseError
from tmtool.model import Unit, Variant
from tmtool.store import open_home
from tmtool.store.sqlite import database, index_writing, migrating
from tmtool.store.sqlite.database import open_database
from tmtool.store.sqlite.faults import expecting_faults
from tmtool.store.sqlite.migrating import APPLICATION_ID, migrate
from tmtool.store.sqlite.transactions import transaction

_OPENS_IN_STEP = """
import sys
import threading
from pathlib import Path
from tmtool.store.sqlite.database import open_database
for name in sys.stdin:
    try:
        connection = open_database(Path(name.strip()), create=True)
        connection.execute("INSERT INTO memories (name) VALUES (hex(randomblob(8)))")
        connection.close()
    except Exception as error:
        print(repr(error), flush=True)
    else:
        print("opened", flush=True)
"""


def test_several_processes_make_one_new_database_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _OPENS_IN_STEP]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    for number in range(25):
        path = tmp_path / f"{number}.db"
        for one in processes:
            assert one.stdin
            one.stdin.write(f"{path}\n")
            one.stdin.flush()
        told = [one.stdout.readline().strip() for one in processes if one.stdout]
        assert told == ["opened"] * 4
        with contextlib.closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM memories").fetchone() == (4,)
    for one in processes:
        one.communicate()


def test_who_finds_another_process_making_the_database_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)) as maker:

        def make_it(of: Path) -> None:
            maker.execute(f"ATTACH '{of}' AS made")
            maker.execute("BEGIN IMMEDIATE")
            # By this SQLite refuses who wants a WAL, without waiting.
            maker.execute("CREATE TABLE made.begun (number)")
            threading.Timer(0.2, maker.execute, ("ROLLBACK",)).start()

        monkeypatch.setattr(database, "_make_folder", make_it)
        open_database(tmp_path / "t.db", create=True).close()


def test_what_another_process_is_making_is_not_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.db"
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 1)
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as maker:

        def make_it(of: Path) -> None:
            maker.execute(f"ATTACH '{of}' AS made")
            maker.execute("BEGIN EXCLUSIVE")

        monkeypatch.setattr(database, "_make_folder", make_it)
        with pytest.raises(DatabaseError, match="locked"):
            open_database(path, create=True)
        assert path.exists()


def test_a_new_database_says_whose_it_is_and_is_sound(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "t.db", create=True)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] >= 1
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    strict = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
    )
    assert {row[0] for row in strict} <= {"sqlite_schema"}


def test_a_missing_database_is_an_error_that_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="tmtool init"):
        open_database(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (id)")
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(DatabaseError, match="another program"):
            open_database(path, create=create)
    assert path.read_bytes() == before


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "t.db", create=True)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    with pytest.raises(DatabaseError, match="newer"):
        open_database(tmp_path / "t.db")


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + os.urandom(4096), b"not a database at all" * 100])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.db").write_bytes(content)
    with pytest.raises(DatabaseError):
        open_database(tmp_path / "bad.db")


def test_who_reads_all_of_it_holds_none_of_it_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    open_database(path, create=True).close()
    for mapped in (True, False):
        with contextlib.closing(open_database(path, mapped=mapped)) as connection:
            assert bool(connection.execute("PRAGMA mmap_size").fetchone()[0]) == mapped


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="folder"):
        open_database(tmp_path, create=True)


def test_a_migration_runs_once_and_leaves_a_copy_of_what_was(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    scripts = ["CREATE TABLE a (x INTEGER) STRICT;\nINSERT INTO a VALUES (1);\n"]
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, path, scripts)
    assert not list(tmp_path.glob("*.bak"))
    scripts.append("ALTER TABLE a ADD COLUMN y TEXT;\n")
    migrate(connection, path, scripts)
    migrate(connection, path, scripts)
    assert connection.execute("SELECT x, y FROM a").fetchall() == [(1, None)]
    with sqlite3.connect(tmp_path / "t.db.v1.bak") as copy:
        assert copy.execute("SELECT * FROM a").fetchall() == [(1,)]


def test_of_two_that_migrate_at_once_neither_takes_the_copy_of_the_other(tmp_path: Path) -> None:
    path, copied = tmp_path / "t.db", tmp_path / "t.db.v1.bak"
    scripts = ["CREATE TABLE segments (x INTEGER);\nINSERT INTO segments VALUES (1);\n"]
    with contextlib.ExitStack() as opened:
        first, second = (
            opened.enter_context(contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=0)))
            for _ in range(2)
        )
        migrate(first, path, scripts)
        scripts.append("ALTER TABLE segments RENAME COLUMN x TO y;\n")
        first.execute("BEGIN IMMEDIATE")
        copied.write_bytes(b"of the first")
        with pytest.raises(sqlite3.OperationalError):
            migrate(second, path, scripts)
        assert copied.read_bytes() == b"of the first"
        first.execute("ROLLBACK")
        copied.unlink()
        migrate(second, path, scripts, lambda done, total: migrate(first, path, scripts))
        copy = opened.enter_context(contextlib.closing(sqlite3.connect(copied)))
        assert copy.execute("SELECT x FROM segments").fetchall() == [(1,)]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, path, ["CREATE TABLE a (x INTEGER);\n"])
    with pytest.raises(sqlite3.Error):
        migrate(connection, path, ["", "CREATE TABLE b (x INTEGER);\nCREATE TABLE a (x INTEGER);\n"])
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("a",)]


def test_history_can_only_grow(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "t.db", create=True)
    insert = "INSERT INTO history (at, action, entity, entity_id) VALUES ('2030-01-01T00:00:00Z', 'add', 'concepts', 1)"
    connection.execute(insert)
    for change in ("UPDATE history SET action = 'x'", "DELETE FROM history"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(change)


def test_a_locked_database_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    one = open_database(path, create=True)
    other = open_database(path)
    other.execute("PRAGMA busy_timeout = 10")
    one.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError, match="locked"), expecting_faults(path), transaction(other):
        pass
    one.execute("ROLLBACK")


def test_a_reader_of_the_output_that_has_gone_is_no_fault_of_the_database(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), expecting_faults(tmp_path / "tm.db"):
        raise BrokenPipeError


@pytest.mark.parametrize("content", [b"", b"x"])
def test_an_empty_file_is_no_database_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseError, match="not a tmtool database"):
        open_database(path)
    assert path.read_bytes() == content
    if content:
        with pytest.raises(DatabaseError, match="not a tmtool database"):
            open_database(path, create=True)


def test_an_empty_file_is_made_a_database_by_what_writes_much(tmp_path: Path) -> None:
    """What a first import is about to fill, or left when it was killed, is an empty file to the next one."""
    path = tmp_path / "t.db"
    path.touch()
    open_database(path, create=True).close()
    open_database(path).close()


def test_a_name_too_long_is_one_clear_error(tmp_path: Path) -> None:
    for create in (False, True):
        with pytest.raises(DatabaseError, match="too long") as told:
            open_database(tmp_path / ("x" * 5_000), create=create)
        assert len(str(told.value)) < 200


def test_an_older_database_that_may_only_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.db"
    open_database(path, create=True).close()
    scripts = migrating.migration_scripts()
    monkeypatch.setattr(database, "migration_scripts", lambda: [*scripts, "CREATE TABLE a (x INTEGER) STRICT;"])
    monkeypatch.setattr(database, "_cannot_write", lambda connection, path: True)
    before = path.read_bytes()
    told: list[tuple[int, int]] = []
    with pytest.raises(DatabaseError, match="older tmtool"):
        open_database(path, migrating=lambda done, total: told.append((done, total)))
    assert told == []
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["t.db"]


def test_an_older_database_on_a_file_system_that_may_only_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*values: object, **options: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    def not_migrated(*values: object) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    path = tmp_path / "t.db"
    open_database(path, create=True).close()
    scripts = migrating.migration_scripts()
    monkeypatch.setattr(database, "migration_scripts", lambda: [*scripts, "CREATE TABLE a (x INTEGER) STRICT;"])
    monkeypatch.setattr(database, "migrate", not_migrated)
    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(DatabaseError, match="older tmtool"):
        open_database(path)


def test_a_database_is_read_where_nothing_can_be_written_any_more(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    open_database(path, create=True).close()
    read = (
        "import resource, signal, sys; from pathlib import Path; from tmtool.store import open_home; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); "
        "home = open_home(Path(sys.argv[1])); home.concepts.all(); home.purge_is_left()"
    )
    subprocess.run([sys.executable, "-c", read, str(path)], check=True)


def test_a_database_of_before_is_indexed_anew_where_its_texts_have_other_tokens_or_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_writing, "SPILL_AT", 3)  # as a large one is
    path = tmp_path / "t.db"
    with open_home(path, create=True) as home:
        store(home, [Unit((Variant("zh", "安全理事会的报告"), Variant("en", "Report")))])
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for table in ("index_segments", "index_postings", "index_tokens", "index_generations"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DROP TABLE segments_words")
        connection.execute("DROP INDEX units_by_time")
        connection.execute("DROP TABLE joined")
        connection.execute("DROP TABLE index_waiting")
        connection.execute("DROP TABLE index_waiting_few_words")
        connection.execute("INSERT INTO index_segments SELECT id, 'x' FROM segments")
        connection.execute("PRAGMA user_version = 2")
        connection.commit()
    told: list[tuple[int, int]] = []
    with open_home(path, migrating=lambda done, total: told.append((done, total))) as home:
        assert told == [(0, 2), (2, 2)]
        assert [rate for _, rate in home.segments.similar("安全理事会报告", "zh", 70)] == [87]
        assert [text for _, text in home.segments.with_words([["理事会"]], "zh")] == ["安全理事会的报告"]
    assert path.with_name("t.db.v2.bak").exists()


def test_what_an_older_tmtool_left_to_be_indexed_is_indexed_when_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with open_home(path, create=True) as home, home.transaction():
        writer = home.sources.replace_units("m", "a.tsv", "table", "digest")
        writer.add(Unit((Variant("en", "Report of the Group"), Variant("fr", "Rapport du Groupe"))))
        writer.finish()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE index_waiting")
        connection.execute("DROP TABLE index_waiting_few_words")
        connection.execute("PRAGMA user_version = 5")
    with open_home(path) as home:
        assert home.segments.waiting() == 0
        assert [rate for _, rate in home.segments.similar("Report of a Group", "en", 70)] == [75]
