"""Gives tests the server's application, asked in this process, over a database with what comes along."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.acceptance.conftest import with_what_comes_along
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.web.app import application
from tmtool.web.desk import Desk


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Iterator[Home]:
    tool = with_what_comes_along(tmp_path_factory.mktemp("served"), project)
    with open_home(tool.folder / tool.db) as home:
        yield home


@pytest.fixture(scope="session")
def client(home: Home) -> Iterator[TestClient]:
    desk = Desk(home)
    with TestClient(application(desk, echo=True), base_url="http://127.0.0.1") as client:
        yield client
    desk.close()


@pytest.fixture
def written(tmp_path: Path, project: Path) -> Iterator[Home]:
    """Gives a database that a test may change."""
    copy = shutil.copyfile(project / "tm.db", tmp_path / "written.db")
    with open_home(str(copy)) as opened:
        yield opened


@pytest.fixture
def desk(written: Home) -> Iterator[Desk]:
    """Gives a desk at that database, whose threads end before it is closed."""
    desk = Desk(written)
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Iterator[str]:
    """Gives the address of a server that runs in a process of its own, and ends well."""
    tool = with_what_comes_along(tmp_path_factory.mktemp("serving"), project)
    process = subprocess.Popen(
        tool.command("serve", "--write", "--port", 0, "--no-browser"),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=tool.folder,
        env=tool.environment(),
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.match(r"http://\S+/", line)
    assert found, line
    yield found[0]
    process.terminate()
    assert process.wait(60) == 0
