"""Knows English and Arabic together, as translated documents of the United Nations have them."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.pairs.pair import LanguagePair

PAIR = LanguagePair(
    source="en",
    target="ar",
    folder=Path(__file__).parent,
    # Medians of rows of the United Nations Parallel Corpus v1.0 (development set).
    expected_length=(0.84, 1.19),
    length_range=(0.6, 1.3),
    size=(0.84, 1.8),
)
