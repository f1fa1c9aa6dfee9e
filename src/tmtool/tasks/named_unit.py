"""Which unit does a person mean who names it by its number?"""

from __future__ import annotations

from tmtool.errors import UsageError
from tmtool.model import StoredPair
from tmtool.store.home import Home


def named_unit(home: Home, unit: int, source_language: str, target_language: str) -> StoredPair:
    """Returns the unit of that number as a pair. Raises UsageError if there is none in both languages."""
    pair = home.units.pair(unit, source_language, target_language)
    if pair is None:
        raise UsageError(
            f"there is no unit {unit} with text in {source_language} and {target_language}",
            "'tmtool -v lookup' gives the number of each match",
        )
    return pair
