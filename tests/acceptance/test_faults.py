"""Killed, out of space, two at once: a file is in the database entirely or not at all."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.acceptance.conftest import Tmtool
from tmtool.tasks.reading_units import LARGE

ROWS = 20_000
BIG = "id\ten\tfr\n" + "".join(
    f"{n}\tSentence number {n} about subject {n * 7919 % 1000}.\tPhrase {n} sur le sujet {n * 7919 % 1000}.\n"
    for n in range(ROWS)
)
SMALL = "id\ten\tfr\n1\tOther matters\tQuestions diverses\n"


def counted(tmtool: Tmtool) -> int:
    """Counts the units in the database, after seeing that it is sound and each segment is indexed or waits to be."""
    with sqlite3.connect(tmtool.folder / tmtool.db) as database:
        assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        indexed = database.execute("SELECT count(*) FROM index_segments").fetchone()
        last = "(SELECT max(segment_id) FROM index_segments)"
        assert indexed == database.execute(f"SELECT count(*) FROM segments WHERE id <= {last}").fetchone()
        database.execute("INSERT INTO segments_text (segments_text) VALUES ('integrity-check')")
        return int(database.execute("SELECT count(*) FROM units").fetchone()[0])


def waiting(tmtool: Tmtool) -> int:
    """Counts the segments that are stored and not indexed."""
    with sqlite3.connect(tmtool.folder / tmtool.db) as database:
        rows = database.execute("SELECT count(*) FROM segments WHERE id > (SELECT max(segment_id) FROM index_segments)")
        return int(rows.fetchone()[0])


def test_a_killed_import_leaves_all_of_a_file_or_nothing(tmtool: Tmtool) -> None:
    tmtool.write("small.tsv", SMALL)
    tmtool.write("big.tsv", BIG)
    tmtool.ok("import", "small.tsv")
    chance = random.Random(7)
    for _ in range(4):
        process = subprocess.Popen(
            tmtool.command("import", "big.tsv"),
            cwd=tmtool.folder,
            env=tmtool.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.1, 1.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert counted(tmtool) in (1, 1 + ROWS)
        assert tmtool.json("lookup", "Other matters")[0]["matches"][0]["rate"] == 100
    tmtool.ok("import", "big.tsv")
    assert counted(tmtool) == 1 + ROWS
    assert waiting(tmtool) == 0


def test_a_killed_import_of_a_large_file_leaves_no_process_running(tmtool: Tmtool) -> None:
    tmtool.write("small.tsv", SMALL)
    tmtool.write("large.tsv", BIG + "\n" * LARGE)
    tmtool.ok("import", "small.tsv")
    chance = random.Random(8)
    for _ in range(3):
        process = subprocess.Popen(
            tmtool.command("import", "large.tsv"), cwd=tmtool.folder, env=tmtool.environment(), start_new_session=True
        )
        time.sleep(chance.uniform(0.5, 1.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        with pytest.raises(ProcessLookupError):
            for _ in range(100):
                os.killpg(process.pid, 0)
                time.sleep(0.1)
        assert counted(tmtool) in (1, 1 + ROWS)


def test_an_import_killed_before_it_has_indexed_is_searched_as_it_is_and_completed_by_the_next(tmtool: Tmtool) -> None:
    tmtool.write("small.tsv", SMALL)
    tmtool.write("big.tsv", BIG)
    tmtool.ok("import", "small.tsv")
    process = subprocess.Popen(tmtool.command("import", "big.tsv"), cwd=tmtool.folder, env=tmtool.environment())
    while process.poll() is None and not waiting(tmtool):
        pass
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert counted(tmtool) == 1 + ROWS
    assert waiting(tmtool) > 0
    query = "Sentence number 19 about subject 461."
    before = tmtool.json("lookup", "--limit", "200", "--threshold", "80", query)[0]["matches"]
    assert before[0]["source"] == query
    lines = tmtool.json("concordance", "--limit", "0", "subject 461")
    assert len(lines) == ROWS // 1000
    tmtool.ok("import", "big.tsv")
    assert waiting(tmtool) == 0
    assert tmtool.json("lookup", "--limit", "200", "--threshold", "80", query)[0]["matches"] == before
    assert tmtool.json("concordance", "--limit", "0", "subject 461") == lines


def test_a_full_disk_is_one_clear_line_and_changes_nothing(tmtool: Tmtool) -> None:
    tmtool.write("small.tsv", SMALL)
    tmtool.write("big.tsv", BIG)
    tmtool.ok("import", "small.tsv")

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    def no_room_at_all() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    done = tmtool.run("import", "big.tsv", limit=no_room)
    assert done.returncode == 4
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert counted(tmtool) == 1
    done = tmtool.run("export", "out.tmx", limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)))
    assert done.returncode != 0
    assert not (tmtool.folder / "out.tmx").exists()
    done = tmtool.run("backup", limit=no_room_at_all)
    assert "backups/t-" in done.stderr
    assert "cannot be written" in done.stderr
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert tmtool.run("move", "t.db", "other.db", limit=no_room_at_all).returncode == 4
    assert {file.name for file in tmtool.folder.iterdir()} <= {"big.tsv", "small.tsv", "t.db", "t.db-wal", "t.db-shm"}


@pytest.fixture
def full(tmtool: Tmtool) -> Iterator[Tmtool]:
    """Gives a database on a disk of its own that has not a byte left, where the machine lets a test have one."""
    folder = tmtool.folder / "disk"
    folder.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only who may mount a disk has one that is full (root, in a machine that allows it)")
    try:
        tool = Tmtool(tmtool.folder, db="disk/t.db")
        tool.write("small.tsv", SMALL)
        tool.ok("import", "small.tsv")
        with suppress(OSError), (folder / "filling").open("wb", buffering=0) as filling:
            while filling.write(bytes(4096)):
                pass
        yield tool
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.parametrize(
    "command",
    [
        ("edit", "1", "--target", "Divers"),
        ("edit", "--find", "Questions", "--replace", "Points", "--yes"),
        ("forget", "--memory", "default", "--yes"),
        ("forget", "--memory", "default", "--yes", "--purge"),
        ("terms", "add", "agenda", "ordre du jour"),
        ("memory", "default", "--rename", "other"),
        ("import", "more.tsv"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_whatever_changes_something_on_a_disk_without_a_byte_left_says_that_it_is_full(
    full: Tmtool, command: tuple[str, ...]
) -> None:
    full.write("more.tsv", SMALL.replace("Other", "Further"))
    before = full.json("lookup", "Other matters")[0]["matches"]
    done = full.run(*command)
    assert done.stderr == (
        "tmtool: disk/t.db: no space left for the database; free some space, then try again; nothing was changed\n"
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert full.json("lookup", "Other matters")[0]["matches"] == before
    (full.folder / "disk" / "filling").unlink()
    assert counted(full) == 1


@pytest.mark.parametrize(
    ("module", "function", "missing"),
    [("index_writing", "IndexWriter.flush", "not indexed yet"), ("views", "ensure_pair_view", "not made yet")],
)
def test_an_import_that_is_stored_when_the_disk_is_full_says_what_is_not_done_yet(
    tmtool: Tmtool, module: str, function: str, missing: str
) -> None:
    tmtool.write("small.tsv", SMALL)
    script = (
        f"from tmtool.store.sqlite import {module}; import sqlite3\n"
        "def full(*values):\n"
        "    error = sqlite3.OperationalError('full'); error.sqlite_errorcode = sqlite3.SQLITE_FULL; raise error\n"
        f"{module}.{function} = full\n"
        "import sys; sys.argv[1:] = ['--db', 't.db', 'import', 'small.tsv', '--json']\n"
        "from tmtool.cli.main import run; run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmtool.folder, env=tmtool.environment(), capture_output=True, text=True
    )
    assert done.returncode == 4
    assert "everything is stored and found, but " in done.stderr
    assert f"{missing}: no space left" in done.stderr
    assert "nothing was changed" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert tmtool.json("lookup", "Other matters")[0]["matches"][0]["rate"] == 100


def test_two_imports_at_once_both_go_in(tmtool: Tmtool) -> None:
    tmtool.write("small.tsv", SMALL)
    # So few that the second does not give up waiting, however busy the machine is.
    tmtool.write("a.tsv", "".join(BIG.splitlines(keepends=True)[: 1 + ROWS // 10]))
    tmtool.ok("import", "small.tsv")
    processes = [
        subprocess.Popen(
            tmtool.command("import", "--memory", name, "a.tsv"),
            cwd=tmtool.folder,
            env=tmtool.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for name in ("one", "two")
    ]
    for process in processes:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    assert counted(tmtool) == 1 + 2 * (ROWS // 10)


def test_lookups_go_on_while_a_file_is_imported(tmtool: Tmtool) -> None:
    tmtool.write("small.tsv", SMALL)
    tmtool.write("big.tsv", BIG)
    tmtool.ok("import", "small.tsv")
    process = subprocess.Popen(
        tmtool.command("import", "big.tsv"), cwd=tmtool.folder, env=tmtool.environment(), stdout=subprocess.DEVNULL
    )
    while process.poll() is None:
        assert tmtool.json("lookup", "Other matters")[0]["matches"][0]["rate"] == 100
    assert process.returncode == 0


def test_a_file_with_as_many_texts_as_it_can_hold_says_so_and_stays_as_it_is(tmtool: Tmtool) -> None:
    tmtool.write("small.tsv", SMALL)
    tmtool.ok("import", "small.tsv")
    with sqlite3.connect(tmtool.folder / tmtool.db) as database:
        database.execute("INSERT INTO segments (id, language, text, key) VALUES (?, 'en', 'Last', 0)", ((1 << 24) - 1,))
    tmtool.write("more.tsv", SMALL.replace("Other", "Further"))
    done = tmtool.run("import", "more.tsv")
    assert done.returncode == 4
    assert len(done.stderr.strip().splitlines()) == 1
    assert "the database is full: a file holds 16.7 million different texts" in done.stderr
    assert counted(tmtool) == 1
    assert len(tmtool.json("lookup", "Other matters")[0]["matches"]) == 1
