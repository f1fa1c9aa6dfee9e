"""Has a segment lost the list label of its source, where the document keeps its labels?

Extraction and alignment drop labels by kinds, here the numbers of paragraphs, there the dashes; so a label is missed
only where others of its kind are there (docs/un-french.md, fact 56).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.markup.source_label import OFTEN_DROPPED, SourceLabel, source_label
from tmtool.documents.labels import value
from tmtool.model import Level

_LEAST, _MANY = 3, 9
"""How many labels of such a kind must be there, and how many for each that is not."""
_LIST, _LONG_LIST = 4, 8
"""How many labels that count on make a list by which one within it is missed, wherever others are lost, and how many
one by which the first or the last is."""
_LIST_CLOSE = 3
"""How many make a list in an agenda, which is translated line by line."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each segment without the label that its source has, among others that have one."""
    labels = [one for pair in draft.pairs if (one := source_label(pair)) is not None]
    kept = Counter(one.kind for one in labels if one.kept)
    lost = Counter(one.kind for one in labels if not one.kept)
    alone = {one.pair.number for one in _lost_alone(labels, is_close=draft.is_close)}
    for one in labels:
        if not one.kept and (one.pair.number in alone or _are_kept(one.kind, kept[one.kind], lost[one.kind])):
            yield one.pair, one.lost()


def _lost_alone(labels: Sequence[SourceLabel], *, is_close: bool) -> Iterator[SourceLabel]:
    """Yields the numbers that are lost where all others of their list are kept, those that count on: 1, 2, 3."""
    numbered = [(label, int(number)) for label in labels if (number := value(label.written)).isdecimal()]
    for _, run in groupby(enumerate(numbered), lambda one: one[1][1] - one[0]):
        of_list = [label for _, (label, _) in run]
        lost = [label for label in of_list if not label.kept]
        least = _LIST_CLOSE if is_close else _LIST if lost and lost[0] in of_list[1:-1] else _LONG_LIST
        if len(lost) == 1 and len(of_list) >= least:
            yield lost[0]


def _are_kept(kind: str, kept: int, lost: int) -> bool:
    """Tells whether the document keeps its labels of a kind, as far as so many kept and lost ones show."""
    if kind in OFTEN_DROPPED:
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
        Example(
            source="1. Opening\n2. Elections\n3. Reports\n4. Closing",
            target="1. Ouverture\n2. Élections\nRapports\n4. Clôture",
            flagged=("Rapports",),
        ),
        Example(source="3. Adoption of the agenda", target="Point 3. Adoption de l’ordre du jour"),
    ),
    look=look,
)
