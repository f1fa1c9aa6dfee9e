"""Has a segment lost the list label of its source, where the document keeps its labels?

Extraction and alignment drop labels by kinds, here the numbers of paragraphs, there the dashes; so a label is missed
only where others of its kind are there (docs/un-french.md, fact 56).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.documents.labels import is_named, styles, take_label
from tmtool.model import BlockKind, Level, Span
from tmtool.model.wording import say

_OFTEN_DROPPED = frozenset({"decimal", "bullet"})
"""Kinds that extraction drops throughout."""
_LEAST, _MANY = 3, 9
"""How many labels of such a kind must be there, and how many for each that is not."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A `_Label` is the label of a source, the kind it is of, and whether the translation has one."""

    pair: Pair
    written: str
    span: Span | None
    kind: str
    kept: bool


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each segment without the label that its source has, among others that have one."""
    labels = [one for pair in draft.pairs if (one := _label(pair)) is not None]
    kept = Counter(one.kind for one in labels if one.kept)
    lost = Counter(one.kind for one in labels if not one.kept)
    for one in labels:
        if not one.kept and _are_kept(one.kind, kept[one.kind], lost[one.kind]):
            word = re.match(r"\s*\S+", one.pair.target)
            yield (
                one.pair,
                Flag(
                    say("The label “{label}” of the source is missing.", label=one.written),
                    target_span=Span(0, word.end()) if word else None,
                    source_span=one.span,
                ),
            )


def _label(pair: Pair) -> _Label | None:
    """Returns the label of the source; None where it has none, or the pair has one side only."""
    if not pair.source or not pair.target.strip() or pair.kind is BlockKind.CELL:
        return None
    written = pair.source_label or take_label(pair.source)[0]
    if not written:
        return None
    kind = styles(written)[0].partition("-")[0]
    start = pair.source.find(written)
    span = None if pair.source_label else Span(start, start + len(written))
    kept = bool(pair.target_label or take_label(pair.target)[0]) or is_named(written, pair.target)
    return _Label(pair, written, span, "letter" if kind == "roman" else kind, kept)


def _are_kept(kind: str, kept: int, lost: int) -> bool:
    """Tells whether the document keeps its labels of a kind, as far as so many kept and lost ones show."""
    if kind in _OFTEN_DROPPED:
        return kept >= _LEAST and kept >= _MANY * lost
    return kept >= lost or lost == 1


CHECK = DocumentCheck(
    name="markup-label-lost",
    level=Level.WARNING,
    its_type="omission",
    requires=Needs(source=True),
    yields_to=(
        "completeness-omission",
        "completeness-length",
        "language-other-segment",
        "language-untranslated",
        "markup-label",
    ),
    summary="The list label of the source is missing, where the document has others of its kind.",
    reason=(
        "Labels are what other texts refer to. Whether a document has its labels in the text depends on the programs "
        "that wrote it and read it: numbers of paragraphs and dashes are missed only where nearly all others are "
        "there, letters and Roman numerals unless most are gone."
    ),
    examples=(
        Example(
            source="(a) Opening\n(b) Elections\n(c) Reports",
            target="a) Ouverture\nÉlections\nc) Rapports",
            flagged=("Élections",),
        ),
        Example(
            source="1. Opening\n2. Elections\n3. Reports\n– Others\n4. Closing",
            target="1. Ouverture\n2. Élections\n3. Rapports\nAutres\nClôture",
        ),
        Example(
            source="\n".join(f"{number}. Report" for number in range(1, 11)),
            target="\n".join(f"{number}. Rapport" if number != 4 else "Rapport" for number in range(1, 11)),
            flagged=("Rapport",),
        ),
        Example(source="3. Adoption of the agenda", target="Point 3. Adoption de l’ordre du jour"),
    ),
    look=look,
)
