"""Knows English and French together, as translated documents of the United Nations have them."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.pairs.pair import LanguagePair

PAIR = LanguagePair(
    source="en",
    target="fr",
    folder=Path(__file__).parent,
    # docs/un-french.md, fact 15
    expected_length=(1.12, 0.89),
    length_range=(0.8, 1.6),
    size=(1.12, 1.55),
)
