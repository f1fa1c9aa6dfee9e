"""Whatever the shell, the terminal and the disk are like, a command ends in order."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.acceptance.conftest import REPOSITORY, Tmtool

PAIRS = "en\tfr\nOther matters\tQuestions diverses\nOpening of the café\tOuverture du café\n"
SAMPLES = REPOSITORY / "samples"
LATIN_NAME = os.fsdecode(b"caf\xe9")

needs_bytes_as_names = pytest.mark.skipif(sys.platform != "linux", reason="file names are text here")


def bytes_of(tool: Tmtool, arguments: Sequence[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        tool.command(*arguments), input=given, capture_output=True, cwd=tool.folder, env=tool.environment()
    )


def in_shell(tool: Tmtool, arguments: str) -> subprocess.CompletedProcess[str]:
    line = f"{sys.executable} -m tmtool --db {tool.db} {arguments}"
    return subprocess.run(
        ["sh", "-c", line], capture_output=True, encoding="utf-8", cwd=tool.folder, env=tool.environment()
    )


@pytest.fixture
def small(tmtool: Tmtool) -> Tmtool:
    tmtool.write("a.tsv", PAIRS)
    tmtool.ok("import", "a.tsv")
    return tmtool


def test_a_line_in_another_encoding_does_not_stop_a_batch(small: Tmtool) -> None:
    done = bytes_of(small, ["lookup", "--batch", "-", "--json"], b"Opening of the caf\xe9\nOther matters\n")
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["query"] == "Opening of the caf\N{REPLACEMENT CHARACTER}"
    assert second["matches"][0]["rate"] == 100


@needs_bytes_as_names
@pytest.mark.parametrize("arguments", [["lookup", LATIN_NAME], ["export", "x.tmx", "--document", LATIN_NAME]])
def test_an_argument_in_another_encoding_is_said_to_be_one(small: Tmtool, arguments: list[str]) -> None:
    done = small.run(*arguments)
    assert done.returncode == 2
    assert "is not UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


@needs_bytes_as_names
def test_a_file_whose_name_is_not_utf_8_is_imported_like_any_other(small: Tmtool) -> None:
    small.write(f"{LATIN_NAME}.tsv", PAIRS)
    done = bytes_of(small, ["import", "--json", f"{LATIN_NAME}.tsv"])
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode())["path"] == f"{LATIN_NAME}.tsv"
    (again,) = small.json("import", f"{LATIN_NAME}.tsv")
    assert again["unchanged"] == 2


@needs_bytes_as_names
@pytest.mark.parametrize("ending", ["tmx", "html"])
def test_documents_whose_names_are_not_utf_8_are_aligned(small: Tmtool, ending: str) -> None:
    for language in ("en", "fr"):
        text = (SAMPLES / f"agenda.{language}.txt").read_bytes()
        small.write(f"d/{LATIN_NAME}.{language}.txt", text)
    small.ok("align", "d", "--add", "-o", f"out.{ending}")
    assert r"caf\xe9.en.txt" in (small.folder / small.db).read_bytes().decode("latin-1")
    assert list(small.folder.glob(f"out*.{ending}"))


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_standard_stream_is_an_empty_one(small: Tmtool, closed: str) -> None:
    done = in_shell(small, f"lookup {closed}")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", ["stats", "lookup 'Other matters'", "checks --json"])
def test_output_that_finds_no_space_is_one_line(small: Tmtool, command: str) -> None:
    done = in_shell(small, f"{command} > /dev/full")
    assert done.returncode == 3
    assert done.stderr.startswith("tmtool: standard output: ")
    assert done.stderr.count("\n") == 1


def without_the_rights_of_root() -> None:
    """Lets file permissions hold for root too: takes CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (capabilities(7))."""
    if os.geteuid() == 0:
        for capability in (1, 2):
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="root reads everything here")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["import", "secret.tsv"], 3),
        (["import", "folder"], 3),
        (["align", "folder"], 3),
        (["check", "secret.tsv"], 3),
        (["suggest", "secret.tsv"], 3),
        (["init", "closed/project"], 3),
        (["--db", "secret.tsv", "stats"], 4),
    ],
)
def test_what_may_not_be_read_or_written_is_said_in_one_line(small: Tmtool, arguments: list[str], status: int) -> None:
    secret = small.write("secret.tsv", PAIRS + "Annex\tAnnexe\n" * 100)
    folder = small.write("folder/b.tsv", PAIRS).parent
    closed = small.write("closed/c.tsv", PAIRS).parent
    secret.chmod(0)
    folder.chmod(0)
    closed.chmod(0o500)
    tool = Tmtool(small.folder, "own.db") if arguments[0] == "init" else small
    command = [sys.executable, "-m", "tmtool", *arguments]
    done = (
        subprocess.run(
            command,
            cwd=tool.folder,
            env=tool.environment(),
            preexec_fn=without_the_rights_of_root,
            capture_output=True,
            encoding="utf-8",
        )
        if arguments[0] in ("--db", "init")
        else tool.run(*arguments, limit=without_the_rights_of_root)
    )
    folder.chmod(0o700)
    closed.chmod(0o700)
    assert done.returncode == status, done.stderr
    assert done.stderr.count("\n") == 1
    assert "Permission denied" in done.stderr or "opened" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="root writes everything here")
def test_a_database_that_may_only_be_read_is_read(small: Tmtool) -> None:
    shared = small.folder / "shared"
    shared.mkdir()
    database = (small.folder / small.db).rename(shared / "tm.db")
    database.chmod(0o400)
    shared.chmod(0o500)
    tool = Tmtool(small.folder, "shared/tm.db")
    found = tool.run("lookup", "Other matters", limit=without_the_rights_of_root)
    examined = tool.run("doctor", limit=without_the_rights_of_root)
    refused = tool.run("terms", "add", "shelter", "foyer", limit=without_the_rights_of_root)
    shared.chmod(0o700)
    assert found.returncode == 0, found.stderr
    assert "Questions diverses" in found.stdout
    assert (examined.returncode, examined.stdout) == (0, "sound\n")
    assert refused.returncode == 4
    assert "cannot be written" in refused.stderr
