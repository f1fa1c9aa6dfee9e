"""Knows English and Spanish together, as translated documents of the United Nations have them."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.pairs.pair import LanguagePair

PAIR = LanguagePair(
    source="en",
    target="es",
    folder=Path(__file__).parent,
    # Medians of rows of the United Nations Parallel Corpus v1.0 (development set).
    expected_length=(1.13, 0.88),
    length_range=(0.85, 1.65),
    size=(1.13, 1.2),
)
