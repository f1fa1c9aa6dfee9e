"""Knows English and German together, as translated documents have them."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.pairs.pair import LanguagePair

PAIR = LanguagePair(
    source="en",
    target="de",
    folder=Path(__file__).parent,
    # Median of the rows of the Sustainable Development Goals.
    expected_length=(1.12, 0.89),
    length_range=(0.8, 1.6),
)
