"""Tests what a command says while it opens the database."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from tests.filling import store, unit
from tmtool.cli import session as sessions
from tmtool.cli.session import Session
from tmtool.store import open_home


def test_that_a_large_database_is_brought_up_to_date_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_home(tmp_path / "t.db", create=True) as home:
        store(home, [unit("A report", "Un rapport")])
    for long, lines in ((3, 0), (2, 1)):
        monkeypatch.setattr(sessions, "_LONG", long)
        session = Session(tmp_path / "t.db", quiet=False, verbose=False)
        with contextlib.ExitStack() as shown:
            told = session._migrating(shown)
            told(0, 2)
            told(2, 2)
        assert capsys.readouterr().err.count("up to date") == lines
