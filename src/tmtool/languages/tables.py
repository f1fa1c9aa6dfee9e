"""Reads the word lists that stand beside the language modules.

A list is UTF-8 text: lines that start with "#" are comment (source, format), columns are
separated by tabs, blank lines mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def rows(path: Path) -> list[tuple[str, ...]]:
    """The rows of a list, in order, each with its columns."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#")]


def words(path: Path) -> tuple[str, ...]:
    """The entries of a list of one column, in order."""
    return tuple(row[0] for row in rows(path))


def kin(paradigms: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    """From each form to all the forms of the words that it is one of."""
    found: dict[str, frozenset[str]] = {}
    for paradigm in map(frozenset, paradigms):
        for form in paradigm:
            found[form] = found.get(form, frozenset()) | paradigm
    return found
