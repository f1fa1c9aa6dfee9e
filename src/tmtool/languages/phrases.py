"""Lists set phrases that hold a numeral word but count nothing: "first of all", "premier ministre"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from pathlib import Path

from tmtool.languages import tables
from tmtool.languages.finding import Excluder, Reading
from tmtool.model import Span


def excluder(path: Path, numerals: Callable[[], Collection[str]]) -> Excluder:
    """Finds the phrases of a list; `numerals` are the words without which no phrase is looked for."""

    @cache
    def read() -> tuple[frozenset[str], re.Pattern[str]]:
        entries = tables.words(path)
        clues = frozenset(word for entry in entries for word in re.findall(r"\w+", entry.lower()))
        alternatives = (entry if entry != entry.lower() else f"(?i:{entry})" for entry in entries)
        return clues & frozenset(numerals()), re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")

    def find(reading: Reading) -> Iterator[Span]:
        clues, pattern = read()
        if not reading.words.isdisjoint(clues):
            for match in pattern.finditer(reading.text):
                yield Span(*match.span())

    return find
