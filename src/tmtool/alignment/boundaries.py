"""Do the limits inside a group of segments show in the one segment that they are aligned with?

Where one segment stands for several, the end of a sentence or, after a heading, a capital in the middle shows where
they were put together, about as far in as their lengths say. Such marks are everywhere in some texts and rare in
others: they count by how rare they are. Constants were fitted on the tuning half of the gold documents.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Shown = NDArray[np.float32]

PLACES = 100
"""Into so many parts of equal length a segment is divided; a limit is looked for in the part where it should be."""

SENTENCE_SHOWS, HEADING_SHOWS = 0.5, 0.98
"""How often the limit after a sentence, and after a heading, shows where segments were put together."""

REACH = 6.7
"""How far from its place a limit may be, in standard deviations of the length of what comes before or after it."""
LENGTH_NOISE, LENGTH_SPREAD = 2.0, 0.09
"""The length of a translation varies by the root of ``2·x + (0.09·x)²`` characters around the x expected."""
UNSEEN_CHARACTERS = 2000.0


def shown(marks: Sequence[tuple[int, ...]], lengths: Sequence[int], shows: float) -> Shown:
    """Returns for each segment and each of its `PLACES` how much likelier its marks are if two segments meet there than
    if none do, in natural logs; marks are character offsets, and a limit shows as one with the probability `shows`."""
    if not any(marks):  # as in the thousands of terms that a lexicon is learnt from
        return np.full((len(marks), PLACES), np.log(1 - shows), np.float32)
    owner = np.repeat(np.arange(len(marks)), [len(found) for found in marks])
    mark = np.array([place for found in marks for place in found], np.float64)[:, None]
    whole = np.array(lengths, np.float64)[owner, None]
    place = (np.arange(PLACES) + 0.5) / PLACES * whole
    shorter = np.minimum(place, whole - place)
    reach = 1.0 + REACH * np.sqrt(LENGTH_NOISE * shorter + (LENGTH_SPREAD * shorter) ** 2)
    near = np.zeros((len(marks), PLACES))
    np.add.at(near, owner, np.maximum(0.0, 1.0 - np.abs(mark - place) / reach) / reach)
    characters_a_mark = (sum(lengths) + UNSEEN_CHARACTERS) / (len(mark) + 1)
    return np.log(1 - shows + shows * characters_a_mark * near).astype(np.float32)
