"""Which segments of two documents make the pairs of a draft?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import InTexts, look_ahead, prepare
from tmtool.checks.engine.processes import beside
from tmtool.checks.engine.registry import run_checks
from tmtool.documents.labels import value
from tmtool.model import Bead, Document
from tmtool.tasks.align import LONG_WITHOUT_END, align_documents
from tmtool.tasks.bead_sides import segments_of, text_of
from tmtool.tasks.draft_terms import DraftTerms
from tmtool.tasks.joined_sentences import joined
from tmtool.tasks.values_in_order import by_values

if TYPE_CHECKING:
    from tmtool.store.home import Home

_ENOUGH, _AS_A_WHOLE = 20, 1000
"""Segments that documents have at least for two processes to share the time until they are aligned, and at most: larger
ones are aligned in windows, of which the progress is told."""
_FIRST = 4
"""Pairs at which the checks look beforehand."""
_READS_BOTH = frozenset({"language-foreign-word"})
"""A check that asks which words of the two texts answer each other, and which parts of speech the words are."""

Progress = Callable[[int, int], None]


def line_by_line(source: Document, target: Document) -> Iterator[Bead]:
    """Yields line n with line n; the lines that one side has too many are alone."""
    for line in range(max(len(source.segments), len(target.segments))):
        yield Bead((line,) if line < len(source.segments) else (), (line,) if line < len(target.segments) else (), 1.0)


def is_one_long_pair(source: Document, target: Document) -> bool:
    """Tells whether two documents have a long segment each and nothing else: these are a pair, since alignment can say
    nothing of them (`tasks.align`), however long it takes."""
    texts = segment_texts(source), segment_texts(target)
    return all(len(one) == 1 and len(one[0]) >= LONG_WITHOUT_END for one in texts)


def aligned(
    source: Document,
    target: Document,
    home: Home | None,
    terms: DraftTerms,
    *,
    anyway: bool,
    progress: Progress,
    processes: int,
) -> Sequence[Bead]:
    """Returns which segments belong together. With `processes`, the time until that is known is not lost for the
    checks: all is then ready that does not depend on it."""
    many = len(source.segments), len(target.segments)
    align = partial(align_documents, source, target, home, concepts=terms.in_source, anyway=anyway)
    if processes > 1 and min(many) >= _ENOUGH and max(many) <= _AS_A_WHOLE:
        beads = align(perform=partial(beside, meanwhile=partial(_look_ahead, source, target, terms))).beads
    else:
        beads = align(progress=progress).beads
    labelled = [part for bead in beads for part in _by_label(bead, source, target)]
    return joined(by_values(labelled, source, target), source, target)


def _look_ahead(source: Document, target: Document, terms: DraftTerms) -> None:
    """Does what can be done before it is known which segments belong together. Most are by themselves in the end, and
    what is in them is then known. The checks look at some pairs, right or wrong."""
    sources, targets = segment_texts(source), segment_texts(target)
    for texts, document in ((sources, source), (targets, target)):
        look_ahead(texts, document.language, terms.concepts, terms.needed)
    some = zip(sources[:_FIRST], targets[:_FIRST], strict=False)
    pairs = [Pair(number, text, of) for number, (of, text) in enumerate(some, 1)]
    look_at_some(pairs, source.language, target.language, terms)


def look_at_some(pairs: Sequence[Pair], source_language: str, target_language: str, terms: DraftTerms) -> None:
    """Has the checks look at the first pairs, so that they have what they read and compile when they first look. What
    they say is not heard."""
    draft = prepare(
        pairs[:_FIRST],
        source_language=source_language,
        target_language=target_language,
        concepts=terms.concepts,
        sides=terms.sides,
        needed=terms.needed,
    )
    run_checks(draft, scope="segment")


def read_both(pairs: Sequence[Pair], source_language: str, target_language: str, known: InTexts) -> None:
    """Has a check look at a few long pairs that reads both texts as most others do, so that what these ask of the texts
    is worked out once. What it says is not heard; `known` is what is in the texts."""
    draft = prepare(pairs, source_language=source_language, target_language=target_language, known=known)
    run_checks(draft, scope="segment", names=_READS_BOTH)


def _by_label(bead: Bead, source: Document, target: Document) -> Iterable[Bead]:
    """Returns the beads of the entries of a list that alignment has joined, although each has its label on both sides:
    it does so where two have changed places."""
    labels = [
        [value(segment.label) for segment in segments_of(side, document)]
        for side, document in ((bead.source, source), (bead.target, target))
    ]
    if len(bead.source) < 2 or labels[0] != labels[1] or not all(labels[0]):
        return (bead,)
    return (Bead((one,), (other,), bead.confidence) for one, other in zip(bead.source, bead.target, strict=True))


def segment_texts(document: Document) -> list[str]:
    """Returns the texts of the segments of a document."""
    return [segment.text for segment in document.segments]


def pairs_of(beads: Iterable[Bead], source: Document, target: Document) -> list[Pair]:
    """Returns the segments of each bead as a pair; one without target has the number of the segment it should
    follow."""
    pairs: list[Pair] = []
    last = 0
    for bead in beads:
        pair = _joined(bead, source, target)
        last = max(last, pair.number)
        pairs.append(pair if pair.number else replace(pair, number=last))
    return pairs


def _joined(bead: Bead, source: Document, target: Document) -> Pair:
    source_segments, target_segments = segments_of(bead.source, source), segments_of(bead.target, target)
    return Pair(
        number=target_segments[0].number if target_segments else 0,
        target=text_of(target_segments),
        source=text_of(source_segments),
        kind=(target_segments or source_segments)[0].kind,
        source_label=source_segments[0].label if source_segments else "",
        target_label=target_segments[0].label if target_segments else "",
    )
