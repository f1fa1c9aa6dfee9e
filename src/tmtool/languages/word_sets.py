"""Reads the short word lists of a check: a table of lists, each with its words parted by spaces, beside the check."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tmtool.languages import tables


def word_sets(path: Path) -> Mapping[str, frozenset[str]]:
    """The lists of a table by name. Columns: list, its words, what they are (for the reader)."""
    return {name: frozenset(words.split()) for name, words, _ in tables.rows(path)}
