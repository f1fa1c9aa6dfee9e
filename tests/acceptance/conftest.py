"""Runs the command line as its users run it: a process of its own, a folder of its own, nothing of this user."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from tests import commands

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Tmtool:
    """Runs commands in `folder`, with the database `db` there."""

    folder: Path
    db: str = "t.db"

    def run(
        self, *arguments: object, stdin: str | None = None, limit: Callable[[], None] | None = None
    ) -> subprocess.CompletedProcess[str]:
        command = self.command(*arguments)
        return commands.run(command, cwd=self.folder, env=self.environment(), stdin=stdin, limit=limit)

    def command(self, *arguments: object) -> list[str]:
        return [*commands.TMTOOL, "--db", self.db, *map(str, arguments)]

    def environment(self) -> dict[str, str]:
        return {**os.environ, "HOME": str(self.folder), "COLUMNS": "100"}

    def ok(self, *arguments: object, stdin: str | None = None) -> str:
        done = self.run(*arguments, stdin=stdin)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def json(self, *arguments: object, stdin: str | None = None, status: int = 0) -> list[dict[str, Any]]:
        done = self.run(*arguments, "--json", stdin=stdin)
        assert done.returncode == status, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


@pytest.fixture
def tmtool(tmp_path: Path) -> Tmtool:
    return Tmtool(tmp_path)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Tmtool:
    """Gives a database with what comes along, to be read only."""
    return with_what_comes_along(tmp_path_factory.mktemp("made"), project)


@pytest.fixture
def filled(tmp_path: Path, project: Path) -> Tmtool:
    """Gives a folder of its own with such a database, to be changed."""
    return with_what_comes_along(tmp_path, project)


def with_what_comes_along(folder: Path, project: Path) -> Tmtool:
    """Copies the database of the project that all tests share into a folder, and returns the commands there."""
    tool = Tmtool(folder)
    copyfile(project / "tm.db", folder / tool.db)
    return tool
