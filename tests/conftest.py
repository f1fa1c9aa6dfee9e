"""Says what holds for all tests: nothing of them stays on the machine, none depends on how busy it is or on its
locale."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings

from tests import commands

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")

PLACES = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.fixture(scope="session", autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Yields a home folder for the programs that tests start, browsers above all, which write into it."""
    before = {name: os.environ.get(name) for name in (*PLACES, "LC_ALL")}
    home = tmp_path_factory.mktemp("home")
    os.environ.update({name: str(home) for name in PLACES})
    os.environ["LC_ALL"] = "C.UTF-8"
    yield
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@pytest.fixture(scope="session")
def project(home_of_its_own: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Makes a project with what comes along, to be copied, by the first worker that asks for it: `tmtool.toml`,
    `tm.db`, and in `told.jsonl` what the command said."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    told = shared / "project" / "told.jsonl"
    environment = {name: value for name, value in os.environ.items() if name != "TMTOOL_DB"}
    with closing(sqlite3.connect(shared / "lock.db", commands.LIMIT_S, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")  # one worker after the other, on any system
        if not told.exists():
            done = commands.run([*commands.TMTOOL, "init", "project", "--json"], cwd=shared, env=environment)
            assert done.returncode == 0, done.stderr
            told.write_text(done.stdout, encoding="utf-8")
    return told.parent
