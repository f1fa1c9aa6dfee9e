"""Which segments of a draft are items of one list, or titles in one table?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tmtool.checks.engine.draft import Pair
from tmtool.documents.labels import styles, take_label
from tmtool.model import BlockKind

_HEADINGS = "decimal-0"
"""The style of the labels of items and headings, which go on after the text below them."""
_LEAST_WORDS = 4
"""A cell of so many words is a title, as those of documents are: shorter ones are hours, marks and names."""
_OF_TABLES = (BlockKind.CELL, BlockKind.METADATA)
"""What the cells of a table are: a symbol in one is metadata."""


@dataclass(frozen=True, slots=True)
class Item:
    """An `Item` is an item of a list: its pair, and where its text begins after the label."""

    pair: Pair
    start: int

    @property
    def first(self) -> str:
        """Returns the first letter."""
        return self.pair.target[self.start]


def lists(pairs: Iterable[Pair]) -> Iterator[Sequence[Item]]:
    """Yields the items of each list, those of one style of label with nothing between them but the lists inside;
    the numbered ones with their text, too."""
    found: dict[str, list[Item]] = {}
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
        item = Item(pair, start(pair.target, pair.target_label))
        if style and any(letter.isalnum() for letter in pair.target[item.start :]):
            found.setdefault(style, []).append(item)
    yield from found.values()


def tables(pairs: Iterable[Pair]) -> Iterator[Sequence[Item]]:
    """Yields the cells of each table that are titles, those with a source only."""
    for in_table, cells in groupby(pairs, key=lambda pair: pair.kind in _OF_TABLES):
        if in_table:
            yield [
                Item(pair, start(pair.target, pair.target_label))
                for pair in cells
                if pair.kind is BlockKind.CELL
                and (pair.source or "").strip()
                and len(pair.target.split()) >= _LEAST_WORDS
            ]


def begun_by_words(pairs: Iterable[Pair]) -> Iterator[Sequence[Item]]:
    """Yields the cells of each table, but for titles, whose source begins with a capital and whose text begins with a
    word."""
    for in_table, cells in groupby(pairs, key=lambda pair: pair.kind in _OF_TABLES):
        if not in_table:
            continue
        short = [pair for pair in cells if pair.kind is BlockKind.CELL and (pair.source or "").strip()]
        items = [Item(pair, start(pair.target, pair.target_label)) for pair in short if pair.target.strip()]
        yield [one for one in items if _begins_with_a_capital(one.pair) and one.first.isalpha()]


def _begins_with_a_capital(pair: Pair) -> bool:
    source = pair.source or ""
    return len(pair.target.split()) < _LEAST_WORDS and source[start(source, pair.source_label)].isupper()


def start(text: str, label: str) -> int:
    """Returns where a text begins after a label that is in it."""
    rest = text if label else take_label(text)[1]
    return min(len(text) - len(rest.lstrip()), len(text.rstrip()) - 1)
