"""Makes a home on the server, empty, for what only that kind has to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgresql_server import new_schema
from tmtool.store.postgresql.home import PostgresqlHome


@pytest.fixture
def place() -> str:
    """Returns the place of a home that is not there yet."""
    return new_schema()


@pytest.fixture
def home(place: str) -> Iterator[PostgresqlHome]:
    """Yields an empty home."""
    with PostgresqlHome(place, create=True) as opened:
        yield opened
