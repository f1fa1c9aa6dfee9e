"""Which numbers are in a list several times? Sorts them in an array: a tenth of the time of `repeated`, but NumPy takes
longer to load than most lookups take (docs/decisions/0018-arrays-when-they-pay.md)."""

from __future__ import annotations

import numpy as np


def repeated_in_array(numbers: bytes, least: int) -> list[int]:
    """Returns, each once, the numbers that are there `least` times or more."""
    every = np.frombuffer(numbers, ">i4").astype(np.int32)
    every.sort()
    # In order, the first of so many equal ones is equal to the last.
    firsts = every[: max(len(every) - least + 1, 0)]
    found: list[int] = np.unique(firsts[firsts == every[least - 1 :]]).tolist()
    return found
