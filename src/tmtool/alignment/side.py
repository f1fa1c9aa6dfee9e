"""Holds one document of the two in numbers: its vocabulary, its tokens and the surface of its segments as arrays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tmtool.alignment.boundaries import HEADING_SHOWS, SENTENCE_SHOWS, Shown, shown
from tmtool.alignment.tokens import Features, Start, kind_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

# A short document shows a word once in thirty tokens that is once in thousands elsewhere: the
# document's own unigram is taken as if so many tokens of other words had followed.
UNSEEN_TOKENS = 200.0


@dataclass(frozen=True, slots=True)
class Side:
    """A `Side` is a document ready for alignment.

    `ids` are the different words of all segments one after the other as places in `vocabulary`,
    segment k at ``ids[starts[k]:starts[k + 1]]``; `times` says how often each is in its segment;
    `running` and `running_starts` are likewise all tokens as they follow each other;
    `kinds` and `probability` belong to the vocabulary, the rest to the segments. `label` and `end` are
    numbers equal in both documents for equal values, 0 for none; so is `text` for equal tokens. `sentences` and
    `headings` say where in a segment one of several may end (`boundaries.shown`).
    """

    vocabulary: tuple[str, ...]
    kinds: Ints
    probability: Floats
    ids: Ints
    times: Floats
    starts: Ints
    running: Ints
    running_starts: Ints
    text: Ints
    length: Floats
    label: Ints
    end: Ints
    start: Ints
    sentences: Shown
    headings: Shown
    leads: Flags
    blank: Flags

    @property
    def segments(self) -> int:
        """Returns how many segments the document has."""
        return len(self.length)

    @property
    def lower(self) -> Flags:
        """Tells which segments begin with a lower-case letter."""
        result: Flags = self.start == Start.LOWER
        return result

    def edge(self, tokens: int, *, last: bool) -> Side:
        """Returns the same document with only the first (or last) so many tokens of each segment as its words."""
        sizes = np.minimum(np.diff(self.running_starts), tokens)
        begin = self.running_starts[1:] - sizes if last else self.running_starts[:-1]
        starts = np.concatenate([[0], np.cumsum(sizes)])
        ids = self.running[np.arange(starts[-1]) + np.repeat(begin - starts[:-1], sizes)]
        return replace(self, ids=ids, times=np.ones(len(ids)), starts=starts)


LABELS_BULLET = 1
END_MARKS = ("", ",", ".", "?", "!", ":", ";")
FIRST_DISTINCTIVE_END = END_MARKS.index("?")
FIRST_SENTENCE_END = END_MARKS.index(".")


def number_labels(*documents: Sequence[Features]) -> dict[str, int]:
    """Returns numbers for the label values of both documents; 0 is no label, 1 a dash or bullet."""
    numbers = {"": 0, "–": LABELS_BULLET}
    for document in documents:
        for segment in document:
            numbers.setdefault(segment.label, len(numbers))
    return numbers


def side(document: Sequence[Features], labels: Mapping[str, int]) -> Side:
    """Returns the arrays of a document."""
    places: dict[str, int] = {}
    running = [[places.setdefault(token, len(places)) for token in segment.tokens] for segment in document]
    words = [Counter(segment) for segment in running]
    ids = np.array([word for segment in words for word in segment], np.int64)
    times = np.array([count for segment in words for count in segment.values()], np.float64)
    lengths = [segment.length for segment in document]
    return Side(
        vocabulary=tuple(places),
        kinds=np.array([kind_of(token) for token in places], np.int64),
        probability=probabilities(ids, times, len(places)),
        ids=ids,
        times=times,
        starts=np.cumsum([0, *(len(segment) for segment in words)]).astype(np.int64),
        running=np.array([word for segment in running for word in segment], np.int64),
        running_starts=np.cumsum([0, *map(len, running)]).astype(np.int64),
        text=np.array([crc32("\0".join(segment.tokens).encode()) for segment in document], np.int64),
        length=np.array(lengths, np.float64),
        label=np.array([labels[segment.label] for segment in document], np.int64),
        end=np.array([END_MARKS.index(segment.end) for segment in document], np.int64),
        start=np.array([segment.start for segment in document], np.int64),
        sentences=shown([segment.breaks for segment in document], lengths, SENTENCE_SHOWS),
        headings=shown([segment.boundaries for segment in document], lengths, HEADING_SHOWS),
        leads=np.array([segment.leads for segment in document], np.bool_),
        blank=np.array([segment.blank for segment in document], np.bool_),
    )


def probabilities(words: Ints, times: Floats, vocabulary: int) -> Floats:
    """Returns how probable each word of a vocabulary of that size is, of which these are there so often."""
    counts: Floats = np.bincount(words, times, vocabulary).astype(np.float64)
    shares: Floats = counts / (counts.sum() + UNSEEN_TOKENS)
    return shares
