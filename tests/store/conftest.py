"""Makes homes of each kind, empty, for the tests that any home has to pass (`tmtool.store.home`).

A further kind of home is added to `KINDS`; a test that asks for `home` or `place` then runs with it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.postgresql_server import new_schema
from tmtool.store import open_home
from tmtool.store.home import Home

KINDS: dict[str, Callable[[Path], str]] = {
    "sqlite": lambda folder: str(folder / "t.db"),
    "postgresql": lambda folder: new_schema(),
}
"""For each kind, the place of a home that is not there yet; a folder of the test's own may be used for it."""


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Returns the place of an empty home."""
    place = KINDS[request.param](tmp_path)
    open_home(place, create=True).close()
    return place


@pytest.fixture
def home(place: str) -> Iterator[Home]:
    """Yields an empty home."""
    with open_home(place) as opened:
        yield opened


@pytest.fixture(params=KINDS, scope="module")
def shared_home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """Yields a home for all examples of a property, which empty it themselves (`emptied`)."""
    with open_home(KINDS[request.param](tmp_path_factory.mktemp("home")), create=True) as opened:
        yield opened
