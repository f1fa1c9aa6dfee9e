"""A command that runs in a fork of a process that waits for it does what one does that the interpreter starts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests import commands

GIVEN = "Le Groupe de de travail examinera cette question.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("unknown",),
        ("--db", "none.db", "stats"),
        ("--ui", "fr", "check", "-", "--json"),
        ("check", "missing.txt"),
    ],
)
def test_it_says_and_returns_the_same(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "COLUMNS": "60", "TMTOOL_DB": "other.db"}
    command = [*commands.TMTOOL, *arguments]
    forked = commands.run(command, cwd=tmp_path, env=environment, stdin=GIVEN)
    started = subprocess.run(
        command, cwd=tmp_path, env=environment, input=GIVEN, capture_output=True, encoding="utf-8", check=False
    )
    assert (forked.returncode, forked.stdout, forked.stderr) == (started.returncode, started.stdout, started.stderr)
    assert forked.stdout or forked.stderr


def test_it_leaves_nothing_to_the_next_one(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    before = Path.cwd()
    french = commands.run(
        [*commands.TMTOOL, "--ui", "fr", "stats"], cwd=tmp_path, env={**os.environ, "TMTOOL_DB": "a.db"}
    )
    english = commands.run([*commands.TMTOOL, "stats"], cwd=other, env={**os.environ, "TMTOOL_DB": "b.db"})
    assert "a.db" in french.stderr
    assert "b.db" in english.stderr
    assert french.stderr.replace("a.db", "b.db") != english.stderr
    assert Path.cwd() == before
