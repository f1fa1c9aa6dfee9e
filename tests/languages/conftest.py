"""Says what a language finds in a text, in a form that is pleasant to write in a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tmtool import languages

Show = Callable[..., str]


def shown(tag: str, text: str, *kinds: str) -> str:
    """Returns the placeables of those kinds (all if none is named): "8 = 2020-09-08; 9 May = --05-09"."""
    found = languages.get(tag).placeables(text)
    wanted = (placeable for placeable in found if not kinds or placeable.kind in kinds)
    return "; ".join(f"{placeable.span.of(text)} = {placeable.value}" for placeable in wanted)


@pytest.fixture
def english() -> Show:
    """Returns what English finds in a text, shown."""
    return lambda text, *kinds: shown("en", text, *kinds)


@pytest.fixture
def french() -> Show:
    """Returns what French finds in a text, shown."""
    return lambda text, *kinds: shown("fr", text, *kinds)
