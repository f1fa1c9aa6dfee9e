"""Says which segments of a translation belong to which segments of its source, and how sure that is.

Likelihood ratios for candidate beads, the best path over a band, a word table learned from the beads found and
the search repeated, posteriors by forward-backward as confidence. The monotone path is then mended where
two neighbouring segments were swapped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from tmtool.alignment.anchors import Point, anchors
from tmtool.alignment.confidence import DEFAULT_PAIR, OTHER_PAIRS, Evidence, confidence
from tmtool.alignment.lexicon import prior_table
from tmtool.alignment.passes import Found, search
from tmtool.alignment.search import best_path
from tmtool.alignment.side import number_labels, side
from tmtool.alignment.swaps import draft, mend
from tmtool.alignment.tokens import features
from tmtool.alignment.windows import fits, in_windows
from tmtool.languages import default_pair
from tmtool.languages.tags import primary
from tmtool.model import Bead

# The path with the most beads right, as far as the posteriors know, rather than the one path that is most
# probable as a whole; a bead less probable than this is left, and its segments have no counterpart. The F1 to be
# expected is greatest where this is half of it.
WORTH_TAKING = 0.4

# So many digits of a confidence are printed; none are kept after them, so that what a limit stores is what is shown.
DIGITS = 4


def align(
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_language: str = default_pair.SOURCE,
    target_language: str = default_pair.TARGET,
    source_labels: Sequence[str] | None = None,
    target_labels: Sequence[str] | None = None,
    lexicon: Mapping[str, Mapping[str, float]] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Bead, ...]:
    """Groups the segments of two documents into beads.

    Every segment is in exactly one bead; beads are in the order of their first source segment, one without
    source is where its target is. `confidence` is the probability, to four digits, that these segments and no
    others belong together; on text that is no translation it is low everywhere. List labels are read
    off the segments unless they are given (one for each segment, empty for none), and compared by value.
    `lexicon` gives for source words the probabilities of target words, from a memory or term base.
    Long documents are aligned in windows; after each, `progress` is told how many segments, of both sides, are done of
    how many. The result is the same on every run. Raises ValueError if there are not as many labels as segments.
    """
    source_features = features(source, source_language, source_labels)
    target_features = features(target, target_language, target_labels)
    labels = number_labels(source_features, target_features)
    languages = source_language, target_language
    fitted = {primary(source_language), primary(target_language)} == {default_pair.SOURCE, default_pair.TARGET}

    def aligned(start: Point, end: Point) -> tuple[Bead, ...]:
        one, other = source_features[start[0] : end[0]], target_features[start[1] : end[1]]
        if not one or not other:
            return _one_sided(len(one), len(other))
        sides = side(one, labels), side(other, labels)
        return _beads(search(*sides, prior_table(*sides, languages, lexicon or {})), fitted=fitted)

    size = len(source_features), len(target_features)
    if fits(*size) or not all(size):
        return aligned((0, 0), size)
    sides = side(source_features, labels), side(target_features, labels)
    points = anchors(*sides, prior_table(*sides, languages, lexicon or {}))
    del sides
    return in_windows(size, points, aligned, progress)


def _one_sided(sources: int, targets: int) -> tuple[Bead, ...]:
    return (
        *(Bead((place,), (), 1.0) for place in range(sources)),
        *(Bead((), (place,), 1.0) for place in range(targets)),
    )


def _beads(found: Found, *, fitted: bool) -> tuple[Bead, ...]:
    steps = best_path(found.posteriors.beads - np.float32(WORTH_TAKING), 0.0, found.band)
    drafts = mend([draft(step, found) for step in steps], found, fitted=fitted)
    sure = confidence(
        Evidence(
            np.array([bead.probability for bead in drafts]),
            np.array([bead.words for bead in drafts]),
            np.array([len(bead.source) + len(bead.target) for bead in drafts]),
            np.array([bead.two_sided for bead in drafts]),
        ),
        DEFAULT_PAIR if fitted else OTHER_PAIRS,
    )
    return tuple(
        Bead(bead.source, bead.target, round(min(bead.limit, float(said)), DIGITS))
        for bead, said in zip(drafts, sure, strict=True)
    )
