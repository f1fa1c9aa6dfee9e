"""Knows English and Russian together, as translated documents of the United Nations have them."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.pairs.pair import LanguagePair

PAIR = LanguagePair(
    source="en",
    target="ru",
    folder=Path(__file__).parent,
    # Medians of rows of the United Nations Parallel Corpus v1.0 (development set).
    expected_length=(1.09, 0.92),
    length_range=(0.75, 1.6),
    size=(1.1, 1.55),
)
