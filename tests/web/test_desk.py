"""Work waits for its turn, and is not begun for who has gone by then."""

from __future__ import annotations

import threading
from pathlib import Path

import anyio
import pytest

from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.web.desk import LONG, Desk, GoneError


async def _answer(gone: bool) -> bool:
    return gone


@pytest.mark.parametrize("gone", [True, False])
def test_what_nobody_waits_for_any_more_when_its_turn_comes_is_not_done(home: Home, gone: bool) -> None:
    desk, go_on = Desk(home), threading.Event()
    done: list[str] = []
    missed: list[str] = []

    async def ask(name: str) -> None:
        try:
            await desk.in_time(lambda: done.append(name), unless=lambda: _answer(gone))
        except GoneError:
            missed.append(name)

    async def work_on() -> None:
        await desk.in_time(go_on.wait)

    async def everybody() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(LONG):
                group.start_soon(work_on)
            await anyio.wait_all_tasks_blocked()
            group.start_soon(ask, "later")
            await anyio.wait_all_tasks_blocked()
            assert not done and not missed
            go_on.set()

    anyio.run(everybody)
    assert (done, missed) == (([], ["later"]) if gone else (["later"], []))
    desk.close()


def test_a_server_warms_up_on_any_database(home: Home, tmp_path: Path) -> None:
    Desk(home).warm_up()
    with open_home(tmp_path / "empty.db", create=True) as empty:
        Desk(empty).warm_up()
