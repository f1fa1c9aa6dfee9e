"""Says what holds for all tests: nothing of them stays on the machine, none depends on how busy it is or on its
locale."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

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
