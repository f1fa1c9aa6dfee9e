"""A user's mistake costs one clear line and the right exit status; nothing is lost, nothing half-written."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.conftest import Tmtool

PAIRS = "id\ten\tfr\n1\tOther matters\tQuestions diverses\n2\tAdoption of the report\tAdoption du rapport\n"
CUT_TMX = '<?xml version="1.0"?>\n<tmx version="1.4"><header/><body>\n<tu><tuv xml:lang="en"><seg>Cut'


def refused(done: subprocess.CompletedProcess[str], status: int, *words: str) -> None:
    assert done.returncode == status, done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("tmtool: ")
    assert "; " in lines[0], "says what to do"
    for word in words:
        assert word in lines[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.tmx", b"", ["empty.tmx", "empty"]),
        ("noise.tmx", bytes(range(256)) * 20, ["noise.tmx", "binary"]),
        ("cut.tmx", CUT_TMX.encode(), ["cut.tmx:3"]),
        ("page.tmx", b"<!DOCTYPE html><html><body>Please log in</body></html>", ["page.tmx", "web page"]),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ["old.doc"]),
        ("foreign.tsv", b"foo\tquux\n1\t2\n", ["foreign.tsv:1", "header"]),
        ("one.tsv", b"en\tnote\nOther matters\tx\n", ["one.tsv:1"]),
    ],
)
def test_a_file_that_cannot_be_imported_is_named_with_its_remedy(
    tmtool: Tmtool, name: str, content: bytes, words: list[str]
) -> None:
    tmtool.write("good.tsv", PAIRS)
    tmtool.ok("import", "good.tsv")
    before = tmtool.json("lookup", "Other matters")[0]["matches"]
    tmtool.write(name, content)
    refused(tmtool.run("import", name), 3, *words)
    assert tmtool.json("lookup", "Other matters")[0]["matches"] == before


def test_a_missing_file_is_named(tmtool: Tmtool) -> None:
    refused(tmtool.run("import", "nowhere.tmx"), 3, "nowhere.tmx")
    tmtool.write("t.tsv", "en\tfr\nOther matters\tQuestions diverses\n")
    tmtool.ok("import", "t.tsv")
    refused(tmtool.run("check", "nowhere.txt"), 3, "nowhere.txt")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_tables_in_the_encodings_of_offices_are_read_right(tmtool: Tmtool, encoding: str) -> None:
    table = "en\tfr\nThe Secretariat's réunion\tLe Secrétariat a été prié d’agir\n" * 1
    tmtool.write("t.tsv", (table + "Other matters\tQuestions diverses\n").encode(encoding))
    tmtool.ok("import", "t.tsv")
    assert (
        tmtool.json("lookup", "The Secretariat's réunion")[0]["matches"][0]["target"]
        == "Le Secrétariat a été prié d’agir"
    )


def test_of_several_files_the_good_ones_go_in(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", PAIRS)
    tmtool.write("b.tmx", CUT_TMX)
    tmtool.write("c.tsv", PAIRS.replace("Other matters", "Opening of the meeting"))
    done = tmtool.run("import", "a.tsv", "b.tmx", "c.tsv")
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 2
    assert tmtool.json("lookup", "Opening of the meeting")[0]["matches"]


def test_of_two_files_with_one_name_the_second_does_not_replace_the_first(tmtool: Tmtool) -> None:
    tmtool.write("one/a.tsv", "en\tfr\nOther matters\tQuestions diverses\n")
    tmtool.write("two/a.tsv", "en\tfr\nThe end\tLa fin\n")
    done = tmtool.run("import", "one/a.tsv", "two/a.tsv")
    assert done.returncode == 3
    assert "two/a.tsv: has the name of one/a.tsv" in done.stderr
    assert tmtool.json("lookup", "Other matters")[0]["matches"]
    (first, second) = tmtool.json("import", ".")[:2]
    assert (first["units"], second["units"]) == (1, 1)
    assert tmtool.run("import", "one/a.tsv", "one/a.tsv").returncode == 0


def test_another_file_of_the_same_name_is_said_to_replace_the_first(tmtool: Tmtool) -> None:
    tmtool.write("one/a.tsv", "en\tfr\nOther matters\tQuestions diverses\n")
    tmtool.write("two/a.tsv", "en\tfr\nThe end\tLa fin\n")
    assert tmtool.run("import", "one/a.tsv").stderr == ""
    assert "nothing is left of what a file of this name gave before" in tmtool.run("import", "two/a.tsv").stderr
    tmtool.write("two/a.tsv", "en\tfr\nThe end\tLa fin\nOther matters\tQuestions diverses\n")
    assert tmtool.run("import", "two/a.tsv").stderr == ""


def test_in_a_folder_what_no_reader_knows_is_mentioned_and_no_error(tmtool: Tmtool) -> None:
    tmtool.write("memory/a.tsv", PAIRS)
    tmtool.write("memory/read.me", "hello")
    tmtool.write("memory/picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
    done = tmtool.run("import", "memory")
    assert done.returncode == 0
    assert "picture.png" in done.stderr


def test_without_a_database_the_command_that_makes_one_is_named(tmtool: Tmtool) -> None:
    for command in (["lookup", "x"], ["stats"], ["export", "x.tmx"], ["terms", "search", "x"], ["concordance", "x"]):
        refused(tmtool.run(*command), 4, "tmtool init")
    assert list(tmtool.folder.iterdir()) == []


def test_a_database_named_but_missing_is_an_error_for_check_too(tmtool: Tmtool) -> None:
    tmtool.write("a.txt", "Questions diverses\n")
    refused(tmtool.run("check", "a.txt"), 4)


def test_the_database_of_another_program_is_refused(tmtool: Tmtool) -> None:
    with sqlite3.connect(tmtool.folder / "t.db") as other:
        other.execute("CREATE TABLE recipes (id)")
    tmtool.write("a.tsv", PAIRS)
    refused(tmtool.run("lookup", "x"), 4, "another program")
    refused(tmtool.run("import", "a.tsv"), 4, "another program")


def with_little_patience(tmtool: Tmtool, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a command that waits a fifth of a second for others, where a user waits ten."""
    script = (
        "from tmtool.store.sqlite import transactions; transactions.BUSY_TIMEOUT_MS = 200\n"
        f"import sys; sys.argv[1:] = {tmtool.command(*arguments)[3:]!r}\n"
        "from tmtool.cli.main import run; run()"
    )
    command = [sys.executable, "-c", script]
    return subprocess.run(command, cwd=tmtool.folder, env=tmtool.environment(), capture_output=True, text=True)


