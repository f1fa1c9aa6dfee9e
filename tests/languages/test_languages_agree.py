"""Sentences that say the same in both languages hold the same values."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tmtool import languages
from tmtool.languages.tables import rows

PAIRS = rows(Path(__file__).with_name("pairs.tsv"))


def values(tag: str, text: str) -> Counter[tuple[str, str]]:
    return Counter((placeable.kind.value, placeable.value) for placeable in languages.get(tag).placeables(text))


@pytest.mark.parametrize(("english", "french"), PAIRS)
def test_both_sides_of_a_pair_hold_the_same_values(english: str, french: str) -> None:
    assert values("en", english) == values("fr", french)
