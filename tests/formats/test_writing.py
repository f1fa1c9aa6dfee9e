"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tmtool.errors import InputError, OutputError
from tmtool.formats.writing import whole_copy, whole_file


def test_the_content_appears_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "out.tsv"
    with whole_file(path) as stream:
        stream.write("é\n")
        assert not path.exists()
    assert path.read_bytes() == "é\n".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.tsv"]


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.tmx"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(InputError), whole_file(path, "wb") as stream:
        stream.write(b"half of it")
        raise InputError("the source breaks off")
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.tmx"]


def test_the_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    with whole_file(path) as stream:
        stream.write("new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_to_the_new_content(tmp_path: Path) -> None:
    target = tmp_path / "real.txt"
    target.write_text("old", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    with whole_file(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_a_missing_folder_and_a_folder_as_file_are_clear_errors(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="make the folder first"), whole_file(tmp_path / "none" / "out.txt"):
        pass
    with pytest.raises(OutputError, match="not of a folder"), whole_file(tmp_path):
        pass


def test_a_device_is_written_to_directly() -> None:
    with whole_file(Path(os.devnull)) as stream:
        stream.write("gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are POSIX")
@pytest.mark.parametrize("kind", ["text", "tmx"])
def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "out.tmx"
    path.write_text("old", encoding="utf-8")
    script = """
import resource, sys
from pathlib import Path
from tmtool.errors import OutputError
from tmtool.formats.tmx.writing import write_units
from tmtool.formats.writing import whole_copy, whole_file
from tmtool.model import Unit, Variant
resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
path = Path(sys.argv[1])
try:
    if sys.argv[2] == "text":
        with whole_file(path) as stream:
            stream.write("x" * 100000)
    else:
        units = (Unit((Variant("en", "a" * 100), Variant("fr", "b" * 100))) for _ in range(2000))
        write_units(path, units, source_language="en", target_language="fr")
except OutputError as error:
    print(error)
    sys.exit(3)
"""
    done = subprocess.run([sys.executable, "-c", script, str(path), kind], capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert "cannot be written" in done.stdout
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.tmx"]


def test_what_sqlite_leaves_beside_a_copy_that_fails_goes_with_it(tmp_path: Path) -> None:
    """On a full disk it cannot take its journal back, and leaves it."""
    with pytest.raises(OutputError), whole_copy(tmp_path / "a.db") as temporary:
        temporary.with_name(f"{temporary.name}-journal").touch()
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_what_a_program_that_was_killed_has_left_is_removed_and_what_another_writes_is_not(tmp_path: Path) -> None:
    left, fresh = tmp_path / ".tmtool-0.tmp", tmp_path / ".tmtool-1.tmp"
    journal = tmp_path / f"{left.name}-journal"
    for file in (left, journal, fresh):
        file.write_bytes(b"half a ")
    with whole_file(tmp_path / "other.txt") as stream:
        (written,) = set(tmp_path.glob(".tmtool-*.tmp")) - {left, fresh}
        for file in (left, written):
            os.utime(file, (0, 0))
        with whole_file(tmp_path / "out.txt") as out:
            out.write("whole")
        stream.write("other")
        assert not left.exists() and not journal.exists()
        assert written.exists()
        assert fresh.exists()
    assert (tmp_path / "other.txt").read_text() == "other"