def test_a_locked_database_is_said_to_be_locked(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", PAIRS)
    tmtool.ok("import", "a.tsv")
    tmtool.write("b.tsv", PAIRS)
    with sqlite3.connect(tmtool.folder / "t.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        refused(with_little_patience(tmtool, "import", "b.tsv"), 4, "locked")
        assert tmtool.json("lookup", "Other matters")[0]["matches"], "readers do not wait for a writer"
        other.execute("ROLLBACK")
    tmtool.ok("import", "b.tsv")


@pytest.mark.parametrize(
    "arguments",
    [
        ["lookup", "--no-such-option"],
        ["nonsense"],
        ["lookup", "x", "--threshold", "20"],
        ["lookup", "x", "--batch", "-"],
        ["suggest", "a.txt", "-o", "a.pdf"],
        ["check", "a", "b", "c"],
        ["export", "x.tmx", "--since", "yesterday"],
        ["import", "a.tsv", "--format", "nonsense"],
        ["import", "a.tsv", "--memory", " "],
        ["terms", "add", "", "x"],
        ["terms", "add", "x", "y", "--admitted", ""],
    ],
)
def test_a_wrong_command_line_ends_with_status_2(tmtool: Tmtool, arguments: list[str]) -> None:
    tmtool.write("a.tsv", PAIRS)
    tmtool.write("a.txt", "Other matters\n")
    tmtool.ok("import", "a.tsv")
    refused(tmtool.run(*arguments), 2)


def test_an_output_that_cannot_be_written_leaves_no_file(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", PAIRS)
    tmtool.ok("import", "a.tsv")
    refused(tmtool.run("export", "no/such/folder/out.tmx"), 3, "out.tmx")
    refused(tmtool.run("export", "out.docx"), 2, "out.docx")
    assert sorted(path.name for path in tmtool.folder.iterdir() if path.suffix != "") == sorted(
        {"a.tsv", "t.db", *(p.name for p in tmtool.folder.glob("t.db-*"))}
    )


def test_a_closed_pipe_ends_quietly(tmtool: Tmtool) -> None:
    rows = "".join(f"{n}\tOther matters of day {n}\tQuestions du jour {n}\n" for n in range(3000))
    tmtool.write("a.tsv", "id\ten\tfr\n" + rows)
    tmtool.ok("import", "a.tsv")
    process = subprocess.Popen(
        tmtool.command("concordance", "matters", "--limit", "0"),
        cwd=tmtool.folder,
        env=tmtool.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_output_to_a_pipe_has_no_control_codes_and_hostile_text_is_disarmed(tmtool: Tmtool) -> None:
    tmtool.write("a.tsv", "en\tfr\nOther \x1b[31mmatters\tQuestions \x1b]0;gotcha\x07diverses\n")
    tmtool.ok("import", "a.tsv")
    assert "\x1b" not in tmtool.ok("lookup", "Other matters", "--threshold", "50")


def test_a_database_in_a_folder_that_cannot_be_made_is_refused(tmtool: Tmtool) -> None:
    tmtool.write("file", "x")
    tmtool.write("a.tsv", PAIRS)
    done = Tmtool(tmtool.folder, "file/t.db").run("import", "a.tsv")
    refused(done, 4, "file")


def test_the_environment_and_the_project_file_name_the_database(tmp_path: Path, project: Path) -> None:
    shutil.copytree(project, tmp_path / "project")
    inside = Tmtool(tmp_path / "project" / "deep")
    inside.folder.mkdir()
    environment = {name: value for name, value in inside.environment().items() if name != "TMTOOL_DB"}
    command = [sys.executable, "-m", "tmtool", "stats"]
    by_project = subprocess.run(command, cwd=inside.folder, env=environment, capture_output=True, encoding="utf-8")
    assert by_project.returncode == 0, by_project.stderr
    by_environment = subprocess.run(
        command,
        cwd=tmp_path,
        env={**environment, "TMTOOL_DB": str(tmp_path / "project" / "tm.db")},
        capture_output=True,
    )
    assert by_environment.returncode == 0
    nowhere = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True)
    assert nowhere.returncode == 4
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["edit", "99999999999999999999", "--status", "approved"], 2),
        (["settle", "99999999999999999999"], 2),
        (["history", "--limit", "99999999999999999999"], 2),
        (["import", "x" * 5_000], 3),
        (["--db", "x" * 5_000, "stats"], 4),
    ],
)
def test_numbers_and_names_beyond_all_bounds_are_one_line(tmtool: Tmtool, arguments: list[str], status: int) -> None:
    done = tmtool.run(*arguments)
    assert (done.returncode, done.stderr.count("\n")) == (status, 1)
    assert len(done.stderr) < 500


