"""Knows English and Chinese together, as translated documents of the United Nations have them."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.pairs.pair import LanguagePair

PAIR = LanguagePair(
    source="en",
    target="zh",
    folder=Path(__file__).parent,
    # Medians of rows of the United Nations Parallel Corpus v1.0 (development set).
    expected_length=(0.26, 3.85),
    length_range=(0.17, 0.45),
    size=(0.72, 1.8),
)
