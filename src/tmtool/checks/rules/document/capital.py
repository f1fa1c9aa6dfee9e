"""Does an item of a list, a cell of a table or a quotation begin in lower case where all others have a capital?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.repeats import passages
from tmtool.documents.labels import styles, take_label
from tmtool.model import BlockKind, Level, Span
from tmtool.model.wording import say

_HEADINGS = "decimal-0"
"""The style of the labels of items and headings, which go on after the text below them."""
_OTHERS = 3
"""So many other items of a list show how its items begin."""
_LEAST_WORDS = 4
"""A cell of so many words is a title, as those of documents are: shorter ones are hours, marks and names."""
_QUOTATIONS = 2
"""So many quotations whose source begins with a capital show how they begin, the one that is looked at among them."""
_OF_TABLES = (BlockKind.CELL, BlockKind.METADATA)
"""What the cells of a table are: a symbol in one is metadata."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An `_Item` is an item of a list: its pair, and where its text begins after the label."""

    pair: Pair
    start: int

    @property
    def first(self) -> str:
        """Returns the first letter."""
        return self.pair.target[self.start]


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each item of a list, title in a table and quotation that begins in lower case, where all others have a
    capital."""
    for items in (*_lists(draft.pairs), *_tables(draft.pairs)):
        small = [one for one in items if one.first.islower()]
        if len(small) != 1 or len(items) <= _OTHERS or sum(one.first.isupper() for one in items) != len(items) - 1:
            continue
        (item,) = small
        source = item.pair.source or ""
        if source and not source[_start(source, item.pair.source_label)].isupper():
            continue
        word = item.pair.target[item.start :].split()[0]
        yield (
            item.pair,
            Flag(
                say("“{word}” is small here, but all other items of the list begin with a capital.", word=word),
                target_span=Span(item.start, item.start + len(word)),
                suggestion=word[0].upper() + word[1:],
                fixable=True,
            ),
        )
    yield from _quoted(draft)


def _quoted(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags the quotation that begins in lower case where its source, and all others whose source does, begin with a
    capital. A quotation of one word may be anything."""
    titles = [
        one
        for one in passages(draft)
        if not one.whole and one.source.text[:1].isupper() and len(one.source.text.split()) > 1
    ]
    small = [one for one in titles if one.target.text[:1].islower()]
    if len(small) != 1 or len(titles) < _QUOTATIONS:
        return
    word = small[0].target.text.split()[0]
    yield (
        small[0].pair,
        Flag(
            say("“{word}” is small here, but all other quotations begin with a capital, as in the source.", word=word),
            target_span=Span(small[0].start, small[0].start + len(word)),
            suggestion=word[0].upper() + word[1:],
            fixable=True,
        ),
    )


def _lists(pairs: Iterable[Pair]) -> Iterator[Sequence[_Item]]:
    """Yields the items of each list, those of one style of label with nothing between them but the lists inside;
    the numbered ones with their text, too."""
    found: dict[str, list[_Item]] = {}
    for pair in pairs:
        if not pair.target.strip():
            continue
        label = pair.target_label or take_label(pair.target)[0]
        style = styles(label)[0] if label else ""
        if style in found:
            names = list(found)
            for inside in names[names.index(style) + 1 :]:
                yield found.pop(inside)
        elif not style:
            yield from (items for one, items in found.items() if one != _HEADINGS)
            found = {one: items for one, items in found.items() if one == _HEADINGS}
        if style:
            found.setdefault(style, []).append(_Item(pair, _start(pair.target, pair.target_label)))
    yield from found.values()


def _tables(pairs: Iterable[Pair]) -> Iterator[Sequence[_Item]]:
    """Yields the cells of each table that are titles, those with a source only."""
    for in_table, cells in groupby(pairs, key=lambda pair: pair.kind in _OF_TABLES):
        if in_table:
            yield [
                _Item(pair, _start(pair.target, pair.target_label))
                for pair in cells
                if pair.kind is BlockKind.CELL
                and (pair.source or "").strip()
                and len(pair.target.split()) >= _LEAST_WORDS
            ]


def _start(text: str, label: str) -> int:
    """Returns where a text begins after a label that is in it."""
    rest = text if label else take_label(text)[1]
    return min(len(text) - len(rest.lstrip()), len(text.rstrip()) - 1)


CHECK = DocumentCheck(
    name="document-capital",
    level=Level.WARNING,
    its_type="inconsistency",
    requires=Needs(into="fr", document=True),
    yields_to=("document-title", "document-same-source", "document-name"),
    summary="An item of a list, a title in a table or a quotation begins in lower case where others have a capital.",
    reason=(
        "The items of an agenda begin with a capital, as do the members of most lists below them. One alone in lower "
        "case, where three others have a capital and the source has one there too, is a slip. So is a title in a "
        "table, such as that of a document, and one in quotation marks: where there is no source they are left alone."
    ),
    examples=(
        Example(
            target="1. Ouverture.\n2. Élections.\n3. travaux.\n4. Rapport.",
            flagged=("travaux.",),
            repaired="1. Ouverture.\n2. Élections.\n3. Travaux.\n4. Rapport.",
        ),
        Example(target="1. Ouverture.\n2. Élections.\na) du bureau ;\nb) des membres ;\n3. Travaux.\n4. Rapport."),
        Example(
            source="Resolution 3/1 is entitled “Review of rivers”.\nItem 2: “Other matters”.",
            target="La résolution 3/1 s’intitule « examen des fleuves ».\nPoint 2 : « Questions diverses ».",
            flagged=("examen",),
            repaired="La résolution 3/1 s’intitule « Examen des fleuves ».\nPoint 2 : « Questions diverses ».",
        ),
        Example(
            source="It spoke of “great rivers”.\nItem 2: “Other matters”.",
            target="Il a parlé de « grands fleuves ».\nPoint 2 : « Questions diverses ».",
        ),
        Example(
            source="(a) Rivers;\n(b) Lakes;\n(c) Seas;\n(d) pH values.",
            target="a) Fleuves ;\nb) Lacs ;\nc) Mers ;\nd) pH de l’eau.",
        ),
    ),
    look=look,
)
