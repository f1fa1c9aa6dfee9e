"""How sure a bead is: its posterior times the chance that the place is parallel at all.

The posterior says that no other path is better, not that this one is right: between documents that have
nothing to do with each other 11 to 14 % of the beads have .9 and more. The word evidence of the bead and its
neighbourhood tells; its constants were fitted on hand-aligned documents and on unrelated pairs.
"""

from __future__ import annotations

import numpy as np

from tmtool.alignment.side import Floats

OWN, AROUND, BASE = 0.6, 2.5, 1.5
OWN_RANGE, AROUND_RANGE = (-4.0, 8.0), (-2.0, 5.0)
NEIGHBOURS = 4


def parallel(words: Floats) -> Floats:
    """For the two-sided beads of a document in order, the chance (0 to 1) that they stand in parallel text.

    `words` is the word evidence of each bead, in natural logs.
    """
    own = np.clip(words, *OWN_RANGE)
    sums = np.concatenate([[0.0], np.cumsum(own)])
    places = np.arange(len(own))
    first, last = np.maximum(places - NEIGHBOURS, 0), np.minimum(places + NEIGHBOURS + 1, len(own))
    others = np.maximum(last - first - 1, 1)
    around = np.clip((sums[last] - sums[first] - own) / others, *AROUND_RANGE)
    result: Floats = 1 / (1 + np.exp(-(OWN * own + AROUND * around + BASE)))
    return result
