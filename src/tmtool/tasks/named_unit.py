"""Which unit does a person mean who names it by its number?"""

from __future__ import annotations

import sqlite3

from tmtool.errors import UsageError
from tmtool.store.sqlite.memory import StoredPair, pair_of_unit


def named_unit(connection: sqlite3.Connection, unit: int, source_language: str, target_language: str) -> StoredPair:
    """The unit of that number as a pair. Raises UsageError if there is none in both languages."""
    pair = pair_of_unit(connection, unit, source_language, target_language)
    if pair is None:
        raise UsageError(
            f"there is no unit {unit} with text in {source_language} and {target_language}",
            "'tmtool -v lookup' gives the number of each match",
        )
    return pair
