"""Opens one browser for all pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cli.browser import CHROMIUM, Page, chromium


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("no chromium is installed")
    with chromium(tmp_path_factory.mktemp("browser")) as page:
        yield page
