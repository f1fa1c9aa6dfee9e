"""Which numbers are in a list several times? They come from the server as it writes them: four bytes each, the highest
first. `tmtool.store.postgresql.repeated_arrays` says the same for processes that look up much."""

from __future__ import annotations

import sys
from array import array
from collections import Counter

BYTES = 4


def repeated(numbers: bytes, least: int) -> list[int]:
    """Returns, each once, the numbers that are there `least` times or more, counted in a dictionary."""
    every = array("i", numbers)
    if sys.byteorder == "little":
        every.byteswap()
    return [number for number, times in Counter(every).items() if times >= least]