@pytest.mark.parametrize(
    "command",
    [
        ("stats",),
        ("lookup", "text"),
        ("import", "small.tsv"),
        ("serve", "--port", "0", "--no-browser"),
        ("token", "list"),
        ("token", "add", "name"),
        ("token", "revoke", "name"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
@pytest.mark.parametrize(
    ("named", "status", "said"),
    [
        ("", 2, "Invalid value for '--db': it is empty; see"),
        ("folder", 4, "folder: is a folder, not a database; name a file with --db"),
        ("/", 4, "/: is a folder, not a database; name a file with --db"),
        ("x" * 300, 4, f"{'x' * 80}: File name too long; name another file with --db"),
    ],
    ids=["nothing", "a folder", "the root", "a long name"],
)
def test_what_can_be_no_database_is_refused_by_every_command_in_the_same_line(
    tmp_path: Path, command: tuple[str, ...], named: str, status: int, said: str
) -> None:
    tmtool = Tmtool(tmp_path, db=named)
    tmtool.write("small.tsv", "en\tfr\nA\tB\n")
    (tmp_path / "folder").mkdir()
    done = tmtool.run(*command)
    assert (done.returncode, len(done.stderr.splitlines())) == (status, 1), done.stderr
    assert said in done.stderr
    assert {file.name for file in tmp_path.iterdir()} == {"small.tsv", "folder"}
