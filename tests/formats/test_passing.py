"""Tests that what is needed for a while goes with the program, also where that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tmtool.formats.passing import PassingFolder
from tmtool.formats.writing import STARTING


def test_what_a_killed_program_has_left_goes_when_the_next_folder_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    killed = (
        "import os, signal; from tmtool.formats.passing import PassingFolder; "
        "folder = PassingFolder(); (folder.path / 'text').write_text('secret'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", killed], env={**os.environ, "TMPDIR": str(tmp_path)}, check=False)
    with closing(PassingFolder()) as held:
        (left,) = (one for one in tmp_path.iterdir() if one != held.path)
        for file in (left / ".held", held.path / ".held"):
            os.utime(file, (file.stat().st_mtime - 2 * STARTING,) * 2)
        with closing(PassingFolder()):
            assert held.path.exists()
            assert not left.exists()
    assert list(tmp_path.iterdir()) == []
